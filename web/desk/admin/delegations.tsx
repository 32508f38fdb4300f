import { Form, redirect } from 'react-router'
import { delegate, listDelegations, revokeDelegation, type DelegationView } from '#contract/identity'
import { localDate } from '#kernel/local-time'
import * as keys from '../../context.ts'
import { Acts, Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm } from '../../kit/form.ts'
import { EmptyState, Table } from '../../kit/lists.tsx'
import { StateWord, type StateKind } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/delegations.ts'
import { loadCatalogue } from './choices.ts'
import { ChooseSource, DelegateForm, delegateLabels } from './delegate-form.tsx'
import { delegationsAt } from './menu.ts'
import { AdminPage, daysOf, Done, limitOf, type Catalogue } from './page.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const chosen = new URL(request.url).searchParams.get('cua') || undefined
  const list = await app.call(listDelegations, { from: chosen })
  return { ...list, source: list.from.find(({ capacity }) => list.from.length === 1 || capacity === chosen) ?? null, ...(await loadCatalogue(app)), today: localDate(new Date()) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const asked = { app: context.get(keys.app), request, form }
  const delegation = text(form, 'delegation')
  const done = delegation === undefined ? await run(asked, delegate, inputOf(form)) : await run(asked, revokeDelegation, { delegation, reason: text(form, 'revokeReason') ?? '' })
  if (done.ok) return redirect(`${delegationsAt}?xong=${delegation === undefined ? 'uy-quyen' : 'thu-hoi'}`, 303)
  const { reason, ...fields } = done.refusal.fields
  return refuseForm(form, { ...done.refusal, fields: { ...fields, ...(reason !== undefined && { revokeReason: reason }) } })
}

/** Both directions: what one delegated and what one received; and a new delegation for whoever may. */
export default function Delegations({ loaderData, actionData }: Route.ComponentProps) {
  const { admin } = useWords()
  const words = admin.delegations
  const { delegations, from } = loaderData
  const form = viewForm(actionData, { ...delegateLabels(words), revokeReason: words.reasonIn }, useLocale())
  const groups = (['given', 'received', 'other'] as const).map((direction) => ({ direction, list: delegations.filter((each) => each.direction === direction) })).filter(({ list }) => list.length > 0)
  const titles = { given: words.given, received: words.received, other: words.scope }
  return (
    <AdminPage title={words.title} summary={form.summary}>
      <Done said={{ 'uy-quyen': words.made, 'thu-hoi': words.revoked }} />
      {groups.length === 0 && <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState>}
      {groups.map(({ direction, list }) => (
        <section key={direction}>
          <List title={titles[direction]} list={list} form={form} catalogue={loaderData} />
          {direction === 'received' && list.some(({ state }) => state === 'holds') && <p>{words.change}</p>}
        </section>
      ))}
      {from.length > 0 && (loaderData.source === null || loaderData.to.length === 0 ? <ChooseSource from={from} /> : <DelegateForm data={{ ...loaderData, source: loaderData.source }} form={form} />)}
    </AdminPage>
  )
}

const looks: Record<DelegationView['state'], StateKind> = { coming: 'new', holds: 'done', past: 'stopped', revoked: 'stopped' }

function List({ title, list, form, catalogue }: { title: string; list: readonly DelegationView[]; form: ReturnType<typeof viewForm>; catalogue: Catalogue }) {
  const { admin } = useWords()
  const locale = useLocale()
  const words = admin.delegations
  return (
    <Table
      caption={title}
      columns={[{ key: 'from', label: words.from }, { key: 'to', label: words.to }, { key: 'lines', label: words.lines }, { key: 'days', label: words.days }, { key: 'what', label: words.what }, { key: 'state', label: words.state }, { key: 'act', label: words.act }]}
      rows={list.map((each) => ({
        id: each.id,
        cells: {
          from: <>{each.from.name}<small>{each.from.title[locale]}, {each.agency.name[locale]}</small></>, to: each.to.name,
          lines: <span className="admin__lines">{each.lines.map((line) => <span key={line}>{line}<br /></span>)}</span>, days: <>{daysOf(each.days, admin)}<small>{words.document} {each.document}</small></>,
          what: limitOf(each, catalogue, { admin, locale }) ?? words.everything,
          state: <><StateWord kind={looks[each.state]}>{words.states[each.state] ?? each.state}</StateWord>{each.reason !== null && <small>{each.reason}</small>}</>,
          act: each.actions.includes('revoke') && <Revoke delegation={each} form={form} />,
        },
      }))}
    />
  )
}

/** Taking back asks why, in its own row: it works from the next request of the other person on. */
function Revoke({ delegation, form }: { delegation: DelegationView; form: ReturnType<typeof viewForm> }) {
  const { admin: { delegations: words } } = useWords()
  const mine = form.value('delegation') === delegation.id
  const error = mine ? form.error('revokeReason') : undefined
  return (
    <details className="admin__more" open={mine}>
      <summary><span>{words.revoke}<span className="vh">: {words.revokeOf(delegation.to.name)}</span></span></summary>
      <Form method="post" noValidate>
        <FormGuard form={`revoke ${delegation.id}`} />
        <input type="hidden" name="delegation" value={delegation.id} />
        <Field name="revokeReason" id={mine ? 'revokeReason' : `revokeReason-${delegation.id}`} label={words.reason} value={mine ? form.value('revokeReason') : ''} error={error} maxLength={500} />
        <Acts><Button kind="danger">{words.revoke}</Button></Acts>
      </Form>
    </details>
  )
}
