import '../../kit/desk.css'
import './papers.css'
import { Form, redirect } from 'react-router'
import type { z } from 'zod'
import { cancelPaperList, getPaperList, receivePaperList, reprintPaperList } from '#contract/dossiers'
import { formatDateTime, formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { ErrorMessage } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm, type FormState, type FormView } from '../../kit/form.ts'
import { Table } from '../../kit/lists.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { Declared } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage, Done } from '../admin/page.tsx'
import { dossierAt, paperListAt, paperListDocumentAt, paperListsAt } from '../places.ts'
import { run, text } from '../run.ts'
import { ListState } from './lists.tsx'
import type { Route } from './+types/list.ts'

type List = z.output<typeof getPaperList.output>

export const loader = ({ context, params }: Route.LoaderArgs) => context.get(keys.app).call(getPaperList, { list: params.list })

export async function action({ context, request, params }: Route.ActionArgs) {
  const app = context.get(keys.app)
  const form = await request.formData()
  const { list } = params
  if (text(form, 'act') === 'reprint') {
    const printed = await run({ app, request, form, of: 'reprint' }, reprintPaperList, { list })
    return printed.ok ? redirect(`${paperListAt(list)}?xong=reprinted`, 303) : refuseForm(form, printed.refusal)
  }
  const cancel = text(form, 'act') === 'cancel'
  const asked = { app, request, form, of: cancel ? 'cancel' : 'receive' }
  const done = await (cancel ? run(asked, cancelPaperList, { list }) : run(asked, receivePaperList, { list, lines: answersOf(form) }))
  return done.ok ? redirect(`${paperListAt(list)}?xong=${cancel ? 'cancelled' : 'received'}`, 303) : refuseForm(form, done.refusal)
}

/** What was said of each line; one that nothing was said of is left out, and the server says which. */
const answersOf = (form: FormData): unknown[] => [...form.keys()].filter((name) => name.startsWith('line-')).flatMap((name) => {
  const number = Number(name.slice('line-'.length))
  const outcome = text(form, `outcome${number}`)
  return outcome === undefined ? [] : [{ number, outcome, remark: text(form, `remark${number}`) }]
})

/** One list: who gives what to whom, and what came. */
export default function PaperList({ loaderData: list, actionData }: Route.ComponentProps) {
  const { after: { lists: words } } = useWords()
  const locale = useLocale()
  const labels = Object.fromEntries(list.lines.flatMap(({ number, code }) => [[`outcome${number}`, words.outcomeIn(code)], [`remark${number}`, words.remarkIn(code)]]))
  const form = viewForm(actionData as FormState | undefined, { ...labels, lines: words.linesIn }, locale)
  const { facts } = words
  return (
    <AdminPage title={words.listTitle(list.number)} back={{ href: paperListsAt, words: words.title }} summary={form.summary} head={<LinkButton kind="second" href={paperListDocumentAt(list.id)}>{words.print}</LinkButton>}>
      <Done said={words.done} />
      <p>{list.state !== 'open' && <ListState list={list} />} {list.state === 'open' ? words.waitingFor(list.person.name) : list.received ? words.receivedBy(list.received.by, formatDateTime(list.received.at)) : words.wasCancelled}</p>
      <Declared items={[
        { term: facts.kind, value: words.kinds[list.kind] }, { term: facts.from, value: list.from.name[locale] }, { term: facts.giver, value: list.maker }, { term: facts.to, value: list.to.name[locale] },
        { term: facts.person, value: [list.person.name, list.person.title].filter(Boolean).join(', ') }, { term: facts.made, value: <span className="num">{formatDateTime(list.madeAt)}</span> },
        { term: facts.sum, value: <span className="num">{words.sum(formatNumber(list.count), formatNumber(list.papers))}</span> },
      ]} />
      {list.actions.includes('receive') ? <Receive list={list} form={form} /> : <Lines list={list} />}
      <Reprints list={list} />
      {list.actions.includes('cancel') && (
        <Form method="post">
          <FormGuard form="cancel" />
          <Acts><Button kind="second" name="act" value="cancel">{words.cancel}</Button><p className="muted">{words.cancelText}</p></Acts>
        </Form>
      )}
    </AdminPage>
  )
}

/** Prints after the first one, each with its number on its face. */
function Reprints({ list: { id, reprints } }: { list: List }) {
  const { after: { reprint: words } } = useWords()
  return (
    <section aria-labelledby="reprints">
      <h2 id="reprints" className="vh">{words.history}</h2>
      {reprints.length > 0 && <ul className="admin__plain">{reprints.map(({ copy, at, by }) => <li key={copy}><a href={paperListDocumentAt(id, copy)} target="_blank" rel="noreferrer">{words.list(formatNumber(copy), by, formatDateTime(at))}</a></li>)}</ul>}
      <Form method="post"><FormGuard form="reprint" /><Acts><Button kind="quiet" name="act" value="reprint">{words.button}</Button></Acts></Form>
    </section>
  )
}

const kinds = { received: 'done', missing: 'late', cancelled: 'stopped' } as const

function Lines({ list: { lines, number } }: { list: List }) {
  const { after: { lists: words } } = useWords()
  const locale = useLocale()
  const columns = [{ key: 'number', label: '#' }, { key: 'code', label: words.code }, { key: 'name', label: words.name }, { key: 'papers', label: words.papers, number: true }, { key: 'outcome', label: words.outcome }]
  return (
    <Table
      caption={words.listTitle(number)} hideCaption columns={columns}
      rows={lines.map((line) => ({
        id: String(line.number),
        cells: {
          number: line.number, code: <Anchor href={dossierAt(line.dossier)}>{line.code}</Anchor>, name: <>{line.name}<small className="paper-small">{line.title[locale]}</small></>, papers: <span className="num">{formatNumber(line.papers)}</span>,
          outcome: line.outcome === null ? words.open : <><StateWord kind={kinds[line.outcome]} size={13}>{words.outcomes[line.outcome]}</StateWord>{line.remark !== null && <small className="paper-small">{line.remark}</small>}</>,
        },
      }))}
    />
  )
}

/** Line by line: nothing is ticked beforehand, so that what nobody looked at is not confirmed. */
function Receive({ list, form }: { list: List; form: FormView }) {
  const { after: { lists: words } } = useWords()
  const locale = useLocale()
  const columns = [{ key: 'number', label: '#' }, { key: 'code', label: words.code }, { key: 'name', label: words.name }, { key: 'papers', label: words.papers, number: true }, { key: 'outcome', label: words.outcome }, { key: 'remark', label: words.remark }]
  return (
    <section aria-labelledby="receive">
      <h2 id="receive">{words.receiveTitle}</h2>
      <p>{words.receiveText}</p>
      <Form method="post" noValidate>
        <FormGuard form="receive" />
        <Table
          caption={words.listTitle(list.number)} hideCaption columns={columns}
          rows={list.lines.map((line) => ({
            id: String(line.number),
            cells: {
              number: line.number, code: line.code, name: <>{line.name}<small className="paper-small">{line.title[locale]}</small></>, papers: <span className="num">{formatNumber(line.papers)}</span>,
              outcome: <Answer line={line} form={form} />, remark: <Remark line={line} form={form} />,
            },
          }))}
        />
        <Acts><Button>{words.receiveButton}</Button></Acts>
      </Form>
    </section>
  )
}

function Answer({ line: { number, code }, form }: { line: List['lines'][number]; form: FormView }) {
  const { after: { lists: words } } = useWords()
  const name = `outcome${number}`
  const error = form.error(name)
  return (
    <fieldset className="paper-answer">
      <legend className="vh">{words.outcomeOf(code)}</legend>
      <input type="hidden" name={`line-${number}`} value="1" />
      {(['received', 'missing'] as const).map((value) => (
        <label key={value}><input type="radio" id={value === 'received' ? name : undefined} name={name} value={value} defaultChecked={form.chosen(name, value, [])} />{value === 'received' ? words.came : words.notCame}</label>
      ))}
      {error !== undefined && <ErrorMessage id={`${name}-error`}>{error}</ErrorMessage>}
    </fieldset>
  )
}

function Remark({ line: { number, code }, form }: { line: List['lines'][number]; form: FormView }) {
  const { after: { lists: words } } = useWords()
  const name = `remark${number}`
  const error = form.error(name)
  return (
    <>
      {error !== undefined && <ErrorMessage id={`${name}-error`}>{error}</ErrorMessage>}
      <input className="in paper-remark" type="text" id={name} name={name} defaultValue={form.value(name)} aria-label={words.remarkOf(code)} aria-describedby={error === undefined ? undefined : `${name}-error`} maxLength={300} autoComplete="off" />
    </>
  )
}
