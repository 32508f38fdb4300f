import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { inTransaction } from '#platform/db'
import { publish } from '#platform/events'
import type { Call } from '#platform/http'
import { capacitiesToday, startSession } from '../admit.ts'
import { keyToShow, type EnrolmentState } from '../authenticator.ts'
import type { choosePassword as choose, enrol as contract, enrolment } from '../contract.ts'
import { giveRecoveryCodes, hashChosenPassword, tellOfficer } from '../credentials.ts'
import { Enrolled } from '../events.ts'
import { loadPending } from '../pending.ts'
import { setBothFactors, spendPaper } from '../stores/credentials.ts'
import { clearTries, takePending, updatePending } from '../stores/sign-ins.ts'
import { stepOfCode } from '../totp.ts'
import { beginTry, refuseTry } from '../tries.ts'

const stateOf = (sealed: string | null): EnrolmentState => JSON.parse(sealed ?? '{}') as EnrolmentState

/** What the first sign-in of this browser still needs; null when there is none under way. */
export async function showEnrolment(call: Call): Promise<z.input<typeof enrolment.output>> {
  const found = await loadPending(call, 'paper').catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'sign_in_expired') return null
    throw error
  })
  if (!found) return { open: null }
  const { officer, sealed } = found
  const state = stateOf(sealed)
  const shown = await keyToShow(state.secret, { username: officer.username, issuer: call.province.name.vi })
  return { open: { username: officer.username, name: officer.name, passwordChosen: state.passwordHash !== undefined, ...shown } }
}

/** Second step with a paper: the password that will be one's own. Kept sealed until the authenticator is proven; nothing has changed yet. */
export async function choosePassword(call: Call<z.output<typeof choose.input>>): Promise<{ next: 'authenticator' }> {
  const { officer, markHash, sealed } = await loadPending(call, 'paper')
  const passwordHash = await hashChosenPassword(call.db, officer, call.input)
  await updatePending(call.db, markHash, 'paper', call.sealer.seal(JSON.stringify({ ...stateOf(sealed), passwordHash })))
  return { next: 'authenticator' }
}

/** Third step with a paper: the first code. From here on the new credentials count, the paper is used up, and the session begins. */
export async function enrol(call: Call<z.output<typeof contract.input>>): Promise<z.input<typeof contract.output>> {
  const { officer, markHash, sealed } = await loadPending(call, 'paper')
  const { paper, secret, passwordHash: hash } = stateOf(sealed)
  if (hash === undefined) throw new Failure('sign_in_expired')
  const attempt = await beginTry(call, officer.username)
  const step = stepOfCode(secret, call.input.code, realNow())
  if (step === undefined) return refuseTry(call, attempt, 'wrong_code', officer)
  const [capacity] = await capacitiesToday(call, officer.id, attempt)
  const undo = call.session.standing()
  return inTransaction(call.db, async (tx) => {
    undo()
    const at = realNow()
    const mine = (await takePending(tx, markHash, 'paper', at)) && (await spendPaper(tx, officer.id, Buffer.from(paper, 'hex'), at))
    if (!mine || !(await setBothFactors(tx, officer.id, { hash, totpSealed: call.sealer.seal(secret), step, at }))) throw new Failure('sign_in_expired')
    await clearTries(tx, attempt.nameIndex)
    const recoveryCodes = await giveRecoveryCodes(tx, officer.id)
    await publish(tx, Enrolled, { subject: officer.id, at: call.clock.now(), payload: { officer: officer.id } })
    await tellOfficer(tx, officer.id, { template: 'identity.enrolled', about: at.toISOString(), at: call.clock.now() })
    await startSession(tx, call, capacity)
    return { name: officer.name, role: capacity.role, recoveryCodes }
  })
}
