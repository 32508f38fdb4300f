import { redirect } from 'react-router'
import { chooseCase } from '#contract/dossiers'
import { pagesOf } from '#contract/procedures'
import { Choices } from '../../kit/choices.tsx'
import { refuseForm, viewForm } from '../../kit/form.ts'
import { attempt } from '../../kit/call.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { checkAt, mineAt, principalAt, procedureAt, questionAt } from '../places.ts'
import { followSent, isEdit, nextStepAt, openDraft, reopened } from './draft.ts'
import { Step, StepForm } from './step.tsx'
import type { Route } from './+types/case.ts'

/** Which case of the procedure applies: the first question. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { draft, body, filling } = await openDraft(context.get(keys.app), params.draft)
  return {
    cases: body.cases, chosen: draft.procedureCase, name: body.shortTitle, total: pagesOf(body, filling).length + 1,
    back: isEdit(request) ? checkAt(draft.id) : draft.party !== null ? principalAt(draft.id) : procedureAt(body.code),
  }
}

/** Keeps the case and goes on to the first question, or to what another case asks besides. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const app = context.get(keys.app)
  const form = await request.formData()
  const open = await openDraft(app, params.draft)
  const chosen = form.get('procedureCase')
  const later = form.get('sau') === '1'
  if (later && chosen === null) return redirect(mineAt)
  const saved = await attempt(app, chooseCase, { draft: params.draft, procedureCase: chosen ?? undefined })
  if (!saved.ok) {
    followSent(saved.refusal)
    return refuseForm(form, saved.refusal)
  }
  if (later) return redirect(mineAt)
  const now = reopened(app, open, saved.value)
  if (isEdit(request)) return redirect(nextStepAt(now, true))
  const first = pagesOf(now.body, now.filling)[0]
  return redirect(first ? questionAt(params.draft, first.code) : nextStepAt(now))
}

export default function CasePage({ loaderData: { cases, chosen, name, total, back }, actionData }: Route.ComponentProps) {
  const { apply } = useWords()
  const locale = useLocale()
  const sentences = { 'procedureCase:required': apply.wrong.choice, 'procedureCase:not_an_option': apply.wrong.choice }
  const view = viewForm(actionData, { procedureCase: apply.wrong.choice }, locale, sentences)
  const options = cases.options.map(({ code, label, hint }) => ({ value: code, label: label[locale], ...(hint && { hint: hint[locale] }) }))
  return (
    <Step title={cases.question[locale]} name={name[locale]} back={back} progress={{ at: 1, total }} errors={view.summary}>
      <StepForm>
        <Choices
          name="procedureCase" label={cases.question[locale]} asHeading pick="one" options={options} {...(cases.hint && { hint: cases.hint[locale] })}
          error={view.error('procedureCase')} chosen={[view.value('procedureCase', chosen ?? '')]}
        />
      </StepForm>
    </Step>
  )
}
