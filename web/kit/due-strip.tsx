import './desk.css'
import { useId } from 'react'
import { formatNumber } from '#kernel/format'
import { Anchor } from './anchor.tsx'
import { classes, useWords } from './words.ts'

export type DueKind = 'late' | 'near' | 'far' | 'paused'
export type DueBucket = { kind: DueKind; label: string; detail?: string; count: number; href: string; chosen?: boolean }

const height = 34

/** How many are due on each working day, as bars: late, today, tomorrow and on, paused last. Press one to filter; it replaces a dashboard. */
export function DueStrip({ buckets }: { buckets: readonly DueBucket[] }) {
  const { kit } = useWords()
  const hatch = useId()
  const most = Math.max(1, ...buckets.map(({ count }) => count))
  return (
    <nav aria-label={kit.due.name}>
      <ul className="due">
        {buckets.map(({ kind, label, detail, count, href, chosen }, at) => {
          const tall = count === 0 ? 0 : Math.max(3, Math.round((count / most) * height))
          return (
            <li key={`${label}${detail ?? ''}`} className={classes(`due--${kind}`, count === 0 && 'is-zero')}>
              <Anchor href={href} className="due__link" aria-current={chosen ? 'true' : undefined}>
                <b className="num">{formatNumber(count)}</b>
                <svg viewBox={`0 0 100 ${height + 2}`} preserveAspectRatio="none" aria-hidden="true">
                  {kind === 'paused' && (
                    <defs><pattern id={`${hatch}${at}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0h3v6H0z" className="hatch--soft" /></pattern></defs>
                  )}
                  <rect width="92" height={tall} y={height - tall} className={`bar--${kind}`} fill={kind === 'paused' ? `url(#${hatch}${at})` : undefined} />
                  <path d={`M0 ${height + 1}H92`} className="due__base" />
                </svg>
                <span className="due__words">{label}{detail !== undefined && <small>{detail}</small>}</span>
                <span className="vh">{kit.due.count(formatNumber(count))}</span>
              </Anchor>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
