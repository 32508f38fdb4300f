import { redirect } from 'react-router'
import { checkPaper } from '#contract/identity'
import type { Route } from './+types/sign-in-paper.ts'
import * as keys from '../context.ts'
import { Acts, Button } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { Field } from '../kit/field.tsx'
import { inputOf, refuseForm, viewForm } from '../kit/form.ts'
import { FormGuard } from '../kit/form-guard.tsx'
import { signInAt } from '../kit/places.ts'
import { useLocale, useWords } from '../kit/words.ts'
import { DoorPage } from './door-page.tsx'
import { backOf, paperPasswordAt } from './places.ts'

export const loader = ({ request }: Route.LoaderArgs) => ({ back: backOf(new URL(request.url).searchParams.get('ve')) })

/** First step with a one-time paper: whose it is, and its code. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await attempt(context.get(keys.app), checkPaper, inputOf(form))
  return done.ok ? redirect(paperPasswordAt(backOf(new URL(request.url).searchParams.get('ve'))), 303) : refuseForm(form, done.refusal)
}

export default function SignInPaper({ loaderData: { back }, actionData }: Route.ComponentProps) {
  const { credentials: { door }, desk: { signIn } } = useWords()
  const view = viewForm(actionData, { username: signIn.usernameInside, passcode: door.paperCodeInside }, useLocale())
  return (
    <DoorPage title={door.paperTitle} text={door.paperText} summary={view.summary}>
      <form method="post">
        <FormGuard form="paper" />
        <div className="door__fields">
          <Field name="username" label={signIn.username} value={view.value('username')} error={view.error('username')} width={20} maxLength={60} autoComplete="username" />
          <Field name="passcode" label={door.paperCode} hint={door.recoveryHint} error={view.error('passcode')} width={20} maxLength={60} />
        </div>
        <Acts><Button wide working={signIn.checking}>{door.paperNext}</Button></Acts>
      </form>
      <p><a href={signInAt(back)}>{door.paperNone}</a></p>
    </DoorPage>
  )
}
