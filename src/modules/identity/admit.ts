import type { Role } from '#kernel/app'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { inTransaction, type Tx } from '#platform/db'
import type { Call } from '#platform/http'
import { realDay } from './credentials.ts'
import { deviceOf } from './devices.ts'
import { passwordDue } from './rules.ts'
import { credentialFacts, holdCredentials, markSeen } from './stores/credentials.ts'
import { capacitiesOf, markUsed, type CapacityRow, type OfficerRow } from './stores/officers.ts'
import { clearTries, giveTryBack, keepPending, keepSignIn } from './stores/sign-ins.ts'
import { markHashOf, pendingUntil, type Try } from './tries.ts'

export type Admission = { next: 'desk' | 'new_password'; name: string; role: Role }

/** The capacities of today, at least one. Throws `no_capacity`, and gives the try back: the proof was right. */
export async function capacitiesToday(call: Call, officer: string, { nameIndex }: Pick<Try, 'nameIndex'>): Promise<[CapacityRow, ...CapacityRow[]]> {
  const [first, ...others] = await capacitiesOf(call.db, officer, realDay())
  if (first) return [first, ...others]
  await giveTryBack(call.db, nameIndex)
  throw new Failure('no_capacity')
}

/**
 * Lets somebody in who has proven both factors: begins the session in the first capacity of today, or, when the password is too old, the step in which
 * it is changed. `spend` uses the proof up in the same transaction; when it answers false, somebody was faster, nothing has changed, and the answer is
 * undefined. Throws `sign_in_expired` when the credentials were changed or taken away since they were proven: a proof of them opens nothing any more.
 */
export async function admit(call: Call, officer: OfficerRow, { attempt, spend }: { attempt: Try; spend(tx: Tx): Promise<boolean> }): Promise<Admission | undefined> {
  const capacities = await capacitiesToday(call, officer.id, attempt)
  const { passwordSetAt } = await credentialFacts(call.db, officer.id)
  const due = passwordDue(passwordSetAt, capacities.map(({ role }) => role))
  const undo = call.session.standing()
  return inTransaction(call.db, async (tx): Promise<Admission | undefined> => {
    undo()
    if (!(await holdCredentials(tx, officer))) throw new Failure('sign_in_expired')
    if (!(await spend(tx))) return undefined
    await clearTries(tx, attempt.nameIndex)
    const [first] = capacities
    if (due !== null && due <= realNow()) {
      await keepPending(tx, markHashOf(call.session.setMark()), { kind: 'renewal', officer: officer.id, sealed: null }, pendingUntil())
      return { next: 'new_password', name: officer.name, role: first.role }
    }
    await startSession(tx, call, first)
    return { next: 'desk', name: officer.name, role: first.role }
  })
}

/** Begins an officer's session in a capacity, and notes where. */
export async function startSession(tx: Tx, call: Pick<Call, 'session' | 'ip'>, capacity: Pick<CapacityRow, 'id' | 'officer'>): Promise<void> {
  await call.session.start(tx, { kind: 'officer', subject: capacity.officer, capacity: capacity.id })
  const at = realNow()
  await markUsed(tx, capacity.id, at)
  await markSeen(tx, capacity.officer, at)
  const { current, agent } = call.session
  if (current) await keepSignIn(tx, capacity.officer, { id: uuidv7(), sessionHash: current.tokenHash, ...deviceOf(agent), address: call.ip, at })
}
