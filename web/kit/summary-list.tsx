import type { ReactNode } from 'react'
import { Anchor } from './anchor.tsx'
import { Icon } from './icons.tsx'
import { Typed } from './typed.tsx'
import { useWords } from './words.ts'

export type SummaryItem = {
  term: string
  value: ReactNode
  /** where it can be changed; a value from a register has none */
  change?: string
  /** the register that it came from, inside a sentence: "dữ liệu dân cư" */
  register?: string
  /** something that was checked about it: "Đã quét vi-rút" */
  checked?: string
}

/** Answers to check before sending: label above value, "Sửa" at the right, and where a value came from. */
export function SummaryList({ items }: { items: readonly SummaryItem[] }) {
  const { kit } = useWords()
  return (
    <dl className="sum">
      {items.map(({ term, value, change, register, checked }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {typeof value === 'string' ? <Typed>{value}</Typed> : value}
            {register !== undefined && <span className="source"><Icon name="register" size={18} />{kit.fromRegister(register)}</span>}
            {checked !== undefined && <span className="source"><Icon name="check" size={18} />{checked}</span>}
          </dd>
          {change !== undefined && <dd className="sum__act"><Anchor href={change}>{kit.change}<span className="vh"> {term}</span></Anchor></dd>}
        </div>
      ))}
    </dl>
  )
}

export type Fact = { term: string; value: ReactNode; more?: ReactNode }

/** How long, how much, what you get: the answers before the button. */
export function Facts({ items }: { items: readonly Fact[] }) {
  return <dl className="facts">{items.map(({ term, value, more }) => <div key={term}><dt>{term}</dt><dd>{value}{more !== undefined && <small>{more}</small>}</dd></div>)}</dl>
}

/** What was declared, in two columns, for the desk. */
export function Declared({ items }: { items: readonly Fact[] }) {
  return <dl className="declared">{items.map(({ term, value, more }) => <div key={term}><dt>{term}</dt><dd>{value}{more}</dd></div>)}</dl>
}
