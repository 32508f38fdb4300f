import { Form } from 'react-router'
import type { ClosingView } from '#contract/payments'
import { formatDateTime, formatMoney, formatNumber } from '#kernel/format'
import { dong } from '#kernel/money'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import type { FormView } from '../../kit/form.ts'
import { EmptyState, More } from '../../kit/lists.tsx'
import { useWords } from '../../kit/words.ts'
import { sheetAt } from './places.ts'

const money = (amount: number): string => formatMoney(dong(amount))

/** The closings that concern the reader: those that wait for them first, with the form to confirm. */
export function Closings({ closings, form }: { closings: readonly ClosingView[]; form: (closing: string) => FormView }) {
  const { fees: { till: words } } = useWords()
  const ordered = closings.toSorted((a, b) => Number(b.mayReceive) - Number(a.mayReceive))
  return (
    <section aria-labelledby="closings">
      <h2 id="closings">{words.closings}</h2>
      {closings.length === 0 ? <EmptyState title={words.noClosings}>{words.noClosingsText}</EmptyState> : <ul className="admin__plain">{ordered.map((closing) => <Closing key={closing.id} closing={closing} form={form(closing.id)} />)}</ul>}
    </section>
  )
}

function Closing({ closing, form }: { closing: ClosingView; form: FormView }) {
  const { fees: { till: words } } = useWords()
  const { received, number } = closing
  const difference = closing.counted - closing.cash
  return (
    <li>
      <h3>{words.line(closing.clerk, formatDateTime(closing.at))}</h3>
      <p className="num">{words.sums(money(closing.cash), money(closing.counted), money(closing.transfers))}</p>
      <p className="num">{words.facts(formatNumber(closing.receipts), formatNumber(closing.voided), formatNumber(closing.papers))}</p>
      {closing.differenceReason !== null && <p className="num"><b>{words.differs(difference < 0 ? words.short(money(-difference)) : words.over(money(difference)), closing.differenceReason)}</b></p>}
      <p>{words.to(closing.handedTo)}. {received ? words.received(received.by, formatDateTime(received.at)) : closing.mayReceive ? null : closing.mine ? words.waitsFor(closing.handedTo) : words.waiting}</p>
      {received && received.cash !== closing.counted && <p className="num"><b>{words.receivedOther(money(received.cash), received.remark ?? '')}</b></p>}
      {received?.reference != null && <p className="num">{words.reference(received.reference)}</p>}
      {number !== null && <p><a href={sheetAt(closing.id)} target="_blank" rel="noreferrer">{words.sheet(number)}</a></p>}
      {closing.mayReceive && <Receive closing={closing} form={form} />}
    </li>
  )
}

/** The receiver counts and confirms; what went outside the clerk confirms with the paper they got. */
function Receive({ closing, form }: { closing: ClosingView; form: FormView }) {
  const { fees: { till: words } } = useWords()
  return (
    <Form method="post" noValidate>
      <FormGuard form={`receive-${closing.id}`} />
      <input type="hidden" name="closing" value={closing.id} />
      {closing.outside
        ? <Field name="reference" id={`reference-${closing.id}`} label={words.referenceLabel} hint={words.referenceHint} width={20} maxLength={60} value={form.value('reference')} error={form.error('reference')} />
        : (
          <More question={words.otherCount}>
            <Field name="cash" id={`cash-${closing.id}`} label={words.receiverCounted} kind="number" width={10} value={form.value('cash~number', String(closing.counted))} error={form.error('cash')} />
            <Field name="remark" id={`remark-${closing.id}`} label={words.remark} optional maxLength={500} value={form.value('remark')} error={form.error('remark')} />
          </More>
        )}
      <Button kind="second">{closing.outside ? words.receiveOutside : words.receive(money(closing.counted))}</Button>
    </Form>
  )
}
