import '../app-key.css'
import { useEffect, useRef } from 'react'
import { redirect } from 'react-router'
import { addPasskey, beginNewPasskey } from '#contract/identity'
import * as keys from '../../context.ts'
import { Field } from '../../kit/field.tsx'
import { inputOf, refuseForm, viewForm } from '../../kit/form.ts'
import { PasskeyForm } from '../../kit/passkey-form.tsx'
import { enhancePasskeys } from '../../kit/passkeys.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage } from '../admin/page.tsx'
import { ownAccountAt } from '../places.ts'
import { run } from '../run.ts'
import type { Route } from './+types/passkey.ts'

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, addPasskey, inputOf(form))
  return done.ok ? redirect(`${ownAccountAt}?xong=them-khoa`, 303) : refuseForm(form, done.refusal)
}

/** A passkey of this device: a name, the password, and the device's word. */
export default function AddPasskey({ actionData }: Route.ComponentProps) {
  const { credentials: { change, rules, account, passkey } } = useWords()
  const view = viewForm(actionData, { name: change.passkeyNameInside, password: rules.oldInside, credential: passkey.answer }, useLocale())
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (place.current) enhancePasskeys(place.current)
  }, [])
  return (
    <AdminPage title={change.passkeyTitle} back={{ href: ownAccountAt, words: account.back }} summary={view.summary}>
      <div className="admin__form" ref={place}>
        <p>{change.passkeyText}</p>
        <p data-passkey-none="" suppressHydrationWarning>{change.passkeyNoScript}</p>
        <PasskeyForm form="new-passkey" challenge={beginNewPasskey.path} makes kind="primary" label={change.passkeyButton}>
          <Field name="name" label={change.passkeyName} hint={change.passkeyNameHint} value={view.value('name')} error={view.error('name')} width={20} maxLength={60} />
          <Field name="password" kind="password" label={rules.old} error={view.error('password')} width={20} maxLength={200} autoComplete="current-password" />
        </PasskeyForm>
      </div>
    </AdminPage>
  )
}
