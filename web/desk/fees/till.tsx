import '../../kit/desk.css'
import './fees.css'
import { Form, redirect } from 'react-router'
import { paperLists } from '#contract/dossiers'
import { closeTill, getTill, listClosings, receiveClosing, type ClosingView } from '#contract/payments'
import { formatDateTime, formatMoney, formatNumber } from '#kernel/format'
import { dong } from '#kernel/money'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Acts, Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm, type FormState, type FormView } from '../../kit/form.ts'
import { EmptyState, Table } from '../../kit/lists.tsx'
import { Facts } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage, Done } from '../admin/page.tsx'
import { makePaperListAt, paperListsAt } from '../places.ts'
import { run, text } from '../run.ts'
import { chargeAt, dueAt, tillAt } from './places.ts'
import type { Route } from './+types/till.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const [till, { closings }, { waiting, mineToday }] = await Promise.all([app.call(getTill, {}), app.call(listClosings, {}), app.call(paperLists, {})])
  return { till, closings, papers: { ...mineToday, waiting: waiting.find(({ kind }) => kind === 'to_office')?.count ?? 0 } }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const closing = text(form, 'closing')
  const asked = { app: context.get(keys.app), request, form, of: closing === undefined ? 'close' : 'receive' }
  const done = await (closing === undefined ? run(asked, closeTill, inputOf(form)) : run(asked, receiveClosing, { closing }))
  return done.ok ? redirect(`${tillAt}?xong=${closing === undefined ? 'closed' : 'received'}`, 303) : refuseForm(form, done.refusal)
}

/** The clerk's day: what was collected, closing it, and what colleagues handed over. */
export default function Till({ loaderData: { till, closings, papers }, actionData }: Route.ComponentProps) {
  const { fees: { till: words, due } } = useWords()
  const labels = { counted: words.countedIn, differenceReason: words.differenceIn, papers: words.papersIn, handedTo: words.handedToIn }
  const form = viewForm(actionData as FormState | undefined, labels, useLocale())
  const money = (amount: number) => formatMoney(dong(amount))
  return (
    <AdminPage title={words.title} back={{ href: dueAt, words: due.title }} summary={form.summary}>
      <Done said={words.done} />
      <PaperFiles papers={papers} />
      {till.receipts.length === 0 ? <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState> : (
        <>
          <Facts items={[{ term: words.cash, value: <span className="num">{money(till.cash)}</span> }, { term: words.transfers, value: <span className="num">{money(till.transfers)}</span> }]} />
          <Receipts receipts={till.receipts} />
          <Close form={form} files={papers.files} />
        </>
      )}
      <section aria-labelledby="closings">
        <h2 id="closings">{words.closings}</h2>
        {closings.length === 0 ? <EmptyState title={words.noClosings}>{words.noClosingsText}</EmptyState> : <ul className="admin__plain">{closings.map((closing) => <Closing key={closing.id} closing={closing} />)}</ul>}
      </section>
    </AdminPage>
  )
}

function Receipts({ receipts }: { receipts: Route.ComponentProps['loaderData']['till']['receipts'] }) {
  const { fees: { till: words, charge } } = useWords()
  const columns = [{ key: 'number', label: words.number }, { key: 'payer', label: words.payer }, { key: 'method', label: words.method }, { key: 'at', label: words.at }, { key: 'total', label: words.total, number: true }]
  return (
    <Table
      caption={words.table} columns={columns}
      rows={receipts.map((receipt) => ({
        id: receipt.id,
        cells: {
          number: <Anchor href={chargeAt(receipt.subject)}>{receipt.number}</Anchor>, payer: receipt.payer, method: receipt.voided ? words.voided : charge.methods[receipt.method], at: <span className="num">{formatDateTime(receipt.at)}</span>,
          total: <span className={receipt.voided ? 'num receipt--voided' : 'num'}>{formatMoney(dong(receipt.total))}</span>,
        },
      }))}
    />
  )
}

/** What goes with the cash: the paper files on the lists of the day, and those that stand on none yet. */
function PaperFiles({ papers: { lists, files, waiting } }: { papers: Route.ComponentProps['loaderData']['papers'] }) {
  const { after: { lists: words } } = useWords()
  return (
    <section aria-labelledby="paper-files">
      <h2 id="paper-files">{words.tillTitle}</h2>
      <p className="num">{lists === 0 ? words.todayNone : words.today(formatNumber(lists), formatNumber(files))}{waiting > 0 && ` ${words.stillWaiting(formatNumber(waiting))}`}</p>
      <p><Anchor href={waiting > 0 ? makePaperListAt('to_office') : paperListsAt}>{waiting > 0 ? words.make : words.title}</Anchor></p>
    </section>
  )
}

function Close({ form, files }: { form: FormView; files: number }) {
  const { fees: { till: words } } = useWords()
  return (
    <section aria-labelledby="close">
      <h2 id="close">{words.close}</h2>
      <Form method="post" noValidate>
        <FormGuard form="close" />
        <Field name="counted" label={words.counted} hint={words.countedHint} kind="number" width={10} value={form.value('counted~number')} error={form.error('counted')} />
        <Field name="differenceReason" label={words.difference} hint={words.differenceHint} optional maxLength={500} value={form.value('differenceReason')} error={form.error('differenceReason')} />
        <Field name="papers" label={words.papers} kind="number" width={4} value={form.value('papers~number', String(files))} error={form.error('papers')} />
        <Field name="handedTo" label={words.handedTo} hint={words.handedToHint} maxLength={120} value={form.value('handedTo')} error={form.error('handedTo')} />
        <Acts><Button>{words.button}</Button></Acts>
      </Form>
    </section>
  )
}

function Closing({ closing }: { closing: ClosingView }) {
  const { fees: { till: words } } = useWords()
  const money = (amount: number) => formatMoney(dong(amount))
  return (
    <li>
      <h3>{words.line(closing.clerk, formatDateTime(closing.at))}</h3>
      <p className="num">{words.sums(money(closing.cash), money(closing.counted), money(closing.transfers))}</p>
      <p className="num">{words.facts(formatNumber(closing.receipts), formatNumber(closing.voided), formatNumber(closing.papers))}</p>
      {closing.differenceReason !== null && <p><b>{words.differs(closing.differenceReason)}</b></p>}
      <p>{words.to(closing.handedTo)}. {closing.received ? words.received(closing.received.by, formatDateTime(closing.received.at)) : words.waiting}</p>
      {closing.mayReceive && (
        <Form method="post">
          <FormGuard form={`receive-${closing.id}`} />
          <input type="hidden" name="closing" value={closing.id} />
          <Button kind="second">{words.receive}</Button>
        </Form>
      )}
    </li>
  )
}
