import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { Failure } from '#kernel/failure'

/** A template as text with its path (which names it), its data as JSON and the date of the document in milliseconds. */
export type RenderRequest = { template: string; source: string; json: string; date: number }

/** What the thread is started with. The compiled module is shared by all threads, so only the first pays for it. */
export type WorkerSetting = { module: WebAssembly.Module; preamble: string; fonts: string[] }

/** What the thread says. `memory` is the compiler's in bytes: it only grows. */
export type WorkerMessage =
  | { kind: 'ready' }
  | { kind: 'done'; pdf: Uint8Array; missing: string[]; memory: number }
  | { kind: 'fault'; reason: string; memory: number }

export type Rendered = Exclude<WorkerMessage, { kind: 'ready' }>

/** One thread with one compiler. */
export type Renderer = {
  /**
   * One document; the next only when this one has been answered. After `milliseconds` the thread is ended and the answer is
   * Failure('unavailable'), as it is when the thread dies.
   */
  render(request: RenderRequest, milliseconds: number): Promise<Rendered>
  /** whether the thread has ended or is ending */
  ended(): boolean
  end(): Promise<void>
}

/** The refusal of this part: the document cannot be made now and may be asked for again. */
export const unavailable = (cause?: unknown): Failure => new Failure('unavailable', { part: 'documents' }, cause === undefined ? {} : { cause })

// A start takes 0.2 s; the rest is for a machine that has everything else to do. It is apart from the time-out of a document.
const startMilliseconds = 30_000
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
const pathOf = createRequire(import.meta.url).resolve

let module: Promise<WebAssembly.Module> | undefined

/** The compiler's code, compiled once per process. A failure is not kept. */
function compiled(): Promise<WebAssembly.Module> {
  module ??= readFile(pathOf('@myriaddreamin/typst-ts-web-compiler/wasm')).then((bytes) => WebAssembly.compile(bytes))
  module.catch(() => { module = undefined })
  return module
}

/** Starts a thread and waits until it can take a document. It does not keep the process alive while it has nothing to do. */
export async function startRenderer(): Promise<Renderer> {
  const preamble = await readFile(new URL('./state-document.typ', import.meta.url), 'utf8')
  const fonts = faces.map((face) => pathOf(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`))
  const workerData: WorkerSetting = { module: await compiled(), preamble, fonts }
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, execArgv: [], env: {} })
  const renderer = rendererOf(worker)
  await renderer.ready
  return renderer
}

type Waiting = { resolve: (message: WorkerMessage) => void; reject: (reason: unknown) => void }

function rendererOf(worker: Worker): Renderer & { ready: Promise<void> } {
  let waiting: Waiting | undefined
  let over = false
  const fail = (cause: unknown) => {
    over = true
    waiting?.reject(unavailable(cause))
  }
  worker.on('message', (message: WorkerMessage) => waiting?.resolve(message))
  worker.on('messageerror', fail)
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the document thread has ended')))
  const end = async () => {
    over = true
    await worker.terminate()
  }
  const exchange = async (milliseconds: number, ask: () => void): Promise<WorkerMessage> => {
    worker.ref()
    const { promise, resolve, reject } = Promise.withResolvers<WorkerMessage>()
    waiting = { resolve, reject }
    const timer = setTimeout(() => {
      reject(unavailable(new Error(`no document after ${milliseconds} ms`)))
      void end()
    }, milliseconds)
    try {
      ask()
      return await promise
    } finally {
      clearTimeout(timer)
      waiting = undefined
      worker.unref()
    }
  }
  return {
    ready: exchange(startMilliseconds, () => undefined).then(() => undefined),
    ended: () => over,
    end,
    async render(request, milliseconds) {
      if (over) throw unavailable()
      const message = await exchange(milliseconds, () => worker.postMessage(request))
      if (message.kind === 'ready') throw new Error('the document thread answered out of turn')
      return message
    },
  }
}
