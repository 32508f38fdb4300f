import { realNow } from '#kernel/clock'
import { localDate, type LocalDate } from '#kernel/local-time'
import { inTransaction, reading, type Db } from '#platform/db'
import { notify } from '#platform/notify'
import type { Tools } from '#platform/tools'
import { agenciesBelow, findAgency } from '#modules/agencies'
import { reviewedBefore, rootOfScope } from './administration-rules.ts'
import { administratorsOn } from './stores/administration.ts'
import { overdueAgencies } from './stores/reviews.ts'

/** Agencies with capacities that nobody has looked at for six months: how many, and since when the oldest. For the doctor, and for notices. */
export const overdueReviews = (db: Db, day: LocalDate = localDate(realNow())): Promise<{ agency: string; count: number; since: LocalDate }[]> =>
  overdueAgencies(reading(db), day, reviewedBefore(day))

/** Tells each administrator, once a day at most, which agencies of theirs wait for a review. */
export async function tellOverdue({ db, clock }: Pick<Tools, 'db' | 'clock'>): Promise<void> {
  const day = localDate(realNow())
  const overdue = await overdueReviews(db, day)
  if (overdue.length === 0) return
  for (const { officer, agency } of await administratorsOn(reading(db), day)) {
    await inTransaction(db, async (tx) => {
      const own = await findAgency(tx, agency)
      if (!own) return
      const scope = await agenciesBelow(tx, rootOfScope(own, own.parent === null ? undefined : await findAgency(tx, own.parent)))
      const mine = overdue.filter((each) => scope.includes(each.agency))
      if (mine.length === 0) return
      const facts = { agencies: mine.length, capacities: mine.reduce((total, { count }) => total + count, 0) }
      await notify(tx, { key: `identity:review-due:${officer}:${day}`, person: officer, subject: agency, template: 'identity.review_due', facts, at: clock.now() })
    })
  }
}
