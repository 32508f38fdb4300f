import { redirect } from 'react-router'
import { askPasskey, session as readSession, unlock, unlockWithPasskey } from '#contract/identity'
import type { Route } from './+types/unlock.ts'
import * as keys from '../context.ts'
import { Acts, Button, LinkButton } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { ErrorSummary } from '../kit/error-summary.tsx'
import { Field } from '../kit/field.tsx'
import { inputOf, refuseForm, viewForm } from '../kit/form.ts'
import { FormGuard } from '../kit/form-guard.tsx'
import { PasskeyForm } from '../kit/passkey-form.tsx'
import { signInAt } from '../kit/places.ts'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { backOf } from './places.ts'

/** Whose session is locked; `name` null when it has ended, which five wrong passwords do too. */
export async function loader({ context, request }: Route.LoaderArgs): Promise<{ back: string; name: string | null }> {
  const back = backOf(new URL(request.url).searchParams.get('ve'))
  const session = await context.get(keys.app).call(readSession, {})
  if (session.kind === 'officer' && !session.locked) throw redirect(back)
  return { back, name: session.kind === 'officer' ? session.name : null }
}

/** Opens the session and goes back to the page one was on. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const back = backOf(new URL(request.url).searchParams.get('ve'))
  const done = await attempt(context.get(keys.app), form.has('credential') ? unlockWithPasskey : unlock, inputOf(form))
  if (done.ok) return redirect(back, 303)
  return done.refusal.code === 'unauthenticated' ? redirect(signInAt(back), 303) : refuseForm(form, done.refusal)
}

export default function Unlock({ loaderData: { back, name }, actionData }: Route.ComponentProps) {
  const { desk: { signIn, unlock: words }, credentials: { passkey } } = useWords()
  const view = viewForm(actionData, { password: signIn.passwordInside, credential: passkey.answer }, useLocale())
  const title = name === null ? words.ended : words.title
  return (
    <div className="wrap narrow stack-l">
      <Title errors={view.summary.length}>{title}</Title>
      <div>
        <ErrorSummary lines={view.summary} />
        <h1>{title}</h1>
        <p className="lead">{name === null ? words.endedText : words.text(name)}</p>
      </div>
      {name === null ? <Acts><LinkButton href={signInAt(back)} wide>{words.signIn}</LinkButton></Acts> : (
        <form method="post">
          <FormGuard form="unlock" />
          <Field name="password" kind="password" label={signIn.password} error={view.error('password')} width={20} maxLength={200} autoComplete="current-password" />
          <Acts><Button wide working={signIn.checking}>{words.open}</Button></Acts>
        </form>
      )}
      {name !== null && <PasskeyForm form="passkey" challenge={askPasskey.path} label={passkey.unlock} />}
      {name !== null && <div className="stack"><p className="muted">{words.why}</p><p>{words.other} <a href={signInAt(back)}>{signIn.asOther}</a></p></div>}
    </div>
  )
}
