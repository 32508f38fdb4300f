import { Form, redirect } from 'react-router'
import { changePassword } from '#contract/identity'
import * as keys from '../../context.ts'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage } from '../admin/page.tsx'
import { NewPasswordFields, newPasswordLabels } from '../new-password-fields.tsx'
import { ownAccountAt } from '../places.ts'
import { run } from '../run.ts'
import type { Route } from './+types/password.ts'

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, changePassword, inputOf(form))
  return done.ok ? redirect(`${ownAccountAt}?xong=mat-khau`, 303) : refuseForm(form, done.refusal)
}

/** A new password in the place of one's own. */
export default function ChangePassword({ actionData }: Route.ComponentProps) {
  const words = useWords()
  const { credentials: { change, rules, account } } = words
  const view = viewForm(actionData, { password: rules.oldInside, ...newPasswordLabels(words) }, useLocale())
  return (
    <AdminPage title={change.passwordTitle} back={{ href: ownAccountAt, words: account.back }} summary={view.summary}>
      <div className="admin__form">
        <Form method="post" noValidate>
          <FormGuard />
          <p>{change.passwordText}</p>
          <Field name="password" kind="password" label={rules.old} error={view.error('password')} width={20} maxLength={200} autoComplete="current-password" />
          <NewPasswordFields view={view} />
          <Acts><Button>{change.passwordButton}</Button><LinkButton kind="quiet" href={ownAccountAt}>{account.cancel}</LinkButton></Acts>
        </Form>
      </div>
    </AdminPage>
  )
}
