import { redirect } from 'react-router'
import { choosePassword, enrolment } from '#contract/identity'
import type { Route } from './+types/sign-in-paper-password.ts'
import * as keys from '../context.ts'
import { Acts, Button } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { inputOf, refuseForm, viewForm } from '../kit/form.ts'
import { FormGuard } from '../kit/form-guard.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { DoorPage } from './door-page.tsx'
import { NewPasswordFields, newPasswordLabels } from './new-password-fields.tsx'
import { PaperOver } from './paper-over.tsx'
import { backOf, paperAppAt } from './places.ts'

/** Whose paper it is; the key for the app belongs to the next page. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const { open } = await context.get(keys.app).call(enrolment, {})
  return { back: backOf(new URL(request.url).searchParams.get('ve')), name: open?.name ?? null }
}

/** Second step with a paper: the password that will be one's own. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await attempt(context.get(keys.app), choosePassword, inputOf(form))
  return done.ok ? redirect(paperAppAt(backOf(new URL(request.url).searchParams.get('ve'))), 303) : refuseForm(form, done.refusal)
}

export default function SignInPaperPassword({ loaderData: { back, name }, actionData }: Route.ComponentProps) {
  const words = useWords()
  const { credentials: { door }, desk: { signIn } } = words
  const view = viewForm(actionData, newPasswordLabels(words), useLocale())
  if (name === null) return <PaperOver back={back} />
  return (
    <DoorPage title={door.passwordTitle} text={door.passwordText(name)} summary={view.summary}>
      <form method="post">
        <FormGuard form="password" />
        <div className="door__fields"><NewPasswordFields view={view} /></div>
        <Acts><Button wide working={signIn.checking}>{door.next}</Button></Acts>
      </form>
    </DoorPage>
  )
}
