import './mine.css'
import { redirect } from 'react-router'
import { getDossier, withdraw } from '#contract/dossiers'
import { session } from '#contract/identity'
import { Acts, Back, Button, LinkButton } from '../../kit/button.tsx'
import { attempt } from '../../kit/call.ts'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { TextArea } from '../../kit/field.tsx'
import { inputOf, keyOf, refuseForm, viewForm } from '../../kit/form.ts'
import { FormGuard } from '../../kit/form-guard.tsx'
import { stepUpAt } from '../../kit/places.ts'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { dossierAt, withdrawAt } from '../places.ts'
import type { Route } from './+types/withdraw.ts'

/** Asks before a dossier is taken back, because that cannot be undone. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const view = await app.call(getDossier, { id: params.id })
  // before a reason is typed, which would be lost on the way to the national identity and back
  if ((await app.call(session, {})).tooLowFor.includes('withdraw')) throw redirect(stepUpAt(withdrawAt(view.id)))
  // after a refused press the form is shown with its sentence, whatever the dossier has become
  if (request.method === 'GET' && !view.actions.includes('withdraw')) throw redirect(dossierAt(view.id))
  return { id: view.id, code: view.code, title: view.procedure.shortTitle }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await attempt(context.get(keys.app), withdraw, { id: params.id, reason: inputOf(form)['reason'] }, { key: keyOf(form) })
  return done.ok ? redirect(dossierAt(params.id)) : refuseForm(form, done.refusal)
}

export default function WithdrawPage({ loaderData: { id, code, title }, actionData }: Route.ComponentProps) {
  const { mine: { withdraw: words } } = useWords()
  const locale = useLocale()
  const view = viewForm(actionData, { reason: words.reasonLabel }, locale, { 'reason:required': words.short, 'reason:too_small': words.short })
  return (
    <div className="wrap narrow page--form stack">
      <Title errors={view.summary.length}>{`${words.title} ${code}`}</Title>
      <Back href={dossierAt(id)} />
      <ErrorSummary lines={view.summary} />
      <h1>{words.title}</h1>
      <p className="hint">{title[locale]} · <span className="code">{code}</span></p>
      <p>{words.text}</p>
      <form method="post" noValidate>
        <FormGuard />
        <TextArea name="reason" label={words.reason} hint={words.reasonHint} rows={3} maxLength={2000} value={view.value('reason')} error={view.error('reason')} />
        <Acts><Button kind="danger" wide>{words.yes}</Button><LinkButton kind="second" wide href={dossierAt(id)}>{words.no}</LinkButton></Acts>
      </form>
    </div>
  )
}
