import { Form, redirect } from 'react-router'
import { getService, revokeService, rotateService, unlockService } from '#contract/identity'
import { formatDate, formatDateTime, formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Acts, Button } from '../../kit/button.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { Field, Select } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm, type FormView } from '../../kit/form.ts'
import { Declared } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/service.ts'
import { dayBoxes } from './capacity-fields.tsx'
import { serviceAt, servicesAt } from './menu.ts'
import { AdminPage, Done } from './page.tsx'
import { ServiceState, ShownSecret } from './service-parts.tsx'

export const loader = ({ context, params }: Route.LoaderArgs) => context.get(keys.app).call(getService, { id: params.id })

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const asked = { app: context.get(keys.app), request, form }
  const what = text(form, 'what')
  if (what === 'rotate') {
    const { overlapHours, until } = inputOf(form)
    const made = await run(asked, rotateService, { id: params.id, overlapHours, until })
    return made.ok ? { made: made.value } : refuseForm(form, made.refusal)
  }
  const done = what === 'unlock' ? await run(asked, unlockService, { id: params.id }) : await run(asked, revokeService, { id: params.id, reason: text(form, 'reason') ?? '' })
  return done.ok ? redirect(`${serviceAt(params.id)}?xong=${what === 'unlock' ? 'mo' : 'thu-hoi'}`, 303) : refuseForm(form, done.refusal)
}

type View = Route.ComponentProps['loaderData']

/** One account of another system: what it is for, how it stands, its secrets, and what may be done with it. */
export default function Service({ loaderData: view, actionData }: Route.ComponentProps) {
  const { services: words } = useWords()
  const made = actionData && 'made' in actionData ? actionData.made : undefined
  const form = viewForm(actionData && 'refusal' in actionData ? actionData : undefined, { overlapHours: words.overlapIn, until: words.untilIn, reason: words.reasonIn }, useLocale(), { 'until:service_days': words.untilWrong(formatDate(view.latest)) })
  return (
    <AdminPage title={view.name} back={{ href: servicesAt, words: words.back }} summary={form.summary} head={<ServiceState state={view.state} />}>
      <Done said={words.done} />
      {made && <ShownSecret made={made} />}
      <ServiceFacts view={view} />
      <section>
        <h2>{words.secrets}</h2>
        {view.secrets.length === 0 ? <p>{words.noSecret}</p> : (
          <ul className="admin__plain">{view.secrets.map(({ madeAt, endsAt }) => <li key={madeAt}>{words.secretOf(formatDateTime(madeAt))}<small>{endsAt === null ? words.secretNewest : words.secretEnds(formatDateTime(endsAt))}</small></li>)}</ul>
        )}
      </section>
      {!made && <ServiceActs view={view} form={form} />}
      <section>
        <h2>{words.events}</h2>
        <ul className="admin__plain">{view.events.map(({ name, at, by }) => <li key={`${name}${at}`}>{words.event[name] ?? name}<small>{[formatDateTime(at), by].filter(Boolean).join(' · ')}</small></li>)}</ul>
      </section>
    </AdminPage>
  )
}

function ServiceFacts({ view }: { view: View }) {
  const { services: words, admin } = useWords()
  const locale = useLocale()
  const more = view.lockedUntil !== null ? words.lockedUntil(formatDateTime(view.lockedUntil)) : view.failed > 0 ? words.failed(formatNumber(view.failed)) : null
  return (
    <section>
      <h2>{words.facts}</h2>
      <Declared items={[
        { term: words.clientId, value: <span className="raw" translate="no">{view.id}</span> }, { term: words.agency, value: view.agency.name[locale] }, { term: words.responsible, value: view.responsible }, { term: words.purpose, value: view.purpose },
        { term: words.scopes, value: view.scopes.map((scope) => words.scope[scope].name).join('; '), more: <small className="raw">{view.scopes.join(' ')}</small> },
        { term: words.networks, value: view.networks.length === 0 ? words.everywhere : <span className="raw">{view.networks.join(' ')}</span> }, { term: words.until, value: formatDate(view.until) },
        { term: words.created, value: formatDateTime(view.createdAt) },
        { term: words.used, value: view.usedAt === null ? admin.when.never : formatDateTime(view.usedAt), more: view.usedFrom !== null && <small>{words.from(view.usedFrom)}</small> },
        ...(more === null ? [] : [{ term: words.stateWord, value: more }]),
        ...(view.revokedAt === null ? [] : [{ term: words.revoked, value: formatDateTime(view.revokedAt), more: <small>{view.revokeReason}</small> }]),
      ]} />
    </section>
  )
}

/** A new secret and revoking ask first; ending a lock is done by a press. */
function ServiceActs({ view, form }: { view: View; form: FormView }) {
  const { services: words } = useWords()
  const until = form.error('until')
  const wrongRotation = until !== undefined || form.error('overlapHours') !== undefined
  return (
    <section>
      {view.actions.includes('unlock') && <Acts><Form method="post"><FormGuard form="unlock" /><input type="hidden" name="what" value="unlock" /><Button kind="second">{words.unlock}</Button></Form></Acts>}
      {view.actions.includes('rotate') && (
        <details className="admin__more" open={wrongRotation}>
          <summary><span>{words.rotate}</span></summary>
          <Form method="post" noValidate>
            <FormGuard form="rotate" />
            <input type="hidden" name="what" value="rotate" />
            <p>{words.rotateText}</p>
            <Select name="overlapHours" label={words.overlap} value={form.value('overlapHours', '24')} error={form.error('overlapHours')} options={Object.entries(words.overlaps).map(([value, label]) => ({ value, label }))} />
            <DateField name="until" label={words.until} hint={words.untilHint(formatDate(view.latest))} value={dayBoxes(form, 'until', view.until)} {...(until !== undefined && { error: until })} />
            <Acts><Button kind="second">{words.rotate}</Button></Acts>
          </Form>
        </details>
      )}
      {view.actions.includes('revoke') && (
        <details className="admin__more" open={form.error('reason') !== undefined}>
          <summary><span>{words.revoke}</span></summary>
          <Form method="post" noValidate>
            <FormGuard form="revoke" />
            <input type="hidden" name="what" value="revoke" />
            <p>{words.revokeText}</p>
            <Field name="reason" label={words.reason} value={form.value('reason')} error={form.error('reason')} maxLength={500} />
            <Acts><Button kind="danger">{words.revoke}</Button></Acts>
          </Form>
        </details>
      )}
    </section>
  )
}
