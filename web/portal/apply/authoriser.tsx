import { redirect } from 'react-router'
import { choosePrincipal } from '#contract/dossiers'
import { Field } from '../../kit/field.tsx'
import { inputOf, refuseForm, viewForm } from '../../kit/form.ts'
import { attempt } from '../../kit/call.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { caseAt, principalAt } from '../places.ts'
import { followSent, isEdit, nextStepAt, openDraft, reopened } from './draft.ts'
import { Step, StepForm } from './step.tsx'
import type { Route } from './+types/authoriser.ts'

/** Who authorised the person: the name and the number of one paper. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const open = await openDraft(context.get(keys.app), params.draft)
  const { draft, body } = open
  if (!body.parties.includes('authorised')) throw redirect(nextStepAt(open))
  return { name: body.shortTitle, start: draft.party === 'authorised' ? (draft.principal?.name ?? '') : '', back: principalAt(draft.id, isEdit(request)) }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const app = context.get(keys.app)
  const form = await request.formData()
  const open = await openDraft(app, params.draft)
  const { name, number, passport } = inputOf(form)
  const saved = await attempt(app, choosePrincipal, { draft: params.draft, principal: { party: 'authorised', name, number: number ?? null, passport: passport ?? null } })
  if (!saved.ok) {
    followSent(saved.refusal)
    // the contract names the boxes below the choice they belong to
    const fields = Object.fromEntries(Object.entries(saved.refusal.fields).map(([path, reason]) => [path.replace(/^principal\./, ''), reason]))
    return refuseForm(form, { ...saved.refusal, fields })
  }
  const now = reopened(app, open, saved.value)
  return redirect(isEdit(request) ? nextStepAt(now, true) : caseAt(params.draft))
}

export default function AuthoriserPage({ loaderData: { name, start, back }, actionData }: Route.ComponentProps) {
  const { apply: { who } } = useWords()
  const locale = useLocale()
  const view = viewForm(actionData, { name: who.nameIn, number: who.numberIn, passport: who.passportIn }, locale, { 'number:required': who.numberOrPassport })
  return (
    <Step title={who.authoriserTitle} name={name[locale]} back={back} errors={view.summary}>
      <StepForm>
        <h1>{who.authoriserTitle}</h1>
        <p className="hint">{who.authoriserHint}</p>
        <Field name="name" label={who.name} value={view.value('name', start)} error={view.error('name')} maxLength={120} />
        <Field name="number" label={who.number} hint={who.numberHint} kind="code" width={20} value={view.value('number')} error={view.error('number')} />
        <Field name="passport" label={who.passport} hint={who.passportHint} kind="code" width={20} optional value={view.value('passport')} error={view.error('passport')} />
      </StepForm>
    </Step>
  )
}
