import { createHash } from 'node:crypto'
import { Failure } from '#kernel/failure'
import { realNow } from '#kernel/clock'
import { inTransaction } from '#platform/db'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import type { Sealer } from '#platform/sealer'
import { AccountLocked } from './events.ts'
import { lockOf, signInRules } from './rules.ts'
import { takeTry, type Attempt } from './stores/sign-ins.ts'
import type { OfficerRow } from './stores/officers.ts'

/** What failures are counted under. */
export const nameIndexOf = (sealer: Sealer, username: string): Buffer => sealer.index('sign-in-name', username)

/** What is kept of the mark that a browser carries between the steps of a sign-in. */
export const markHashOf = (mark: string): Buffer => createHash('sha256').update(mark).digest()

/** The digest of this browser's mark. Throws `sign_in_expired` when it carries none. */
export function ownMark({ session }: Pick<Call, 'session'>): Buffer {
  if (session.mark === null) throw new Failure('sign_in_expired')
  return markHashOf(session.mark)
}

/** When a sign-in that begins now can no longer be finished. */
export const pendingUntil = (): Date => new Date(realNow().getTime() + signInRules.pendingMinutes * 60_000)

/** One try with a name: counted already, given back when it was right. */
export type Try = { nameIndex: Buffer; attempt: Attempt }

/** Takes one of the tries that a name has left, whether an officer of that name exists or not. Throws `sign_in_locked` when none is left. */
export async function beginTry(call: Call, username: string): Promise<Try> {
  const nameIndex = nameIndexOf(call.sealer, username)
  const attempt = await takeTry(call.db, nameIndex, realNow())
  const { until } = lockOf(attempt, realNow())
  if (!attempt.taken) throw new Failure('sign_in_locked', { until: (until ?? realNow()).toISOString() })
  return { nameIndex, attempt }
}

/** What a wrong try is called: with a password, a code, a recovery code, a paper, a passkey. */
export type WrongTry = 'wrong_credentials' | 'wrong_code' | 'wrong_recovery_code' | 'wrong_paper' | 'wrong_passkey'

/** Refuses a try that was wrong. The last one locks the name, and that is on record, with the same work for a name that nobody has. */
export async function refuseTry(call: Call, { attempt }: Try, code: WrongTry, officer: OfficerRow | undefined): Promise<never> {
  const { left, until } = lockOf(attempt, realNow())
  if (until === null) throw new Failure(code, { left })
  call.log.warn({ officer: officer?.id ?? null, ip: call.ip }, 'sign-in locked')
  await inTransaction(call.db, (tx) =>
    publish(tx, AccountLocked, { subject: officer?.id ?? 'unknown', at: call.clock.now(), payload: { officer: officer?.id ?? null, until: until.toISOString() } }))
  throw new Failure('sign_in_locked', { until: until.toISOString() })
}

/** Runs a try to open a locked session: when it locks the name, or finds it locked, the session ends. */
export async function endWhenLocked<T>(call: Call, open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof Failure && error.code === 'sign_in_locked') await inTransaction(call.db, (tx) => call.session.end(tx))
    throw error
  }
}

/** Whether this account may sign in at all: a demonstration's password is public, so in production it opens nothing. */
export const maySignIn = (officer: OfficerRow | undefined, mode: 'demonstration' | 'production'): officer is OfficerRow =>
  officer !== undefined && officer.disabledAt === null && officer.passwordHash !== null && (mode === 'demonstration' || !officer.demonstration)
