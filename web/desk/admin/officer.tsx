import { Form, redirect } from 'react-router'
import { disableOfficer, enableOfficer, getOfficer, unlockOfficer, type CapacityLine } from '#contract/identity'
import { formatDate, formatDateTime } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm } from '../../kit/form.ts'
import { Table } from '../../kit/lists.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { Declared } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/officer.ts'
import { loadCatalogue } from './choices.ts'
import { officerAt, officersAt } from './menu.ts'
import { AccountState, AdminPage, daysOf, Done, limitOf, type Catalogue } from './page.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  return { ...(await app.call(getOfficer, { id: params.id })), catalogue: await loadCatalogue(app) }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const asked = { app: context.get(keys.app), request, form }
  const what = text(form, 'what')
  const done = what === 'unlock' ? await run(asked, unlockOfficer, { username: text(form, 'username') })
    : what === 'enable' ? await run(asked, enableOfficer, { id: params.id })
    : await run(asked, disableOfficer, { id: params.id, reason: text(form, 'reason') ?? '' })
  return done.ok ? redirect(`${officerAt(params.id)}?xong=${what === 'enable' || what === 'unlock' ? 'mo' : 'dong'}`, 303) : refuseForm(form, done.refusal)
}

type View = Route.ComponentProps['loaderData']

/** One officer: the account, every capacity of all times, and what the administrator may do. */
export default function Officer({ loaderData: view, actionData }: Route.ComponentProps) {
  const { admin } = useWords()
  const words = admin.officer
  const form = viewForm(actionData, { reason: words.reasonIn }, useLocale())
  return (
    <AdminPage title={view.name} back={{ href: officersAt, words: words.back }} summary={form.summary} head={<><AccountState state={view.state} />{view.actions.includes('giveCapacity') && <LinkButton href={`${officerAt(view.id)}/vai-tro`}>{words.give}</LinkButton>}</>}>
      <Done said={{ moi: words.made, giao: words.given, 'ket-thuc': words.ended, dong: words.closed, mo: words.opened }} />
      <section>
        <h2>{words.account}</h2>
        <Declared items={[
          { term: admin.officers.username, value: <span className="raw">{view.username}</span> }, { term: words.created, value: formatDate(new Date(view.createdAt)) },
          { term: words.seen, value: view.seenAt === null ? admin.when.never : formatDateTime(view.seenAt) }, { term: words.signIn, value: view.canSignIn ? words.canSignIn : words.cannot, more: view.demonstration && <small>{words.demonstration}</small> },
          ...(view.disabledAt === null ? [] : [{ term: words.disabled, value: formatDateTime(view.disabledAt), more: <small>{view.disabledReason}</small> }]),
        ]} />
      </section>
      <section><Capacities view={view} /></section>
      <AccountActs view={view} form={form} />
      {view.events.length > 0 && (
        <section>
          <h2>{words.events}</h2>
          <ul className="admin__plain">{view.events.map(({ name, at, by }) => <li key={`${name}${at}`}>{words.event[name] ?? name}<small>{[formatDateTime(at), by].filter(Boolean).join(' · ')}</small></li>)}</ul>
        </section>
      )}
    </AdminPage>
  )
}

function Capacities({ view }: { view: View }) {
  const { admin } = useWords()
  const locale = useLocale()
  const words = admin.officer
  return (
    <Table
      caption={words.capacities}
      columns={[{ key: 'title', label: words.title }, { key: 'role', label: words.role }, { key: 'agency', label: words.agency }, { key: 'days', label: words.days }, { key: 'state', label: words.state }, { key: 'used', label: words.used }, { key: 'act', label: words.act }]}
      rows={view.capacities.map((each) => ({
        id: each.id,
        cells: {
          title: <CapacityTitle line={each} catalogue={view.catalogue} />, role: <>{admin.role[each.role]}<small>{admin.kind[each.kind]}</small></>, agency: each.agency.name[locale],
          days: <>{daysOf(each, admin)}{each.document !== null && <small>{words.document(each.document)}</small>}</>,
          state: <><StateWord kind={each.state === 'holds' ? 'done' : each.state === 'coming' ? 'new' : 'stopped'}>{admin.capacityState[each.state]}</StateWord>{each.endReason !== null && <small>{words.endedBecause(each.endReason)}</small>}</>,
          used: each.usedAt === null ? admin.when.never : formatDateTime(each.usedAt),
          act: each.actions.includes('end') && <Anchor href={`${officerAt(view.id)}/ket-thuc/${each.id}`}>{words.end}<span className="vh"> {words.endOf(each.title[locale])}</span></Anchor>,
        },
      }))}
    />
  )
}

function CapacityTitle({ line, catalogue }: { line: CapacityLine; catalogue: Catalogue }) {
  const { admin } = useWords()
  const locale = useLocale()
  const limit = limitOf(line, catalogue, { admin, locale })
  return <><b>{line.title[locale]}</b>{line.delegated && <small>{admin.officer.delegated}</small>}{limit !== null && <small>{limit}</small>}{line.signsAs.length > 0 && <small>{admin.officer.signs} {line.signsAs.join(' / ')}</small>}</>
}

/** Closing asks for the reason first; opening again, and ending a lock, are done by a press. */
function AccountActs({ view, form }: { view: View; form: ReturnType<typeof viewForm> }) {
  const { admin: { officer: words } } = useWords()
  const open = form.summary.length > 0
  return (
    <section>
      {(view.actions.includes('enable') || view.actions.includes('unlock')) && <Acts>
        {view.actions.includes('enable') && <Form method="post"><FormGuard form="enable" /><input type="hidden" name="what" value="enable" /><Button kind="second">{words.enable}</Button></Form>}
        {view.actions.includes('unlock') && <Form method="post"><FormGuard form="unlock" /><input type="hidden" name="what" value="unlock" /><input type="hidden" name="username" value={view.username} /><Button kind="second">{words.unlock}</Button></Form>}
      </Acts>}
      {view.actions.includes('disable') && (
        <details className="admin__more" open={open}>
          <summary><span>{words.disable}</span></summary>
          <Form method="post" noValidate>
            <FormGuard form="disable" />
            <input type="hidden" name="what" value="disable" />
            <p>{words.disableText}</p>
            <Field name="reason" label={words.reason} value={form.value('reason')} error={form.error('reason')} maxLength={500} />
            <Acts><Button kind="danger">{words.disable}</Button></Acts>
          </Form>
        </details>
      )}
    </section>
  )
}
