import type { ReactNode } from 'react'
import type { ProcedureLine } from '#contract/procedures'
import { Icon } from '../kit/icons.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { procedureAt } from './places.ts'

export type Listed = ProcedureLine & { highlight?: [number, number][] }

/** A title with the words that were looked for marked; ranges are [start, end), in order, and may touch. */
export function Marked({ text, ranges }: { text: string; ranges: readonly (readonly [number, number])[] }) {
  const parts: ReactNode[] = []
  let at = 0
  for (const [start, end] of ranges) {
    // a range that begins before the last one ended would write letters twice
    const from = Math.max(start, at)
    if (end <= from) continue
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, end)}</mark>)
    at = end
  }
  return <>{parts}{text.slice(at)}</>
}

/** Procedures, each a row that opens its page. */
export function ProcedureList({ lines }: { lines: readonly Listed[] }) {
  const { portal: { catalogue }, entries } = useWords()
  const locale = useLocale()
  const online = { full: catalogue.fullyOnline, partial: catalogue.partlyOnline, none: catalogue.notOnline }
  return (
    <ul className="go">
      {lines.map(({ code, title, summary, field, onlineLevel, fileable, highlight = [] }) => (
        <li key={code}>
          <a href={procedureAt(code)}>
            <span className="go__words"><b><Marked text={title[locale]} ranges={highlight} /></b><small>{summary[locale]}</small><small>{field.name[locale]} · {fileable ? online[onlineLevel] : entries.notHere}</small></span>
            <Icon name="forward" size={20} />
          </a>
        </li>
      ))}
    </ul>
  )
}
