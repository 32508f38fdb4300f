import type { LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import type { Sealer } from '#platform/sealer'
import { namesOfAreas } from '#modules/areas'
import type { Citizen } from '#modules/identity'
import { sealedQuestions, type Answers, type Body, type Known } from '#modules/procedures'

/** A form as it is kept with a dossier or a draft: what the person answered and what identity said then, every citizen number sealed. */
export type KeptForm = { answers: Answers; known: Record<string, string> }

/** What identity says of a person (the national one, or the card shown at the counter), by the names a form asks for. Absent facts are left out, so the form asks. */
export function knownOf(citizen: Pick<Citizen, 'name' | 'born' | 'gender' | 'ethnicity' | 'nationality' | 'area' | 'address' | 'phone' | 'email'> & { number: string | null }): Record<string, string> {
  const facts: Record<string, string | null> = {
    'citizen.name': citizen.name, 'citizen.number': citizen.number, 'citizen.born': citizen.born, 'citizen.gender': citizen.gender, 'citizen.ethnicity': citizen.ethnicity,
    'citizen.nationality': citizen.nationality, 'citizen.residence.area': citizen.area, 'citizen.residence.line': citizen.address, 'citizen.phone': citizen.phone, 'citizen.email': citizen.email,
  }
  return Object.fromEntries(Object.entries(facts).filter((fact): fact is [string, string] => fact[1] !== null))
}

const mark = 'sealed:'
const sealText = (sealer: Sealer, text: string): string => mark + sealer.seal(text).toString('base64')
const openText = (sealer: Sealer, text: string): string => sealer.open(Buffer.from(text.slice(mark.length), 'base64'))

const mapText = (record: Answers, names: readonly string[], change: (text: string) => string): Answers =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, names.includes(name) && typeof value === 'string' ? change(value) : value]))

/** The form as it may lie in the database. */
export const sealForm = (sealer: Sealer, body: Body, form: KeptForm): KeptForm => ({
  answers: mapText(form.answers, sealedQuestions(body), (text) => sealText(sealer, text)),
  known: mapText(form.known, ['citizen.number'], (text) => sealText(sealer, text)) as Record<string, string>,
})

/** The form as a person reads it. */
export const openForm = (sealer: Sealer, body: Body, form: KeptForm): KeptForm => ({
  answers: mapText(form.answers, sealedQuestions(body), (text) => (text.startsWith(mark) ? openText(sealer, text) : text)),
  known: mapText(form.known, ['citizen.number'], (text) => (text.startsWith(mark) ? openText(sealer, text) : text)) as Record<string, string>,
})

/** What the rules of a form need to judge it. `today` is the day it is judged on: for a dossier, the day it was handed in. */
export type Filled = { case: string | null; answers: Answers; known: Known; today: LocalDate; isArea(code: string): boolean }

/** A form ready to be judged, and how communes are called. */
export async function fill(tx: Tx, form: KeptForm, given: { case: string | null; today: LocalDate }): Promise<{ filling: Filled; areaName(code: string, locale: 'vi' | 'en'): string | undefined }> {
  const names = await namesOfAreas(tx)
  return {
    filling: { case: given.case, answers: form.answers, known: form.known as Known, today: given.today, isArea: (code) => names.has(code) },
    areaName: (code, locale) => names.get(code)?.[locale],
  }
}
