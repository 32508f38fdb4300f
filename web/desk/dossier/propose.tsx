import '../intake/intake.css'
import { data, Form } from 'react-router'
import { listAreas } from '#contract/areas'
import { draftResult, propose, type DossierView } from '#contract/dossiers'
import { choicesOf, getProcedure, pagesOf, withOffice, type Body, type Filling, type Question } from '#contract/procedures'
import { localDate } from '#kernel/local-time'
import * as keys from '../../context.ts'
import { Button } from '../../kit/button.tsx'
import { TextArea, type Option } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { QuestionBox, type Boxes } from '../intake/question-box.tsx'
import type { Route } from './+types/propose.ts'
import { ActButtons, ActFrame, doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'
import { boxesOfAnswers } from './office-answers.ts'
import { draftOf } from './shown.ts'
import { Viewer } from './viewer.tsx'

/** The dossier, and the questions that its procedure puts to the officer. */
export async function loader(args: Route.LoaderArgs) {
  const app = args.context.get(keys.app)
  const loaded = await loadAct(args, 'propose')
  const { view } = loaded.data
  const [{ body }, { areas }] = await Promise.all([app.call(getProcedure, { code: view.procedure.code, version: view.procedure.version }), app.call(listAreas, { level: 'commune' })])
  return data({ view, slug: loaded.data.slug, body, areas: areas.map(({ code, name }) => ({ value: code, label: name[app.locale] })), today: localDate(new Date(app.page.now)) }, loaded.init ?? undefined)
}
export const action = (args: Route.ActionArgs) => doAct(args, 'propose', propose, inputOf, { act: 'draft', contract: draftResult, inputOf: draftIn })

const draftIn = (form: FormData): Record<string, unknown> => ({ answers: inputOf(form)['answers'] ?? {} })
export const shouldRevalidate = revalidateAfterPost

/** What of the form may be mended while a misprint is written again. */
const mendable = (body: Body, view: DossierView): Question[] => (view.correctable === null ? [] : body.form.filter(({ code }) => Object.hasOwn(view.correctable ?? {}, code)))

/** The officer's questions that apply to this case. The form's own answers stay on the server: conditions among them are judged there. */
function officeOf(body: Body, view: DossierView, today: string): { questions: Question[]; filling: Filling } {
  const filling: Filling = { case: view.procedureCase.code, party: view.principal?.party ?? 'self', answers: view.proposal ?? {}, today }
  const own = new Set(body.office.map(({ code }) => code))
  return { filling, questions: pagesOf(withOffice(body), filling).filter(({ code }) => own.has(code)) }
}

/** The officer lays the result before the leader: first what the register says, beside it what will be signed. */
export default function Propose({ loaderData: { view, slug, body, areas, today }, actionData }: Route.ComponentProps) {
  const { dossier, after } = useWords()
  const { propose: words } = dossier.act
  const locale = useLocale()
  const { questions, filling } = officeOf(body, view, today)
  const mending = mendable(body, view)
  const labels = Object.fromEntries([...questions, ...mending].flatMap(({ code, label, kind }) => (kind === 'address' ? ['', '.area', '.line'] : kind === 'months' ? ['.from', '.to'] : ['']).map((part) => [`answers.${code}${part}`, label[locale]])))
  const form = viewForm(actionData, { ...labels, note: words.noteIn }, locale)
  const start = boxesOfAnswers([...questions, ...mending], { ...view.correctable, ...view.proposal })
  const boxes: Boxes = { value: (name, first = '') => form.value(name, start[name] ?? first), error: form.error }
  return (
    <ActFrame {...{ view, slug }} act="propose" state={actionData} title={words.title} text={words.text} summary={form.summary} side={view.mayPreview ? <Viewer key={JSON.stringify([view.proposal, view.correctable])} shown={draftOf(view, dossier)} /> : undefined}>
      <Form method="post" noValidate>
        <FormGuard />
        {mending.length > 0 && <Office questions={mending} body={body} filling={filling} areas={areas} boxes={boxes} title={after.correct.title} hint={after.correct.text} id="mend" />}
        {questions.length > 0 && <Office questions={questions} body={body} filling={filling} areas={areas} boxes={boxes} title={words.office} hint={words.officeHint} id="office" />}
        {questions.length + mending.length > 0 && <p><Button kind="second" name="act" value="draft">{words.look}</Button></p>}
        <TextArea name="note" label={words.note} hint={words.noteHint} value={form.value('note')} error={form.error('note')} maxLength={2000} optional />
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}

type OfficeProps = { questions: readonly Question[]; body: Body; filling: Filling; areas: readonly Option[]; boxes: Boxes; title: string; hint: string; id: string }

function Office({ questions, body, filling, areas, boxes, title, hint, id }: OfficeProps) {
  const locale = useLocale()
  return (
    <section className="boxed" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="hint">{hint}</p>
      <div className="boxed__grid">
        {questions.map((question) => (
          <QuestionBox key={question.code} question={question} areas={areas} boxes={boxes} options={choicesOf(withOffice(body), filling, question).map(({ value, label }) => ({ value, label: label[locale] }))} />
        ))}
      </div>
    </section>
  )
}
