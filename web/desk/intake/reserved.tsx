import '../../kit/desk.css'
import { Form, redirect } from 'react-router'
import { listReservedCodes, reserveCodes } from '#contract/dossiers'
import { formatDate } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Acts, Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm, type FormState } from '../../kit/form.ts'
import { EmptyState, Table } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage } from '../admin/page.tsx'
import { dossierAt, intakeAt, reservedAt } from '../places.ts'
import { run } from '../run.ts'
import type { Route } from './+types/reserved.ts'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(listReservedCodes, {})

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, reserveCodes, inputOf(form))
  return done.ok ? redirect(reservedAt, 303) : refuseForm(form, done.refusal)
}

/** Numbers for paper while power or network are away: reserved, printed, and entered later with their true times. */
export default function Reserved({ loaderData: { codes }, actionData }: Route.ComponentProps) {
  const { dossier: { intake: { title, reserved: words } } } = useWords()
  const form = viewForm(actionData as FormState | undefined, { count: words.countIn, reason: words.reasonIn }, useLocale())
  const columns = [{ key: 'code', label: words.code }, { key: 'day', label: words.day }, { key: 'by', label: words.by }, { key: 'state', label: words.state }]
  return (
    <AdminPage title={words.title} back={{ href: intakeAt, words: title }} summary={form.summary}>
      <p>{words.text}</p>
      <Form method="post" noValidate>
        <FormGuard />
        <Field name="count" label={words.count} kind="number" width={4} value={form.value('count~number', '10')} error={form.error('count')} />
        <Field name="reason" label={words.reason} maxLength={500} value={form.value('reason')} error={form.error('reason')} />
        <Acts><Button>{words.button}</Button></Acts>
      </Form>
      {codes.length === 0 ? <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState> : (
        <>
          <Table
            caption={words.table} columns={columns}
            rows={codes.map(({ code, day, reservedBy, dossier }) => ({
              id: code, cells: { code: <span className="code">{code}</span>, day: <span className="num">{formatDate(day)}</span>, by: reservedBy, state: dossier === null ? words.open : <Anchor href={dossierAt(dossier)}>{words.used}</Anchor> },
            }))}
          />
          <p className="hint">{words.print}</p>
        </>
      )}
    </AdminPage>
  )
}
