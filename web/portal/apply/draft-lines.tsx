import './apply.css'
import { Anchor } from '../../kit/anchor.tsx'
import { StoneGlyph } from '../../kit/stone.tsx'
import { useWords } from '../../kit/words.ts'
import { discardAt, draftAt } from '../places.ts'

export type DraftLine = { id: string; label: string; detail: string; /** which draft, for who does not see the row */ discard: string }

/** Drafts to take up again, each with a way to throw it away. */
export function DraftLines({ drafts }: { drafts: readonly DraftLine[] }) {
  const { kit } = useWords()
  return (
    <ul className="drafts">
      {drafts.map(({ id, label, detail, discard }) => (
        <li key={id}>
          <Anchor href={draftAt(id)}><StoneGlyph cap={0} tone="none" height={30} /><span><b>{label}</b><small>{detail}</small></span></Anchor>
          <Anchor href={discardAt(id)} className="drafts__away">{kit.clear}<span className="vh"> - {discard}</span></Anchor>
        </li>
      ))}
    </ul>
  )
}
