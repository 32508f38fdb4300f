import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { localDate, type LocalDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { bodyOf } from '../catalogue.ts'
import { lifeEvents, type getProcedure, type listProcedures, type ProcedureLine, type ProcedurePage, type searchProcedures, type suggestProcedures } from '../contract.ts'
import { findOn, shelfOf } from '../search.ts'
import { findVersion, findVersionOn, type VersionRow } from '../store.ts'

/** How many lines of the catalogue one answer carries. */
const pageSize = 100

const dayOf = (call: Pick<Call, 'clock'>, on: LocalDate | undefined): LocalDate => on ?? localDate(call.clock.now())

/** The catalogue of a day, by name, with the counters of the whole beside it. */
export async function readCatalogue(call: Call<z.output<typeof listProcedures.input>>): Promise<z.input<typeof listProcedures.output>> {
  const { input } = call
  const { lines } = await shelfOf(call.db, call.tx, dayOf(call, input.on))
  const fits = (line: ProcedureLine) =>
    (input.field === undefined || line.field.code === input.field) && (input.lifeEvent === undefined || line.lifeEvent === input.lifeEvent) && (input.level === undefined || line.level === input.level)
  const found = lines.filter(fits)
  const start = input.after === undefined ? 0 : found.findIndex(({ code }) => code === input.after) + 1
  const page = found.slice(start, start + pageSize)
  return {
    procedures: page, total: found.length, next: start + page.length < found.length ? (page.at(-1)?.code ?? null) : null,
    fields: [...Map.groupBy(lines, ({ field }) => field.code).values()].flatMap((group) => (group[0] ? [{ ...group[0].field, count: group.length }] : [])),
    lifeEvents: lifeEvents.map((code) => ({ code, count: lines.filter((line) => line.lifeEvent === code).length })),
  }
}

/** A procedure in one version: the one named, or the one in force on a day. Throws `procedure_not_found`. */
export async function readProcedure(call: Call<z.output<typeof getProcedure.input>>): Promise<ProcedurePage> {
  const { tx, input } = call
  const row = input.version === undefined ? await findVersionOn(tx, input.code, dayOf(call, input.on)) : await findVersion(tx, input.version)
  if (row?.status !== 'published' || row.code !== input.code) throw new Failure('procedure_not_found', { code: input.code })
  return pageOf(row, localDate(call.clock.now()))
}

const pageOf = (row: VersionRow, today: LocalDate): ProcedurePage => ({
  code: row.code, version: { id: row.id, number: row.number, validFrom: row.validFrom, validTo: row.validTo },
  inForce: row.validFrom <= today && (row.validTo === null || today < row.validTo), body: bodyOf(row),
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
