import { redirect } from 'react-router'
import { renewPassword } from '#contract/identity'
import type { Route } from './+types/sign-in-renew.ts'
import * as keys from '../context.ts'
import { Acts, Button } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { inputOf, refuseForm, viewForm } from '../kit/form.ts'
import { FormGuard } from '../kit/form-guard.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { DoorPage } from './door-page.tsx'
import { NewPasswordFields, newPasswordLabels } from './new-password-fields.tsx'
import { backOf } from './places.ts'

/** Third step when the password is too old: a new one, and the session begins. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await attempt(context.get(keys.app), renewPassword, inputOf(form))
  return done.ok ? redirect(backOf(new URL(request.url).searchParams.get('ve')), 303) : refuseForm(form, done.refusal)
}

export default function SignInRenew({ actionData }: Route.ComponentProps) {
  const words = useWords()
  const { credentials: { door }, desk: { signIn } } = words
  const view = viewForm(actionData, newPasswordLabels(words), useLocale())
  return (
    <DoorPage title={door.renewTitle} text={door.renewText} summary={view.summary}>
      <form method="post">
        <FormGuard form="renew" />
        <div className="door__fields"><NewPasswordFields view={view} /></div>
        <Acts><Button wide working={signIn.checking}>{door.renew}</Button></Acts>
      </form>
    </DoorPage>
  )
}
