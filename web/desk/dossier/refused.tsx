import type { DossierView } from '#contract/dossiers'
import { formatMoney } from '#kernel/format'
import { dong } from '#kernel/money'
import { Note } from '../../kit/lists.tsx'
import { useWords } from '../../kit/words.ts'

/** That it is not granted, why, and what of its money is left to settle: said above everything else, so that nobody signs or hands it over as a result. */
export function Refused({ view }: { view: DossierView }) {
  const { refusal: words } = useWords()
  const { refusal, fee, documents } = view
  if (!refusal) return null
  const signed = documents.some(({ kind, voided }) => kind === 'refusal' && voided === null)
  return (
    <Note kind="near">
      <b>{signed ? words.signed : words.laid}</b>
      <p>{refusal.reason}</p>
      {refusal.ground !== undefined && <p>{words.ground}: {refusal.ground}</p>}
      {fee?.state === 'paid' && <p className="num">{words.paid(formatMoney(dong(fee.total)))}</p>}
    </Note>
  )
}
