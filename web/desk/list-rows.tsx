import type { Row } from '#contract/dossiers'
import { formatMoney } from '#kernel/format'
import { dong } from '#kernel/money'
import { Anchor } from '../kit/anchor.tsx'
import type { WorkRow } from '../kit/worklist.tsx'
import type { Locale, Messages } from '../messages/index.ts'
import { actPlaces, inOrder } from './acts.ts'
import { listAt, type Ask, type ListRow } from './list-query.ts'
import { clockOf, commonPrefix, dueOf, dueWords, stateKinds } from './looks.ts'
import { actAt, dossierAt } from './places.ts'
import { queuePlaces, type QueueName } from './queues.ts'

type Told = { now: string; locale: Locale; words: Messages; /** the queue one comes from */ from?: QueueName | undefined }

/** Rows as the list draws them, and the part that all of their codes begin with. */
export function workRows(rows: readonly Row[], told: Told): { codePrefix: string; rows: WorkRow[] } {
  const codePrefix = commonPrefix(rows.map(({ code }) => code))
  return { codePrefix, rows: rows.map((row) => workRow(row, codePrefix, told)) }
}

function workRow(row: Row, codePrefix: string, { now, locale, words: { atOnce, desk, kit, refusal }, from }: Told): WorkRow {
  return {
    id: row.id, href: dossierAt(row.id, { hang: from && queuePlaces[from].slug }), clock: clockOf(row, now, kit),
    // before the acceptance a wait has no end that anybody promised
    due: row.state === 'desk_waiting' ? '–' : dueWords(dueOf(row), now, kit),
    code: row.code.slice(codePrefix.length), procedure: row.title[locale], ...(row.notGranted ? { tag: refusal.tag } : row.immediate && { tag: atOnce.tag }), applicant: row.principalName === null ? row.applicantName : `${row.principalName} (${row.applicantName})`, channel: desk.channel[row.channel], holder: row.holder ?? '–', ...(row.waitingDays !== null && { shelf: desk.list.waits(row.shelf ?? desk.list.noShelf, row.waitingDays) }),
    state: { kind: stateKinds[row.state], label: desk.state[row.state] },
  }
}

/**
 * The first act that the server allows on a row. Taking is done at once; accepting makes a document and starts a limit, so the list asks
 * first; every other act has a page.
 */
export function RowAct({ row, queue, ask, from, words: { desk } }: { row: ListRow; queue: QueueName; ask: Ask; from: number; words: Messages }) {
  const [act] = inOrder(row.actions, row.immediate)
  if (act === undefined) return null
  // nothing goes out before the fee is paid: the row says how much
  const label = <>{act === 'handOver' && row.feeDue !== null ? desk.list.collect(formatMoney(dong(row.feeDue))) : desk.act[act]}<span className="vh"> {row.code}</span></>
  const { slug } = actPlaces[act]
  if (slug !== undefined) return <Anchor href={actAt(row.id, slug, queuePlaces[queue].slug)} data-act="">{label}</Anchor>
  if (act === 'take') return <button type="submit" name="take" value={row.id} data-act="">{label}</button>
  return <Anchor href={listAt(queue, ask, { from, ask: row.id })} data-act="">{label}</Anchor>
}
