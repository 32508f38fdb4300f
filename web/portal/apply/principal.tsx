import { redirect } from 'react-router'
import { choosePrincipal, type DraftView } from '#contract/dossiers'
import { formatDate } from '#kernel/format'
import { Choices } from '../../kit/choices.tsx'
import type { Option } from '../../kit/field.tsx'
import { refuseForm, viewForm } from '../../kit/form.ts'
import { attempt } from '../../kit/call.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { t, type Locale } from '../../messages/index.ts'
import { authoriserAt, caseAt, checkAt, mineAt, procedureAt } from '../places.ts'
import { followSent, isEdit, nextStepAt, openDraft, reopened } from './draft.ts'
import { Step, StepForm } from './step.tsx'
import type { Route } from './+types/principal.ts'

/** For whom it is: the first question of a procedure that may be done for somebody else. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const open = await openDraft(app, params.draft)
  const { draft, body } = open
  if (body.parties.length === 1 && body.parties[0] === 'self') throw redirect(nextStepAt(open))
  return { name: body.shortTitle, options: optionsOf(draft, body.parties, app.locale), chosen: draft.party === 'self' || draft.party === 'authorised' ? draft.party : '', back: isEdit(request) ? checkAt(draft.id) : procedureAt(body.code) }
}

/** Only whom the person may act for: an organisation that one does not represent is no choice. */
function optionsOf({ mayActFor }: DraftView, parties: readonly string[], locale: Locale): Option[] {
  const { who } = t(locale).apply
  return [
    ...(parties.includes('self') ? [{ value: 'self', label: who.self }] : []),
    ...mayActFor.children.map(({ word, name, born }) => ({ value: `child:${word}`, label: who.child(name), hint: who.born(formatDate(born)) })),
    ...mayActFor.organisations.map(({ word, name, title }) => ({ value: `organisation:${word}`, label: who.organisation(name), hint: title })),
    ...(parties.includes('authorised') ? [{ value: 'authorised', label: who.authorised, hint: who.authorisedHint }] : []),
  ]
}

/** Keeps the choice and goes on; somebody who authorised the person is named on a page of its own. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const app = context.get(keys.app)
  const form = await request.formData()
  const open = await openDraft(app, params.draft)
  const chosen = form.get('party')
  const [party = '', word] = typeof chosen === 'string' ? chosen.split(':') : []
  if (form.get('sau') === '1' && party === '') return redirect(mineAt)
  if (party === 'authorised') return redirect(authoriserAt(params.draft, isEdit(request)))
  const saved = await attempt(app, choosePrincipal, { draft: params.draft, principal: word === undefined ? { party } : { party, word } })
  if (!saved.ok) {
    followSent(saved.refusal)
    return refuseForm(form, { ...saved.refusal, fields: { party: 'required' } })
  }
  if (form.get('sau') === '1') return redirect(mineAt)
  const now = reopened(app, open, saved.value)
  return redirect(isEdit(request) ? nextStepAt(now, true) : caseAt(params.draft))
}

export default function PrincipalPage({ loaderData: { name, options, chosen, back }, actionData }: Route.ComponentProps) {
  const { apply } = useWords()
  const locale = useLocale()
  const view = viewForm(actionData, { party: apply.wrong.choice }, locale, { 'party:required': apply.wrong.choice })
  return (
    <Step title={apply.who.title} name={name[locale]} back={back} errors={view.summary}>
      <StepForm>
        <Choices name="party" label={apply.who.title} asHeading pick="one" options={options} error={view.error('party')} chosen={[view.value('party', chosen)]} />
      </StepForm>
    </Step>
  )
}
