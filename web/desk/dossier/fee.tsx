import type { DossierView } from '#contract/dossiers'
import { formatMoney } from '#kernel/format'
import { dong } from '#kernel/money'
import { Anchor } from '../../kit/anchor.tsx'
import { useWords } from '../../kit/words.ts'
import { chargeAt } from '../fees/places.ts'

/** What is owed for the dossier, in one line; whoever collects it goes there. Nothing when nobody pays. */
export function FeeLine({ view: { id, fee } }: { view: Pick<DossierView, 'id' | 'fee'> }) {
  const { dossier: { fee: words }, fees: { charge } } = useWords()
  if (fee === null) return null
  const text = words.line(formatMoney(dong(fee.total)), charge.states[fee.state])
  return <p className="dossier-fee">{fee.mayCollect ? <Anchor href={chargeAt(id)}>{text}</Anchor> : text}</p>
}
