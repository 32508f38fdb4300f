import type { ReactNode } from 'react'
import './fees.css'
import { Choices } from '../../kit/choices.tsx'
import { Field } from '../../kit/field.tsx'
import type { FormView } from '../../kit/form.ts'
import { useWords } from '../../kit/words.ts'

/** A fee taken with the same press as something else: what is owed, and how it is given. The code of a transaction belongs to a transfer, and hides while it is cash. */
export function Payment({ owed, form }: { owed: ReactNode; form: FormView }) {
  const { atOnce: { pay }, fees: { charge } } = useWords()
  return (
    <>
      <h2>{pay.title}</h2>
      <p>{owed}</p>
      <Choices
        name="payment.method" pick="one" label={pay.method} error={form.error('payment.method')} chosen={[form.value('payment.method', 'cash')]}
        options={[{ value: 'cash', label: charge.methods.cash, hint: charge.cashHint }, { value: 'transfer', label: charge.methods.transfer, hint: charge.transferHint }]}
      />
      <div className="for-transfer"><Field name="payment.reference" label={charge.reference} hint={charge.referenceHint} optional maxLength={60} width={20} value={form.value('payment.reference')} error={form.error('payment.reference')} /></div>
    </>
  )
}
