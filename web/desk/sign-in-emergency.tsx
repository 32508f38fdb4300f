import { redirect } from 'react-router'
import { breakGlass } from '#contract/identity'
import type { Route } from './+types/sign-in-emergency.ts'
import * as keys from '../context.ts'
import { Acts, Button } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { Field, TextArea } from '../kit/field.tsx'
import { inputOf, refuseForm, viewForm } from '../kit/form.ts'
import { FormGuard } from '../kit/form-guard.tsx'
import { signInAt } from '../kit/places.ts'
import { useLocale, useWords } from '../kit/words.ts'
import { adminAt } from './admin/menu.ts'
import { DoorPage } from './door-page.tsx'

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await attempt(context.get(keys.app), breakGlass, inputOf(form))
  return done.ok ? redirect(adminAt, 303) : refuseForm(form, done.refusal)
}

/** The sealed access: its code, and why. What follows from it stands above the boxes. */
export default function SignInEmergency({ actionData }: Route.ComponentProps) {
  const { emergency: words, desk: { signIn } } = useWords()
  const view = viewForm(actionData, { passcode: words.codeIn, reason: words.reasonIn }, useLocale())
  return (
    <DoorPage title={words.title} text={words.text} summary={view.summary}>
      <form method="post">
        <FormGuard form="emergency" />
        <Field name="passcode" label={words.code} error={view.error('passcode')} width={20} maxLength={60} />
        <TextArea name="reason" label={words.reason} hint={words.reasonHint} value={view.value('reason')} error={view.error('reason')} rows={3} maxLength={1000} />
        <Acts><Button kind="danger" wide working={signIn.checking}>{words.open}</Button></Acts>
      </form>
      <p><a href={signInAt(adminAt)}>{words.usual}</a></p>
    </DoorPage>
  )
}
