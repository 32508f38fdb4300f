import type { DossierView } from '#contract/dossiers'
import { Anchor } from '../../kit/anchor.tsx'
import { StateShape } from '../../kit/status-tag.tsx'
import { useWords } from '../../kit/words.ts'
import { dossierAt } from '../places.ts'
import { queueAt } from '../queues.ts'
import type { Neighbours } from './neighbours.ts'

/** Acts of which the applicant is told. */
const telling: ReadonlySet<string> = new Set(['accept', 'askSupplement', 'refuse', 'askOpinion', 'setCheck', 'moveCheck', 'recordCheck'])

/** What was just done, calmly, and where the work goes on: the next dossier of the queue, or the queue. `did` is the act in the address. */
export function Happened({ did, neighbours, view }: { did: string | null; neighbours: Neighbours | null; view: DossierView }) {
  const { dossier: words, atOnce, refusal } = useWords()
  const [told, certified] = [view.reached, view.immediate === 'certify']
  const said = did === 'approve' && certified ? atOnce.certify.done : did === 'approve' && view.refusal ? refusal.sign.done : did !== null && Object.hasOwn(words.done, did) ? words.done[did as keyof typeof words.done] : null
  if (said === null) return null
  const tells = (did === 'approve' && !certified) || telling.has(did ?? '')
  const moved = did !== 'good' && did !== 'bad' && did !== 'reprint'
  return (
    <div className="dossier-said happened">
      <StateShape kind="done" />
      <p role="status">{said}{tells && ` ${told ? words.told : words.notTold}`}</p>
      {moved && neighbours && (
        <p className="happened__on">
          {neighbours.next !== null && <Anchor href={dossierAt(neighbours.next, { hang: neighbours.slug })}>{words.goNext}</Anchor>}
          <Anchor href={queueAt(neighbours.queue)}>{words.backToQueue(words.queues[neighbours.queue] ?? '')}</Anchor>
        </p>
      )}
    </div>
  )
}
