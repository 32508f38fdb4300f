import { AsyncLocalStorage } from 'node:async_hooks'
import pino, { type DestinationStream, type Logger } from 'pino'

export type Log = Logger

const correlation = new AsyncLocalStorage<string>()

/** Runs `work` so that every log line written in it, however deep, carries this correlation id. */
export const withCorrelation = <T>(id: string, work: () => T): T => correlation.run(id, work)

/** The correlation id of the request or job that is being served, if any. */
export const correlationId = (): string | undefined => correlation.getStore()

// Names of things that may hold twelve digits by chance and must stay readable: UUIDs and SHA digests. They are matched first, whole.
const digitsOrName = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b(?:[0-9a-f]{64}|[0-9a-f]{40})\b|\d{12,}/gi
const jsonString = /"(?:[^"\\]|\\.)*"/g

/** Puts stars for every run of twelve or more digits of a text: a citizen's number has twelve. UUIDs and SHA-1/SHA-256 digests stay. */
export const maskCitizenNumbers = (text: string): string =>
  text.replace(digitsOrName, (found) => (/^\d+$/.test(found) ? '*'.repeat(found.length) : found))

// Works on the finished line, so nothing gets past it: names, nested values, messages, stacks. JSON numbers (times, money) stay numbers.
const maskLine = (line: string): string => (/\d{12}/.test(line) ? line.replace(jsonString, maskCitizenNumbers) : line)

const secret = { paths: ['password', 'secret', 'token', 'cookie', 'authorization', '*.password', '*.secret', '*.token', '*.cookie', '*.authorization'], censor: '***' }

type ErrorFacts = { type: string; message: string; stack?: string | undefined; code?: unknown; cause?: ErrorFacts }

// Only these: drivers hang whole connections on their errors, with keys and passwords in them.
const errorFacts = (error: unknown): ErrorFacts => {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  const { code, cause } = error as Error & { code?: unknown }
  return { type: error.name, message: error.message, stack: error.stack, ...(code !== undefined && { code }), ...(cause !== undefined && { cause: errorFacts(cause) }) }
}

/**
 * The program's log: one JSON line per fact, with time (ISO 8601, UTC), level by name, the correlation id when there is one. Citizens' numbers
 * are masked in every string of the line, passwords and tokens by name.
 */
export function createLog(options: { level: string; destination?: DestinationStream; base?: Record<string, unknown> }): Log {
  const sink = options.destination ?? pino.destination({ dest: 1, sync: true })
  return pino(
    {
      level: options.level,
      base: options.base ?? {},
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const id = correlation.getStore()
        return id === undefined ? {} : { correlationId: id }
      },
      redact: secret,
      serializers: { err: errorFacts },
    },
    { write: (line: string) => sink.write(maskLine(line)) },
  )
}
