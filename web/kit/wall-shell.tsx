import './wall.css'
import type { ReactNode } from 'react'
import { formatDate, formatTime } from '#kernel/format'
import { dayNumber, localDate, weekdayOfDay } from '#kernel/local-time'
import { Anchor } from './anchor.tsx'
import { TopStrip } from './demonstration.tsx'
import { Mark } from './mark.tsx'
import { homes } from './places.ts'
import type { RootData } from './root-data.ts'
import { StateShape, type StateKind } from './status-tag.tsx'
import { classes, useWords } from './words.ts'

/** The frame of the centre: the strip, and the board in all the rest of the screen. */
export function CentreShell({ root, children }: { root: RootData | undefined; children: ReactNode }) {
  const { shell } = useWords()
  return (
    <div className="centre">
      <a className="skip" href="#main">{shell.skip}</a>
      <header><TopStrip page={root?.page} /></header>
      <main id="main" className="ioc">{children}</main>
    </div>
  )
}

/** `T2 28/11/2022` of an ISO instant. */
export function ShortDay({ at }: { at: string }) {
  const { kit } = useWords()
  const date = localDate(new Date(at))
  return <>{kit.weekdayShort[weekdayOfDay(dayNumber(date)) - 1]} {formatDate(date)}</>
}

/** The head of a board: what it shows, over what, and the time it is true for. */
export function BoardHead({ title, scope, now }: { title: string; scope: string; now: string }) {
  const { shell } = useWords()
  return (
    <header className="ioc__head">
      <div className="ioc__name"><a className="brand" href={homes.ioc} aria-label={shell.centre}><Mark height={50} /></a><h1>{title}</h1><p>{scope}</p></div>
      <p className="ioc__clock num"><time dateTime={now}>{formatTime(now)}</time><small><ShortDay at={now} /></small></p>
    </header>
  )
}

/** The sources a board lives from, each with its state, and what must be said about the map and the data. */
export function BoardFoot({ sources, remark }: { sources: readonly { name: string; kind: StateKind }[]; remark: string }) {
  return (
    <footer className="wall__foot">
      <ul className="row">{sources.map(({ name, kind }) => <li key={name} className={classes(kind !== 'done' && `is-${kind}`)}><span className={`state--${kind}`}><StateShape kind={kind} size={18} /></span>{name}</li>)}</ul>
      <p className="wall__end">{remark}</p>
    </footer>
  )
}

/** Three columns for a screen that nobody touches: figures, the map, exceptions and trend. On a small screen they follow one another. */
export function Wall({ head, tiles, middle, list, foot }: { head: ReactNode; tiles: ReactNode; middle: ReactNode; list: ReactNode; foot: ReactNode }) {
  return (
    <div className="wall">
      {head}
      <div className="wall__column wall__column--tiles">{tiles}</div>
      <div className="wall__column">{middle}</div>
      <div className="wall__column wall__column--list">{list}</div>
      {foot}
    </div>
  )
}

/** The boards of the centre, for people who open them by hand. */
export function BoardNav({ boards }: { boards: readonly { href: string; label: string; current?: boolean }[] }) {
  const { shell } = useWords()
  return <nav aria-label={shell.boards}><ul>{boards.map(({ href, label, current }) => <li key={href}><Anchor href={href} aria-current={current ? 'page' : undefined}>{label}</Anchor></li>)}</ul></nav>
}
