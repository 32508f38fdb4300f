import type { DossierView } from '#contract/dossiers'
import { t, type Locale } from '../../messages/index.ts'
import { sayWhen } from '../when.ts'

/** That a promised time has gone by, and what can be done about it. */
export function lateWords(view: DossierView, now: string, locale: Locale): string {
  const { late, lateAnswer } = t(locale).mine.dossier
  return view.dueAt === null ? lateAnswer(sayWhen(view.deskDueAt, now, locale)) : late(sayWhen(view.dueAt, now, locale))
}

/** The first thing a person wants to know: how it stands, and whether they must do anything; a fee that is owed is something. */
export function saysOf(view: DossierView, now: string, locale: Locale): { how: string; todo: string } {
  const said = says(view, now, locale)
  const { todo } = t(locale).mine.dossier
  return view.fee?.state === 'due' && said.todo === todo.none ? { ...said, todo: todo.pay } : said
}

function says(view: DossierView, now: string, locale: Locale): { how: string; todo: string } {
  const { says: words, todo } = t(locale).mine.dossier
  // a misprint is being corrected: nothing is decided again, and nothing is asked of the person
  const results = view.documents.filter(({ kind }) => kind === 'result' || kind === 'refusal')
  if (results.length > 0 && results.every(({ voided }) => voided !== null)) return { how: words.correcting(view.office.name[locale]), todo: view.oldPaperOut ? todo.keepOld : todo.none }
  if (view.refusal && view.finishedAt !== null) return notGranted(view, locale)
  const [desk, office, counter] = [view.desk.name[locale], view.office.name[locale], view.counter.name[locale]]
  switch (view.state) {
    case 'submitted': return { how: words.submitted(desk, sayWhen(view.deskDueAt, now, locale)), todo: todo.none }
    case 'desk_waiting': return { how: words.desk_waiting(desk), todo: todo.supply }
    case 'accepted': return { how: words.accepted(office), todo: todo.none }
    case 'processing': return { how: words.processing(office, view.holder?.name ?? ''), todo: view.fieldChecks.some(({ record }) => record === null) ? todo.check : todo.none }
    case 'office_waiting': return { how: words.office_waiting(office), todo: todo.supply }
    case 'awaiting_signature': return { how: words.awaiting_signature(office), todo: todo.none }
    case 'approved': return view.receive === 'electronic' ? { how: words.approvedElectronic, todo: todo.none } : { how: words.approved(counter), todo: todo.collect }
    case 'archived': return { how: words.archived(counter), todo: todo.collect }
    case 'handed_over': return { how: words.handed_over, todo: todo.finished }
    case 'refused': return { how: words.refused(desk), todo: todo.again }
    case 'withdrawn': return { how: words.withdrawn, todo: todo.finished }
  }
}

/** Signed as not granted: it is over, and what can be done now is said; paper that was handed in waits at the counter. */
function notGranted(view: DossierView, locale: Locale): { how: string; todo: string } {
  const { mine: words } = t(locale).refusal
  const waits = view.state !== 'handed_over' && view.receive === 'counter'
  return { how: words.how(view.office.name[locale]), todo: waits ? `${words.todoCounter(view.counter.name[locale])} ${words.todo}` : words.todo }
}
