import type { Facts } from './facts.ts'

/** An address, or how it is made of what there is to look at. */
export type At = string | ((facts: Facts) => string)

/** Words of a heading; `…` at the end stands for anything that follows (a code, a count). */
export type Said = string

/** What a list says when there is nothing in it. It is opened before anything has happened in the province. */
export type Empty = { at?: string; as?: string; says: string }

/**
 * A page of the web. Every route has one line of these tables; the browser (test/browser/pages.test.ts), the counts of statements
 * (test/page-statements.test.ts) and the measurement (bench/pages.ts) go through them.
 */
export type PageEntry = {
  /** who opens it: a word of `enter` */
  as: string
  at: At
  /** its heading in Vietnamese */
  says: Said
  /** and in English: every page of the portal has both */
  en?: Said
  /** a page that draws rows shows what it says without them, ... */
  empty?: Empty
  /** ... or why there are always some */
  always?: string
  /** 200 unless said */
  status?: number
  /** the most statements it may send when it is opened a second time, its session and the rail included; the tools of a demonstration are not counted */
  most?: number
}

/** An address without a page of its own: where it leads (`…` as in a heading), or that it answers data. */
export type OtherEntry = { as: string; at: At; leads: string; most?: number }

export type Entry = PageEntry | OtherEntry
export type Entries = Readonly<Record<string, Entry>>

export const isPage = (entry: Entry): entry is PageEntry => 'says' in entry

export const addressOf = ({ at }: Pick<Entry, 'at'>, facts: Facts): string => (typeof at === 'string' ? at : at(facts))
