import { Form } from 'react-router'
import { createService, listServices, scopeNames } from '#contract/identity'
import { formatDate } from '#kernel/format'
import * as keys from '../../context.ts'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { Field, Select, TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm, type FormView } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/new-service.ts'
import { dayBoxes } from './capacity-fields.tsx'
import { servicesAt } from './menu.ts'
import { AdminPage } from './page.tsx'
import { ShownSecret } from './service-parts.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { agencies, latest } = await context.get(keys.app).call(listServices, {})
  return { agencies, latest }
}

/** The answer is the page with the secret: it is shown this once, at no address. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const input = { ...inputOf(form), networks: (text(form, 'networks') ?? '').split(/[\s,;]+/).filter((line) => line !== '') }
  const done = await run({ app: context.get(keys.app), request, form }, createService, input)
  return done.ok ? { made: done.value } : refuseForm(form, done.refusal)
}

/** Makes an account for another system. */
export default function NewService({ loaderData: { agencies, latest }, actionData }: Route.ComponentProps) {
  const { services: words } = useWords()
  const made = actionData && 'made' in actionData ? actionData.made : undefined
  const labels = { name: words.nameIn, agency: words.agencyIn, responsible: words.responsibleIn, purpose: words.purposeIn, scopes: words.scopesIn, networks: words.networksIn, until: words.untilIn }
  const form = viewForm(actionData && 'refusal' in actionData ? actionData : undefined, labels, useLocale(), {
    'scopes:required': words.scopesNone, 'agency:required': words.agencyNone, 'networks:not_a_network': words.networksWrong, 'until:service_days': words.untilWrong(formatDate(latest)), 'name:service_name_taken': words.nameTaken,
  })
  return (
    <AdminPage title={words.make} back={{ href: servicesAt, words: words.back }} summary={form.summary}>
      {made ? <ShownSecret made={made} /> : (
        <div className="admin__form">
          <Form method="post" noValidate>
            <FormGuard />
            <ServiceFields form={form} agencies={agencies} latest={latest} />
            <Acts><Button>{words.make}</Button><LinkButton kind="quiet" href={servicesAt}>{words.cancel}</LinkButton></Acts>
          </Form>
        </div>
      )}
    </AdminPage>
  )
}

function ServiceFields({ form, agencies, latest }: { form: FormView } & Route.ComponentProps['loaderData']) {
  const { services: words } = useWords()
  const locale = useLocale()
  const [only] = agencies.length === 1 ? agencies : []
  const box = (name: string, start?: string) => ({ name, value: form.value(name, start), error: form.error(name) })
  const [scopes, until] = [form.error('scopes'), form.error('until')]
  return (
    <>
      <div className="admin__two">
        <Field {...box('name')} label={words.name} maxLength={80} />
        <Select {...box('agency', only?.code)} label={words.agency} options={agencies.map(({ code, name }) => ({ value: code, label: name[locale] }))} />
      </div>
      <Field {...box('responsible')} label={words.responsible} hint={words.responsibleHint} maxLength={200} />
      <TextArea {...box('purpose')} label={words.purpose} hint={words.purposeHint} rows={2} maxLength={500} />
      <Choices name="scopes" pick="several" label={words.scopes} options={scopeNames.map((scope) => ({ value: scope, label: words.scope[scope].name, hint: words.scope[scope].text }))} chosen={scopeNames.filter((scope) => form.chosen('scopes[]', scope))} {...(scopes !== undefined && { error: scopes })} />
      <TextArea {...box('networks')} label={words.networks} hint={words.networksHint} optional rows={3} maxLength={1000} />
      <DateField name="until" label={words.until} hint={words.untilHint(formatDate(latest))} value={dayBoxes(form, 'until', latest)} {...(until !== undefined && { error: until })} />
    </>
  )
}
