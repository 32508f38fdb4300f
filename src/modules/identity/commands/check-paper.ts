import { timingSafeEqual } from 'node:crypto'
import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import type { Call } from '#platform/http'
import { newTotpSecret, type EnrolmentState } from '../authenticator.ts'
import type { checkPaper as contract } from '../contract.ts'
import { mayEnrol } from '../pending.ts'
import { usernameOf } from '../rules.ts'
import { secretCodeHash } from '../secret-codes.ts'
import { findPaper } from '../stores/credentials.ts'
import { findOfficerByUsername } from '../stores/officers.ts'
import { giveTryBack, keepPending } from '../stores/sign-ins.ts'
import { beginTry, markHashOf, pendingUntil, refuseTry } from '../tries.ts'

/** what a name without an officer is compared with, so that the work is the same */
const nobodysId = '00000000-0000-7000-8000-000000000000'

/**
 * First step with a one-time paper. It is looked at here and used up when new credentials stand, so that whoever is interrupted may begin again. Tries
 * count with those of the password.
 */
export async function checkPaper(call: Call<z.output<typeof contract.input>>): Promise<{ next: 'password' }> {
  const username = usernameOf(call.input.username)
  const attempt = await beginTry(call, username)
  const officer = await findOfficerByUsername(call.db, username)
  const paper = await findPaper(call.db, officer?.id ?? nobodysId)
  const given = secretCodeHash(officer?.id ?? nobodysId, call.input.passcode)
  const right = paper !== undefined && paper.usedAt === null && paper.expiresAt > realNow() && timingSafeEqual(paper.codeHash, given)
  if (!right || !mayEnrol(officer, call.config.mode)) return refuseTry(call, attempt, 'wrong_paper', officer)
  await giveTryBack(call.db, attempt.nameIndex)
  const state: EnrolmentState = { paper: given.toString('hex'), secret: newTotpSecret() }
  await keepPending(call.db, markHashOf(call.session.setMark()), { kind: 'paper', officer: officer.id, sealed: call.sealer.seal(JSON.stringify(state)) }, pendingUntil())
  return { next: 'password' }
}
