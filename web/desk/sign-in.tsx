import { redirect } from 'react-router'
import { askPasskey, checkPasskey, checkPassword } from '#contract/identity'
import type { Route } from './+types/sign-in.ts'
import * as keys from '../context.ts'
import { Acts, Button } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { ErrorSummary } from '../kit/error-summary.tsx'
import { Field } from '../kit/field.tsx'
import { inputOf, refuseForm, viewForm } from '../kit/form.ts'
import { FormGuard } from '../kit/form-guard.tsx'
import { GoList, More, Note } from '../kit/lists.tsx'
import { PasskeyForm } from '../kit/passkey-form.tsx'
import { useRoot, type RootData } from '../kit/root-data.ts'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { peopleOf, type Person } from './demonstration.ts'
import { backOf, codeAt, emergencyAt, paperAt, renewAt, signInWith } from './places.ts'
import { text } from './run.ts'

/** Everybody one can be in a demonstration, and whom of them was chosen to be filled in. */
export async function loader({ context, request }: Route.LoaderArgs): Promise<{ back: string; people: Person[]; chosen: Person | null }> {
  const query = new URL(request.url).searchParams
  const people = await peopleOf(context.get(keys.app))
  return { back: backOf(query.get('ve')), people, chosen: people.find(({ username }) => username === query.get('ai')) ?? null }
}

/** First step: name and password; the code is asked for on a page of its own. A passkey stands for both. */
export async function action({ context, request }: Route.ActionArgs) {
  const app = context.get(keys.app)
  const form = await request.formData()
  const back = backOf(new URL(request.url).searchParams.get('ve'))
  if (form.has('credential')) {
    const admitted = await attempt(app, checkPasskey, inputOf(form))
    if (!admitted.ok) return refuseForm(form, admitted.refusal)
    return redirect(admitted.value.next === 'desk' ? back : renewAt(back), 303)
  }
  const done = await attempt(app, checkPassword, inputOf(form))
  if (!done.ok) return refuseForm(form, done.refusal)
  return redirect(codeAt(back, app.page.mode === 'demonstration' ? text(form, 'username') : undefined), 303)
}

export default function SignIn({ loaderData: { back, people, chosen }, actionData }: Route.ComponentProps) {
  const root = useRoot()
  const locale = useLocale()
  const { desk: { signIn, people: words }, credentials: { passkey, door }, emergency } = useWords()
  const view = viewForm(actionData, { username: signIn.usernameInside, password: signIn.passwordInside, credential: passkey.answer }, locale)
  return (
    <div className="wrap narrow stack-l">
      <Title errors={view.summary.length}>{signIn.title}</Title>
      <div>
        <ErrorSummary lines={view.summary} />
        <h1>{signIn.title}</h1>
        <p className="lead">{signIn.text}</p>
      </div>
      <SignedIn root={root} back={back} />
      <form method="post">
        <FormGuard form="sign-in" />
        {chosen && !actionData && <Note><p>{words.chosen(chosen.name)}</p></Note>}
        <div className="door__fields">
          <Field name="username" label={signIn.username} value={view.value('username', chosen?.username)} error={view.error('username')} width={20} maxLength={60} autoComplete="username" />
          <Field name="password" kind="password" label={signIn.password} value={actionData ? '' : (chosen?.password ?? '')} error={view.error('password')} width={20} maxLength={200} autoComplete="current-password" />
        </div>
        <Acts><Button wide working={signIn.checking}>{signIn.next}</Button></Acts>
      </form>
      <PasskeyForm form="passkey" challenge={askPasskey.path} label={passkey.signIn}><p className="muted">{passkey.or}</p></PasskeyForm>
      <div>
        <p><a href={paperAt(back)}>{door.paper}</a></p>
        <More question={signIn.help}><p>{signIn.helpText(root?.page.hotline.number ?? '')}</p><p><a href={emergencyAt}>{emergency.link}</a></p></More>
        <p><a href="/dang-nhap">{signIn.citizens}</a></p>
      </div>
      {people.length > 0 && (
        <section aria-labelledby="people" className="stack">
          <h2 id="people">{words.title}</h2>
          <p>{words.text}</p>
          <GoList columns items={people.map(({ username, name, works }) => ({ href: signInWith(username, back), label: name, detail: works[locale] }))} />
        </section>
      )}
    </div>
  )
}

/** Who is signed in already, and where they may go on. */
function SignedIn({ root, back }: { root: RootData | undefined; back: string }) {
  const { desk: { signIn } } = useWords()
  if (!root || (root.viewer.kind !== 'officer' && root.viewer.kind !== 'citizen')) return null
  const { kind, name } = root.viewer
  return kind === 'citizen' ? <Note kind="near"><p>{signIn.citizen(name)}</p></Note> : <Note><p>{signIn.already(name)} <a href={back}>{signIn.goOn}</a></p></Note>
}
