import type { LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import { sealedMark, type Sealer } from '#platform/sealer'
import { namesOfAreas } from '#modules/areas'
import type { Citizen } from '#modules/identity'
import { sealedQuestions, type Answers, type Body, type Known, type Party, type PrincipalKind } from '#modules/procedures'
import type { WholePrincipal } from './principals.ts'

/** A form as it is kept with a dossier or a draft: what the person answered, what identity said then and for whom it is, every paper's number sealed. */
export type KeptForm = { answers: Answers; known: Record<string, string>; party?: Party; principal?: PrincipalKind }

type Facts = Pick<Citizen, 'name' | 'born' | 'gender' | 'ethnicity' | 'nationality' | 'area' | 'address' | 'phone' | 'email'>

const factsOf = (person: Facts, number: string | null, passport: string | null): Record<string, string | null> => ({
  name: person.name, number, passport, born: person.born, gender: person.gender, ethnicity: person.ethnicity, nationality: person.nationality,
  'residence.area': person.area, 'residence.line': person.address, phone: person.phone, email: person.email,
})

const named = (prefix: string, facts: Record<string, string | null>): [string, string][] =>
  Object.entries(facts).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[`${prefix}.${name}`, value]]))

/**
 * What is known (by the national identity, or from the card shown at the counter) of who applies and for whom, by the names a form asks for. Absent facts
 * are left out, so the form asks.
 */
export function knownOf(citizen: Facts & { number: string | null; passport: string | null }, principal: WholePrincipal | null): Record<string, string> {
  const own = factsOf(citizen, citizen.number, citizen.passport)
  const organisation = principal?.facts.party === 'organisation' ? principal : undefined
  const other = principal === null ? own : organisation ? {} : factsOf(principal.facts, principal.number, principal.passport)
  const represented: Record<string, string | null> = organisation
    ? { name: organisation.facts.name, code: organisation.number, 'residence.area': organisation.facts.area, 'residence.line': organisation.facts.address, title: organisation.facts.title } : {}
  return Object.fromEntries([...named('citizen', own), ...named('principal', other), ...named('organisation', represented)])
}

const sealText = (sealer: Sealer, text: string): string => sealedMark + sealer.seal(text).toString('base64')
const openText = (sealer: Sealer, text: string): string => sealer.open(Buffer.from(text.slice(sealedMark.length), 'base64'))

const mapText = (record: Answers, names: readonly string[], change: (text: string) => string): Answers =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, names.includes(name) && typeof value === 'string' ? change(value) : value]))

const sealedFacts = ['citizen.number', 'citizen.passport', 'principal.number', 'principal.passport']

/** The form as it may lie in the database. */
export const sealForm = (sealer: Sealer, body: Body, form: KeptForm): KeptForm => ({
  ...form,
  answers: mapText(form.answers, sealedQuestions(body), (text) => sealText(sealer, text)),
  known: mapText(form.known, sealedFacts, (text) => sealText(sealer, text)) as Record<string, string>,
})

/** The form as a person reads it. */
export const openForm = (sealer: Sealer, body: Body, form: KeptForm): KeptForm => ({
  ...form,
  answers: mapText(form.answers, sealedQuestions(body), (text) => (text.startsWith(sealedMark) ? openText(sealer, text) : text)),
  known: mapText(form.known, sealedFacts, (text) => (text.startsWith(sealedMark) ? openText(sealer, text) : text)) as Record<string, string>,
})

/** What the rules of a form need to judge it. `today` is the day it is judged on: for a dossier, the day it was handed in. */
export type Filled = { case: string | null; party: Party; principal: PrincipalKind; answers: Answers; known: Known; today: LocalDate; isArea(code: string): boolean }

/** A form ready to be judged, and how communes are called. */
export async function fill(tx: Tx, form: KeptForm, given: { case: string | null; today: LocalDate }): Promise<{ filling: Filled; areaName(code: string, locale: 'vi' | 'en'): string | undefined }> {
  const names = await namesOfAreas(tx)
  return {
    filling: { case: given.case, party: form.party ?? 'self', principal: form.principal ?? 'citizen', answers: form.answers, known: form.known as Known, today: given.today, isArea: (code) => names.has(code) },
    areaName: (code, locale) => names.get(code)?.[locale],
  }
}
