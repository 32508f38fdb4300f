import type { ReactNode } from 'react'
import type { ClockKind, ClockLook } from './clock.ts'
import { useWords } from './words.ts'

const top = 2
const foot = 40
const centre = 16
const radius = 14
const outline = `M${centre - radius} ${foot}V${centre}a${radius} ${radius} 0 0 1 ${2 * radius} 0v${foot - centre}z`

/** The part of the stone above a height: a slice of its round head, or the head and some of the body. No clip path: a page has hundreds. */
export function capPath(share: number): string {
  const y = top + Math.min(1, Math.max(0, share)) * (foot - top)
  if (y >= centre) return `M${centre - radius} ${y.toFixed(1)}V${centre}a${radius} ${radius} 0 0 1 ${2 * radius} 0V${y.toFixed(1)}z`
  const half = Math.sqrt(radius ** 2 - (centre - y) ** 2)
  return `M${(centre - half).toFixed(1)} ${y.toFixed(1)}A${radius} ${radius} 0 0 1 ${(centre + half).toFixed(1)} ${y.toFixed(1)}z`
}

export type StoneTone = 'act' | 'near' | 'late' | 'done' | 'none'
export type StoneSign = 'late' | 'paused' | 'done' | 'act'

const signs: Record<StoneSign, ReactNode> = {
  late: <path d="M14 10h4v15h-4zM14 29h4v5h-4z" className="sign--late" />,
  paused: <path d="M10 17h4v15h-4zM18 17h4v15h-4z" className="sign--paused" />,
  done: <path d="M9 24l5 5 9-10" className="sign--done" />,
  act: <path d="M9 24l5 5 9-10" className="sign--act" />,
}

/** The kilometre stone as a drawing. `cap` 0 to 1; `height` in px. Legible in grey and at 19 px. */
export function StoneGlyph({ cap, tone, sign, height = 24 }: { cap: number; tone: StoneTone; sign?: StoneSign; height?: number }) {
  return (
    <svg width={Math.round((height * 32) / 42)} height={height} viewBox="0 0 32 42" aria-hidden="true">
      <path d={outline} className="stone__face" />
      {tone !== 'none' && cap > 0 && <path d={capPath(cap)} className={`cap--${tone}`} />}
      <path d={outline} className="stone__edge" />
      {sign && signs[sign]}
    </svg>
  )
}

const tones: Record<ClockKind, { tone: StoneTone; sign?: StoneSign }> = {
  far: { tone: 'act' }, near: { tone: 'near' }, late: { tone: 'late', sign: 'late' }, paused: { tone: 'none', sign: 'paused' }, done: { tone: 'done', sign: 'done' },
}

/** The small clock: the stone and how much time is left, in words. */
export function Clock({ look, height = 24 }: { look: ClockLook; height?: number }) {
  return <span className={`clock clock--${look.kind}`}><StoneGlyph cap={look.cap} height={height} {...tones[look.kind]} />{look.text}</span>
}

export type StoneKind = 'promise' | 'answer' | 'left' | 'near' | 'late' | 'paused' | 'done'

/**
 * The large stone, readable at arm's length. A citizen sees the promised hour (`promise`; `answer` until the desk has answered), an officer
 * the working time left. `label` is the whole sentence for a screen reader: "Hẹn trả 17:00 hôm nay, thứ Hai 28/11/2022".
 */
export function Stone({ kind, figure, unit, label }: { kind: StoneKind; figure: string; unit: string; label: string }) {
  const { kit } = useWords()
  const caps: Record<StoneKind, string> = { promise: kit.capPromise, answer: kit.capAnswer, left: kit.capLeft, near: kit.capLeft, late: kit.capOver, paused: kit.capPaused, done: kit.capDone }
  const look = kind === 'promise' || kind === 'answer' || kind === 'left' ? '' : ` stone--${kind}`
  return (
    <p className={`stone${look}`} role="img" aria-label={label}>
      <span className="stone__cap">{caps[kind]}</span>
      <span className="stone__body">{figure}<small>{unit}</small></span>
    </p>
  )
}
