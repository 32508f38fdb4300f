import './desk.css'
import { useId, type ReactNode } from 'react'
import { formatNumber } from '#kernel/format'
import { Anchor } from './anchor.tsx'
import { TopStrip } from './demonstration.tsx'
import { homes } from './places.ts'
import { Brand, LanguageLink, SignOut } from './portal-shell.tsx'
import type { RootData } from './root-data.ts'
import { classes, useWords } from './words.ts'

/** A queue of the desk: `count` null where nothing is counted. */
export type RailItem = { href: string; label: string; /** a word beside the label: somebody waits */ note?: string; count: number | null; current?: boolean }
export type RailGroup = { title: string; items: readonly RailItem[] }

function Queue({ item: { href, label, note, count, current } }: { item: RailItem }) {
  return (
    <li>
      <Anchor href={href} aria-current={current ? 'page' : undefined}>
        <span>{label}{note !== undefined && <small className="rail__note">{note}</small>}</span>{count !== null && <b className={classes('num', count === 0 && 'is-zero')}>{formatNumber(count)}</b>}
      </Anchor>
    </li>
  )
}

/** The queues at the left, with the person who works. `duty` is their office in words; `lock` is where the screen is locked. */
export function Rail({ root, groups, place, duty, lock }: { root: RootData | undefined; groups: readonly RailGroup[]; place: string; duty?: string; lock?: ReactNode }) {
  const { shell } = useWords()
  const id = useId()
  const current = groups.flatMap(({ items }) => items).find((item) => item.current)
  return (
    <div className="rail">
      <Brand href={homes.desk} name={shell.desk} place={place} height={30} />
      {/* on a phone the lists fold away behind the one that is open; a box that is ticked needs no script, and another page begins folded */}
      {groups.length > 0 && <><input key={current?.href} type="checkbox" id={`${id}open`} className="rail__open vh" /><label htmlFor={`${id}open`} className="rail__fold">{shell.queues}{current && <b>{current.label}</b>}</label></>}
      {groups.length > 0 && (
        <nav aria-label={shell.queues}>
          {groups.map(({ title, items }, at) => (
            <section key={title} aria-labelledby={`${id}${at}`}>
              <h2 id={`${id}${at}`}>{title}</h2>
              <ul>{items.map((item) => <Queue key={item.href} item={item} />)}</ul>
            </section>
          ))}
        </nav>
      )}
      <div className="rail__who">
        {root && root.viewer.kind !== 'nobody' && <><b>{root.viewer.name}</b>{duty !== undefined && <span>{duty}</span>}{lock}<SignOut root={root} /></>}
        <LanguageLink />
      </div>
    </div>
  )
}

/** The frame of the desk: the strip, the rail, and the page; in a wide window only lists scroll. */
export function DeskShell({ root, rail, children }: { root: RootData | undefined; rail: ReactNode; children: ReactNode }) {
  const { shell } = useWords()
  return (
    <div className="desk">
      <a className="skip" href="#main">{shell.skip}</a>
      <header className="desk__head"><TopStrip page={root?.page} />{rail}</header>
      <main id="main" className="desk__main">{children}</main>
    </div>
  )
}

/** A column of a dossier that scrolls by itself; reached by the keyboard too. */
export function Column({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return <div role="region" tabIndex={0} aria-label={label} className={className}>{children}</div>
}

/** The head of a list: its name with its count, a search, the time, and the one primary act. */
export function DeskHead({ title, count, children }: { title: string; count?: number; children?: ReactNode }) {
  return <div className="desk-head"><h1>{title}{count !== undefined && <> <span className="num">{formatNumber(count)}</span></>}</h1>{children}</div>
}
