import '../kit/desk.css'
import { Form, redirect } from 'react-router'
import { listCalls, recordCall } from '#contract/dossiers'
import { formatNumber } from '#kernel/format'
import * as keys from '../context.ts'
import { Anchor } from '../kit/anchor.tsx'
import { Button } from '../kit/button.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { refuseForm, viewForm, type FormState } from '../kit/form.ts'
import { EmptyState, Table } from '../kit/lists.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import type { Route } from './+types/calls.ts'
import { AdminPage, Done } from './admin/page.tsx'
import { callsAt, dossierAt } from './places.ts'
import { queueAt } from './queues.ts'
import { run, text } from './run.ts'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(listCalls, {})

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const reached = text(form, 'reached') === 'yes'
  const done = await run({ app: context.get(keys.app), request, form }, recordCall, { id: text(form, 'id'), reached })
  return done.ok ? redirect(`${callsAt}?xong=${reached ? 'reached' : 'missed'}`, 303) : refuseForm(form, done.refusal)
}

type Row = Route.ComponentProps['loaderData']['rows'][number]

/** People without an account whose result waits: the counter calls them, and says whether they answered. */
export default function Calls({ loaderData: { rows }, actionData }: Route.ComponentProps) {
  const { calls: words, desk, refusal } = useWords()
  const locale = useLocale()
  const { summary } = viewForm(actionData as FormState | undefined, {}, locale)
  const columns = [{ key: 'name', label: words.name }, { key: 'phone', label: words.phone }, { key: 'what', label: words.what }, { key: 'waits', label: words.waits }, { key: 'shelf', label: words.shelf }, { key: 'act', label: words.act }]
  return (
    <AdminPage title={words.title} back={{ href: queueAt('to_hand_over'), words: desk.queue.to_hand_over }} count={rows.length} summary={summary}>
      <Done said={words.done} />
      <p>{words.text}</p>
      {rows.length === 0 ? <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState> : (
        <Table
          caption={words.table} hideCaption columns={columns}
          rows={rows.map((row) => ({
            id: row.id,
            cells: {
              name: <b>{row.name}</b>, phone: row.phone === null ? words.noPhone : <a className="num" href={`tel:${row.phone}`}>{row.phone}</a>,
              what: <>{row.title[locale]}{row.notGranted && <>, {refusal.tag}</>}<br /><Anchor href={dossierAt(row.id)}>{row.code}</Anchor></>,
              waits: <span className="num">{words.days(formatNumber(row.days))}{row.tried > 0 && <><br />{words.tried(formatNumber(row.tried))}</>}</span>, shelf: row.shelf ?? words.noShelf, act: <Called row={row} />,
            },
          }))}
        />
      )}
    </AdminPage>
  )
}

function Called({ row }: { row: Row }) {
  const { calls: words } = useWords()
  return (
    <Form method="post" className="acts">
      <FormGuard form={`call-${row.id}`} />
      <input type="hidden" name="id" value={row.id} />
      <Button kind="second" name="reached" value="yes">{row.phone === null ? words.posted : words.reached}<span className="vh">{words.of(row.name)}</span></Button>
      {row.phone !== null && <Button kind="quiet" name="reached" value="no">{words.missed}<span className="vh">{words.of(row.name)}</span></Button>}
    </Form>
  )
}
