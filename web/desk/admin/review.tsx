import { Form, redirect } from 'react-router'
import { decideReview, finishReview, getReview } from '#contract/identity'
import { formatDate, formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Acts, Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm } from '../../kit/form.ts'
import { Note, Pager, Table } from '../../kit/lists.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { run, text, texts } from '../run.ts'
import type { Route } from './+types/review.ts'
import { loadCatalogue } from './choices.ts'
import { officerAt, reviewAt, reviewsAt, serviceAt } from './menu.ts'
import { AdminPage, daysOf, limitOf } from './page.tsx'
import { ServiceState } from './service-parts.tsx'
import { PrintButton } from './print.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const review = await app.call(getReview, { review: params.review, after: new URL(request.url).searchParams.get('sau') ?? undefined })
  return { ...review, catalogue: await loadCatalogue(app) }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const asked = { app: context.get(keys.app), request, form }
  const what = text(form, 'what') ?? 'keep'
  const reason = text(form, 'reason')
  const done = what === 'finish' ? await run({ ...asked, of: 'finish' }, finishReview, { review: params.review })
    : await run({ ...asked, of: what }, decideReview, { review: params.review, capacities: texts(form, 'capacities[]'), decision: what, ...(what === 'end' && reason !== undefined && { reason }) })
  return done.ok ? redirect(what === 'finish' ? reviewsAt : new URL(request.url).pathname.replace(/\.data$/, ''), 303) : refuseForm(form, done.refusal)
}

type View = Route.ComponentProps['loaderData']

/** One review: every capacity as a line to keep or to end, and the end of the review. */
export default function Review({ loaderData: view, actionData }: Route.ComponentProps) {
  const { admin } = useWords()
  const locale = useLocale()
  const words = admin.review
  const form = viewForm(actionData, { capacities: words.picked, reason: words.reasonIn }, locale)
  const mayDecide = view.actions.includes('decide')
  return (
    <AdminPage title={words.title(view.agency.name[locale])} back={{ href: reviewsAt, words: words.back }} summary={form.summary} head={<PrintButton>{words.print}</PrintButton>}>
      <p>{admin.reviews.done(formatNumber(view.kept), formatNumber(view.ended), formatNumber(view.lines))}</p>
      {view.finishedAt !== null && <Note>{words.finished(formatDate(new Date(view.finishedAt)))}</Note>}
      <Form method="post" noValidate className="stack">
        <FormGuard form="review" />
        <Lines view={view} form={form} mayDecide={mayDecide} />
        {mayDecide && (
          <div className="admin__form stack">
            <Field name="reason" label={words.reason} hint={words.reasonHint} optional value={form.value('reason')} error={form.error('reason')} maxLength={500} />
            <Acts><Button name="what" value="keep">{words.keep}</Button><Button name="what" value="end" kind="danger">{words.end}</Button><Button name="what" value="finish" kind="second">{words.finish}</Button></Acts>
          </div>
        )}
      </Form>
      {view.services.length > 0 && <ServiceLines services={view.services} />}
      <Pager previous={null} next={view.next === null ? null : `${reviewAt(view.id)}?sau=${encodeURIComponent(view.next)}`} label={words.title(view.agency.name[locale])} />
    </AdminPage>
  )
}

/** Accounts of other systems: they are looked at here, and each is revoked on its own page. */
function ServiceLines({ services }: { services: View['services'] }) {
  const { services: words, admin } = useWords()
  return (
    <section>
      <h2>{words.review}</h2>
      <p>{words.reviewText}</p>
      <ul className="admin__plain">
        {services.map(({ id, name, purpose, state, until, usedAt }) => (
          <li key={id}><Anchor href={serviceAt(id)}>{name}</Anchor> <ServiceState state={state} /><small>{purpose} · {words.until} {formatDate(until)} · {words.used}: {usedAt === null ? admin.when.never : formatDate(new Date(usedAt))}</small></li>
        ))}
      </ul>
    </section>
  )
}

function Lines({ view, form, mayDecide }: { view: View; form: ReturnType<typeof viewForm>; mayDecide: boolean }) {
  const { admin } = useWords()
  const locale = useLocale()
  const words = admin.review
  const pick = mayDecide ? [{ key: 'pick', label: words.choose }] : []
  return (
    <Table
      caption={admin.reviews.title} hideCaption
      columns={[...pick, { key: 'who', label: words.who }, { key: 'role', label: words.role }, { key: 'since', label: words.since }, { key: 'used', label: words.used }, { key: 'flags', label: words.flags }, { key: 'decision', label: words.decision }]}
      rows={view.rows.map((row) => {
        const limit = limitOf(row, view.catalogue, { admin, locale })
        return {
          id: row.capacity,
          cells: {
            pick: row.decision !== 'end' && <input type="checkbox" className="admin__pick" name="capacities[]" value={row.capacity} aria-label={words.pick(`${row.name}, ${row.title[locale]}`)} defaultChecked={form.chosen('capacities[]', row.capacity)} />,
            who: <><Anchor href={officerAt(row.officer)}>{row.name}</Anchor><small className="raw">{row.username}</small></>,
            role: <>{row.title[locale]}<small>{admin.role[row.role]} · {row.agency.name[locale]}</small>{limit !== null && <small>{limit}</small>}</>,
            since: daysOf(row, admin), used: row.usedAt === null ? admin.when.never : formatDate(new Date(row.usedAt)),
            flags: row.flags.map((flag) => <StateWord key={flag} kind="near">{words.flag[flag] ?? flag}</StateWord>),
            decision: row.decision === null ? words.none : <><StateWord kind={row.decision === 'keep' ? 'done' : 'stopped'}>{row.decision === 'keep' ? words.kept : words.ended}</StateWord>{row.reason !== null && <small>{row.reason}</small>}{row.decidedBy !== null && <small>{words.decidedBy(row.decidedBy)}</small>}</>,
          },
        }
      })}
    />
  )
}
