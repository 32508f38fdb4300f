import { addDays, fromLocal, localDate } from '#kernel/local-time'
import { inTransaction, type Tx } from '#platform/db'
import { system } from '#platform/http'
import { notify } from '#platform/notify'
import type { Tools } from '#platform/tools'
import { factsOfNotice } from '../notices.ts'
import { changeDossier, insertActs, lockDossier } from '../stores/dossiers.ts'
import { listUncollected, type Uncollected } from '../stores/uncollected.ts'
import { reminderDue, waitingDays } from '../uncollected.ts'
import { actorOf } from './move.ts'

const batch = 200

/**
 * Reminds applicants of results that nobody has collected, each in a transaction of its own. Two workers at once remind nobody twice: the dossier is held, and asked
 * again how often its applicant was told. Resolves to how many were reminded.
 */
export async function remindUncollected(tools: Tools): Promise<number> {
  const { remindAfterDays } = tools.province.uncollected
  const first = remindAfterDays[0]
  if (first === undefined) return 0
  const before = fromLocal(addDays(localDate(tools.clock.now()), 1 - first))
  let reminded = 0
  let after: Uncollected | null = null
  for (;;) {
    const from: Uncollected | null = after
    const found: Uncollected[] = await inTransaction(tools.db, (tx): Promise<Uncollected[]> => listUncollected(tx, before, remindAfterDays.length, from, batch))
    for (const { id } of found) if (await inTransaction(tools.db, (tx) => remind({ ...tools, tx }, id))) reminded++
    after = found.at(-1) ?? null
    if (found.length < batch) return reminded
  }
}

async function remind(reaction: Tools & { tx: Tx }, id: string): Promise<boolean> {
  const { tx, clock, province } = reaction
  const dossier = await lockDossier(tx, id)
  if (dossier?.state !== 'approved' || dossier.citizen === null) return false
  const at = clock.now()
  const days = waitingDays({ ...dossier, readyAt: dossier.readyAt ?? dossier.finishedAt }, at)
  const step = days === null ? null : reminderDue(days, dossier.reminders, province.uncollected)
  if (step === null) return false
  const act = dossier.acts + 1
  await changeDossier(tx, id, dossier.state, act, { reminders: step })
  await insertActs(tx, id, [{ number: act, action: 'remind', fromState: dossier.state, toState: dossier.state, at, note: { days, step }, ...(await actorOf(tx, system)) }])
  const facts = await factsOfNotice(reaction, id, act)
  if (facts) await notify(tx, { key: `dossiers:${id}:${act}`, person: dossier.citizen, subject: id, template: 'dossiers.result_waiting', facts: { ...facts, days }, at })
  return true
}
