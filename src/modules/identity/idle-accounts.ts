import { realNow } from '#kernel/clock'
import { localDate } from '#kernel/local-time'
import { inTransaction, type Tx } from '#platform/db'
import { publish } from '#platform/events'
import { endSessionsOf } from '#platform/sessions'
import type { Tools } from '#platform/tools'
import { seatsOver } from './administering.ts'
import { realDay, tellOfficer } from './credentials.ts'
import { AccountClosedIdle } from './events.ts'
import { idleRules, idleVerdict } from './rules.ts'
import { lockAdministration } from './stores/administration.ts'
import { ableAdministrators, closeIdle, idleAccounts, restartIdleDays, type IdleRow } from './stores/credentials.ts'

type Needs = Pick<Tools, 'db' | 'clock' | 'log'>

/**
 * Closes accounts without a sign-in for 45 days, and warns their owners a week before. By the machine's clock. An account for emergencies is never closed,
 * nor one of the demonstration, nor the last administrator who can sign in at their place: whoever is left must be able to open it again. Then its days begin
 * anew. Bears a second run: a warning has one key for each idle time, a closed account is closed.
 */
export async function closeIdleAccounts(tools: Needs): Promise<void> {
  const now = realNow()
  await restartIdleDays(tools.db, now)
  const warnedFrom = new Date(now.getTime() - (idleRules.days - idleRules.warnDays) * 86_400_000)
  for (const row of await idleAccounts(tools.db, warnedFrom, realDay())) {
    const judged = idleVerdict(row.since, now)
    if (judged.verdict === 'warn') await warn(tools, row, judged.closesAt)
    if (judged.verdict === 'close') await close(tools, row, now)
  }
}

async function warn({ db, clock }: Needs, { officer, since }: IdleRow, closesAt: Date): Promise<void> {
  await inTransaction(db, (tx) => tellOfficer(tx, officer, { template: 'identity.idle_warning', about: localDate(since), facts: { to: localDate(closesAt) }, at: clock.now() }))
}

async function close({ db, clock, log }: Needs, { officer, since, administrator }: IdleRow, at: Date): Promise<void> {
  await inTransaction(db, async (tx) => {
    if (administrator) {
      await lockAdministration(tx)
      if (!(await othersAdminister(tx, officer))) return log.warn({ officer }, 'the last administrator lies idle and stays open')
    }
    if (!(await closeIdle(tx, officer, since, at))) return
    await endSessionsOf(tx, officer)
    await publish(tx, AccountClosedIdle, { subject: officer, at: clock.now(), payload: { officer, days: idleRules.days } })
    await tellOfficer(tx, officer, { template: 'identity.account_closed_idle', about: at.toISOString(), facts: { count: idleRules.days }, at: clock.now() })
  })
}

/** Whether somebody else who can sign in administers each place that this administrator does. */
async function othersAdminister(tx: Tx, officer: string): Promise<boolean> {
  const able = await ableAdministrators(tx, realDay())
  for (const { agency } of able.filter((each) => each.officer === officer)) {
    const seats = await seatsOver(tx, [agency])
    if (!able.some((each) => each.officer !== officer && seats.includes(each.agency))) return false
  }
  return true
}
