import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal } from '#kernel/personal'
import { Both, Id, Instant } from './contract-shapes.ts'

export const DraftPaper = z.object({ code: z.string(), file: Id, name: z.string(), size: z.number().int(), type: z.string() })

/** A draft as its owner sees it. `step` is where to go on: `case`, a page of the form, `papers` or `check`. */
export const DraftView = z.object({
  id: Id,
  procedure: z.string(),
  version: Id,
  procedureCase: z.string().nullable(),
  answers: personal(z.record(z.string(), z.unknown()), 'answers'),
  /** what the national identity says and the form does not ask again, by prefill name such as `citizen.name` */
  known: personal(z.record(z.string(), z.string()), 'identity'),
  papers: z.array(DraftPaper),
  /** code of a problem by question, paper or `case`; empty when it can be sent */
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
