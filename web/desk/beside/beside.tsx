import './beside.css'
import type { ConsultationView, DossierView, FieldCheckView } from '#contract/dossiers'
import { formatNumber } from '#kernel/format'
import { Anchor } from '../../kit/anchor.tsx'
import { LinkButton } from '../../kit/button.tsx'
import { StateWord, type StateKind } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { besideAt, recordFileAt } from '../places.ts'
import { useWhen } from '../dossier/when.ts'

type Props = { view: DossierView; slug: string | null }

const kinds: Record<ConsultationView['stands'], StateKind> = { open: 'paused', overdue: 'late', silent: 'late', withdrawn: 'stopped', answered: 'done' }

/** The agencies that were asked, what they said, and asking one more. Nothing where nobody may be asked and nobody was. */
export function Consultations({ view, slug }: Props) {
  const { consult: { opinions: words } } = useWords()
  if (view.consultations.length === 0 && !view.mayConsult) return null
  return (
    <section aria-labelledby="opinions">
      <h2 id="opinions">{words.title}</h2>
      {view.consultations.length === 0 ? <p className="beside__none">{words.none}</p> : (
        <ul className="beside__list">{view.consultations.map((each) => <Asked key={each.number} asked={each} view={view} slug={slug} />)}</ul>
      )}
      {view.mayConsult && <p className="beside__go"><LinkButton kind="second" href={besideAt(view.id, 'ask', undefined, slug)}>{words.ask}</LinkButton></p>}
    </section>
  )
}

function Asked({ asked, view, slug }: Props & { asked: ConsultationView }) {
  const { consult: { opinions: words } } = useWords()
  const locale = useLocale()
  const when = useWhen()
  const { stands, opinion, reasons, answeredBy, endedAt } = asked
  const kind = opinion === 'disagree' ? 'near' : kinds[stands]
  return (
    <li>
      <div className="beside__head"><b>{asked.agency.name[locale]}</b><StateWord kind={kind} size={13}>{opinion ? words.opinion[opinion] : words.stands[stands]}</StateWord></div>
      {asked.content !== null && <p className="beside__said">{asked.content}</p>}
      {asked.askedBy !== null && <p className="muted">{words.asked(asked.askedBy, when(asked.askedAt))}{asked.papers.length > 0 && ` · ${words.shown(formatNumber(asked.papers.length))}`}</p>}
      {stands === 'open' && <p className="muted">{words.until(when(asked.dueAt))}</p>}
      {reasons !== null && <p className="beside__said">{reasons}</p>}
      {answeredBy && endedAt !== null && <p className="muted">{words.answered([answeredBy.name, answeredBy.title].filter(Boolean).join(', '), when(endedAt))}</p>}
      <Files files={asked.files} label={words.files} hrefOf={(number) => recordFileAt(view.id, 'opinion', asked.number, number)} />
      {asked.mayWithdraw && <p className="beside__links"><Anchor href={besideAt(view.id, 'withdraw', asked.number, slug)}>{words.withdraw}</Anchor></p>}
    </li>
  )
}

function Files({ files, label, hrefOf }: { files: ConsultationView['files']; label: string; hrefOf: (number: number) => string }) {
  if (files.length === 0) return null
  return <p className="beside__links">{label}: {files.map(({ number, name }) => <a key={number} href={hrefOf(number)} target="_blank" rel="noreferrer">{name}</a>)}</p>
}

/** The checks of the place: appointments, what was found, and the next step. Nothing where the procedure has none. */
export function FieldChecks({ view, slug }: Props) {
  const { consult: { checks: words } } = useWords()
  if (view.fieldChecks.length === 0 && !view.mayCheckPlace) return null
  return (
    <section aria-labelledby="checks">
      <h2 id="checks">{words.title}</h2>
      {view.fieldChecks.length === 0 ? <p className="beside__none">{words.none}{view.fieldCheckRequired && ` ${words.required}`}</p> : (
        <ul className="beside__list">{view.fieldChecks.map((each) => <Check key={each.number} check={each} view={view} slug={slug} />)}</ul>
      )}
      {view.mayCheckPlace && <p className="beside__go"><LinkButton kind="second" href={besideAt(view.id, 'set', undefined, slug)}>{words.set}</LinkButton></p>}
    </section>
  )
}

function Check({ check, view, slug }: Props & { check: FieldCheckView }) {
  const { consult: { checks: words } } = useWords()
  const when = useWhen()
  const { record } = check
  const [kind, word]: [StateKind, string] = record ? (record.conforms ? ['done', words.good] : ['late', words.bad]) : check.mayRecord ? ['near', words.waiting] : ['new', words.notYet]
  return (
    <li>
      <div className="beside__head"><b className="num">{when(check.startsAt)}</b><StateWord kind={kind} size={13}>{word}</StateWord></div>
      <p>{words.goes(check.goes)}</p>
      {record === null && check.preparation !== null && <p>{words.preparation(check.preparation)}</p>}
      {check.moves > 0 && <p className="muted">{words.moved(formatNumber(check.moves), check.movedBecause ?? '')}</p>}
      {record && <><p>{words.present(record.present)}</p><p className="beside__said">{record.findings}</p><p className="muted">{words.by(record.by, when(record.at))}</p></>}
      <Files files={check.files} label={words.files} hrefOf={(number) => recordFileAt(view.id, 'check', check.number, number)} />
      {(check.mayMove || check.mayRecord) && (
        <p className="beside__links">
          {check.mayRecord && <Anchor href={besideAt(view.id, 'record', check.number, slug)}>{words.record}</Anchor>}
          {check.mayMove && <Anchor href={besideAt(view.id, 'move', check.number, slug)}>{words.move}</Anchor>}
        </p>
      )}
    </li>
  )
}
