import type { z } from 'zod'
import { buildIndex, search, type SearchIndex } from '#kernel/fuzzy'
import { addDays, localDate, type LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import type { Call } from '#platform/http'
import { simplify } from '../boundaries/geometry.ts'
import type { Area, findUnits, getUnit, listOutlines } from '../contract.ts'
import { findArea, getArea, listAreas } from '../store.ts'
import { boundariesOn } from '../stores/boundaries.ts'
import { lastChange, predecessorsOf, successorsOf, unitsOfAllTimes } from '../stores/succession.ts'

const mostFound = 12

/** A unit of a day, or the last one that had this code when there was none on it. Throws `area_not_found`. */
async function unitAt(tx: Tx, code: string, on: LocalDate): Promise<{ unit: Area; on: LocalDate }> {
  const unit = await findArea(tx, code, on)
  if (unit) return { unit, on }
  const last = (await unitsOfAllTimes(tx)).findLast((each) => each.code === code && each.validFrom <= on)
  if (last?.validTo) return { unit: last, on: addDays(last.validTo, -1) }
  return { unit: await getArea(tx, code, on), on }
}

/** One unit as of a day, with its history both ways. */
export async function readUnit(call: Call<z.output<typeof getUnit.input>>): Promise<z.input<typeof getUnit.output>> {
  const { tx, input, clock } = call
  const today = localDate(clock.now())
  const { unit, on } = await unitAt(tx, input.code, input.on ?? today)
  const changed = (await lastChange(tx, today)) ?? today
  const days = { before: addDays(changed, -1), after: today }
  const within: { code: string; name: Area['name'] }[] = []
  for (let parent = unit.parent; parent !== null; ) {
    const above: Area | undefined = await findArea(tx, parent, on)
    if (above) within.push({ code: above.code, name: above.name })
    parent = above?.parent ?? null
  }
  const contains = unit.level === 'commune' ? [] : await listAreas(tx, { on, parent: unit.code })
  const before = unit.validFrom > days.before ? await predecessorsOf(tx, { code: unit.code, on }, addDays(unit.validFrom, -1)) : []
  const after = unit.validTo === null ? [] : await successorsOf(tx, { code: unit.code, on }, today)
  return { unit, within, contains: contains.map(({ code, name }) => ({ code, name })), before, after, on, today, days }
}

type Index = { units: Area[]; index: SearchIndex; at: number }
let names: Index | undefined
// a reform is decided days before it counts: a name that is a minute late harms nobody
const keptMilliseconds = 60_000

async function indexOf(tx: Tx): Promise<Index> {
  const now = performance.now()
  if (names && now - names.at < keptMilliseconds) return names
  const units = (await unitsOfAllTimes(tx)).filter(({ level }) => level !== 'province')
  names = { units, at: now, index: buildIndex(units.map(({ name }, place) => ({ id: String(place), title: name.vi, aliases: [name.en] }))) }
  return names
}

/** Units of any time whose name is meant, each with what it is today. */
export async function findUnitsByName(call: Call<z.output<typeof findUnits.input>>): Promise<z.input<typeof findUnits.output>> {
  const { tx, input, clock } = call
  const today = localDate(clock.now())
  const { units, index } = await indexOf(tx)
  const hits = search(index, input.q, mostFound).flatMap(({ id }) => units[Number(id)] ?? []).filter(({ validFrom }) => validFrom <= today)
  const found = []
  for (const unit of hits) {
    const within = units.find(({ code, validFrom }) => code === unit.parent && validFrom <= unit.validFrom)
    const now = unit.validTo === null ? [] : await successorsOf(tx, { code: unit.code, on: unit.validFrom }, today)
    found.push({ code: unit.code, name: unit.name, level: unit.level, validFrom: unit.validFrom, validTo: unit.validTo, within: within?.name ?? null, now })
  }
  return { found }
}

/** about a hundred metres */
const tolerance = 0.001

/** Outlines of a day for a small map; none unless nearly every commune has one: half a map tells nothing. */
export async function readOutlines(call: Call<z.output<typeof listOutlines.input>>): Promise<z.input<typeof listOutlines.output>> {
  const { tx, input, clock } = call
  const on = input.on ?? localDate(clock.now())
  const communes = await listAreas(tx, { on, level: 'commune' })
  const known = await boundariesOn(tx, on)
  const drawn = communes.flatMap(({ code }) => {
    const found = known.get(code)
    return found ? [{ code, ...found }] : []
  })
  if (drawn.length < communes.length * 0.9) return { sources: [], outlines: [] }
  const rounded = (value: number): number => Math.round(value * 1000) / 1000
  return {
    sources: [...new Set(drawn.map(({ source }) => source))],
    outlines: drawn.map(({ code, shape }) => ({ code, rings: shape.flatMap(([outline = []]) => [simplify(outline, tolerance).map(([lon, lat]): [number, number] => [rounded(lon), rounded(lat)])]).filter((ring) => ring.length > 3) })),
  }
}
