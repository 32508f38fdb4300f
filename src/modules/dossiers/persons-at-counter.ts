import type { z } from 'zod'
import { numberFits } from '#kernel/citizen-number'
import type { LocalDate } from '#kernel/local-time'
import { isAdult, mayApplyAlone } from '#modules/identity'
import type { Body } from '#modules/procedures'
import type { Intake, PrincipalAtCounter } from './contract.ts'
import type { WholePrincipal } from './principals.ts'

type Input = Pick<z.output<typeof Intake>, 'applicant' | 'principal'>

/**
 * Who stands at the counter and for whom, judged by what the procedure allows: a child of age acts alone, somebody without papers needs another's word.
 * `faults` by box, empty when nothing stands against it.
 */
export function personsAtCounter(body: Body, { applicant, principal }: Input, today: LocalDate): { principal: WholePrincipal | null; faults: Record<string, string> } {
  return { principal: principal && wholeOf(principal), faults: { ...applicantFaults(body, applicant, today), ...(principal ? principalFaults(body, principal, today) : selfFaults(body)) } }
}

function applicantFaults(body: Body, { paper, number, passport, identifiedBy, born, gender }: Input['applicant'], today: LocalDate): Record<string, string> {
  if (!body.applicantPapers.includes(paper)) return { 'applicant.paper': 'not_an_option' }
  if (!mayApplyAlone(born, today)) return { 'applicant.born': 'too_young' }
  if (paper === 'passport') return { ...(passport === null && { 'applicant.passport': 'required' }), ...(number !== null && { 'applicant.number': 'not_of_this_paper' }) }
  if (paper === 'none') return { ...(identifiedBy === null && { 'applicant.identifiedBy': 'required' }), ...(number !== null && { 'applicant.number': 'not_of_this_paper' }) }
  return { ...numberFault('applicant.number', number, born, gender), ...(passport !== null && { 'applicant.passport': 'not_of_this_paper' }), ...(identifiedBy !== null && { 'applicant.identifiedBy': 'not_of_this_paper' }) }
}

/** A number that cannot be this person's was mistyped, or is on somebody else's card. */
const numberFault = (box: string, number: string | null, born: LocalDate | null, gender: string | null): Record<string, string> =>
  number === null || numberFits(number, { born, gender }) ? {} : { [box]: 'number_does_not_fit' }

const selfFaults = (body: Body): Record<string, string> => (body.parties.includes('self') ? {} : { 'principal.party': 'required' })

const relations: Record<PrincipalAtCounter['party'], readonly PrincipalAtCounter['relation'][]> = { child: ['parent', 'guardian'], authorised: ['authorised'], organisation: ['representative'] }

function principalFaults(body: Body, principal: PrincipalAtCounter, today: LocalDate): Record<string, string> {
  if (!body.parties.includes(principal.party)) return { 'principal.party': 'not_an_option' }
  const organisation = principal.party === 'organisation'
  return {
    ...(organisation ? {} : numberFault('principal.number', principal.number, principal.born, principal.gender)),
    ...(!relations[principal.party].includes(principal.relation) && { 'principal.relation': 'not_an_option' }),
    ...(organisation && principal.code === null && { 'principal.code': 'required' }),
    ...(organisation && principal.title === null && { 'principal.title': 'required' }),
    ...(principal.party === 'authorised' && principal.number === null && principal.passport === null && { 'principal.number': 'required' }),
    ...(principal.party === 'child' && (principal.born === null ? { 'principal.born': 'required' } : isAdult(principal.born, today) && { 'principal.born': 'of_age' })),
  }
}

const wholeOf = ({ number, passport, code, ...facts }: PrincipalAtCounter): WholePrincipal =>
  facts.party === 'organisation' ? { facts, number: code, passport: null } : { facts: { ...facts, title: null }, number, passport }
