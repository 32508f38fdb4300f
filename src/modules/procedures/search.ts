import { buildIndex, search, type SearchHit, type SearchIndex } from '#kernel/fuzzy'
import type { LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import { bodyOf, entryOf } from './catalogue.ts'
import type { Body } from './contract-body.ts'
import type { Entry } from './contract-entry.ts'
import type { ProcedureLine } from './contract.ts'
import { listVersionsOn, readRevision } from './store.ts'

type Locale = 'vi' | 'en'

/** The catalogue of one day as this process keeps it: its lines, those that can be filed here first, each part in Vietnamese order, and an index per language made when first asked. */
export type Shelf = {
  key: string
  lines: readonly ProcedureLine[]
  byCode: ReadonlyMap<string, ProcedureLine>
  index(locale: Locale): SearchIndex
}

// By database, because a process may serve several (tests do); the day's catalogue is rebuilt when the revision or the day changed.
const shelves = new WeakMap<object, Shelf>()
const order = new Intl.Collator('vi')

/**
 * The catalogue in force on a day. One small question tells whether what this process holds is still right, so a publication by another
 * process is seen by the next search. `home` is the database the shelf belongs to.
 */
export async function shelfOf(home: object, tx: Tx, on: LocalDate): Promise<Shelf> {
  // asked before the rows are read: at worst the next question builds it again
  const key = `${await readRevision(tx)} ${on}`
  const known = shelves.get(home)
  if (known?.key === key) return known
  const shelf = makeShelf(key, (await listVersionsOn(tx, on)).map((row) => (row.kind === 'whole' ? bodyOf(row) : entryOf(row))))
  shelves.set(home, shelf)
  return shelf
}

function makeShelf(key: string, bodies: (Body | Entry)[]): Shelf {
  bodies.sort((a, b) => Number(isFileable(b)) - Number(isFileable(a)) || order.compare(a.shortTitle.vi, b.shortTitle.vi) || (a.code < b.code ? -1 : 1))
  const lines = bodies.map(lineOf)
  const indexes: Partial<Record<Locale, SearchIndex>> = {}
  return {
    key, lines,
    byCode: new Map(lines.map((line) => [line.code, line])),
    index: (locale) => (indexes[locale] ??= buildIndex(bodies.map((body) => foundAs(body, locale)))),
  }
}

function lineOf(body: Body | Entry): ProcedureLine {
  const { code, title, shortTitle, summary, field, lifeEvent, level, onlineLevel, receivingAgencyKind } = body
  return { code, title, shortTitle, summary, field, lifeEvent, level, onlineLevel, receivingAgencyKind, fileable: isFileable(body) }
}

/** Whether dossiers of it are taken in here: it has a form, and no other system decides it. */
export const isFileable = (body: Body | Entry): boolean => 'form' in body && body.resolutionSystem === 'local'

function foundAs(body: Body | Entry, locale: Locale): { id: string; title: string; aliases: string[] } {
  const other = locale === 'vi' ? 'en' : 'vi'
  return { id: body.code, title: body.title[locale], aliases: [body.shortTitle[locale], body.title[other], body.shortTitle[other], ...body.aliases, body.code] }
}

/** The procedures that a query most likely means, best first. */
export const findOn = (shelf: Shelf, query: string, locale: Locale, limit: number): SearchHit[] => search(shelf.index(locale), query, limit)
