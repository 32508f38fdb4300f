import { Passport, PersonNumber } from '#contract/dossiers'
import type { Known, Party, PrincipalKind } from '#contract/procedures'

/** Who stands at the counter and for whom, out of the boxes: what the form takes as known of them, and the input of the act. */

type Boxed = Record<string, unknown>

const record = (value: unknown): Boxed => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Boxed) : {})
const textIn = (values: Boxed, name: string): string | null => (typeof values[name] === 'string' ? values[name] : null)
const bare = (text: string | null): string | null => text?.replace(/[\s.-]/g, '') ?? null

/** Which box answers a fact that identity would answer, by the fact's name. */
const boxOfFact: Readonly<Record<string, string>> = {
  name: 'name', number: 'number', passport: 'passport', born: 'born', gender: 'gender', ethnicity: 'ethnicity', nationality: 'nationality', 'residence.area': 'area', 'residence.line': 'address', phone: 'phone',
  email: 'email', code: 'code', title: 'title',
}

// Stands for what the clerk has not typed yet, so that a question about a person does not appear among the answers meanwhile.
const stand: Readonly<Record<string, string>> = {
  name: 'A B', number: '000000000000', passport: 'A0000000', born: '2000-01-01', gender: 'female', ethnicity: 'Kinh', nationality: 'Việt Nam', 'residence.area': '00000', 'residence.line': '-', code: '0000000000', title: '-',
}

export const parties = ['self', 'child', 'authorised', 'organisation'] as const

/** For whom the boxes say it is, and how that person is known. */
export function settingOf(input: Boxed): { party: Party; principal: PrincipalKind } {
  const [applicant, principal] = [record(input['applicant']), record(input['principal'])]
  const party = parties.find((each) => each === principal['party']) ?? 'self'
  if (party === 'organisation') return { party, principal: 'organisation' }
  if (party !== 'self') return { party, principal: textIn(principal, 'number') === null && textIn(principal, 'passport') !== null ? 'foreigner' : 'citizen' }
  return { party, principal: applicant['paper'] === 'passport' ? 'foreigner' : applicant['paper'] === 'none' ? 'unidentified' : 'citizen' }
}

const typedFacts = (prefix: string, boxes: Boxed): [string, string][] => Object.entries(boxOfFact).flatMap(([fact, box]): [string, string][] => {
  const text = textIn(boxes, box)
  return text === null ? [] : [[`${prefix}.${fact}`, fact === 'number' || fact === 'passport' ? (bare(text) ?? '') : text]]
})

/** What is typed of the persons, by the names a form asks for. */
export function knownOf(input: Boxed): Known {
  const [applicant, principal] = [record(input['applicant']), record(input['principal'])]
  const { party } = settingOf(input)
  const other = party === 'self' ? typedFacts('principal', applicant) : typedFacts(party === 'organisation' ? 'organisation' : 'principal', principal)
  return Object.fromEntries([...typedFacts('citizen', applicant), ...other])
}

/** The same, with something in every box that is still empty. */
export function standingFor(input: Boxed): Known {
  const typed = knownOf(input)
  const all = ['citizen', 'principal', 'organisation'].flatMap((prefix) => Object.entries(stand).map(([fact, text]): [string, string] => [`${prefix}.${fact}`, text]))
  const steering = ['citizen.residence.area', 'citizen.gender', 'principal.residence.area', 'principal.gender', 'organisation.residence.area']
  return { ...Object.fromEntries(all), ...Object.fromEntries(Object.entries(typed).filter(([name]) => steering.includes(name))) }
}

/** The box of a fact that identity would answer, by the name of the prefill; a place is chosen, then written. */
export function boxFor(from: string, part: string | undefined, input: Boxed): string | undefined {
  const [whose = '', fact = ''] = from.split('.')
  const prefix = whose === 'citizen' || settingOf(input).party === 'self' ? 'applicant' : 'principal'
  if (fact === 'residence') return `${prefix}.${part === 'line' || textIn(record(input[prefix]), 'area') !== null ? 'address' : 'area'}`
  const box = boxOfFact[fact]
  return box === undefined ? undefined : `${prefix}.${box}`
}

const facts = ['name', 'born', 'gender', 'nationality', 'ethnicity', 'phone', 'email', 'address', 'area'] as const

const factsIn = (boxes: Boxed): Record<string, string | null> => Object.fromEntries(facts.map((fact) => [fact, textIn(boxes, fact)]))

/** The persons as the act takes them. Boxes of another paper than the one that was shown are left behind. */
export function personsOf(input: Boxed): { applicant: Boxed; principal: Boxed | null } {
  const [who, other, answers] = [record(input['applicant']), record(input['principal']), record(input['answers'])]
  const { party } = settingOf(input)
  const paper = textIn(who, 'paper') ?? 'card'
  const applicant = {
    ...factsIn(who), name: who['name'], phone: textIn(who, 'phone') ?? textIn(answers, 'phone'), email: textIn(who, 'email') ?? textIn(answers, 'email'), paper,
    number: paper === 'card' ? bare(textIn(who, 'number')) : null, passport: paper === 'passport' ? textIn(who, 'passport') : null, identifiedBy: paper === 'none' ? textIn(who, 'identifiedBy') : null,
  }
  if (party === 'self') return { applicant, principal: null }
  const relation = party === 'child' ? (textIn(other, 'relation') ?? 'parent') : party === 'authorised' ? 'authorised' : 'representative'
  return {
    applicant,
    principal: { ...factsIn(other), party, name: other['name'], relation, title: textIn(other, 'title'), authority: other['authority'], number: textIn(other, 'number'), passport: textIn(other, 'passport'), code: textIn(other, 'code') },
  }
}

/** Whether numbers are written as they must be: said before anything is sent, beside what the form finds. */
export function paperFaults(input: Boxed): Record<string, string> {
  const { applicant, principal } = personsOf(input)
  const wrong = (path: string, value: unknown, schema: typeof PersonNumber): [string, string][] =>
    typeof value !== 'string' || schema.safeParse(value).success ? [] : [[path, schema === PersonNumber ? 'not_a_citizen_number' : 'not_a_passport']]
  return Object.fromEntries([
    ...wrong('applicant.passport', applicant['passport'], Passport), ...(principal ? [...wrong('principal.number', principal['number'], PersonNumber), ...wrong('principal.passport', principal['passport'], Passport)] : []),
    ...(applicant['paper'] === 'passport' && applicant['passport'] === null ? [['applicant.passport', 'required'] as [string, string]] : []),
    ...(applicant['paper'] === 'none' && applicant['identifiedBy'] === null ? [['applicant.identifiedBy', 'required'] as [string, string]] : []),
  ])
}

type Again = { applicant: Record<string, string | null>; paper: string; number: string | null; identifiedBy: string | null; procedure: string; procedureCase: string; party: string; organisation: Record<'name' | 'title' | 'authority' | 'code' | 'area' | 'address', string | null> | null }

/** The boxes of somebody who was here a moment ago, filled in; of the same procedure the case too, and for whom as far as it is the same. */
export function typedOfPerson({ applicant, paper, number, identifiedBy, ...before }: Again, procedure: string): Record<string, string[]> {
  const [year, month, day] = (applicant['born'] ?? '').split('-')
  const boxes: [string, string | null | undefined][] = [
    ...facts.filter((fact) => fact !== 'born').map((fact): [string, string | null | undefined] => [`applicant.${fact}`, applicant[fact]]),
    ['applicant.born~day', day], ['applicant.born~month', month], ['applicant.born~year', year], ['applicant.paper', paper], [paper === 'passport' ? 'applicant.passport' : 'applicant.number', number],
    ['procedureCase', before.procedure === procedure ? before.procedureCase : null], ['principal.party', before.party], ...Object.entries(before.organisation ?? {}).map(([name, value]): [string, string | null] => [`principal.${name}`, value]),
    ['applicant.identifiedBy', identifiedBy], ['answers.phone', applicant['phone']],
  ]
  return Object.fromEntries(boxes.flatMap(([name, value]) => (value ? [[name, [value]]] : [])))
}
