import { Form } from 'react-router'
import { renewRecoveryCodes } from '#contract/identity'
import * as keys from '../../context.ts'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage } from '../admin/page.tsx'
import { ownAccountAt } from '../places.ts'
import { RecoveryCodes } from '../recovery-codes.tsx'
import { run } from '../run.ts'
import type { Route } from './+types/codes.ts'

/** The answer is the page with the codes: they are shown this once, at no address. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, renewRecoveryCodes, inputOf(form))
  return done.ok ? { recoveryCodes: done.value.recoveryCodes } : refuseForm(form, done.refusal)
}

/** Ten new recovery codes in the place of all earlier ones. */
export default function RenewCodes({ actionData }: Route.ComponentProps) {
  const { credentials: { change, rules, account, codes } } = useWords()
  const view = viewForm(actionData && 'refusal' in actionData ? actionData : undefined, { password: rules.oldInside }, useLocale())
  if (actionData && 'recoveryCodes' in actionData) {
    return (
      <AdminPage title={codes.title} back={{ href: ownAccountAt, words: account.back }}>
        <div><p>{codes.text}</p><RecoveryCodes codes={actionData.recoveryCodes} /></div>
      </AdminPage>
    )
  }
  return (
    <AdminPage title={change.codesTitle} back={{ href: ownAccountAt, words: account.back }} summary={view.summary}>
      <div className="admin__form">
        <Form method="post" noValidate>
          <FormGuard />
          <p>{change.codesText}</p>
          <Field name="password" kind="password" label={rules.old} error={view.error('password')} width={20} maxLength={200} autoComplete="current-password" />
          <Acts><Button>{change.codesButton}</Button><LinkButton kind="quiet" href={ownAccountAt}>{account.cancel}</LinkButton></Acts>
        </Form>
      </div>
    </AdminPage>
  )
}
