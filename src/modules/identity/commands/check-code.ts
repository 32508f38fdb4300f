import type { z } from 'zod'
import type { Role } from '#kernel/app'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import { inTransaction } from '#platform/db'
import type { Call } from '#platform/http'
import type { checkCode as contract } from '../contract.ts'
import { capacitiesOf, findOfficer, markUsed, useStep, type OfficerRow } from '../stores/officers.ts'
import { clearTries, findPendingOfficer, giveTryBack, takePending } from '../stores/sign-ins.ts'
import { stepOfCode } from '../totp.ts'
import { beginTry, markHashOf, maySignIn, refuseTry } from '../tries.ts'

/** Second step: the code of now, used once. Begins the session in the first capacity of today. */
export async function checkCode(call: Call<z.output<typeof contract.input>>): Promise<{ name: string; role: Role }> {
  const markHash = call.session.mark === null ? undefined : markHashOf(call.session.mark)
  const pending = markHash && (await findPendingOfficer(call.db, markHash, realNow()))
  const officer = pending && (await findOfficer(call.db, pending))
  if (!officer || !maySignIn(officer, call.config.mode) || officer.totpSealed === null) throw new Failure('sign_in_expired')
  const attempt = await beginTry(call, officer.username)
  const step = stepOfCode(call.sealer.open(officer.totpSealed), call.input.code, realNow())
  if (step === undefined) return refuseTry(call, attempt, 'wrong_code', officer)
  const [capacity] = await capacitiesOf(call.db, officer.id, localDate(realNow()))
  if (!capacity) {
    await giveTryBack(call.db, attempt.nameIndex)
    throw new Failure('no_capacity')
  }
  const began = await begin(call, officer, { step, markHash, capacity: capacity.id, nameIndex: attempt.nameIndex })
  return began ? { name: officer.name, role: capacity.role } : refuseTry(call, attempt, 'wrong_code', officer)
}

type Beginning = { step: number; markHash: Buffer; capacity: string; nameIndex: Buffer }

/** False when the code was used before; then nothing has changed. */
function begin(call: Call, officer: OfficerRow, { step, markHash, capacity, nameIndex }: Beginning): Promise<boolean> {
  return inTransaction(call.db, async (tx) => {
    if (!(await useStep(tx, officer.id, step, realNow()))) return false
    await takePending(tx, markHash, 'password', realNow())
    await clearTries(tx, nameIndex)
    await call.session.start(tx, { kind: 'officer', subject: officer.id, capacity })
    await markUsed(tx, capacity, realNow())
    return true
  })
}
