import { Form, redirect } from 'react-router'
import { createOfficer } from '#contract/identity'
import * as keys from '../../context.ts'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { run } from '../run.ts'
import type { Route } from './+types/new-officer.ts'
import { CapacityFields, capacityLabels } from './capacity-fields.tsx'
import { loadChoices } from './choices.ts'
import { officerAt, officersAt } from './menu.ts'
import { AdminPage } from './page.tsx'

export const loader = ({ context }: Route.LoaderArgs) => loadChoices(context.get(keys.app))

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, createOfficer, inputOf(form))
  return done.ok ? redirect(`${officerAt(done.value.id)}?xong=moi`, 303) : refuseForm(form, done.refusal)
}

/** Makes an account with its first capacity. */
export default function NewOfficer({ loaderData: { choices, today }, actionData }: Route.ComponentProps) {
  const { admin } = useWords()
  const words = admin.give
  const form = viewForm(actionData, { name: words.nameIn, username: words.usernameIn, ...capacityLabels(admin) }, useLocale())
  return (
    <AdminPage title={words.newTitle} back={{ href: officersAt, words: admin.officer.back }} summary={form.summary}>
      <div className="admin__form">
        <Form method="post" noValidate>
          <FormGuard />
          <div className="admin__two">
            <Field name="name" label={words.name} value={form.value('name')} error={form.error('name')} maxLength={120} />
            <Field name="username" label={words.username} hint={words.usernameHint} value={form.value('username')} error={form.error('username')} maxLength={60} />
          </div>
          <CapacityFields form={form} choices={choices} today={today} />
          <Acts><Button>{words.make}</Button><LinkButton kind="quiet" href={officersAt}>{words.cancel}</LinkButton></Acts>
        </Form>
      </div>
    </AdminPage>
  )
}
