import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { initSync, TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler'
import { cleanJson } from './clean.ts'
import { sharedCoverage } from './font.ts'
import type { RenderRequest, WorkerMessage, WorkerSetting } from './renderer.ts'

/**
 * The thread that sets documents, one at a time. It has no files and no packages to give to a template: sources come with the request, data is
 * JSON at /data.json. A trap of the compiler is not caught: this thread ends and is replaced, for its memory can no longer be trusted.
 */
const pdf = 1
const oneLineEach = 2
const utf8 = new TextEncoder()
const setting = workerData as WorkerSetting

// What the compiler prints when it meets a fault may hold data of people. Silenced here, for a parent that reads these streams cannot end by itself.
process.stdout.write = () => true
process.stderr.write = () => true

const { memory } = initSync({ module: setting.module })
const fonts = setting.fonts.map((path) => new Uint8Array(readFileSync(path)))
const covered = sharedCoverage(fonts)
const sources = new Map<string, string>()
const names = new Map<string, string>()

type Artifact = { result?: Uint8Array; hasError?: boolean; diagnostics?: string[] }

async function makeCompiler(): Promise<TypstCompiler> {
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fonts) await builder.add_raw_font(font)
  return builder.build()
}

const compiler = await makeCompiler()
compiler.add_source('/state-document.typ', setting.preamble)

/** Gives the compiler a source, only when it is new: parsing again would cost time and memory. */
function source(path: string, text: string): void {
  if (sources.get(path) === text) return
  compiler.add_source(path, text)
  sources.set(path, text)
}

/** The name under which the compiler knows a template; the first file keeps its own, so that a diagnostic can be read. */
function nameOf(template: string): string {
  const name = names.get(template) ?? `/${names.size}/${basename(template)}`
  names.set(template, name)
  return name
}

/** The frame around every template: it sets the date, without which the compiler would write the clock's and no two documents were equal. */
function frame(template: string, date: Date): string {
  const parts = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
  compiler.map_shadow('/date.json', utf8.encode(JSON.stringify(parts)))
  return `#let (year, month, day, hour, minute, second) = json("/date.json")
#set document(date: datetime(year: year, month: month, day: day, hour: hour, minute: minute, second: second))
#include ${JSON.stringify(template)}
`
}

function answer(request: RenderRequest): { message: WorkerMessage; transfer: ArrayBuffer[] } {
  const { json, missing } = cleanJson(request.json, covered)
  const template = nameOf(request.template)
  const main = `${template}.main.typ`
  source(template, request.source)
  source(main, frame(template, new Date(request.date)))
  compiler.map_shadow('/data.json', utf8.encode(json))
  const world = compiler.snapshot('/', main, [])
  try {
    const artifact = world.get_artifact(pdf, oneLineEach) as Artifact
    const bytes = memory.buffer.byteLength
    const { result } = artifact
    if (!result || artifact.hasError === true) return { message: { kind: 'fault', reason: reasonOf(artifact), memory: bytes }, transfer: [] }
    return { message: { kind: 'done', pdf: result, missing, memory: bytes }, transfer: [result.buffer as ArrayBuffer] }
  } finally {
    world.free()
  }
}

const reasonOf = (artifact: Artifact): string => artifact.diagnostics?.filter((line) => line.includes(': error: ')).join('; ') || 'no document came out'

parentPort?.on('message', (request: RenderRequest) => {
  const { message, transfer } = answer(request)
  parentPort?.postMessage(message, transfer)
})
parentPort?.postMessage({ kind: 'ready' } satisfies WorkerMessage)
