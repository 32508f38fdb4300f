import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { localDate, type LocalDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { bodyOf, entryOf } from '../catalogue.ts'
import { facetsOf, narrowed, type EntryPage, type getProcedure, type listProcedures, type ProcedurePage, type searchProcedures, type suggestProcedures } from '../contract.ts'
import { findOn, isFileable, shelfOf } from '../search.ts'
import { findVersion, findVersionOn, type VersionKind, type VersionRow } from '../store.ts'

/** How many lines of the catalogue one answer carries. */
const pageSize = 100

const dayOf = (call: Pick<Call, 'clock'>, on: LocalDate | undefined): LocalDate => on ?? localDate(call.clock.now())

/** The catalogue of a day, by name, with the counters of the whole beside it. */
export async function readCatalogue(call: Call<z.output<typeof listProcedures.input>>): Promise<z.input<typeof listProcedures.output>> {
  const { input } = call
  const { lines } = await shelfOf(call.db, call.tx, dayOf(call, input.on))
  const found = narrowed(lines, input)
  const start = input.after === undefined ? 0 : found.findIndex(({ code }) => code === input.after) + 1
  const page = found.slice(start, start + pageSize)
  return {
    procedures: page, total: found.length, next: start + page.length < found.length ? (page.at(-1)?.code ?? null) : null,
    ...facetsOf(lines, input),
  }
}

type Which = Call<z.output<typeof getProcedure.input>>

/** A whole procedure in one version: the one named, or the one in force on a day. Throws `procedure_not_found`, also for what is only described. */
export async function readProcedure(call: Which): Promise<ProcedurePage> {
  return wholeOf(await find(call, ['whole']), localDate(call.clock.now()))
}

/** Any procedure in one version, whole or described. Throws `procedure_not_found`. */
export async function readPage(call: Which): Promise<ProcedurePage | EntryPage> {
  const row = await find(call, ['whole', 'entry'])
  const today = localDate(call.clock.now())
  return row.kind === 'whole' ? wholeOf(row, today) : { ...factsOf(row, today), kind: 'entry', fileable: false, entry: entryOf(row) }
}

async function find(call: Which, kinds: readonly VersionKind[]): Promise<VersionRow> {
  const { tx, input } = call
  const row = input.version === undefined ? await findVersionOn(tx, input.code, dayOf(call, input.on), kinds) : await findVersion(tx, input.version)
  if (row?.status !== 'published' || row.code !== input.code || !kinds.includes(row.kind)) throw new Failure('procedure_not_found', { code: input.code })
  return row
}

const wholeOf = (row: VersionRow, today: LocalDate): ProcedurePage => {
  const body = bodyOf(row)
  return { ...factsOf(row, today), kind: 'whole', fileable: isFileable(body), body }
}

const factsOf = (row: VersionRow, today: LocalDate) => ({
  code: row.code, version: { id: row.id, number: row.number, validFrom: row.validFrom, validTo: row.validTo },
  inForce: row.validFrom <= today && (row.validTo === null || today < row.validTo),
})

/** What a query most likely means. */
export async function findProcedures(call: Call<z.output<typeof searchProcedures.input>>): Promise<z.input<typeof searchProcedures.output>> {
  const { input, locale } = call
  const shelf = await shelfOf(call.db, call.tx, dayOf(call, undefined))
  return {
    hits: findOn(shelf, input.q, locale, input.limit).flatMap(({ id, highlight }) => {
      const line = shelf.byCode.get(id)
      return line ? [{ ...line, highlight }] : []
    }),
  }
}

/** Names to offer while somebody types. */
export async function suggest(call: Call<z.output<typeof suggestProcedures.input>>): Promise<z.input<typeof suggestProcedures.output>> {
  const shelf = await shelfOf(call.db, call.tx, dayOf(call, undefined))
  return { hits: findOn(shelf, call.input.q, call.locale, call.input.limit).map(({ id, title, highlight }) => ({ code: id, title, highlight })) }
}
