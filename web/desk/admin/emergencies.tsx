import { Form, redirect } from 'react-router'
import { listBreakGlass, reviewBreakGlass } from '#contract/identity'
import { formatDateTime } from '#kernel/format'
import * as keys from '../../context.ts'
import { Acts, Button } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm } from '../../kit/form.ts'
import { EmptyState, Note } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/emergencies.ts'
import { adminAt, emergenciesAt } from './menu.ts'
import { AdminPage, Done } from './page.tsx'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(listBreakGlass, {})

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, reviewBreakGlass, { id: text(form, 'use') ?? '', review: text(form, 'review') ?? '' })
  return done.ok ? redirect(`${emergenciesAt}?xong=xem`, 303) : refuseForm(form, done.refusal)
}

/** Uses of the emergency access: what nobody has looked at stands red at the top. */
export default function Emergencies({ loaderData: { ready, uses }, actionData }: Route.ComponentProps) {
  const { emergency: words, admin } = useWords()
  const form = viewForm(actionData, { review: words.reviewIn }, useLocale())
  return (
    <AdminPage title={words.uses} back={{ href: adminAt, words: admin.home.title }} summary={form.summary}>
      <Done said={{ xem: words.reviewed }} />
      <p>{ready ? words.ready : words.notReady}</p>
      {uses.length === 0 && <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState>}
      {uses.map((use) => (
        <section key={use.id} className="admin__form stack">
          <Note kind={use.reviewedAt === null ? 'late' : 'plain'}>
            <p><b>{formatDateTime(use.at)}</b> – {formatDateTime(use.until)} · {use.address}</p>
            <p>{words.why(use.reason)}</p>
            {use.reviewedAt !== null && <p>{words.by(use.reviewedBy ?? '', formatDateTime(use.reviewedAt))}: {use.review}</p>}
          </Note>
          {use.actions.includes('review') && (
            <Form method="post" noValidate className="stack">
              <FormGuard form={`review ${use.id}`} />
              <input type="hidden" name="use" value={use.id} />
              <TextArea name="review" id={`review-${use.id}`} label={words.review} hint={words.reviewHint} rows={3} maxLength={2000} value={form.value('use') === use.id ? form.value('review') : ''} error={form.value('use') === use.id ? form.error('review') : undefined} />
              <Acts><Button>{words.reviewButton}</Button></Acts>
            </Form>
          )}
        </section>
      ))}
    </AdminPage>
  )
}
