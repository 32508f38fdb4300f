import '../../kit/desk.css'
import './intake.css'
import { Form } from 'react-router'
import { listQueues } from '#contract/dossiers'
import { listProcedures, narrowed, searchProcedures, type ProcedureLine } from '#contract/procedures'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { EmptyState, GoList } from '../../kit/lists.tsx'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { intakeAt, intakeOf } from '../places.ts'
import type { Route } from './+types/choose.ts'

/** Procedures to choose from: those that fit the words, else the catalogue. Asking for the queues first lets nobody in who has no desk. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  await app.call(listQueues, {})
  const query = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 300)
  const procedures: ProcedureLine[] = query === '' ? (await app.call(listProcedures, { fileable: 'yes' })).procedures : narrowed((await app.call(searchProcedures, { q: query, limit: 50 })).hits, { fileable: 'yes' })
  return { query, procedures: procedures.map(({ code, title, field }) => ({ code, title, field })) }
}

/** The clerk's first question to a visitor. */
export default function Choose({ loaderData: { query, procedures } }: Route.ComponentProps) {
  const { dossier: { intake: words } } = useWords()
  const locale = useLocale()
  return (
    <div className="intake">
      <Title>{words.title}</Title>
      <h1>{words.title}</h1>
      <p className="lead">{words.choose}</p>
      <Form method="get" role="search" className="intake__find">
        <Field name="q" label={words.search} kind="search" value={query} maxLength={300} />
        <Button kind="second" icon="search">{words.search}</Button>
      </Form>
      {procedures.length === 0
        ? <EmptyState title={words.none(query)} level={2}>{words.noneText} <Anchor href={intakeAt}>{words.all}</Anchor></EmptyState>
        : <GoList items={procedures.map(({ code, title, field }) => ({ href: intakeOf(code), label: title[locale], detail: `${field.name[locale]} · ${code}`, icon: 'paper' }))} />}
    </div>
  )
}
