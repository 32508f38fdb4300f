import { readFile } from 'node:fs/promises'
import { unavailable, type RenderRequest, type Rendered } from './documents/renderer.ts'
import { openThreads } from './documents/threads.ts'
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

/** The one thread at work: asks it, counts its memory, and has it replaced when it is full or dead. */
function openSeat({ log, timeoutMilliseconds, recycleBytes }: Setting): { render(request: RenderRequest): Promise<Uint8Array>; stop(): Promise<void> } {
  const threads = openThreads(log)
  let made = 0
  let stopped = false

  const account = (answer: Rendered) => {
    made += 1
    if (answer.memory >= recycleBytes * 0.9) threads.prepare()
    if (answer.memory < recycleBytes) return
    log?.info({ memory: answer.memory, documents: made }, 'document thread replaced')
    threads.leave()
    made = 0
  }

  return {
    async render(request) {
      const { template } = request
      try {
        const thread = await threads.take()
        const answer = await thread.render(request, timeoutMilliseconds)
        account(answer)
        if (answer.kind === 'fault') throw new Error(`the template has a fault: ${answer.reason}`)
        if (answer.missing.length > 0) log?.warn({ template, codePoints: answer.missing }, 'the font lacks characters of a document')
        return answer.pdf
      } catch (error) {
        if (!stopped && (await threads.lost())) {
          log?.warn({ template, error: String(error instanceof Error ? (error.cause ?? error) : error) }, 'document thread ended')
          made = 0
        }
        throw error
      }
    },
    async stop() {
      stopped = true
      await threads.stop()
    },
  }
}
