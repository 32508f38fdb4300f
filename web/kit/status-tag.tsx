import type { ReactNode } from 'react'
import { useWords } from './words.ts'

/** The seven kinds of state; every published label belongs to one. */
export const stateKinds = ['new', 'doing', 'paused', 'near', 'late', 'done', 'stopped'] as const
export type StateKind = (typeof stateKinds)[number]

const octagon = 'M4.2.6h5.6l3.6 3.6v5.6l-3.6 3.6H4.2L.6 9.8V4.2z'

const shapes: Record<StateKind, ReactNode> = {
  new: <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="2" />,
  doing: <><circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="2" /><path d="M7 2a5 5 0 0 1 0 10z" fill="currentColor" /></>,
  paused: <path d="M3 2h3v10H3zM8 2h3v10H8z" fill="currentColor" />,
  near: <path d="M7 1l6.4 11.6H.6z" fill="currentColor" />,
  late: <><path d={octagon} fill="currentColor" /><path d="M6 3h2v5H6zM6 9.2h2v2H6z" className="shape__inside" /></>,
  done: <><circle cx="7" cy="7" r="6.4" fill="currentColor" /><path d="M3.6 7.2l2.4 2.4 4.4-4.8" fill="none" strokeWidth="2" className="shape__line" /></>,
  stopped: <path d="M1.5 1.5h11v11h-11zM2 12L12 2" fill="none" stroke="currentColor" strokeWidth="2" />,
}

/** The shape of a state, in the colour of the text around it. A word always stands beside it. `size` in px. */
export function StateShape({ kind, size = 14 }: { kind: StateKind; size?: number }) {
  return <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">{shapes[kind]}</svg>
}

/** A state as shape, word and tint; any two of the three are enough. */
export function StatusTag({ kind, children }: { kind: StateKind; children: ReactNode }) {
  return <span className={`tag tag--${kind}`}><StateShape kind={kind} />{children}</span>
}

/** A state inside a row: shape and word without a tint. Without children it says the kind itself. */
export function StateWord({ kind, children, size = 12 }: { kind: StateKind; children?: ReactNode; size?: number }) {
  const { kit } = useWords()
  return <span className={`state state--${kind}`}><StateShape kind={kind} size={size} />{children ?? kit.state[kind]}</span>
}
