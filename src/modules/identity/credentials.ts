import { Failure } from '#kernel/failure'
import { realNow } from '#kernel/clock'
import { localDate } from '#kernel/local-time'
import type { Db, Tx } from '#platform/db'
import type { Clock } from '#kernel/clock'
import { publish } from '#platform/events'
import { notify } from '#platform/notify'
import { endSessionsOf } from '#platform/sessions'
import { PaperIssued, RecoveryCodeUsed } from './events.ts'
import { hashPassword, passwordMatches } from './passwords.ts'
import { newPasswordFault, recoveryRules } from './rules.ts'
import { newSecretCode, secretCodeHash } from './secret-codes.ts'
import { clearCredentials, credentialFacts, keepPaper, lastPasswords, replaceRecoveryCodes, spendRecoveryCode } from './stores/credentials.ts'
import type { OfficerRow } from './stores/officers.ts'
import { dropPending } from './stores/sign-ins.ts'

/**
 * The hash of a password that an officer has chosen, when the rules allow it: long enough, none of the commonest, without their name, none of the last
 * ten. Throws `password_refused` with the reason at its field. Takes its time, so it is called outside of a transaction.
 */
export async function hashChosenPassword(db: Db, officer: Pick<OfficerRow, 'id' | 'username' | 'name'>, { newPassword, passwordAgain }: { newPassword: string; passwordAgain: string }): Promise<string> {
  const refuse = (field: string, reason: string): never => {
    throw new Failure('password_refused', { reason }, { fields: { [field]: reason } })
  }
  const fault = newPasswordFault(newPassword, officer)
  if (fault) return refuse('newPassword', fault)
  if (newPassword !== passwordAgain) return refuse('passwordAgain', 'passwords_differ')
  const earlier = await Promise.all((await lastPasswords(db, officer.id)).map((hash) => passwordMatches(hash, newPassword)))
  return earlier.includes(true) ? refuse('newPassword', 'password_reused') : hashPassword(newPassword)
}

/** Gives an officer ten new recovery codes in the place of all earlier ones, and tells them: this once, for only their digests are kept. */
export async function giveRecoveryCodes(tx: Tx, officer: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryRules.codes }, newSecretCode)
  await replaceRecoveryCodes(tx, officer, codes.map((code) => secretCodeHash(officer, code)), realNow())
  return codes
}

/** Uses a recovery code up, and tells its officer. False for one that was used already, or that they never had: then nothing has changed. */
export async function takeRecoveryCode(tx: Tx, { clock }: { clock: Clock }, { officer, passcode }: { officer: string; passcode: string }): Promise<boolean> {
  if (!(await spendRecoveryCode(tx, officer, secretCodeHash(officer, passcode), realNow()))) return false
  const { codesLeft, codesMadeAt } = await credentialFacts(tx, officer)
  await publish(tx, RecoveryCodeUsed, { subject: officer, at: clock.now(), payload: { officer, left: codesLeft } })
  await tellOfficer(tx, officer, { template: 'identity.recovery_code_used', about: `${codesMadeAt?.toISOString()}:${codesLeft}`, facts: { count: codesLeft }, at: clock.now() })
  return true
}

/** A notice to an officer about their own account. `about` makes the notice's key, so the same one is never sent twice. */
export async function tellOfficer(tx: Tx, officer: string, { template, about, facts = {}, at }: { template: string; about: string; facts?: Record<string, unknown>; at: Date }): Promise<void> {
  await notify(tx, { key: `${template}:${officer}:${about}`, person: officer, subject: officer, template, facts, at })
}

/**
 * Issues the one-time sign-in paper of an officer: password, authenticator, recovery codes, passkeys and sessions are worth nothing from here on, and
 * whoever holds the paper chooses new ones within the day. `by` is the administrator, null on the machine itself. The code is told this once; it is
 * spoken or printed, never sent. The caller has made sure that it may be done, and of who the officer is.
 */
export async function issuePaper(tx: Tx, { officer, by, clock }: { officer: string; by: string | null; clock: Clock }): Promise<{ code: string; expiresAt: Date }> {
  const code = newSecretCode()
  const issuedAt = realNow()
  const expiresAt = new Date(issuedAt.getTime() + recoveryRules.paperHours * 3_600_000)
  await clearCredentials(tx, officer)
  await dropPending(tx, officer)
  await endSessionsOf(tx, officer)
  await keepPaper(tx, officer, { codeHash: secretCodeHash(officer, code), issuedBy: by, issuedAt, expiresAt })
  await publish(tx, PaperIssued, { subject: officer, at: clock.now(), payload: { officer, by } })
  return { code, expiresAt }
}

/** The real day: rights and credentials do not follow the business clock. */
export const realDay = () => localDate(realNow())
