import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal } from '#kernel/personal'
import { Applicant, Date10, Id, Instant, Reason } from './contract-shapes.ts'

const Counts = z.object({ advice: z.number().int(), wrongCounter: z.number().int() })

/** Somebody came and handed nothing in: counted, so that the work of a desk is seen; who it was is not written down. */
export const noteVisit = defineContract({
  name: 'dossiers.noteVisit', method: 'POST', path: '/api/desk/visits', summary: 'Count somebody who only asked, or came to the wrong counter',
  input: z.strictObject({ kind: z.enum(['advice', 'wrongCounter']), procedure: z.string().max(40).optional() }), output: z.object({ today: Counts }),
})
export const countVisits = defineContract({
  name: 'dossiers.visits', method: 'GET', path: '/api/desk/visits', summary: 'How many came to my desk today and this month without handing anything in', input: z.strictObject({}), output: z.object({ today: Counts, month: Counts }),
})

/** Whoever stands at the counter has more than one thing to do: the same person again, without typing anything twice. */
export const applicantAgain = defineContract({
  name: 'dossiers.applicantAgain', method: 'GET', path: '/api/dossiers/:id/applicant', summary: 'Who handed a dossier of my desk in, to fill in the next one for the same person', input: z.strictObject({ id: Id }),
  output: z.object({ applicant: Applicant, paper: z.enum(['card', 'passport', 'none']), number: personal(z.string(), 'number').nullable(), identifiedBy: personal(z.string(), 'identity').nullable(),
    /** what they came for: the next one of a row is mostly the same */
    procedure: z.string(), procedureCase: z.string(), party: z.enum(['self', 'child', 'authorised', 'organisation']),
    /** an organisation is the same one again; another person is another one */
    organisation: z.object({ name: personal(z.string(), 'name'), title: z.string().nullable(), authority: z.string().nullable(), code: personal(z.string(), 'number').nullable(), area: z.string().nullable(), address: z.string().nullable() }).nullable(),
  }),
})

const ReservedView = z.object({ code: z.string(), day: Date10, reservedAt: Instant, reservedBy: z.string(), reason: z.string(), dossier: Id.nullable() })

/** Numbers for paper: before a cut, or for one that has begun. */
export const reserveCodes = defineContract({
  name: 'dossiers.reserveCodes', method: 'POST', path: '/api/desk/reserved-codes', summary: 'Put numbers of today aside for dossiers on paper while power or network are away',
  input: z.strictObject({ count: z.number().int().min(1).max(50), reason: Reason }), output: z.object({ codes: z.array(ReservedView) }),
})
export const listReservedCodes = defineContract({
  name: 'dossiers.reservedCodes', method: 'GET', path: '/api/desk/reserved-codes', summary: 'Reserved numbers of my desk of the last thirty days, used and unused', input: z.strictObject({}), output: z.object({ codes: z.array(ReservedView) }),
})
