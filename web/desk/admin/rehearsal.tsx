import { Form, redirect } from 'react-router'
import { applyReform, rehearseReform, type Rehearsal } from '#contract/agencies'
import { formatDate, formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Acts, Button } from '../../kit/button.tsx'
import { Tick } from '../../kit/choices.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm, type FormState } from '../../kit/form.ts'
import { Note } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/rehearsal.ts'
import { reformsAt } from './menu.ts'
import { AdminPage } from './page.tsx'
import { PlanFile } from './plan-file.tsx'
import { PrintButton } from './print.tsx'
import { ReformReport } from './reform-report.tsx'

type Rehearsed = { rehearsal: Rehearsal; plan: string | null; draft: string | null }

export async function loader({ context, request }: Route.LoaderArgs): Promise<Rehearsed | null> {
  const draft = new URL(request.url).searchParams.get('phuong-an')
  return draft === null ? null : { rehearsal: await context.get(keys.app).call(rehearseReform, { draft }), plan: null, draft }
}

/** A plan that was opened is rehearsed, and comes back with its report; a rehearsed one is put in force. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const asked = { app: context.get(keys.app), request, form }
  const file = form.get('file')
  const [plan, draft] = [file instanceof File && file.size > 0 ? await file.text() : text(form, 'plan'), text(form, 'draft')]
  const which = draft === undefined ? { plan: plan ?? '' } : { draft }
  if (text(form, 'what') === 'apply') {
    const done = form.get('sure~boolean') === 'true' ? await run({ ...asked, of: 'apply' }, applyReform, { ...which, hash: text(form, 'hash') ?? '' }) : undefined
    if (done?.ok) return redirect(`${reformsAt}?xong=ap-dung`, 303)
    const again = await run({ ...asked, of: 'again' }, rehearseReform, which)
    const refusal = done === undefined ? { code: 'invalid_input', status: 400, values: {}, fields: { sure: 'required' } } : done.refusal
    return { ...refuseForm(form, refusal).data, rehearsed: again.ok ? { rehearsal: again.value, plan: plan ?? null, draft: draft ?? null } : null }
  }
  if (draft === undefined && plan === undefined) return { ...refuseForm(form, { code: 'invalid_input', status: 400, values: {}, fields: { file: 'required' } }).data, rehearsed: null }
  const done = await run({ ...asked, of: 'rehearse' }, rehearseReform, which)
  return done.ok ? { rehearsed: { rehearsal: done.value, plan: plan ?? null, draft: null } } : { ...refuseForm(form, done.refusal).data, rehearsed: null }
}

/** What a plan would do, to read and to print; and, when nothing stands against it, putting it in force. */
export default function RehearsalPage({ loaderData, actionData }: Route.ComponentProps) {
  const { reform: words } = useWords()
  const locale = useLocale()
  const form = viewForm(actionData && 'refusal' in actionData ? (actionData as FormState) : undefined, { file: words.fileIn, plan: words.fileIn, sure: words.report.sureIn }, locale, { 'file:required': words.fileMissing, 'sure:required': words.report.sureMissing })
  const rehearsed = actionData?.rehearsed ?? loaderData
  return (
    <AdminPage title={rehearsed ? words.report.title(rehearsed.rehearsal.title[locale]) : words.rehearse} back={{ href: reformsAt, words: words.back }} summary={form.summary} head={rehearsed && <PrintButton>{words.print}</PrintButton>}>
      {!rehearsed && <PlanFile error={form.error('file')} />}
      {rehearsed && <ReformReport rehearsal={rehearsed.rehearsal} />}
      {rehearsed && <Apply {...rehearsed} error={form.error('sure')} />}
    </AdminPage>
  )
}

function Apply({ rehearsal, plan, draft, error }: Rehearsed & { error: string | undefined }) {
  const { reform: { report: words } } = useWords()
  if (rehearsal.state === 'applied') return <Note>{words.already}</Note>
  if (rehearsal.state === 'other') return <Note kind="near">{words.other}</Note>
  if (rehearsal.faults.length > 0) return null
  const rows = rehearsal.rows.reduce((sum, { moves }) => sum + moves, 0)
  return (
    <section className="admin__apply screen-only">
      <h2>{words.apply}</h2>
      <p>{words.applyText(formatNumber(rehearsal.units.ends.length), formatNumber(rehearsal.agencies.ends.length), formatNumber(rows), formatDate(rehearsal.day))}</p>
      <Form method="post" noValidate className="stack">
        <FormGuard form="apply" />
        <input type="hidden" name="hash" value={rehearsal.hash} />
        {draft === null ? <input type="hidden" name="plan" value={plan ?? ''} /> : <input type="hidden" name="draft" value={draft} />}
        <Tick name="sure" label={words.sure} error={error} />
        <Acts><Button kind="danger" name="what" value="apply">{words.button}</Button></Acts>
      </Form>
    </section>
  )
}
