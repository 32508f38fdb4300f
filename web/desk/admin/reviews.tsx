import { Form, redirect } from 'react-router'
import { administration, listReviews, openReview } from '#contract/identity'
import { formatDate, formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Button } from '../../kit/button.tsx'
import { Select } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm } from '../../kit/form.ts'
import { EmptyState, Table } from '../../kit/lists.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run } from '../run.ts'
import type { Route } from './+types/reviews.ts'
import { adminAt, reviewAt } from './menu.ts'
import { AdminPage } from './page.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const { agencies, overdue } = await app.call(administration, {})
  return { agencies, overdue, ...(await app.call(listReviews, {})) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, openReview, inputOf(form))
  return done.ok ? redirect(reviewAt(done.value.id), 303) : refuseForm(form, done.refusal)
}

type Data = Route.ComponentProps['loaderData']

/** The half-yearly review of rights: which agencies are due, which reviews there are, and a new one. */
export default function Reviews({ loaderData: { agencies, overdue, reviews }, actionData }: Route.ComponentProps) {
  const { admin } = useWords()
  const locale = useLocale()
  const words = admin.reviews
  const form = viewForm(actionData, { agency: words.agencyIn }, locale)
  return (
    <AdminPage title={words.title} back={{ href: adminAt, words: admin.home.title }} summary={form.summary}>
      <p>{words.text}</p>
      <Form method="post" noValidate className="admin__filter">
        <FormGuard />
        <Select name="agency" label={words.agency} value={form.value('agency', agencies[0]?.code)} error={form.error('agency')} options={agencies.map(({ code, name }) => ({ value: code, label: name[locale] }))} />
        <Button>{words.open}</Button>
      </Form>
      <section>{reviews.length === 0 ? <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState> : <List reviews={reviews} />}</section>
      {overdue.length > 0 && (
        <section>
          <h2>{words.overdue}</h2>
          <ul className="admin__plain">{overdue.map(({ agency, count, since }) => <li key={agency.code}><b>{agency.name[locale]}</b><small>{words.overdueLine(formatNumber(count), formatDate(since))}</small></li>)}</ul>
        </section>
      )}
    </AdminPage>
  )
}

function List({ reviews }: { reviews: Data['reviews'] }) {
  const { admin: { reviews: words } } = useWords()
  const locale = useLocale()
  return (
    <Table
      caption={words.list}
      columns={[{ key: 'agency', label: words.agency }, { key: 'opened', label: words.opened }, { key: 'by', label: words.by }, { key: 'progress', label: words.progress }]}
      rows={reviews.map((each) => ({
        id: each.id,
        cells: {
          agency: <Anchor href={reviewAt(each.id)}>{each.agency.name[locale]}</Anchor>, opened: formatDate(new Date(each.openedAt)), by: each.openedBy,
          progress: <><StateWord kind={each.finishedAt === null ? 'doing' : 'done'}>{each.finishedAt === null ? words.running : words.finished(formatDate(new Date(each.finishedAt)))}</StateWord><small>{words.done(formatNumber(each.kept), formatNumber(each.ended), formatNumber(each.lines))}</small></>,
        },
      }))}
    />
  )
}
