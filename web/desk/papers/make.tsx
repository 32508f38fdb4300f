import '../../kit/desk.css'
import './papers.css'
import { data, Form, redirect } from 'react-router'
import type { z } from 'zod'
import { makePaperList, papersWaiting } from '#contract/dossiers'
import { formatDate } from '#kernel/format'
import { localDate } from '#kernel/local-time'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Acts, Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choices.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm, type FormState, type FormView } from '../../kit/form.ts'
import { EmptyState, Table } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage } from '../admin/page.tsx'
import { dossierAt, paperListAt, paperListsAt } from '../places.ts'
import { run, text, texts } from '../run.ts'
import type { Route } from './+types/make.ts'

type Kind = z.output<typeof papersWaiting.input>['kind']
type Place = z.output<typeof papersWaiting.output>['places'][number]

const kindOf = (kind: string): Kind => {
  const read = papersWaiting.input.safeParse({ kind })
  if (!read.success) throw data({ code: 'not_found', status: 404 }, { status: 404, statusText: 'not_found' })
  return read.data.kind
}

export const loader = ({ context, params }: Route.LoaderArgs) => context.get(keys.app).call(papersWaiting, { kind: kindOf(params.kind) })

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const lines = texts(form, 'pick').map((dossier) => ({ dossier, papers: Number(text(form, `papers-${dossier}`) ?? '1') }))
  const done = await run({ app: context.get(keys.app), request, form, of: text(form, 'to') ?? '' }, makePaperList, { kind: kindOf(params.kind), to: text(form, 'to'), person: text(form, 'person'), lines })
  return done.ok ? redirect(`${paperListAt(done.value.id)}?xong=made`, 303) : refuseForm(form, done.refusal)
}

/** What waits, by where it goes: one list for each place, to one person there. */
export default function MakePaperList({ loaderData: { kind, places }, actionData }: Route.ComponentProps) {
  const { after: { lists: words } } = useWords()
  const state = actionData as FormState | undefined
  const form = viewForm(state, { person: words.personIn, lines: words.linesIn }, useLocale(), { 'person:required': words.choosePerson, 'person:wrong_form': words.choosePerson, 'person:wrong_type': words.choosePerson, 'lines:required': words.nonePicked, 'lines:too_small': words.nonePicked })
  return (
    <AdminPage title={`${words.makeTitle}: ${words.kinds[kind]}`} back={{ href: paperListsAt, words: words.title }} summary={form.summary}>
      {places.length === 0 ? <EmptyState level={2} title={words.nothing}>{words.emptyText}</EmptyState> : <p>{words.makeText}</p>}
      {places.map((place) => <PlaceForm key={place.to.code} place={place} form={state?.typed['to']?.[0] === place.to.code ? form : null} />)}
    </AdminPage>
  )
}

function PlaceForm({ place: { to, people, rows }, form }: { place: Place; form: FormView | null }) {
  const { after: { lists: words } } = useWords()
  const locale = useLocale()
  const columns = [
    { key: 'pick', label: words.picked }, { key: 'code', label: words.code }, { key: 'name', label: words.name }, { key: 'since', label: words.since }, ...(rows.some(({ shelf }) => shelf !== null) ? [{ key: 'shelf', label: words.shelf }] : []), { key: 'papers', label: words.papers, number: true },
  ]
  return (
    <section aria-labelledby={`to-${to.code}`} className="paper-place">
      <h2 id={`to-${to.code}`}>{to.name[locale]}</h2>
      {people.length === 0 ? <p>{words.noPeople}</p> : (
        <Form method="post" noValidate>
          <FormGuard form={`make-${to.code}`} />
          <input type="hidden" name="to" value={to.code} />
          <Table
            caption={words.filesTo(to.name[locale])} hideCaption columns={columns}
            rows={rows.map(({ id, code, title, name, papers, since, shelf }) => ({
              id,
              cells: {
                pick: <label className="paper-tick"><input type="checkbox" name="pick" value={id} defaultChecked={form === null || form.chosen('pick', id, [])} aria-label={words.pick(code)} /></label>,
                code: <Anchor href={dossierAt(id)}>{code}</Anchor>, name: <>{name}<small className="paper-small">{title[locale]}</small></>, since: <span className="num">{formatDate(localDate(new Date(since)))}</span>, shelf: shelf ?? '',
                papers: <input className="in in--data paper-count" type="text" inputMode="numeric" name={`papers-${id}`} defaultValue={form?.value(`papers-${id}`, String(papers)) ?? String(papers)} aria-label={words.papersOf(code)} maxLength={3} />,
              },
            }))}
          />
          <Choices name="person" pick="one" label={words.choosePerson} error={form?.error('person')} options={people.map(({ id, name, title }) => ({ value: id, label: name, ...(title !== null && { hint: title }) }))} chosen={people.filter(({ id }) => form?.chosen('person', id, []) ?? people.length === 1).map(({ id }) => id)} />
          <Acts><Button>{words.makeButton}</Button></Acts>
        </Form>
      )}
    </section>
  )
}
