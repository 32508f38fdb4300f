import { Failure } from '#kernel/failure'

/** What became of an act: `done`, or the code with which it was refused. What is no refusal comes as it is, so that a test says what broke. */
export const codeOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'done', (error: unknown) => (error instanceof Failure ? error.code : error))

/** The same with the reason of each field: `done`, or `[code, fields]`. */
export const refusalOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'done', (error: unknown) => (error instanceof Failure ? [error.code, error.fields ?? {}] : error))

/** A local time of a day (`2026-11-25T09:00`) as an instant. */
export const local = (time: string): string => `${time}:00+07:00`
