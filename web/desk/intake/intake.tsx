import '../../kit/desk.css'
import './intake.css'
import { useState, type ReactNode } from 'react'
import { data, Form, redirect } from 'react-router'
import { getAgency } from '#contract/agencies'
import { listAreas } from '#contract/areas'
import { applicantAgain, intake, listQueues, listReservedCodes } from '#contract/dossiers'
import { choicesOf, feeLinesOf, getProcedure, type Body } from '#contract/procedures'
import { formatMoney } from '#kernel/format'
import { localDate } from '#kernel/local-time'
import { dong } from '#kernel/money'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Acts, Back, Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { attempt } from '../../kit/call.ts'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import type { Option } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, typedOf, viewForm, type FormState, type Typed } from '../../kit/form.ts'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Locale, Messages } from '../../messages/index.ts'
import { useTrouble } from '../keys.ts'
import { actAt, intakeAt, samePersonAt } from '../places.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/intake.ts'
import { ApplicantBoxes } from './applicant-boxes.tsx'
import { CardBox } from './card-box.tsx'
import { PapersBox } from './papers-box.tsx'
import { PrincipalBoxes } from './principal-boxes.tsx'
import { QuestionBox, type Boxes } from './question-box.tsx'
import { scanned, type Scanned } from './scan.ts'
import { OnPaperBox } from './on-paper-box.tsx'
import { typedOfPerson } from './persons.ts'
import { askedIn, byBox, endsWithNumber, faultsOf, fillingOf, isByName, visitOf } from './visit.ts'

/** The procedure as it stands today and the communes to choose from. Asking for the queues first lets nobody in who has no desk. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  await app.call(listQueues, {})
  const [{ code, body }, { areas }] = await Promise.all([app.call(getProcedure, { code: params.procedure }), app.call(listAreas, { level: 'commune' })])
  const person = /^[0-9a-f-]{36}$/.exec(new URL(request.url).searchParams.get('nguoi') ?? '')?.[0]
  const again = person === undefined ? undefined : await attempt(app, applicantAgain, { id: person })
  const { codes } = await app.call(listReservedCodes, {})
  const reserved = codes.filter(({ dossier }) => dossier === null).map(({ code: number, day }) => ({ code: number, day }))
  const own = app.viewer.agency === null ? null : (await app.call(getAgency, { code: app.viewer.agency })).area
  return { own, start: again?.ok ? typedOfPerson(again.value, params.procedure) : {}, again: again?.ok ? { id: person ?? '', name: again.value.applicant.name } : null, reserved, code, body, areas: areas.map(({ code: area, name }) => ({ value: area, label: name[app.locale] })), today: localDate(new Date(app.page.now)) }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const app = context.get(keys.app)
  const form = await request.formData()
  if (text(form, 'act') === 'refresh') return data<{ typed: Typed }>({ typed: typedOf(form) })
  if (text(form, 'act') === 'scan') return scanned(app, request, form)
  const done = await run({ app, request, form }, intake, visitOf(form, params.procedure))
  if (done.ok) return redirect(actAt(done.value.id, 'da-tiep-nhan'), 303)
  const { body } = await app.call(getProcedure, { code: params.procedure })
  const [typed, today] = [typedOf(form), localDate(new Date(app.page.now))]
  const { fields } = done.refusal
  const all = Object.keys(fields).length > 0 ? { ...faultsOf(body, typed, today), ...fields } : fields
  return refuseForm(form, { ...done.refusal, fields: byBox(all, body, typed, today) })
}

const lower = (label: string): string => (/^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label)

/** Every box by its name, as it stands inside a sentence, in the order of the page. */
function labelsOf(body: Body, { intake: words, applicant }: Messages['dossier'], locale: Locale): Record<string, string> {
  const boxes = (['name', 'number', 'born', 'gender', 'nationality', 'ethnicity', 'phone', 'email'] as const).map((name) => [`applicant.${name}`, lower(applicant[name])])
  const answers = body.form.flatMap(({ code, label, kind }) => {
    const name = lower(label[locale])
    const parts = kind === 'months' ? ['.from', '.to'] : kind === 'address' ? ['.area', '.line'] : []
    return ['', ...parts].map((part) => [`answers.${code}${part}`, name])
  })
  const papers = body.papers.map(({ code, name }) => [`papers.${code}`, lower(name[locale])])
  const persons: [string, string][] = [
    ['onPaper.code', words.onPaper.codeIn], ['onPaper.at', words.onPaper.atIn],
    ['applicant.paper', words.paperIn], ['applicant.passport', lower(words.passport)], ['applicant.identifiedBy', lower(words.identifiedBy)], ['principal.party', lower(words.principal.party)],
    ['principal.name', words.principal.nameIn], ['principal.number', lower(words.principal.number)], ['principal.passport', lower(words.principal.passport)], ['principal.code', lower(words.principal.code)],
    ['principal.born', lower(applicant.born)], ['principal.title', lower(words.principal.titleOf)], ['principal.authority', lower(words.principal.authority)],
  ]
  return { procedureCase: words.caseIn, ...Object.fromEntries([...boxes, ['applicant.area', lower(words.area)], ['applicant.address', lower(words.line)], ...persons, ...answers, ...papers]) as Record<string, string> }
}

/** What is chosen is not filled in. */
function sentencesOf(body: Body, { intake: words, applicant, procedureCase }: Messages['dossier'], locale: Locale): Record<string, string> {
  const choices = body.form.filter(({ kind }) => kind === 'choice' || kind === 'area').map(({ code, label }): [string, string] => [`answers.${code}`, label[locale]])
  const all: [string, string][] = [['procedureCase', procedureCase], ['applicant.gender', applicant.gender], ['applicant.area', words.area], ...choices]
  return Object.fromEntries(all.map(([path, label]) => [`${path}:required`, words.pick(label)]))
}

/** A visit at the counter on one page: applicant, case, answers, papers; then handed in and accepted in one act. */
export default function Intake({ loaderData, actionData }: Route.ComponentProps) {
  // a card fills the boxes: they are made anew with what it said
  const scan = (actionData as { scan?: Scanned } | undefined)?.scan
  return <Visit key={scan?.key ?? 'typed'} loaderData={loaderData} actionData={actionData} />
}

function Visit({ loaderData: { own, start, again, reserved, code, body, areas, today }, actionData }: Pick<Route.ComponentProps, 'loaderData' | 'actionData'>) {
  const { dossier, after, atOnce: { intake: atOnce } } = useWords()
  const locale = useLocale()
  const { intake: words } = dossier
  const byName = isByName(body)
  const state = actionData as FormState | { typed: Typed; scan?: Scanned } | undefined
  const refused = state && 'refusal' in state ? state : undefined
  const only = body.cases.options.length === 1 ? body.cases.options[0]?.code : undefined
  const [typed, setTyped] = useState<Typed>(state?.typed ?? { ...start, ...(only !== undefined && { procedureCase: [only] }) })
  const onNumber = endsWithNumber(body, fillingOf(typed, today), own)
  const form = viewForm(refused, labelsOf(body, dossier, locale), locale, sentencesOf(body, dossier, locale))
  const [changed, setChanged] = useChanged(refused)
  const boxes: Boxes = { value: (name, first = '') => typed[name]?.[0] ?? first, error: (path) => (changed.some((name) => belongsTo(name, path)) ? undefined : form.error(path)) }
  useTrouble(refused)
  return (
    <div className="intake">
      <Title errors={form.summary.length}>{`${words.title}: ${body.shortTitle[locale]}`}</Title>
      <Back href={intakeAt}>{words.title}</Back>
      <h1>{body.title[locale]}</h1>
      <p className="muted num">{code}</p>
      <ErrorSummary lines={form.summary} />
      {again && <p className="intake__again">{after.person.again(again.name)} <Anchor href={samePersonAt(again.id)}>{after.person.link}</Anchor></p>}
      <Form method="post" noValidate onChange={({ currentTarget, target }) => {
        setTyped((before) => ({ ...before, ...typedOf(new FormData(currentTarget)) }))
        setChanged((target as Element).getAttribute('name'))
      }}>
        <FormGuard />
        <CardBox scan={state && 'scan' in state ? state.scan : undefined} />
        <Boxed title={words.applicant}><ApplicantBoxes body={body} areas={areas} boxes={boxes} /></Boxed>
        {(body.parties.length > 1 || body.parties[0] !== 'self') && <Boxed title={words.principal.title}><PrincipalBoxes body={body} areas={areas} boxes={boxes} /></Boxed>}
        {only !== undefined ? <input type="hidden" name="procedureCase" value={only} /> : (
        <Boxed title={dossier.procedureCase}>
          <Choices name="procedureCase" pick="one" label={body.cases.question[locale]} error={boxes.error('procedureCase')} options={body.cases.options.map((option) => ({ value: option.code, label: option.label[locale] }))} chosen={[boxes.value('procedureCase')]} />
        </Boxed>
        )}
        <Answers body={body} areas={areas} boxes={boxes} typed={typed} today={today} ward={own} />
        {reserved.length > 0 && <Boxed title={words.onPaper.title}><OnPaperBox reserved={reserved} boxes={boxes} /></Boxed>}
        <noscript><div className="acts"><Button kind="second" name="act" value="refresh">{words.refresh}</Button><p className="hint">{words.refreshHint}</p></div></noscript>
        <Acts><Button>{onNumber ? atOnce.submit : words.submit}</Button><p className="muted">{!onNumber ? words.promise : byName ? atOnce.promise : atOnce.promiseHere}</p></Acts>
      </Form>
    </div>
  )
}

/** Whether a box of this name is part of what `path` asks for: a day of a date, the street of an address, the file of a paper. */
const belongsTo = (name: string, path: string): boolean => name === path || (name.startsWith(path) && '~.['.includes(name.charAt(path.length)))

/** The boxes that were changed since the form was refused: what was wrong with them may be mended, so it is not said any longer. */
function useChanged(refused: FormState | undefined): [readonly string[], (name: string | null) => void] {
  const [changed, setChanged] = useState<{ since: FormState | undefined; names: readonly string[] }>({ since: refused, names: [] })
  const names = changed.since === refused ? changed.names : []
  return [names, (name) => {
    if (name !== null && refused && !names.includes(name)) setChanged({ since: refused, names: [...names, name] })
  }]
}

function Boxed({ title, children }: { title: string; children: ReactNode }) {
  return <section className="boxed" aria-label={title}><h2>{title}</h2><div className="boxed__grid">{children}</div></section>
}

type AnswersProps = { body: Body; areas: readonly Option[]; boxes: Boxes; typed: Typed; today: string; /** the commune of this counter */ ward: string | null }

/** The questions that apply as things stand, by group, and the papers that follow from them. */
function Answers({ body, areas, boxes, typed, today, ward }: AnswersProps) {
  const { dossier: { intake: words }, atOnce: { intake: atOnce } } = useWords()
  const locale = useLocale()
  const filling = fillingOf(typed, today)
  // the law's form speaks to the applicant; how the result is received is said here as the clerk says it
  const spoken = (question: string, value: string): string | undefined => (question === body.delivery?.question && Object.hasOwn(words.paperByDesk, value) ? words.paperByDesk[value as 'counter'] : undefined)
  const { questions, papers } = askedIn(body, filling, boxes.value('withoutPhone~boolean') !== 'true')
  const fee = body.immediate ? feeLinesOf(body, filling).reduce((sum, { total }) => sum + total, 0) : 0
  return (
    <>
      {body.groups.map((group) => {
        const own = questions.filter((question) => question.group === group.code)
        if (own.length === 0) return null
        return (
          <Boxed key={group.code} title={group.title[locale]}>
            {own.map((question) => (
              <QuestionBox key={question.code} question={question} areas={areas} boxes={boxes} options={choicesOf(body, filling, question).map(({ value, label }) => ({ value, label: spoken(question.code, value) ?? label[locale] }))} place={question.code === body.delivery?.place && areas.some(({ value }) => value === ward) ? (ward ?? undefined) : undefined} />
            ))}
          </Boxed>
        )
      })}
      <Boxed title={words.papers}><PapersBox papers={papers} boxes={boxes} /></Boxed>
      {fee > 0 && <p className="intake__fee num" role="status">{atOnce.fee(formatMoney(dong(fee)))}</p>}
    </>
  )
}
