import { redirect } from 'react-router'
import { enrol, enrolment } from '#contract/identity'
import type { Route } from './+types/sign-in-paper-app.ts'
import * as keys from '../context.ts'
import { Acts, Button, LinkButton } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { Field } from '../kit/field.tsx'
import { inputOf, refuseForm, viewForm } from '../kit/form.ts'
import { FormGuard } from '../kit/form-guard.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { AppKey } from './app-key.tsx'
import { DoorPage } from './door-page.tsx'
import { PaperOver } from './paper-over.tsx'
import { backOf, paperPasswordAt } from './places.ts'
import { RecoveryCodes } from './recovery-codes.tsx'

/** The key for the app; whoever has not chosen a password yet goes one step back. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const back = backOf(new URL(request.url).searchParams.get('ve'))
  const { open } = await context.get(keys.app).call(enrolment, {})
  if (open && !open.passwordChosen) throw redirect(paperPasswordAt(back))
  return { back, open }
}

/** Third step with a paper: the app's first code. The answer is a page with the recovery codes, because it is shown this once. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await attempt(context.get(keys.app), enrol, inputOf(form))
  return done.ok ? { recoveryCodes: done.value.recoveryCodes } : refuseForm(form, done.refusal)
}

export default function SignInPaperApp({ loaderData: { back, open }, actionData }: Route.ComponentProps) {
  const { credentials: { door, app, codes }, desk: { signIn } } = useWords()
  const refused = actionData && 'refusal' in actionData ? actionData : undefined
  const view = viewForm(refused, { code: app.codeInside }, useLocale())
  if (actionData && 'recoveryCodes' in actionData) {
    return (
      <DoorPage title={codes.title} text={codes.text}>
        <div>
          <RecoveryCodes codes={actionData.recoveryCodes} />
          <Acts><LinkButton href={back} wide>{door.toDesk}</LinkButton></Acts>
        </div>
      </DoorPage>
    )
  }
  if (!open) return <PaperOver back={back} />
  return (
    <DoorPage title={door.appTitle} text={door.appText} summary={view.summary}>
      <AppKey open={open} />
      <form method="post">
        <FormGuard form="app" />
        <Field name="code" kind="code" label={app.code} error={view.error('code')} width={10} maxLength={20} autoComplete="one-time-code" />
        <Acts><Button wide working={signIn.checking}>{door.finish}</Button></Acts>
      </form>
    </DoorPage>
  )
}
