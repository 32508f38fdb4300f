import type { ReactNode } from 'react'
import { StoneGlyph, type StoneSign, type StoneTone } from './stone.tsx'
import { Typed } from './typed.tsx'
import { useWords } from './words.ts'

export type WayState = 'done' | 'now' | 'todo' | 'paused'
export type WayStep = { state: WayState; title: string; lines: readonly ReactNode[] }

const glyphs: Record<WayState, { cap: number; tone: StoneTone; sign?: StoneSign }> = {
  done: { cap: 1, tone: 'act', sign: 'act' }, now: { cap: 0.5, tone: 'act' }, todo: { cap: 0, tone: 'none' }, paused: { cap: 0, tone: 'none', sign: 'paused' },
}

/**
 * The way of a dossier: what, when, who. The sentence above it says whether the person must do anything. `size` is the height of the
 * stones: 36 on the portal, 26 on the desk.
 */
export function Timeline({ steps, size = 36 }: { steps: readonly WayStep[]; size?: number }) {
  const { kit } = useWords()
  return (
    <ol className="way">
      {steps.map(({ state, title, lines }, at) => (
        <li key={`${at}${title}`} className={`way--${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <StoneGlyph height={size} {...glyphs[state]} />
          <div>
            <h3>{title}<span className="vh"> ({kit.way[state]})</span></h3>
            {lines.map((line, number) => <p key={number}>{typeof line === 'string' ? <Typed>{line}</Typed> : line}</p>)}
          </div>
        </li>
      ))}
    </ol>
  )
}
