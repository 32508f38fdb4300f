import { readFile } from 'node:fs/promises'
import { startRenderer, unavailable, type RenderRequest, type Renderer, type Rendered } from './documents/renderer.ts'
import type { Log } from './log.ts'

export type Documents = {
  /**
   * Renders a Typst template (absolute path of a .typ file) with data (JSON) to PDF bytes. The template imports "/state-document.typ" and reads
   * json("/data.json"); it can read nothing else. Same template, data and date give the same bytes. Strings of the data are cleaned first
   * (documents/clean.ts): a character the font lacks is printed as □ and its code point logged.
   * Throws Failure('unavailable', { part: 'documents' }) on time-out, when too many wait, when the compiler died or after `stop`; an Error on a
   * template fault, with file and place.
   */
  render(template: string, data: Record<string, unknown>, options: { date: Date }): Promise<Uint8Array>
  /** Ends the threads. What was waiting is answered with Failure('unavailable'). */
  stop(): Promise<void>
}

type Setting = { log?: Log | undefined; timeoutMilliseconds: number; recycleBytes: number }
type Job = { request: RenderRequest; resolve: (pdf: Uint8Array) => void; reject: (reason: unknown) => void }

/**
 * How many may wait. A document takes 15 to 50 ms, so the last of 256 waits some 4 to 13 s: who comes after that is better told at once than kept,
 * and jobs, which come in thousands, try again by themselves.
 */
const queueLimit = 256

/**
 * Opens the maker of documents. Nothing is started before the first document. One thread sets them, one after the other: on two cores a second one
 * would take the other half from the people at the counter. The compiler loses about 0,9 MB a document, so its thread is replaced when its memory
 * has reached `recycleBytes` (default 192 MiB); the next one is made ready from nine tenths on, and nobody waits for it.
 */
export function openDocuments(options: { log?: Log; timeoutMilliseconds?: number; recycleBytes?: number } = {}): Documents {
  const seat = openSeat({ log: options.log, timeoutMilliseconds: options.timeoutMilliseconds ?? 10_000, recycleBytes: options.recycleBytes ?? 192 * 2 ** 20 })
  const waiting: Job[] = []
  let working = false
  let stopped = false

  const work = async () => {
    if (working) return
    working = true
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      await seat.render(job.request).then(job.resolve, job.reject)
    }
    working = false
  }

  return {
    async render(template, data, { date }) {
      if (Number.isNaN(date.getTime())) throw new RangeError('invalid date')
      const json = JSON.stringify(data)
      const source = await readFile(template, 'utf8')
      if (stopped || waiting.length >= queueLimit) throw unavailable()
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
      waiting.push({ request: { template, source, json, date: date.getTime() }, resolve, reject })
      void work()
      return promise
    },
    async stop() {
      stopped = true
      for (const job of waiting.splice(0)) job.reject(unavailable())
      await seat.stop()
    },
  }
}

/** The seat of the one thread at work, with its successor. */
function openSeat(setting: Setting): { render(request: RenderRequest): Promise<Uint8Array>; stop(): Promise<void> } {
  const { log, recycleBytes } = setting
  let current: Promise<Renderer> | undefined
  let spare: Promise<Renderer> | undefined
  let made = 0
  let stopped = false
  const ending = new Set<Promise<void>>()

  const end = (renderer: Promise<Renderer>) => {
    const ended = renderer.then((one) => one.end(), () => undefined)
    ending.add(ended)
    void ended.finally(() => ending.delete(ended))
  }

  const prepare = () => {
    spare = startRenderer()
    spare.catch((error: unknown) => {
      spare = undefined
      log?.warn({ error: String(error) }, 'the next document thread did not start')
    })
  }

  const take = (): Promise<Renderer> => {
    if (stopped) return Promise.reject(unavailable())
    current ??= spare ?? startRenderer()
    if (current === spare) spare = undefined
    return current
  }

  const leave = () => {
    if (current) end(current)
    current = undefined
    made = 0
  }

  const account = (answer: Rendered) => {
    made += 1
    if (answer.memory >= recycleBytes * 0.9 && !spare && !stopped) prepare()
    if (answer.memory < recycleBytes) return
    log?.info({ memory: answer.memory, documents: made }, 'document thread replaced')
    leave()
  }

  return {
    async render(request) {
      try {
        let renderer = await take()
        if (renderer.ended()) {
          leave()
          renderer = await take()
        }
        const answer = await renderer.render(request, setting.timeoutMilliseconds)
        account(answer)
        if (answer.kind === 'fault') throw new Error(`the template has a fault: ${answer.reason}`)
        if (answer.missing.length > 0) log?.warn({ template: request.template, codePoints: answer.missing }, 'the font lacks characters of a document')
        return answer.pdf
      } catch (error) {
        const failed = await current?.then((one) => one.ended(), () => true)
        if (failed === true) {
          if (!stopped) log?.warn({ template: request.template, error: String(error) }, 'document thread ended')
          leave()
        }
        throw error
      }
    },
    async stop() {
      stopped = true
      if (spare) end(spare)
      spare = undefined
      leave()
      await Promise.all(ending)
    },
  }
}
