import { maskCitizenNumber, maskPassport } from '#kernel/format'
import { fold } from '#kernel/text'
import type { LocalDate } from '#kernel/local-time'
import type { Sealer } from '#platform/sealer'
import { isAdult, type Citizen, type Dependant, type Represented } from '#modules/identity'
import type { Body, Party, PrincipalKind } from '#modules/procedures'
import type { Principal } from './contract.ts'

/**
 * For whom a dossier is, when it is not for the applicant: a child of theirs, somebody who authorised them, an organisation they represent (Bộ luật
 * Dân sự 91/2015/QH13, Điều 134 to 138). Who represents whom is said by the national identity; an authority is a paper.
 */

/** The principal with the number that is kept sealed: of a citizen, a passport or an organisation, or none. */
export type WholePrincipal = { facts: Principal; number: string | null; passport: string | null }

const nothing = { born: null, gender: null, nationality: null, ethnicity: null, phone: null, email: null, address: null, area: null, title: null, authority: null }

/** A child as the national identity described it. */
export const principalOfChild = (child: Dependant): WholePrincipal => ({
  facts: {
    ...nothing, party: 'child', name: child.name, relation: child.relation, born: child.birthdate, gender: child.gender, nationality: child.nationality ?? null, ethnicity: child.ethnicity ?? null,
    address: child.address ?? null, area: child.area_code ?? null,
  },
  number: child.citizen_number, passport: null,
})

/** An organisation as the national identity described it. */
export const principalOfOrganisation = (organisation: Represented): WholePrincipal => ({
  facts: { ...nothing, party: 'organisation', name: organisation.name, relation: 'representative', address: organisation.address ?? null, area: organisation.area_code ?? null, title: organisation.title },
  number: organisation.code, passport: null,
})

/** Somebody who authorised the applicant in writing: known by what the applicant says. */
export const principalWhoAuthorised = (said: { name: string; number: string | null; passport: string | null }): WholePrincipal => ({
  facts: { ...nothing, party: 'authorised', name: said.name, relation: 'authorised' }, number: said.number, passport: said.passport,
})

/** A word for a child or an organisation that a page may send back: says nothing to anybody else. */
export const wordFor = (sealer: Sealer, number: string): string => sealer.index('represented', number).toString('hex').slice(0, 24)

/** Children under age and organisations of this procedure that the person may act for today. */
export function mayActFor(citizen: Citizen, body: Body, today: LocalDate): { children: Dependant[]; organisations: Represented[] } {
  return {
    children: body.parties.includes('child') ? citizen.represents.dependants.filter(({ birthdate }) => !isAdult(birthdate, today)) : [],
    organisations: body.parties.includes('organisation') ? citizen.represents.organisations : [],
  }
}

/** What stands against this party today: nothing said yet, or a representation that has ended. Undefined when nothing does. */
export function partyProblem(body: Body, party: Party | null, principal: WholePrincipal | null, citizen: Citizen, today: LocalDate): string | undefined {
  if (party === null) return body.parties.length === 1 && body.parties[0] === 'self' ? undefined : 'required'
  if (!body.parties.includes(party)) return 'not_an_option'
  if (party === 'self' || party === 'authorised') return undefined
  const { children, organisations } = mayActFor(citizen, body, today)
  const numbers = party === 'child' ? children.map(({ citizen_number }) => citizen_number) : organisations.map(({ code }) => code)
  return principal?.number != null && numbers.includes(principal.number) ? undefined : 'no_longer_represented'
}

/** How the person it is for is known. */
export function kindOfPrincipal(applicant: { paper: 'card' | 'passport' | 'none'; foreign?: boolean }, principal: WholePrincipal | null): PrincipalKind {
  if (principal?.facts.party === 'organisation') return 'organisation'
  if (principal) return principal.number !== null ? 'citizen' : principal.passport !== null ? 'foreigner' : 'unidentified'
  if (applicant.paper === 'none') return 'unidentified'
  return applicant.paper === 'passport' || applicant.foreign === true ? 'foreigner' : 'citizen'
}

const purposeOf = ({ facts, number, passport }: WholePrincipal): [string, string] | undefined =>
  number !== null ? [facts.party === 'organisation' ? 'organisation-code' : 'citizen-number', number] : passport !== null ? ['passport', passport] : undefined

/** As it lies with a dossier. */
export function sealPrincipal(sealer: Sealer, principal: WholePrincipal | null): { principal: Principal | null; principalSealed: Buffer | null; principalIndex: Buffer | null } {
  const kept = principal && purposeOf(principal)
  return { principal: principal?.facts ?? null, principalSealed: kept ? sealer.seal(kept[1]) : null, principalIndex: kept ? sealer.index(...kept) : null }
}

/** By what name a dossier is found: of whom it is for, and of whom handed it in. */
export const foldedNames = (applicant: string, principal: WholePrincipal | null): string => fold(principal ? `${principal.facts.name} ${applicant}` : applicant)

/** A paper's number as a page may show it. */
export const maskPaper = (number: string): string => (/^\d+$/.test(number) && number.length !== 12 ? number : number.length === 12 ? maskCitizenNumber(number) : maskPassport(number))
