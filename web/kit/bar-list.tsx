import type { ReactNode } from 'react'
import { Anchor } from './anchor.tsx'

export type Bar = { label: string; /** 0 to 1 of the longest bar */ share: number; value: string; note?: string; href?: string; /** 1 to 6: a material; late, near: a threshold */ fill?: 1 | 2 | 3 | 4 | 5 | 6 | 'late' | 'near' }

/** Names with bars and figures, the longest first. The figure says it; the bar only lets it be seen. */
export function BarList({ label, bars }: { label: string; bars: readonly Bar[] }) {
  return (
    <ul className="bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.label}>
          <span>{bar.href === undefined ? bar.label : <Anchor href={bar.href}>{bar.label}</Anchor>}</span>
          <span className="bars__value">{bar.value}{bar.note !== undefined && <small>{bar.note}</small>}</span>
          <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
            <rect width="100" height="12" className="bars__track" />
            <rect width={(Math.min(1, Math.max(0, bar.share)) * 100).toFixed(2)} height="12" className={`fill--${bar.fill ?? 1}`} />
          </svg>
        </li>
      ))}
    </ul>
  )
}

export type Rank = { name: string; place?: string; value: string; note: string; href?: string }

/** What needs a person now, numbered as on the map beside it. */
export function RankList({ items }: { items: readonly Rank[] }) {
  return (
    <ol className="ranks">
      {items.map(({ name, place, value, note, href }, at) => (
        <li key={name}>
          <Octagon>{at + 1}</Octagon>
          <div><b>{href === undefined ? name : <Anchor href={href}>{name}</Anchor>}</b>{place !== undefined && <small>{place}</small>}</div>
          <p><b>{value}</b><small>{note}</small></p>
        </li>
      ))}
    </ol>
  )
}

/** The number of an exception, on a list or beside a map. */
export function Octagon({ children, size = 34 }: { children: ReactNode; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <path d="M8.6.6h10.8l8 8v10.8l-8 8H8.6l-8-8V8.6z" className="octagon" />
      <text x="14" y="19">{children}</text>
    </svg>
  )
}
