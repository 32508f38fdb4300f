import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import type { Call } from '#platform/http'
import { sessionsOf } from '#platform/sessions'
import type { account } from '../contract.ts'
import { realDay } from '../credentials.ts'
import { loadOwn } from '../own-account.ts'
import { passkeyRules, passwordDue } from '../rules.ts'
import { credentialFacts } from '../stores/credentials.ts'
import { capacitiesOf, type OfficerRow } from '../stores/officers.ts'
import { passkeysOf } from '../stores/passkeys.ts'
import { signInsOf } from '../stores/sign-ins.ts'

type Account = z.input<typeof account.output>

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** One's own sign-in, with what may be changed of it. Nothing secret is in the answer. */
export async function showAccount(call: Call): Promise<Account> {
  const officer = await loadOwn(call)
  const facts = await credentialFacts(call.tx, officer.id)
  const roles = (await capacitiesOf(call.tx, officer.id, realDay())).map(({ role }) => role)
  const passkeys = await passkeysOf(call.tx, officer.id)
  const sessions = await sessionLines(call, officer.id)
  return {
    username: officer.username, name: officer.name, demonstration: officer.demonstration, passwordSetAt: iso(facts.passwordSetAt), passwordDue: iso(passwordDue(facts.passwordSetAt, roles)), authenticatorSetAt: iso(facts.totpSetAt),
    recoveryCodes: { left: facts.codesLeft, madeAt: iso(facts.codesMadeAt) },
    passkeys: passkeys.map(({ id, name, addedAt, usedAt, synced }) => ({ id, name, addedAt: addedAt.toISOString(), usedAt: iso(usedAt), synced })),
    sessions, actions: actionsOf(officer, { passkeys: passkeys.length, sessions: sessions.length }),
  }
}

async function sessionLines(call: Call, officer: string): Promise<Account['sessions']> {
  const begun = await signInsOf(call.tx, officer)
  const own = call.session.current?.tokenHash
  return (await sessionsOf(call.tx, officer, realNow())).map(({ tokenHash, locked, createdAt, seenAt }) => {
    const from = begun.find(({ sessionHash }) => sessionHash.equals(tokenHash))
    return {
      id: from?.id ?? null, current: own?.equals(tokenHash) ?? false, locked, browser: from?.browser ?? null, system: from?.system ?? null, address: from?.address ?? null,
      beganAt: createdAt.toISOString(), seenAt: seenAt.toISOString(),
    }
  })
}

function actionsOf({ demonstration }: OfficerRow, { passkeys, sessions }: { passkeys: number; sessions: number }): Account['actions'] {
  return [
    ...(demonstration ? [] : (['changePassword', 'changeAuthenticator', 'renewRecoveryCodes'] as const)),
    ...(passkeys < passkeyRules.most ? (['addPasskey'] as const) : []), ...(passkeys > 0 ? (['removePasskey'] as const) : []), ...(sessions > 1 ? (['endOtherSessions'] as const) : []),
  ]
}
