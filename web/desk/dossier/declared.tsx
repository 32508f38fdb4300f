import { Form } from 'react-router'
import type { DossierView } from '#contract/dossiers'
import { formatCitizenNumber, formatDate, formatDateTime } from '#kernel/format'
import { Anchor } from '../../kit/anchor.tsx'
import { LinkButton } from '../../kit/button.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { Note } from '../../kit/lists.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { Declared, type Fact } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { declarationAt, documentAt, dossierAt } from '../places.ts'
import { draftWord, isOutcome } from './shown.ts'

/** Who applies, and what they declared. `number` is the whole citizen number, once it was asked for. */
export function Declaration({ view, number }: { view: DossierView; number: string | null }) {
  const { dossier: words } = useWords()
  const locale = useLocale()
  const { applicant: who } = view
  const sex = who.gender && words.applicant[who.gender]
  const facts: (Fact | null)[] = [
    { term: words.applicant.name, value: who.name },
    { term: view.applicantPaper === 'passport' ? words.applicant.passport : words.applicant.number, value: <CitizenNumber view={view} number={number} /> },
    view.identifiedBy === null ? null : { term: words.applicant.identifiedBy, value: view.identifiedBy },
    who.born === null ? null : { term: words.applicant.born, value: formatDate(who.born) },
    sex === null ? null : { term: words.applicant.gender, value: sex },
    view.residence === null ? null : { term: words.applicant.address, value: view.residence },
    who.phone === null ? null : { term: words.applicant.phone, value: who.phone },
    who.email === null ? null : { term: words.applicant.email, value: who.email },
  ]
  const answers = view.answers.filter(isNews(view, sex))
  return (
    <>
      <h2>{words.applicant.title}</h2>
      <Declared items={facts.filter((fact) => fact !== null)} />
      {view.principal && <PrincipalFacts principal={view.principal} number={view.principalMasked} />}
      <h2>{words.answers}</h2>
      {view.notices.map((notice) => <Note key={notice.vi} kind="near">{notice[locale]}</Note>)}
      {view.immediate !== 'certify' && <p><a href={declarationAt(view.id)} target="_blank" rel="noreferrer">{words.declaration}</a></p>}
      <Declared items={[{ term: words.procedureCase, value: view.procedureCase.label[locale] }, ...answers.map(({ label, text }) => ({ term: label[locale], value: text }))]} />
    </>
  )
}

/** For whom it is, and what lets the applicant act. */
function PrincipalFacts({ principal: who, number }: { principal: NonNullable<DossierView['principal']>; number: string | null }) {
  const { dossier: { applicant: words, principal } } = useWords()
  const facts: (Fact | null)[] = [
    { term: words.name, value: who.name }, number === null ? null : { term: principal.number[who.party], value: <span className="num">{number}</span> },
    who.born === null ? null : { term: words.born, value: formatDate(who.born) }, who.address === null ? null : { term: words.address, value: who.address },
    { term: principal.relation, value: principal.relations[who.relation] }, who.title === null ? null : { term: principal.titleOf, value: who.title },
    who.authority === null ? null : { term: principal.authority, value: who.authority },
  ]
  return (
    <>
      <h2>{principal.title}</h2>
      <Declared items={facts.filter((fact) => fact !== null)} />
    </>
  )
}

/** Whether an answer says more than the list of the applicant does: a form filled in for oneself repeats it. */
function isNews({ applicant: who, numberMasked, answers }: DossierView, sex: string | null): (answer: DossierView['answers'][number]) => boolean {
  const texts = answers.map(({ text }) => text)
  const isSelf = texts.includes(who.name) && numberMasked !== null && texts.includes(numberMasked)
  const said = new Set([who.phone, who.email, ...(isSelf ? [who.name, numberMasked, who.born && formatDate(who.born), sex] : [])])
  return ({ text }) => !said.has(text)
}

function CitizenNumber({ view, number }: { view: DossierView; number: string | null }) {
  const { dossier: { applicant: words } } = useWords()
  if (view.numberMasked === null) return words.noNumber
  if (number !== null) return <b className="num" role="status">{formatCitizenNumber(number)}</b>
  return (
    <Form method="post" preventScrollReset className="show-number">
      <FormGuard form="number" />
      <span className="num">{view.numberMasked}</span>
      <button type="submit" name="act" value="showNumber" title={words.showHint}>{words.show}</button>
    </Form>
  )
}

/** Prints it once more, on record: the print says on its face that it is not the first. */
function Again({ document, name }: { document: string; name: string }) {
  const { after } = useWords()
  return (
    <Form method="post" className="again">
      <FormGuard form={`reprint-${document}`} />
      <input type="hidden" name="document" value={document} />
      <button type="submit" name="act" value="reprint">{after.reprint.button}<span className="vh"> {name}</span></button>
    </Form>
  )
}

/** Forms and result as PDF, the newest last, and the draft for whoever may see it. */
export function Documents({ view, slug }: { view: DossierView; slug: string | null }) {
  const { dossier: { documents: words, viewer }, after, refusal } = useWords()
  // from the signature on there is the paper itself
  const draft = view.mayPreview && !view.documents.some(isOutcome)
  return (
    <>
      <h2>{words.title}</h2>
      {view.documents.length === 0 && !draft && <p className="muted">{words.none}</p>}
      <ul className="documents">
        {view.documents.map(({ id, kind, number, at, voided }) => (
          <li key={id}>
            <Anchor href={`${dossierAt(view.id, { xem: id, hang: slug })}#xem`}>{words.kinds[kind]}</Anchor>
            <small>{words.line(number, formatDateTime(at))} · <a href={documentAt(view.id, id)} target="_blank" rel="noreferrer" aria-label={viewer.openNamed(words.kinds[kind])}>{viewer.open}</a>{view.mayReprint && <> · <Again document={id} name={words.kinds[kind]} /></>}</small>
            {voided && <small><StateWord kind="stopped" size={13}>{after.voidedLine(formatDateTime(voided.at), voided.by, voided.reason)}</StateWord></small>}
          </li>
        ))}
        {draft && (
          <li className="documents__draft">
            <span><b>{view.refusal ? words.draftRefusal : words.draft}</b><small>{view.refusal ? refusal.draftLine : words.draftLine}</small></span>
            <LinkButton href={`${dossierAt(view.id, { xem: draftWord, hang: slug })}#xem`} kind="second" hotkey="D">{words.seeDraft}</LinkButton>
          </li>
        )}
      </ul>
    </>
  )
}
