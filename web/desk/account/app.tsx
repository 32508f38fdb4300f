import { Form, redirect } from 'react-router'
import { beginAuthenticator, changeAuthenticator, newAuthenticator } from '#contract/identity'
import * as keys from '../../context.ts'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm, type FormView } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage } from '../admin/page.tsx'
import { AppKey } from '../app-key.tsx'
import { ownAccountAt, ownAccountPages } from '../places.ts'
import { run } from '../run.ts'
import type { Route } from './+types/app.ts'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(newAuthenticator, {})

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const asked = { app: context.get(keys.app), request, form }
  if (!form.has('code')) {
    const begun = await run(asked, beginAuthenticator, {})
    return begun.ok ? redirect(ownAccountPages.app, 303) : refuseForm(form, begun.refusal)
  }
  const done = await run(asked, changeAuthenticator, inputOf(form))
  return done.ok ? redirect(`${ownAccountAt}?xong=ung-dung`, 303) : refuseForm(form, done.refusal)
}

/** Another app or another telephone: first a new key is made, then both prove themselves; a recovery code stands for a telephone that is gone. */
export default function ChangeApp({ loaderData: { open }, actionData }: Route.ComponentProps) {
  const { credentials: { change, account } } = useWords()
  const view = viewForm(actionData, { oldCode: change.oldCodeInside, code: change.newCodeInside }, useLocale())
  return (
    <AdminPage title={change.appTitle} back={{ href: ownAccountAt, words: account.back }} summary={view.summary}>
      <div className="admin__form stack">
        <p>{open ? change.appScan : change.appBegin}</p>
        {open && <AppKey open={open} />}
        {open ? <BothCodes view={view} /> : <Form method="post"><FormGuard form="begin" /><Acts><Button>{change.appBeginButton}</Button><LinkButton kind="quiet" href={ownAccountAt}>{account.cancel}</LinkButton></Acts></Form>}
      </div>
    </AdminPage>
  )
}

function BothCodes({ view }: { view: FormView }) {
  const { credentials: { change, account } } = useWords()
  return (
    <Form method="post" noValidate>
      <FormGuard />
      <Field name="oldCode" label={change.oldCode} hint={change.oldCodeHint} error={view.error('oldCode')} width={20} maxLength={60} />
      <Field name="code" kind="code" label={change.newCode} error={view.error('code')} width={10} maxLength={20} autoComplete="one-time-code" />
      <Acts><Button>{change.appButton}</Button><LinkButton kind="quiet" href={ownAccountAt}>{account.cancel}</LinkButton></Acts>
    </Form>
  )
}
