import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import type { changeProgrammeItem, ItemStatus, ProcedureLine, readProgramme as contract, readProgrammeItem } from '../contract.ts'
import { addAct, findProgramme, listActs, lockItem, type ItemRow } from '../stores/programmes.ts'
import { shelfOf } from '../search.ts'

type Lines = ReadonlyMap<string, ProcedureLine>

const itemOf = ({ number, title, status, note, procedures, changedAt, reason }: ItemRow, lines: Lines) => ({
  number, title, status, note, changed: changedAt === null || reason === null ? null : { at: changedAt.toISOString(), reason },
  procedures: procedures.flatMap((code) => {
    const line = lines.get(code)
    return line ? [{ code, shortTitle: line.shortTitle, fileable: line.fileable }] : []
  }),
})

const linesOf = async (call: Call): Promise<Lines> => (await shelfOf(call.db, call.tx, localDate(call.clock.now()))).byCode

async function programmeOf(call: Call, code: string) {
  const found = await findProgramme(call.tx, code)
  if (!found) throw new Failure('programme_not_found', { programme: code })
  return found
}

/** A programme with its items in order. Throws `programme_not_found`. */
export async function readProgramme(call: Call<z.output<typeof contract.input>>): Promise<z.input<typeof contract.output>> {
  const { items, ...facts } = await programmeOf(call, call.input.programme)
  const lines = await linesOf(call)
  return { ...facts, items: items.map((item) => itemOf(item, lines)), open: items.filter(({ status }) => status === 'open').length }
}

const other: Record<ItemStatus, ItemStatus> = { open: 'pending', pending: 'open' }

async function rowOf(call: Call, { programme, number }: { programme: string; number: number }) {
  const found = await programmeOf(call, programme)
  const row = found.items.find((item) => item.number === number)
  if (!row) throw new Failure('programme_not_found', { programme, number })
  return { found, row }
}

/** One item with what was done to it, for who may change it. Throws `programme_not_found`. */
export async function readItem(call: Call<z.output<typeof readProgrammeItem.input>>): Promise<z.input<typeof readProgrammeItem.output>> {
  const { found, row } = await rowOf(call, call.input)
  const acts = await listActs(call.tx, found.code, row.number)
  return {
    programme: { code: found.code, title: found.title }, item: itemOf(row, await linesOf(call)), may: other[row.status],
    acts: acts.map(({ at, ...act }) => ({ ...act, at: at.toISOString() })),
  }
}

/** An administrator says that a service is open, or not any more, and why. Throws `programme_not_found` and `programme_item_unchanged`. */
export async function changeItem(call: Call<z.output<typeof changeProgrammeItem.input>>): Promise<z.input<typeof changeProgrammeItem.output>> {
  const { tx, input: { programme, number, status, reason }, actor } = call
  await lockItem(tx, programme, number)
  const { row } = await rowOf(call, call.input)
  if (row.status === status) throw new Failure('programme_item_unchanged', { programme, number, status })
  const at = call.clock.now()
  await addAct(tx, { id: uuidv7(), programme, number, status, reason, officer: actor.id ?? '', name: actor.name, agency: actor.agency ?? '', at })
  return { status, at: at.toISOString() }
}
