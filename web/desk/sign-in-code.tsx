import { redirect } from 'react-router'
import { checkCode } from '#contract/identity'
import { formatNumber } from '#kernel/format'
import type { Route } from './+types/sign-in-code.ts'
import * as keys from '../context.ts'
import { Acts, Button } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { ErrorSummary } from '../kit/error-summary.tsx'
import { Field } from '../kit/field.tsx'
import { inputOf, refuseForm, viewForm } from '../kit/form.ts'
import { FormGuard } from '../kit/form-guard.tsx'
import { Note } from '../kit/lists.tsx'
import { signInAt } from '../kit/places.ts'
import { usePath } from '../kit/root-data.ts'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { codeOf } from './demonstration.ts'
import { backOf, recoveryAt, renewAt } from './places.ts'

/** In a demonstration, the code that the person's telephone would show. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const query = new URL(request.url).searchParams
  return { back: backOf(query.get('ve')), phone: await codeOf(context.get(keys.app), query.get('ai')) }
}

/** Second step: the code. The session begins here, and the person comes to the page they wanted, or changes a password that is too old. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await attempt(context.get(keys.app), checkCode, inputOf(form))
  if (!done.ok) return refuseForm(form, done.refusal)
  const back = backOf(new URL(request.url).searchParams.get('ve'))
  return redirect(done.value.next === 'desk' ? back : renewAt(back), 303)
}

export default function SignInCode({ loaderData: { back, phone }, actionData }: Route.ComponentProps) {
  const path = usePath()
  const { desk: { signIn, people }, credentials: { door } } = useWords()
  const view = viewForm(actionData, { code: signIn.codeInside }, useLocale())
  return (
    <div className="wrap narrow stack-l">
      <Title errors={view.summary.length}>{signIn.codeTitle}</Title>
      <div>
        <ErrorSummary lines={view.summary} />
        <h1>{signIn.codeTitle}</h1>
        <p className="lead">{signIn.codeText}</p>
      </div>
      {phone && (
        <Note>
          <p>{people.code(phone.name)}</p>
          <p className="door__code num"><output>{phone.code}</output></p>
          <p className="small">{people.changes(formatNumber(phone.seconds))} <a href={path}>{people.newCode}</a></p>
        </Note>
      )}
      <form method="post">
        <FormGuard form="code" />
        <Field name="code" kind="code" label={signIn.code} error={view.error('code')} width={10} maxLength={20} autoComplete="one-time-code" />
        <Acts><Button wide working={signIn.checking}>{signIn.enter}</Button></Acts>
      </form>
      <div><p><a href={recoveryAt(back)}>{door.noPhone}</a></p><p><a href={signInAt(back)}>{signIn.again}</a></p></div>
    </div>
  )
}
