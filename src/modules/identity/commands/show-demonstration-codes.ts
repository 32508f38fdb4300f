import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import type { Call } from '#platform/http'
import type { demonstrationCodes as contract } from '../contract.ts'
import { readOfficers } from '../demonstration.ts'
import { usedSteps } from '../stores/officers.ts'
import { secondsLeft, unusedCodeAt } from '../totp.ts'

/** The sign-ins of the demonstration, so that a visitor needs no authenticator. Secrets come from the province folder, never from the accounts. */
export async function showDemonstrationCodes({ tx, province }: Call): Promise<z.input<typeof contract.output>> {
  const now = realNow()
  const used = await usedSteps(tx)
  const officers = readOfficers(province.folder).flatMap(({ username, password, totpSecret, name, capacities }) =>
    password === undefined || totpSecret === undefined
      ? []
      : [{
          username, password, name, code: unusedCodeAt(totpSecret, now, used.get(username)),
          titles: capacities.map(({ title }) => title), roles: capacities.map(({ role }) => role), agencies: capacities.map(({ agency }) => agency),
        }])
  return { seconds: secondsLeft(now), officers }
}
