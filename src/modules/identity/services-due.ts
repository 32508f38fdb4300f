import { realNow } from '#kernel/clock'
import { addDays } from '#kernel/local-time'
import { inTransaction, reading } from '#platform/db'
import type { Tools } from '#platform/tools'
import { seatsOver } from './administering.ts'
import { realDay, tellOfficer } from './credentials.ts'
import { serviceRules } from './service-rules.ts'
import { administratorsOn } from './stores/administration.ts'
import { endingServices, forgetTokens } from './stores/services.ts'

/** Tells the administrators of each service account that ends within thirty days, once for each last day; and forgets tokens whose time is over. */
export async function tellEndingServices({ db, clock }: Pick<Tools, 'db' | 'clock'>): Promise<void> {
  await forgetTokens(db, realNow())
  const ending = await endingServices(reading(db), realDay(), addDays(realDay(), serviceRules.warnDays))
  if (ending.length === 0) return
  const administrators = await administratorsOn(reading(db), realDay())
  for (const { id, name, agency, until } of ending) {
    await inTransaction(db, async (tx) => {
      const seats = await seatsOver(tx, [agency])
      const told = new Set(administrators.filter((each) => seats.includes(each.agency)).map(({ officer }) => officer))
      for (const officer of told) await tellOfficer(tx, officer, { template: 'identity.service_ends', about: `${id}:${until}`, facts: { name, to: until }, at: clock.now() })
    })
  }
}
