import '../../kit/desk.css'
import './intake.css'
import { data, Form, redirect, useSearchParams } from 'react-router'
import { countVisits, listQueues, noteVisit } from '#contract/dossiers'
import { listProcedures, narrowed, searchProcedures, type ProcedureLine } from '#contract/procedures'
import { formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { EmptyState, GoList, Note } from '../../kit/lists.tsx'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { intakeAt, intakeOf, reservedAt } from '../places.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/choose.ts'

/** Procedures to choose from: those that fit the words, else the catalogue. Asking for the queues first lets nobody in who has no desk. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  await app.call(listQueues, {})
  const asked = new URL(request.url).searchParams
  const query = (asked.get('q') ?? '').trim().slice(0, 300)
  const person = /^[0-9a-f-]{36}$/.exec(asked.get('nguoi') ?? '')?.[0] ?? null
  const procedures: ProcedureLine[] = query === '' ? (await app.call(listProcedures, { fileable: 'yes' })).procedures : narrowed((await app.call(searchProcedures, { q: query, limit: 50 })).hits, { fileable: 'yes' })
  return { query, person, visits: await app.call(countVisits, {}), procedures: procedures.map(({ code, title, field }) => ({ code, title, field })) }
}

/** Somebody only asked, or came to the wrong counter: counted with one press. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const kind = text(form, 'kind')
  const done = await run({ app: context.get(keys.app), request, form, of: kind ?? 'visit' }, noteVisit, { kind })
  return done.ok ? redirect(`${intakeAt}?xong=dem`, 303) : data(null, { status: done.refusal.status })
}

/** The clerk's first question to a visitor. */
export default function Choose({ loaderData: { query, person, visits, procedures } }: Route.ComponentProps) {
  const { dossier: { intake: words } } = useWords()
  const locale = useLocale()
  return (
    <div className="intake">
      <Title>{words.title}</Title>
      <h1>{words.title}</h1>
      <p className="lead">{words.choose}</p>
      <Form method="get" role="search" className="intake__find">
        {person !== null && <input type="hidden" name="nguoi" value={person} />}
        <Field name="q" label={words.search} kind="search" value={query} maxLength={300} />
        <Button kind="second" icon="search">{words.search}</Button>
      </Form>
      {procedures.length === 0
        ? <EmptyState title={words.none(query)} level={2}>{words.noneText} <Anchor href={intakeAt}>{words.all}</Anchor></EmptyState>
        : <GoList items={procedures.map(({ code, title, field }) => ({ href: intakeOf(code, person), label: title[locale], detail: `${field.name[locale]} · ${code}`, icon: 'paper' }))} />}
      <Visits visits={visits} />
      <p className="intake__reserved"><Anchor href={reservedAt}>{words.reserved.link}</Anchor><small>{words.reserved.linkText}</small></p>
    </div>
  )
}

/** Who came and handed nothing in: two buttons, and how many there were. */
function Visits({ visits: { today, month } }: { visits: Route.ComponentProps['loaderData']['visits'] }) {
  const { dossier: { intake: { visits: words } } } = useWords()
  const [search] = useSearchParams()
  return (
    <section className="boxed" aria-labelledby="visits">
      <h2 id="visits">{words.title}</h2>
      {search.get('xong') === 'dem' && <div role="status"><Note>{words.done}</Note></div>}
      <Form method="post" className="acts">
        <FormGuard form="visit" />
        <Button kind="second" name="kind" value="advice">{words.advice}</Button>
        <Button kind="second" name="kind" value="wrongCounter">{words.wrongCounter}</Button>
      </Form>
      <p className="muted num">{words.counts(formatNumber(today.advice), formatNumber(today.wrongCounter), formatNumber(month.advice), formatNumber(month.wrongCounter))}</p>
    </section>
  )
}
