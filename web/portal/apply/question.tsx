import { data, redirect } from 'react-router'
import { saveAnswers } from '#contract/dossiers'
import { choicesOf, neighboursOf, type Body, type Question } from '#contract/procedures'
import type { Locale } from '../../messages/index.ts'
import type { Option } from '../../kit/field.tsx'
import { inputOf, refuseForm, viewForm } from '../../kit/form.ts'
import { attempt } from '../../kit/call.ts'
import { useLocale } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { caseAt, checkAt, mineAt, questionAt } from '../places.ts'
import { AnswerField } from './answer-field.tsx'
import { atBoxes, labelsOf, sentencesOf, startOf } from './answer.ts'
import { afterQuestionsAt, followSent, isEdit, nextStepAt, openDraft, reopened, type Opened } from './draft.ts'
import { Step, StepForm } from './step.tsx'
import type { Route } from './+types/question.ts'

/** One question of the form. One that does not apply as things stand leads to the step that is open. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const open = await openDraft(app, params.draft)
  const { draft, body, filling } = open
  const question = body.form.find(({ code }) => code === params.question)
  if (!question) throw data({ code: 'not_found', status: 404 }, { status: 404, statusText: 'not_found' })
  const edit = isEdit(request)
  const around = neighboursOf(body, filling, question.code)
  if (!around || draft.problems['case'] !== undefined) throw redirect(nextStepAt(open, edit))
  const { before, number, of } = around
  return {
    question, options: optionsFor(open, question, app.locale), ...startOf(question, draft), name: nameOf(body, filling.case),
    back: edit ? checkAt(draft.id) : before ? questionAt(draft.id, before.code) : caseAt(draft.id),
    progress: { at: number + 1, total: of + 1 },
  }
}

/** What is being filled in: the procedure, and of several cases the chosen one, which questions speak of without naming it. */
function nameOf({ shortTitle, cases }: Body, chosen: string | null): { vi: string; en: string } {
  const option = cases.options.length > 1 ? cases.options.find(({ code }) => code === chosen) : undefined
  return option ? { vi: `${shortTitle.vi} · ${option.label.vi}`, en: `${shortTitle.en} · ${option.label.en}` } : shortTitle
}

function optionsFor({ body, filling, places }: Opened, question: Question, locale: Locale): Option[] {
  if (question.kind === 'area' || question.kind === 'address') return places.map(({ code, name }) => ({ value: code, label: name[locale] }))
  return choicesOf(body, filling, question).map(({ value, label, hint }) => ({ value, label: label[locale], ...(hint && { hint: hint[locale] }) }))
}

/** Keeps the answer and goes on: to the page that follows, or back to the check. Left for later, an empty box is no fault. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const app = context.get(keys.app)
  const form = await request.formData()
  const open = await openDraft(app, params.draft)
  const question = open.body.form.find(({ code }) => code === params.question)
  if (!question) return redirect(nextStepAt(open))
  const answer = inputOf(form)[question.code] ?? null
  const later = form.get('sau') === '1'
  if (later && answer === null) return redirect(mineAt)
  const saved = await attempt(app, saveAnswers, { draft: params.draft, page: question.code, answers: { [question.code]: answer } })
  if (!saved.ok) {
    followSent(saved.refusal)
    return refuseForm(form, atBoxes(question, saved.refusal))
  }
  if (later) return redirect(mineAt)
  const now = reopened(app, open, saved.value)
  if (isEdit(request)) return redirect(nextStepAt(now, true))
  const after = neighboursOf(now.body, now.filling, question.code)?.after
  return redirect(after ? questionAt(params.draft, after.code) : afterQuestionsAt(now))
}

export default function QuestionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { question, options, boxes, suggested, name, back, progress } = loaderData
  const locale = useLocale()
  const view = viewForm(actionData, labelsOf(question, locale), locale, sentencesOf(question, locale))
  return (
    <Step title={question.question[locale]} name={name[locale]} back={back} progress={progress} errors={view.summary}>
      <StepForm>
        <AnswerField question={question} options={options} view={view} start={boxes} suggested={suggested && !actionData} reason={actionData?.refusal.fields[question.code]} />
      </StepForm>
    </Step>
  )
}
