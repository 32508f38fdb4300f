import '../../kit/desk.css'
import './fees.css'
import { data, Form, redirect } from 'react-router'
import { getDossier } from '#contract/dossiers'
import { collect, getCharge, getReceipt, reprintReceipt, voidReceipt, waive, type ChargeView } from '#contract/payments'
import { formatDateTime, formatMoney, formatNumber } from '#kernel/format'
import { dong } from '#kernel/money'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { attempt } from '../../kit/call.ts'
import { Choices } from '../../kit/choices.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, refuseForm, viewForm, type FormState, type FormView } from '../../kit/form.ts'
import { Table } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage, Done } from '../admin/page.tsx'
import { actAt, dossierAt } from '../places.ts'
import { run, text } from '../run.ts'
import { chargeAt, dueAt } from './places.ts'
import type { Route } from './+types/charge.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const { charge } = await app.call(getCharge, { subject: params.subject })
  if (!charge) throw data({ code: 'charge_not_found', status: 404 }, { status: 404, statusText: 'charge_not_found' })
  // what was just paid is often the last thing before the result goes out
  const paid = charge.state !== 'due' && new URL(request.url).searchParams.has('xong') ? await attempt(app, getDossier, { id: charge.subject }) : null
  return { charge, handOver: paid?.ok && paid.value.actions.includes('handOver') ? actAt(charge.subject, 'tra-ket-qua', null) : null }
}

const acts = { collect: { contract: collect, done: 'collected' }, waive: { contract: waive, done: 'waived' }, void: { contract: voidReceipt, done: 'voided' } } as const

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const name = text(form, 'act')
  if (name === 'reprint') {
    const printed = await run({ app: context.get(keys.app), request, form, of: `reprint ${text(form, 'receipt')}` }, reprintReceipt, { receipt: text(form, 'receipt') })
    return printed.ok ? redirect(chargeAt(params.subject, 'reprinted'), 303) : refuseForm(form, printed.refusal)
  }
  const act = name === 'waive' || name === 'void' ? name : 'collect'
  const { act: _act, ...input } = inputOf(form)
  const asked = { app: context.get(keys.app), request, form, of: act }
  const done = await run(asked, acts[act].contract, act === 'void' ? input : { ...input, subject: params.subject })
  return done.ok ? redirect(chargeAt(params.subject, acts[act].done), 303) : refuseForm(form, done.refusal)
}

const receiptAt = (receipt: string): string => getReceipt.path.replace(':receipt', receipt)

/** One charge: its lines, the way to collect it, and every receipt that was written for it. */
export default function Charge({ loaderData: { charge, handOver }, actionData }: Route.ComponentProps) {
  const { fees: { charge: words }, after } = useWords()
  const locale = useLocale()
  const form = viewForm(actionData as FormState | undefined, { method: words.methodIn, reference: words.reference, reason: charge.state === 'due' ? words.groundIn : words.reasonIn }, locale)
  return (
    <AdminPage title={words.title(charge.payer)} back={{ href: dueAt, words: words.back }} summary={form.summary}>
      <Done said={{ ...words.done, reprinted: after.reprint.receiptDone }} />
      {handOver !== null && <Acts><LinkButton href={handOver}>{words.goOn}</LinkButton></Acts>}
      <p><b>{charge.title[locale]}</b> · <Anchor href={dossierAt(charge.subject)}>{charge.code}</Anchor> · <b>{words.states[charge.state]}</b></p>
      <Lines charge={charge} />
      {charge.waived && <p>{words.waivedBy(charge.waived.by, charge.waived.reason)}</p>}
      {charge.actions.includes('collect') && <Collect charge={charge} form={form} />}
      {charge.receipts.length > 0 && <Receipts charge={charge} form={form} />}
      {charge.actions.includes('waive') && <Waive form={form} />}
    </AdminPage>
  )
}

function Lines({ charge }: { charge: ChargeView }) {
  const { fees: { charge: words } } = useWords()
  const locale = useLocale()
  const money = (amount: number) => <span className="num">{formatMoney(dong(amount))}</span>
  const columns = [{ key: 'name', label: words.name }, { key: 'amount', label: words.amount, number: true }, { key: 'times', label: words.times, number: true }, { key: 'sum', label: words.sum, number: true }]
  const rows = charge.lines.map((line) => ({ id: line.code, cells: { name: line.name[locale], amount: money(line.amount), times: <span className="num">{formatNumber(line.times)}</span>, sum: money(line.total) } }))
  return <Table caption={words.lines} hideCaption columns={columns} rows={[...rows, { id: 'total', cells: { name: <b>{words.total}</b>, amount: '', times: '', sum: <b>{money(charge.total)}</b> } }]} />
}

function Collect({ charge, form }: { charge: ChargeView; form: FormView }) {
  const { fees: { charge: words } } = useWords()
  return (
    <section className="collect" aria-label={words.method}>
      <Form method="post" noValidate>
        <FormGuard form="collect" />
        <input type="hidden" name="act" value="collect" />
        <Choices
          name="method" label={words.method} pick="one" error={form.error('method')} chosen={[form.value('method', 'cash')]}
          options={[{ value: 'cash', label: words.methods.cash, hint: words.cashHint }, { value: 'transfer', label: words.methods.transfer, hint: words.transferHint }]}
        />
        <div className="for-transfer"><Field name="reference" label={words.reference} hint={words.referenceHint} optional maxLength={60} width={20} value={form.value('reference')} error={form.error('reference')} /></div>
        <Acts><Button>{words.collect(formatMoney(dong(charge.total)))}</Button></Acts>
      </Form>
      {charge.qr !== null && (
        <figure className="collect__qr">
          <img src={`data:image/svg+xml,${encodeURIComponent(charge.qr)}`} alt={words.qr} width={220} height={220} />
          <figcaption>
            {charge.account && <p>{words.holder}: <b>{charge.account.holder}</b><br />{words.account}: <b className="num">{charge.account.number}</b></p>}
            {words.qrText}
          </figcaption>
        </figure>
      )}
    </section>
  )
}

function Receipts({ charge, form }: { charge: ChargeView; form: FormView }) {
  const { fees: { charge: words } } = useWords()
  return (
    <section aria-labelledby="receipts">
      <h2 id="receipts">{words.receipts}</h2>
      <ul className="admin__plain">
        {charge.receipts.map((receipt) => (
          <li key={receipt.id}>
            <h3 className={receipt.voided ? 'receipt--voided' : undefined}>{words.receipt(receipt.number)}</h3>
            <p>{words.by(words.methods[receipt.method], receipt.collector, formatDateTime(receipt.at))} · <a href={receiptAt(receipt.id)} target="_blank" rel="noreferrer">{words.print}<span className="vh"> {words.receipt(receipt.number)}</span></a></p>
            <Again receipt={receipt} />
            {receipt.voided && <p>{words.voided(receipt.voided.by, formatDateTime(receipt.voided.at), receipt.voided.reason)}</p>}
            {receipt.voided === null && charge.actions.includes('void') && (
              <details open={form.error('reason') !== undefined}>
                <summary><span>{words.void}</span></summary>
                <Form method="post" noValidate>
                  <FormGuard form="void" />
                  <input type="hidden" name="act" value="void" />
                  <input type="hidden" name="receipt" value={receipt.id} />
                  <p>{words.voidText}</p>
                  <Field name="reason" label={words.reason} maxLength={500} value={form.value('reason')} error={form.error('reason')} />
                  <Acts><Button kind="second">{words.voidButton}</Button></Acts>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A receipt is printed again, on record; every print after the first one has its number on its face. */
function Again({ receipt: { id, number, reprints } }: { receipt: ChargeView['receipts'][number] }) {
  const { fees: { charge: words }, after: { reprint } } = useWords()
  return (
    <Form method="post">
      <FormGuard form={`reprint-${id}`} />
      <input type="hidden" name="receipt" value={id} />
      {reprints > 0 && <p>{reprint.times(formatNumber(reprints))} <a href={`${receiptAt(id)}?copy=${reprints}`} target="_blank" rel="noreferrer">{reprint.copy(String(reprints))}</a></p>}
      <Button kind="quiet" name="act" value="reprint">{reprint.button}<span className="vh"> {words.receipt(number)}</span></Button>
    </Form>
  )
}

function Waive({ form }: { form: FormView }) {
  const { fees: { charge: words } } = useWords()
  return (
    <details open={form.error('reason') !== undefined}>
      <summary><span>{words.waive}</span></summary>
      <Form method="post" noValidate>
        <FormGuard form="waive" />
        <input type="hidden" name="act" value="waive" />
        <p>{words.waiveText}</p>
        <Field name="reason" label={words.ground} hint={words.groundHint} maxLength={500} value={form.value('reason')} error={form.error('reason')} />
        <Acts><Button kind="second">{words.waiveButton}</Button></Acts>
      </Form>
    </details>
  )
}
