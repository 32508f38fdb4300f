import type { DossierView } from '#contract/dossiers'
import { formatDate, formatMoney, formatTime } from '#kernel/format'
import { dong } from '#kernel/money'
import { LinkButton } from '../../kit/button.tsx'
import { StateShape } from '../../kit/status-tag.tsx'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { PrintButton } from '../admin/print.tsx'
import { Who } from '../dossier/who.tsx'
import { declarationAt, dossierAt, intakeAt, intakeFor } from '../places.ts'

/** The day's number at this desk, without the zeros: what is called out. */
const calledOf = (code: string): string => (code.split('-').at(-1) ?? code).replace(/^0+(?=\d)/, '')

/** What a visit ends with whose result is given at once: no form 01, at most a small ticket with the number (Nghị định 61/2018/NĐ-CP, Điều 17). */
export function Ticket({ view }: { view: DossierView }) {
  const { dossier: { intake: { receipt }, title }, atOnce: { ticket: words } } = useWords()
  const locale = useLocale()
  const due = view.dueAt
  return (
    <div className="intake">
      <Title>{`${words.title}: ${title(view.applicant.name, view.code)}`}</Title>
      <h1 className="receipt__head"><StateShape kind="done" size={24} />{words.title}</h1>
      <p><Who view={view} /> · {view.procedure.title[locale]}</p>
      <section className="ticket" aria-label={words.label}>
        <p>{words.number}</p>
        <p className="ticket__number">{calledOf(view.code)}</p>
        <p className="code">{view.code}</p>
        {due !== null && <p>{words.due} <b className="num">{formatTime(due)}, {formatDate(new Date(due))}</b></p>}
        {view.fee?.state === 'due' && <p>{words.fee} <b className="num">{formatMoney(dong(view.fee.total))}</b></p>}
        <p>{words.where} {view.counter.name[locale]}</p>
      </section>
      <p>{words.text}</p>
      <div className="acts">
        <LinkButton href={intakeAt}>{receipt.another}</LinkButton>
        <PrintButton>{words.print}</PrintButton>
        {view.immediate === 'write' && <a className="btn btn--second" href={declarationAt(view.id)} target="_blank" rel="noreferrer">{receipt.declaration}</a>}
        <LinkButton kind="second" href={intakeFor(view.id)}>{receipt.same}</LinkButton><LinkButton kind="quiet" href={dossierAt(view.id)}>{receipt.open}</LinkButton>
      </div>
    </div>
  )
}
