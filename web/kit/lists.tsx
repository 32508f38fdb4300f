import type { ReactNode } from 'react'
import { Anchor } from './anchor.tsx'
import { Icon, type IconName } from './icons.tsx'
import { classes, useWords } from './words.ts'

export type GoItem = { href: string; label: string; detail?: ReactNode; icon?: IconName; before?: ReactNode }

/** Rows that go somewhere: the whole row is the target. `before` is a stone or a plate in place of an icon. */
export function GoList({ items, columns = false }: { items: readonly GoItem[]; columns?: boolean }) {
  return (
    <ul className={classes('go', columns && 'go--columns')}>
      {items.map(({ href, label, detail, icon, before }) => (
        <li key={`${href}${label}`}>
          <Anchor href={href}>
            {icon ? <Icon name={icon} /> : before}
            <span className="go__words"><b>{label}</b>{detail !== undefined && <small>{detail}</small>}</span>
            <Icon name="forward" size={20} />
          </Anchor>
        </li>
      ))}
    </ul>
  )
}

/** The steps of a procedure, numbered on stones. */
export function Steps({ items }: { items: readonly { title: string; text: ReactNode }[] }) {
  return <ol className="steps">{items.map(({ title, text }) => <li key={title}><div><h3>{title}</h3>{text !== undefined && <p>{text}</p>}</div></li>)}</ol>
}

/** Papers to have ready. */
export function Papers({ items }: { items: readonly { title: string; text: ReactNode }[] }) {
  return <ul className="papers">{items.map(({ title, text }) => <li key={title}><Icon name="paper" /><div><b>{title}</b>{text !== undefined && <small>{text}</small>}</div></li>)}</ul>
}

/** A remark that must be read. `plain` for an oath or a rule, `near` for a warning, `late` for a missed deadline. */
export function Note({ kind = 'act', children }: { kind?: 'act' | 'plain' | 'near' | 'late'; children: ReactNode }) {
  return <div className={classes('note', kind !== 'act' && `note--${kind}`)}>{children}</div>
}

/** An answer that most people do not need, behind its question. */
export function More({ question, children }: { question: string; children: ReactNode }) {
  return <details><summary><span>{question}</span></summary><div className="more__body stack">{children}</div></details>
}

/** Nothing to show: what would be here, when, and the next useful link. `level` is the heading's. */
export function EmptyState({ title, children, level = 3 }: { title: string; children: ReactNode; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return <div className="empty"><Heading>{title}</Heading><p>{children}</p></div>
}

/** Before and after in a long list; lists are paged by the last row seen, so there are no page numbers. */
export function Pager({ previous, next, label }: { previous: string | null; next: string | null; /** which list, when a page has several */ label?: string }) {
  const { kit } = useWords()
  if (previous === null && next === null) return null
  return (
    <nav className="pager" aria-label={label ?? kit.pages}>
      {previous !== null && <Anchor href={previous} rel="prev"><Icon name="back" size={20} />{kit.previous}</Anchor>}
      {next !== null && <Anchor href={next} rel="next">{kit.next}<Icon name="forward" size={20} /></Anchor>}
    </nav>
  )
}

export type Column = { key: string; label: string; number?: boolean }

/** A plain table. Each row gives a cell for each column, by key; numbers stand at the right. */
export function Table({ caption, columns, rows, hideCaption = false }: { caption: string; columns: readonly Column[]; rows: readonly { id: string; chosen?: boolean; cells: Record<string, ReactNode> }[]; hideCaption?: boolean }) {
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={caption}>
      <table className="table">
        <caption className={hideCaption ? 'vh' : undefined}>{caption}</caption>
        <thead><tr>{columns.map(({ key, label, number }) => <th key={key} scope="col" className={number ? 'is-number' : undefined}>{label}</th>)}</tr></thead>
        <tbody>
          {rows.map(({ id, chosen, cells }) => (
            <tr key={id} className={chosen ? 'is-chosen' : undefined}>{columns.map(({ key, label, number }) => <td key={key} data-label={label} className={number ? 'is-number num' : undefined}>{cells[key]}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
