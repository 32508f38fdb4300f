import '../../kit/desk.css'
import './fees.css'
import { Form, redirect } from 'react-router'
import { paperLists } from '#contract/dossiers'
import { closeTill, getTill, listClosings, listReceivers, receiveClosing } from '#contract/payments'
import { formatDateTime, formatMoney, formatNumber } from '#kernel/format'
import { dong } from '#kernel/money'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Acts, Button } from '../../kit/button.tsx'
import { Field, Select, type Option } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm, type FormState, type FormView } from '../../kit/form.ts'
import { EmptyState, Table } from '../../kit/lists.tsx'
import { Facts } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage, Done } from '../admin/page.tsx'
import { makePaperListAt, paperListsAt } from '../places.ts'
import { run, text } from '../run.ts'
import { Closings } from './closings.tsx'
import { chargeAt, dueAt, tillAt } from './places.ts'
import type { Route } from './+types/till.ts'

/** A clerk's day with everything that was handed over; somebody else of the authority sees what was handed to them. */
export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const { closings } = await app.call(listClosings, {})
  if (app.viewer.role !== 'clerk') return { closings, till: null, receivers: [], papers: null }
  const [till, { receivers }, { waiting, mineToday }] = [await app.call(getTill, {}), await app.call(listReceivers, {}), await app.call(paperLists, {})]
  return { closings, till, receivers, papers: { ...mineToday, waiting: waiting.find(({ kind }) => kind === 'to_office')?.count ?? 0 } }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const closing = text(form, 'closing')
  const asked = { app: context.get(keys.app), request, form, of: closing === undefined ? 'close' : `receive-${closing}` }
  const done = await (closing === undefined ? run(asked, closeTill, inputOf(form)) : run(asked, receiveClosing, inputOf(form)))
  return done.ok ? redirect(`${tillAt}?xong=${closing === undefined ? (done.value.outside ? 'outside' : 'closed') : 'received'}`, 303) : refuseForm(form, done.refusal)
}

/** The clerk's day: what was collected, closing it, and what was handed over. Whoever only receives sees that part. */
export default function Till({ loaderData: { till, closings, receivers, papers }, actionData }: Route.ComponentProps) {
  const { fees: { till: words, due } } = useWords()
  const locale = useLocale()
  const state = actionData as FormState | undefined
  const receiving = state?.typed['closing']?.[0]
  const labels = { counted: words.countedIn, differenceReason: words.differenceIn, papers: words.papersIn, receiver: words.handedToIn, outside: words.outsideIn, cash: words.countedIn, remark: words.remarkIn, reference: words.referenceIn }
  const sentences = { 'receiver:required': words.toWhom, 'outside:not_an_option': words.oneOnly, 'differenceReason:required': words.sayWhy, 'remark:required': words.sayWhy }
  const view = viewForm(state, labels, locale, sentences)
  const nothing = viewForm(undefined, labels, locale)
  return (
    <AdminPage title={till ? words.title : words.receiving} {...(till && { back: { href: dueAt, words: due.title } })} summary={view.summary}>
      <Done said={words.done} />
      {papers && <PaperFiles papers={papers} />}
      {till && (till.receipts.length === 0 ? <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState> : (
        <>
          <Facts items={[{ term: words.cash, value: <span className="num">{formatMoney(dong(till.cash))}</span> }, { term: words.transfers, value: <span className="num">{formatMoney(dong(till.transfers))}</span> }]} />
          <Receipts receipts={till.receipts} />
          <Close form={receiving === undefined ? view : nothing} cash={till.cash} files={papers?.files ?? 0} receivers={receivers.map(({ id, name, title }) => ({ value: id, label: `${name}, ${title[locale]}` }))} />
        </>
      ))}
      <Closings closings={closings} form={(closing) => (closing === receiving ? view : nothing)} />
    </AdminPage>
  )
}

function Receipts({ receipts }: { receipts: NonNullable<Route.ComponentProps['loaderData']['till']>['receipts'] }) {
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
function PaperFiles({ papers: { lists, files, waiting } }: { papers: NonNullable<Route.ComponentProps['loaderData']['papers']> }) {
  const { after: { lists: words } } = useWords()
  return (
    <section aria-labelledby="paper-files">
      <h2 id="paper-files">{words.tillTitle}</h2>
      <p className="num">{lists === 0 ? words.todayNone : words.today(formatNumber(lists), formatNumber(files))}{waiting > 0 && ` ${words.stillWaiting(formatNumber(waiting))}`}</p>
      <p><Anchor href={waiting > 0 ? makePaperListAt('to_office') : paperListsAt}>{waiting > 0 ? words.make : words.title}</Anchor></p>
    </section>
  )
}

function Close({ form, cash, files, receivers }: { form: FormView; cash: number; files: number; receivers: readonly Option[] }) {
  const { fees: { till: words } } = useWords()
  return (
    <section aria-labelledby="close">
      <h2 id="close">{words.close}</h2>
      <Form method="post" noValidate>
        <FormGuard form="close" />
        <Field name="counted" label={words.counted} hint={words.countedHint(formatMoney(dong(cash)))} kind="number" width={10} value={form.value('counted~number')} error={form.error('counted')} />
        <Field name="differenceReason" label={words.difference} hint={words.differenceHint} optional maxLength={500} value={form.value('differenceReason')} error={form.error('differenceReason')} />
        <Field name="papers" label={words.papers} kind="number" width={4} value={form.value('papers~number', String(files))} error={form.error('papers')} />
        <Select name="receiver" label={words.handedTo} hint={words.handedToHint} options={receivers} value={form.value('receiver')} error={form.error('receiver')} />
        <Field name="outside" label={words.outside} hint={words.outsideHint} optional maxLength={120} value={form.value('outside')} error={form.error('outside')} />
        <Acts><Button>{words.button}</Button></Acts>
      </Form>
    </section>
  )
}
