import { Form } from 'react-router'
import { listReadings } from '#contract/identity'
import { formatDateTime, formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Button, LinkButton } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { EmptyState, Pager, Table } from '../../kit/lists.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { attempt } from '../../kit/call.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/readings.ts'
import { adminAt, dataRequestsAt, readingsLogAt } from './menu.ts'
import { AdminPage } from './page.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams
  const given = (name: string): string | undefined => search.get(name)?.trim() || undefined
  const ask = { code: given('ho-so'), username: given('can-bo'), day: given('ngay') }
  const found = await attempt(context.get(keys.app), listReadings, { ...ask, before: given('truoc') })
  // a day or a name that is none finds nothing; whatever else is refused is told by the frame
  if (!found.ok && !['invalid_input', 'officer_not_found'].includes(found.refusal.code)) await context.get(keys.app).call(listReadings, {})
  return { ask, first: given('truoc') === undefined, ...(found.ok ? found.value : { rows: [], next: null, sealed: null }) }
}

/** The log of readings, by dossier, officer and day, with what stands out. */
export default function ReadingsLog({ loaderData: { ask, rows, next, sealed, first } }: Route.ComponentProps) {
  const { readings: words, admin } = useWords()
  const { log } = words
  const locale = useLocale()
  const query = new URLSearchParams(Object.entries({ 'ho-so': ask.code, 'can-bo': ask.username, ngay: ask.day }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
  const at = (before?: string): string => `${readingsLogAt}?${new URLSearchParams([...query, ...(before === undefined ? [] : [['truoc', before]])] as [string, string][])}`
  return (
    <AdminPage title={log.title} back={{ href: adminAt, words: admin.home.title }} head={<LinkButton kind="second" href={dataRequestsAt}>{log.requests}</LinkButton>}>
      <p>{log.text}{sealed && <small> {sealed.at === null ? log.never(formatNumber(sealed.open)) : log.sealed(formatDateTime(sealed.at), formatNumber(sealed.open))}</small>}</p>
      <Form method="get" className="admin__filter" role="search" key={query.toString()}>
        <Field name="ho-so" label={log.code} value={ask.code} maxLength={80} />
        <Field name="can-bo" label={log.username} value={ask.username} maxLength={60} />
        <Field name="ngay" label={log.day} hint={log.dayHint} value={ask.day} maxLength={10} />
        <Button kind="second">{log.find}</Button>
        {query.size > 0 && <LinkButton kind="quiet" href={readingsLogAt}>{log.all}</LinkButton>}
      </Form>
      {rows.length === 0 ? <EmptyState level={2} title={log.none}>{log.noneText}</EmptyState> : (
        <Table
          caption={log.title} hideCaption
          columns={[{ key: 'at', label: log.at }, { key: 'who', label: log.who }, { key: 'why', label: log.why }, { key: 'dossier', label: log.dossier }, { key: 'flags', label: log.flags }]}
          rows={rows.map((row) => ({
            id: row.id,
            cells: {
              at: formatDateTime(row.at), who: <>{row.reader.name}<small>{[row.reader.title?.[locale], row.reader.agency?.[locale]].filter(Boolean).join(', ')}</small></>,
              why: <>{words.purpose[row.purpose]}<small>{row.what.map((kind) => words.what[kind]).join(', ')}</small></>,
              dossier: row.code !== null && <Anchor href={`${readingsLogAt}?ho-so=${encodeURIComponent(row.code)}`}>{row.code}</Anchor>,
              flags: row.flags.map((flag) => <StateWord key={flag} kind={flag === 'hours' ? 'paused' : 'near'}>{log.flag[flag]}</StateWord>),
            },
          }))}
        />
      )}
      <Pager previous={first ? null : at()} next={next === null ? null : at(next)} label={log.title} />
    </AdminPage>
  )
}
