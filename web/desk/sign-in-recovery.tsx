import { redirect } from 'react-router'
import { checkRecoveryCode } from '#contract/identity'
import type { Route } from './+types/sign-in-recovery.ts'
import * as keys from '../context.ts'
import { Acts, Button } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { Field } from '../kit/field.tsx'
import { inputOf, refuseForm, viewForm } from '../kit/form.ts'
import { FormGuard } from '../kit/form-guard.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { DoorPage } from './door-page.tsx'
import { backOf, codeAt, renewAt } from './places.ts'

export const loader = ({ request }: Route.LoaderArgs) => ({ back: backOf(new URL(request.url).searchParams.get('ve')) })

/** Second step without the telephone: a recovery code in the place of the app's. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await attempt(context.get(keys.app), checkRecoveryCode, inputOf(form))
  if (!done.ok) return refuseForm(form, done.refusal)
  const back = backOf(new URL(request.url).searchParams.get('ve'))
  return redirect(done.value.next === 'desk' ? back : renewAt(back), 303)
}

export default function SignInRecovery({ loaderData: { back }, actionData }: Route.ComponentProps) {
  const { credentials: { door }, desk: { signIn } } = useWords()
  const view = viewForm(actionData, { passcode: door.recoveryInside }, useLocale())
  return (
    <DoorPage title={door.recoveryTitle} text={door.recoveryText} summary={view.summary}>
      <form method="post">
        <FormGuard form="recovery" />
        <Field name="passcode" label={door.recovery} hint={door.recoveryHint} error={view.error('passcode')} width={20} maxLength={60} />
        <Acts><Button wide working={signIn.checking}>{signIn.enter}</Button></Acts>
      </form>
      <p><a href={codeAt(back)}>{door.toCode}</a></p>
    </DoorPage>
  )
}
