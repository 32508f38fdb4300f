import '../kit/desk.css'
import './register.css'
import { Form } from 'react-router'
import { certifiedCopies, type RegisterLine } from '#contract/dossiers'
import { formatDate, formatDateTime, formatMoney, formatNumber } from '#kernel/format'
import { dong } from '#kernel/money'
import type { Route } from './+types/register.ts'
import * as keys from '../context.ts'
import { Anchor } from '../kit/anchor.tsx'
import { Button } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { DateField, dateBoxes } from '../kit/date-field.tsx'
import { dateOf, viewForm, typedOf, type FormState } from '../kit/form.ts'
import { EmptyState, Pager, Table } from '../kit/lists.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { AdminPage } from './admin/page.tsx'
import { dossierAt, registerAt } from './places.ts'

/** The boxes of the address as a form, to read them the one way forms are read. */
function formOf(request: Request): FormData {
  const form = new FormData()
  for (const [name, value] of new URL(request.url).searchParams) form.append(name, value)
  return form
}

/** The lines of the days that the address names, today's without any. Days that make no sense come back with what was typed. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const form = formOf(request)
  const after = form.get('sau')
  const days = { from: dateOf(form, 'from'), to: dateOf(form, 'to') }
  const found = await attempt(app, certifiedCopies, { ...days, ...(typeof after === 'string' && { after }) })
  if (found.ok) return { list: found.value, first: after === null, refused: null }
  if (found.refusal.code !== 'invalid_input') await app.call(certifiedCopies, {})
  return { list: await app.call(certifiedCopies, {}), first: true, refused: { typed: typedOf(form), refusal: found.refusal } satisfies FormState }
}

/** The register of certified copies, shown and printed from the dossiers that were certified. */
export default function Register({ loaderData: { list, first, refused } }: Route.ComponentProps) {
  const { atOnce: { register: words } } = useWords()
  const locale = useLocale()
  const view = viewForm(refused ?? undefined, { from: words.fromIn, to: words.toIn }, locale)
  const at = (after: string | null): string => `${registerAt}?${new URLSearchParams({ ...partsOf('from', list.from), ...partsOf('to', list.to), ...(after !== null && { sau: after }) })}`
  return (
    <AdminPage title={words.title} count={list.count} summary={view.summary}>
      <Form method="get" className="register__days" noValidate>
        <DateField name="from" label={words.from} value={dateBoxes('from', view.value, list.from)} error={view.error('from')} />
        <DateField name="to" label={words.to} value={dateBoxes('to', view.value, list.to)} error={view.error('to')} />
        <Button kind="second">{words.show}</Button>
      </Form>
      <p><b>{words.days(formatDate(list.from), formatDate(list.to))}</b> · <span className="num">{words.sum(formatNumber(list.count), formatNumber(list.copies), formatMoney(dong(list.paid)))}</span></p>
      {list.rows.length === 0 ? <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState> : (
        <>
          <div className="register"><Lines rows={list.rows} /></div>
          <Pager previous={first ? null : at(null)} next={list.next === null ? null : at(list.next)} />
          <p className="muted register__print">{words.print}</p>
        </>
      )}
    </AdminPage>
  )
}

const partsOf = (name: string, day: string): Record<string, string> => ({ [`${name}~day`]: day.slice(8, 10), [`${name}~month`]: day.slice(5, 7), [`${name}~year`]: day.slice(0, 4) })

function Lines({ rows }: { rows: readonly RegisterLine[] }) {
  const { atOnce: { register: words } } = useWords()
  const number = (value: number) => <span className="num">{formatNumber(value)}</span>
  const columns = [
    { key: 'number', label: words.number }, { key: 'at', label: words.at }, { key: 'who', label: words.who }, { key: 'paper', label: words.paper }, { key: 'pages', label: words.pages, number: true },
    { key: 'copies', label: words.copies, number: true }, { key: 'fee', label: words.fee, number: true }, { key: 'signer', label: words.signer },
  ]
  const fee = ({ fee: owed }: RegisterLine) => (owed === null ? words.free : <>{formatMoney(dong(owed.total))} <small>{words.states[owed.state]}</small></>)
  return (
    <Table
      caption={words.book(rows[0]?.book ?? '')} columns={columns}
      rows={rows.map((row) => ({
        id: row.id,
        cells: { number: <Anchor href={dossierAt(row.id)}><span className="num">{row.number}</span></Anchor>, at: <span className="num">{formatDateTime(row.at)}</span>, who: row.applicantName, paper: row.paper, pages: number(row.pages), copies: number(row.copies), fee: fee(row), signer: row.signer },
      }))}
    />
  )
}
