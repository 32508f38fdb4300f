import { Form, redirect } from 'react-router'
import { getOfficer, giveCapacity } from '#contract/identity'
import * as keys from '../../context.ts'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { run } from '../run.ts'
import type { Route } from './+types/give-capacity.ts'
import { CapacityFields, capacityLabels } from './capacity-fields.tsx'
import { loadChoices } from './choices.ts'
import { officerAt } from './menu.ts'
import { AdminPage } from './page.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  return { officer: await app.call(getOfficer, { id: params.id }), ...(await loadChoices(app)) }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, giveCapacity, { ...inputOf(form), id: params.id })
  return done.ok ? redirect(`${officerAt(params.id)}?xong=giao`, 303) : refuseForm(form, done.refusal)
}

/** Gives an officer one more capacity. */
export default function GiveCapacity({ loaderData: { officer, choices, today }, actionData }: Route.ComponentProps) {
  const { admin } = useWords()
  const form = viewForm(actionData, capacityLabels(admin), useLocale())
  return (
    <AdminPage title={admin.give.title(officer.name)} back={{ href: officerAt(officer.id), words: officer.name }} summary={form.summary}>
      <div className="admin__form">
        <Form method="post" noValidate>
          <FormGuard />
          <CapacityFields form={form} choices={choices} today={today} />
          <Acts><Button>{admin.give.button}</Button><LinkButton kind="quiet" href={officerAt(officer.id)}>{admin.give.cancel}</LinkButton></Acts>
        </Form>
      </div>
    </AdminPage>
  )
}
