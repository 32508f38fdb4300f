import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal } from '#kernel/personal'
import { Both, Id, Instant, Passport, PersonNumber } from './contract-shapes.ts'

export const DraftPaper = z.object({ code: z.string(), file: Id, name: z.string(), size: z.number().int(), type: z.string() })

/** A draft as its owner sees it. `step` is where to go on: `case`, a page of the form, `papers` or `check`. */
export const DraftView = z.object({
  id: Id,
  procedure: z.string(),
  version: Id,
  procedureCase: z.string().nullable(),
  /** for whom it is: null until it was said */
  party: z.enum(['self', 'child', 'authorised', 'organisation']).nullable(),
  principal: personal(z.object({ name: z.string(), party: z.enum(['child', 'authorised', 'organisation']), number: z.string() }), 'identity').nullable(),
  principalKind: z.enum(['citizen', 'foreigner', 'unidentified', 'organisation']),
  /** whom the person may choose; `word` is what is sent back */
  mayActFor: personal(z.object({
    children: z.array(z.object({ word: z.string(), name: z.string(), born: z.iso.date() })), organisations: z.array(z.object({ word: z.string(), name: z.string(), title: z.string() })),
  }), 'identity'),
  answers: personal(z.record(z.string(), z.unknown()), 'answers'),
  /** what the national identity says and the form does not ask again, by prefill name such as `citizen.name` */
  known: personal(z.record(z.string(), z.string()), 'identity'),
  papers: z.array(DraftPaper),
  /** code of a problem by question, paper, `party` or `case`; empty when it can be sent */
  problems: z.record(z.string(), z.string()),
  updatedAt: Instant,
  /** by when the desk would answer if it were sent now */
  answerBy: Instant,
  /** the dossier it became */
  dossier: Id.nullable(),
})
export type DraftView = z.output<typeof DraftView>

export const startDraft = defineContract({
  name: 'dossiers.startDraft', method: 'POST', path: '/api/drafts', summary: 'Begin a procedure: an empty form that can be left and taken up again',
  input: z.strictObject({ procedure: z.string().min(1).max(40) }), output: DraftView,
})
export const getDraft = defineContract({
  name: 'dossiers.getDraft', method: 'GET', path: '/api/drafts/:draft', summary: 'One of my drafts', input: z.strictObject({ draft: Id }), output: DraftView,
})
export const myDrafts = defineContract({
  name: 'dossiers.myDrafts', method: 'GET', path: '/api/drafts', summary: 'My drafts, the newest first', input: z.strictObject({}),
  output: z.object({ drafts: z.array(z.object({ id: Id, procedure: z.string(), title: Both, updatedAt: Instant })) }),
})
const Word = z.string().regex(/^[0-9a-f]{24}$/)

/** For whom a dossier is. Somebody who authorised the applicant is named, with a citizen number or a passport. */
export const ChosenPrincipal = z.discriminatedUnion('party', [
  z.strictObject({ party: z.literal('self') }), z.strictObject({ party: z.literal('child'), word: Word }), z.strictObject({ party: z.literal('organisation'), word: Word }),
  z.strictObject({
    party: z.literal('authorised'), name: z.string().trim().min(2).max(120), number: PersonNumber.nullable().default(null), passport: Passport.nullable().default(null),
  }).refine(({ number, passport }) => number !== null || passport !== null, { message: 'required', path: ['number'] }),
])
export const choosePrincipal = defineContract({
  name: 'dossiers.choosePrincipal', method: 'POST', path: '/api/drafts/:draft/principal', summary: 'Say for whom it is: myself, my child, somebody who authorised me, my organisation',
  input: z.strictObject({ draft: Id, principal: ChosenPrincipal }), output: DraftView,
})
export const chooseCase = defineContract({
  name: 'dossiers.chooseCase', method: 'POST', path: '/api/drafts/:draft/case', summary: 'Say which case applies',
  input: z.strictObject({ draft: Id, procedureCase: z.string().min(1).max(60) }), output: DraftView,
})
export const saveAnswers = defineContract({
  name: 'dossiers.saveAnswers', method: 'POST', path: '/api/drafts/:draft/answers', summary: 'Answer the questions of one page; nothing is kept when one of them is wrong',
  input: z.strictObject({ draft: Id, page: z.string().min(1).max(60), answers: z.record(z.string().max(60), z.unknown()) }), output: DraftView,
})
export const attachPaper = defineContract({
  name: 'dossiers.attachPaper', method: 'POST', path: '/api/drafts/:draft/papers/:paper', summary: 'Put a file to a required paper of a draft',
  input: z.strictObject({ draft: Id, paper: z.string().min(1).max(60) }), output: DraftView,
})
export const removePaper = defineContract({
  name: 'dossiers.removePaper', method: 'POST', path: '/api/drafts/:draft/papers/:paper/remove', summary: 'Take a file away from a draft',
  input: z.strictObject({ draft: Id, paper: z.string().min(1).max(60), file: Id }), output: DraftView,
})
export const discardDraft = defineContract({
  name: 'dossiers.discardDraft', method: 'POST', path: '/api/drafts/:draft/discard', summary: 'Throw a draft away', input: z.strictObject({ draft: Id }), output: z.object({}),
})

/** What a citizen gets for a sent dossier: proof that it is stored. */
export const Acknowledgement = z.object({
  id: Id,
  code: z.string(),
  /** with the code it shows how far the dossier is, to anybody */
  secret: z.string(),
  submittedAt: Instant,
  /** by when the desk accepts, refuses or asks */
  deskDueAt: Instant,
  desk: z.object({ code: z.string(), name: Both }),
})
export type Acknowledgement = z.output<typeof Acknowledgement>

export const submitDossier = defineContract({
  name: 'dossiers.submit', method: 'POST', path: '/api/drafts/:draft/submit', summary: 'Declare that it is true and send it: the draft becomes a dossier with a code',
  input: z.strictObject({ draft: Id, oath: z.boolean() }), output: Acknowledgement,
})
