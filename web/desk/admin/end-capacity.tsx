import { data, Form, redirect } from 'react-router'
import { workInHand } from '#contract/dossiers'
import { endCapacity, getOfficer } from '#contract/identity'
import { formatNumber } from '#kernel/format'
import { localDate } from '#kernel/local-time'
import * as keys from '../../context.ts'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { dateOf, refuseForm, viewForm } from '../../kit/form.ts'
import { Note } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/end-capacity.ts'
import { dayBoxes } from './capacity-fields.tsx'
import { officerAt } from './menu.ts'
import { AdminPage } from './page.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const officer = await context.get(keys.app).call(getOfficer, { id: params.id })
  const line = officer.capacities.find(({ id }) => id === params.capacity)
  if (!line) throw data({ code: 'capacity_not_found', status: 404, values: {}, fields: {} }, { status: 404 })
  const { open } = line.role === 'officer' ? await context.get(keys.app).call(workInHand, { officer: params.id, agency: line.agency.code }) : { open: 0 }
  return { officer, line, open, today: localDate(new Date()) }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const atOnce = text(form, 'how') === 'atOnce'
  const input = { capacity: params.capacity, reason: text(form, 'reason') ?? '', ...(atOnce ? { atOnce } : { on: dateOf(form, 'on') ?? 'invalid' }) }
  const done = await run({ app: context.get(keys.app), request, form }, endCapacity, input)
  return done.ok ? redirect(`${officerAt(params.id)}?xong=ket-thuc`, 303) : refuseForm(form, done.refusal)
}

/** Ends a capacity at once, or at the end of a day. */
export default function EndCapacity({ loaderData: { officer, line, open, today }, actionData }: Route.ComponentProps) {
  const { admin } = useWords()
  const locale = useLocale()
  const words = admin.end
  const form = viewForm(actionData, { how: words.howIn, on: words.onDayIn, reason: admin.officer.reasonIn }, locale)
  const error = form.error('on')
  return (
    <AdminPage title={words.title(officer.name)} back={{ href: officerAt(officer.id), words: officer.name }} summary={form.summary}>
      <div className="admin__form">
        <p>{words.text(line.title[locale], line.agency.name[locale])}</p>
        {open > 0 && <Note kind="near">{words.inHand(formatNumber(open))}</Note>}
        <Form method="post" noValidate>
          <FormGuard />
          <Choices name="how" pick="one" label={words.how} chosen={[form.value('how', 'on')]} options={[{ value: 'on', label: words.on, hint: words.onHint }, { value: 'atOnce', label: words.atOnce, hint: words.atOnceHint }]} />
          <DateField name="on" label={words.onDay} value={dayBoxes(form, 'on', today)} {...(error !== undefined && { error })} />
          <Field name="reason" label={admin.officer.reason} value={form.value('reason')} error={form.error('reason')} maxLength={500} />
          <Acts><Button kind="danger">{words.button}</Button><LinkButton kind="quiet" href={officerAt(officer.id)}>{admin.give.cancel}</LinkButton></Acts>
        </Form>
      </div>
    </AdminPage>
  )
}
