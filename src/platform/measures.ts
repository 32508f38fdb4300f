import type { Tx } from './db.ts'

/** Half-open: from <= t < to. */
export type Period = { from: Date; to: Date }

/** Where to count: an agency, an area, or the whole province. */
export type Place = { agency?: string | undefined; area?: string | undefined }

/** Which of the counted records to list: those the numerator counts, all of the denominator, or what the numerator leaves out. */
export type Which = 'numerator' | 'denominator' | 'rest'

/** One counted line. A count without a ratio has its own denominator (all that could have been counted). */
export type Counted = {
  /** agency or area code, null for the whole */
  place: string | null
  numerator: number
  denominator: number
  /** the newest change among the counted records; null when there are none */
  latestAt: Date | null
}

/** One record behind a figure, as a list shows it; never personal data. */
export type CountedRecord = { id: string; code: string; title: { vi: string; en: string }; at: Date; place: string; counted: boolean; link: string | null }

/**
 * What a module can count, and how to list exactly the records it counted.
 * `now` is business time: a dossier still open after its due time is late as of now.
 */
export type Measure = {
  /** `<module>.<what>` */
  name: string
  count(tx: Tx, query: { period: Period; by: 'whole' | 'agency' | 'area'; place: Place; now: Date }): Promise<Counted[]>
  /**
   * The whole of each of these periods, in their order, in one question. Null for what is counted as of now whatever the period: it has no
   * past, so nothing can be drawn of it.
   */
  series: ((tx: Tx, query: { periods: readonly Period[]; place: Place; now: Date }) => Promise<Pick<Counted, 'numerator' | 'denominator'>[]>) | null
  records(
    tx: Tx,
    query: { period: Period; place: Place; now: Date; which: Which; after: string | null; size: number },
  ): Promise<{ rows: CountedRecord[]; next: string | null }>
}
