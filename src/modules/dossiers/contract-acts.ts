import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { Acknowledgement } from './contract-drafts.ts'
import { Applicant, DossierAction, DossierState, Id, Instant, Passport, PersonNumber, Principal, Reason } from './contract-shapes.ts'

/** The short answer of an act. */
export const Done = z.object({ id: Id, code: z.string(), state: DossierState, actions: z.array(DossierAction) })
export type Done = z.output<typeof Done>

export const withdraw = defineContract({
  name: 'dossiers.withdraw', method: 'POST', path: '/api/dossiers/:id/withdraw', summary: 'Take a dossier back before it is decided',
  input: z.strictObject({ id: Id, reason: Reason }), output: Done,
})
export const addPaper = defineContract({
  name: 'dossiers.addPaper', method: 'POST', path: '/api/dossiers/:id/papers/:paper', summary: 'Put a file to a paper that was asked for; it is handed in with `supply`',
  input: z.strictObject({ id: Id, paper: z.string().min(1).max(60) }), output: Done,
})
export const supply = defineContract({
  name: 'dossiers.supply', method: 'POST', path: '/api/dossiers/:id/supply', summary: 'Hand in what was asked for: by the citizen, or at the counter',
  input: z.strictObject({ id: Id, note: z.string().trim().max(2000).optional(), seen: z.array(z.string().max(60)).max(50).optional() }), output: Done,
})

// ---- acts of the desk and the office

export const accept = defineContract({
  name: 'dossiers.accept', method: 'POST', path: '/api/dossiers/:id/accept', summary: 'Take a dossier in: form 01, and the limit runs from now', input: z.strictObject({ id: Id }), output: Done,
})
export const refuse = defineContract({
  name: 'dossiers.refuse', method: 'POST', path: '/api/dossiers/:id/refuse', summary: 'Refuse to take a dossier in: form 03 with the reason and its legal ground',
  input: z.strictObject({ id: Id, reason: Reason, ground: z.string().trim().min(3).max(500).optional() }), output: Done,
})
export const askSupplement = defineContract({
  name: 'dossiers.askSupplement', method: 'POST', path: '/api/dossiers/:id/ask-supplement', summary: 'Ask once for everything that is missing: form 02',
  input: z.strictObject({ id: Id, items: z.array(z.strictObject({ paper: z.string().min(1).max(60), what: z.string().trim().min(3).max(500) })).min(1).max(20), reason: Reason }), output: Done,
})
export const take = defineContract({
  name: 'dossiers.take', method: 'POST', path: '/api/dossiers/:id/take', summary: 'Begin work on an accepted dossier', input: z.strictObject({ id: Id }), output: Done,
})
export const assign = defineContract({
  name: 'dossiers.assign', method: 'POST', path: '/api/dossiers/:id/assign', summary: 'Give a dossier to an officer of the office', input: z.strictObject({ id: Id, officer: Id }), output: Done,
})
export const reroute = defineContract({
  name: 'dossiers.reroute', method: 'POST', path: '/api/dossiers/:id/reroute', summary: 'Send a dossier that came to the wrong authority to the right one, whose time begins then',
  input: z.strictObject({ id: Id, agency: z.string().min(1).max(35), reason: Reason }), output: Done,
})
export const checkPaper = defineContract({
  name: 'dossiers.checkPaper', method: 'POST', path: '/api/dossiers/:id/papers/:number/check', summary: 'Say that a paper is good or not',
  input: z.strictObject({ id: Id, number: z.coerce.number().int().min(1).max(1000), verdict: z.enum(['good', 'bad']), remark: z.string().trim().max(500).optional() }), output: Done,
})
export const propose = defineContract({
  name: 'dossiers.propose', method: 'POST', path: '/api/dossiers/:id/propose', summary: 'Lay the result before the leader for signature, with what the officer writes for it',
  input: z.strictObject({ id: Id, note: z.string().trim().max(2000).optional(), answers: z.record(z.string().max(60), z.unknown()).default({}) }), output: Done,
})
export const proposeRefusal = defineContract({
  name: 'dossiers.proposeRefusal', method: 'POST', path: '/api/dossiers/:id/propose-refusal', summary: 'Lay before the leader that what an accepted dossier asks for is not granted, with the reason and its legal ground',
  input: z.strictObject({ id: Id, reason: Reason, ground: z.string().trim().min(3).max(500).optional() }), output: Done,
})
export const draftResult = defineContract({
  name: 'dossiers.draftResult', method: 'POST', path: '/api/dossiers/:id/draft-result', summary: 'Keep what I have written for the result so far, and see it in the draft; nothing is sent',
  input: z.strictObject({ id: Id, answers: z.record(z.string().max(60), z.unknown()).default({}) }), output: Done,
})
export const sendBack = defineContract({
  name: 'dossiers.sendBack', method: 'POST', path: '/api/dossiers/:id/send-back', summary: 'Give a proposed result back to the officer', input: z.strictObject({ id: Id, reason: Reason }), output: Done,
})
export const approve = defineContract({
  name: 'dossiers.approve', method: 'POST', path: '/api/dossiers/:id/approve', summary: 'Approve and sign the result, or the notice that it is not granted', input: z.strictObject({ id: Id }), output: Done,
})
export const handOver = defineContract({
  name: 'dossiers.handOver', method: 'POST', path: '/api/dossiers/:id/hand-over', summary: 'Hand the result over at the counter',
  input: z.strictObject({ id: Id, recipient: z.string().trim().min(2).max(120), relation: z.enum(['self', 'relative', 'authorised']), /** the paper that lets somebody else collect it */ authority: z.string().trim().min(5).max(300).optional(),
    /** what became of a voided paper that the applicant had: it came back, or they state that it is lost */ oldPaper: z.enum(['returned', 'lost']).optional(),
    /** what is owed is taken with the same press: the cash is in hand, or the transfer was seen to arrive */
    payment: z.strictObject({ method: z.enum(['cash', 'transfer']), reference: z.string().trim().max(60).optional() }).optional() })
    .refine(({ relation, authority }) => relation === 'self' || authority !== undefined, { message: 'required', path: ['authority'] }),
  output: Done,
})

const OrganisationCode = z.string().transform((text) => text.replace(/[\s.-]/g, '')).pipe(z.string().regex(/^(\d{10}|\d{12}|\d{13})$/, 'not_an_organisation_code'))

/** For whom it is, as the clerk reads it from the papers on the desk: `authority` names the one that lets the applicant act. */
const PrincipalAtCounter = z.strictObject({
  ...Principal.shape, authority: z.string().trim().min(5).max(300), number: PersonNumber.nullable(), passport: Passport.nullable(), code: OrganisationCode.nullable(),
})
export type PrincipalAtCounter = z.output<typeof PrincipalAtCounter>

/** A visit at the counter: what the person says and shows, taken in and accepted in one act. */
export const Intake = z.strictObject({
  procedure: z.string().min(1).max(40),
  procedureCase: z.string().min(1).max(60),
  applicant: z.strictObject({
    ...Applicant.shape, number: z.string().regex(/^\d{12}$/, 'not_a_citizen_number').nullable(),
    /** what was shown: a card has the number, a passport its own; nothing needs somebody else's word, `identifiedBy` */
    paper: z.enum(['card', 'passport', 'none']).default('card'), passport: Passport.nullable().default(null), identifiedBy: z.string().trim().min(10).max(300).nullable().default(null),
  }),
  /** null when the person applies for themselves */
  principal: PrincipalAtCounter.nullable().default(null),
  answers: z.record(z.string().max(60), z.unknown()),
  /** the person has no phone, so that the form does not insist on one: they come on the day that the receipt names */
  withoutPhone: z.boolean().optional(),
  /** it was written on paper while power or network were away, under this reserved number, at this time */
  onPaper: z.strictObject({ code: z.string().max(60), at: Instant }).nullable().default(null),
  /** papers shown or handed in, by code; scanned ones carry their file */
  papers: z.array(z.strictObject({ code: z.string().max(60), form: z.enum(['original', 'copy', 'electronic']), copies: z.number().int().min(1).max(50), file: Id.nullable() })).max(60),
})
export const intake = defineContract({
  name: 'dossiers.intake', method: 'POST', path: '/api/dossiers/intake', summary: 'Take in and accept a dossier at the counter, in one act', input: Intake, output: Acknowledgement.extend({ dueAt: Instant }),
})

/** What this desk knows of somebody from their last dossier here, by the number on their card: so that an old person need not say it all again. */
export const recallApplicant = defineContract({
  name: 'dossiers.recallApplicant', method: 'POST', path: '/api/desk/applicant', summary: 'What my desk knows of a person from an earlier dossier, by citizen number (not in a URL)',
  input: z.strictObject({ number: z.string().regex(/^\d{12}$/, 'not_a_citizen_number') }), output: z.object({ applicant: Applicant.nullable(), earlier: z.number().int() }),
})
