import { realNow } from '#kernel/clock'
import { uuidv7 } from '#kernel/ids'
import { inTransaction, type Db } from '#platform/db'
import { listAgencies } from '#modules/agencies'
import { StartError } from '#platform/start-error'
import { realDay } from './credentials.ts'
import { breakGlassRules } from './rules.ts'
import { newSecretCode, secretCodeHash } from './secret-codes.ts'
import { insertOfficer } from './stores/administration.ts'
import { endUses, keepBreakGlass } from './stores/break-glass.ts'
import { findOfficerByUsername } from './stores/officers.ts'

/**
 * A sealed paper for an emergency, for whoever works at the machine: its code is told this once and kept as a digest. The paper before it is worth nothing any more. The account
 * behind it has no password and no role: only a use gives it one, for an hour.
 */
export async function makeBreakGlass(db: Db): Promise<{ code: string }> {
  const code = newSecretCode()
  await inTransaction(db, async (tx) => {
    const root = (await listAgencies(tx, { on: realDay() })).find(({ parent }) => parent === null)
    if (!root) throw new StartError('There is no agency yet: load the data of the province first (npm run cli -- seed).')
    const known = await findOfficerByUsername(tx, breakGlassRules.username)
    const officer = known?.id ?? uuidv7()
    if (!known) await insertOfficer(tx, { id: officer, username: breakGlassRules.username, name: breakGlassRules.name, by: officer, at: realNow() })
    await keepBreakGlass(tx, { id: uuidv7(), officer, codeHash: secretCodeHash(officer, code), at: realNow() })
  })
  return { code }
}

/** Takes the role away from uses that are an hour old: run every minute. */
export const endBreakGlass = ({ db }: { db: Db }): Promise<void> => inTransaction(db, (tx) => endUses(tx, new Date(realNow().getTime() - breakGlassRules.minutes * 60_000), realNow()))
