import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal } from '#kernel/personal'
import { ConsultationView } from './contract-consultations.ts'
import { FieldCheckView } from './contract-field-checks.ts'
import { Applicant, Both, Clock, Copy, Date10, DossierAction, DossierState, Id, Instant, Principal, Published, Refusal } from './contract-shapes.ts'

const PaperView = z.object({
  number: z.number().int(),
  code: z.string(),
  name: Both,
  /** null when it was only seen, or when a register answered for it */
  file: z.object({ name: z.string(), type: z.string(), size: z.number().int() }).nullable(),
  form: z.enum(['original', 'copy', 'electronic']),
  copies: z.number().int(),
  source: z.enum(['online', 'counter', 'supplement']),
  addedAt: Instant,
  /** the office's own opinion: null for the citizen, who is told by a request for papers */
  verdict: z.enum(['good', 'bad']).nullable(),
  remark: z.string().nullable(),
})

const ActView = z.object({
  number: z.number().int(), action: z.string(), toState: DossierState, at: Instant, actor: z.object({ kind: z.string(), name: z.string(), title: z.string().nullable() }),
  agency: z.object({ code: z.string(), name: Both }).nullable(),
  note: z.record(z.string(), z.unknown()),
})

const DocumentView = z.object({
  id: Id, kind: z.enum(['form01', 'form02', 'form03', 'result', 'refusal']), number: z.string(), at: Instant,
  /** voided for a slip of the pen: it stays readable with its mark, and another one stands for it */
  voided: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
})

const StripView = z.object({
  days: z.array(z.object({
    date: Date10, now: z.number().nullable(), due: z.number().nullable(),
    blocks: z.array(z.object({ from: z.number(), to: z.number(), segments: z.array(z.object({ kind: z.string(), from: z.number(), to: z.number() })) })),
  })),
  used: z.number(), paused: z.number(), left: z.number(), late: z.number(),
})

/** A dossier as the person who asks may see it, with the acts the person may do now. */
export const DossierView = z.object({
  id: Id,
  code: z.string(),
  secret: z.string(),
  state: DossierState,
  published: Published,
  /** `shortTitle` is what people call it */
  procedure: z.object({ code: z.string(), title: Both, shortTitle: Both, version: Id, /** who may collect the result: anybody with authority, or only the applicant */ collectedBy: z.enum(['anyone', 'applicant']) }),
  procedureCase: z.object({ code: z.string(), label: Both }),
  channel: z.enum(['online', 'counter']),
  receive: z.enum(['electronic', 'counter']),
  desk: z.object({ code: z.string(), name: Both }),
  counter: z.object({ code: z.string(), name: Both }),
  office: z.object({ code: z.string(), name: Both }),
  applicant: Applicant,
  /** where the applicant lives, on one line with the commune */
  residence: personal(z.string(), 'answers').nullable(),
  /** masked: whole numbers are shown by an act of their own */
  numberMasked: personal(z.string(), 'number').nullable(),
  /** of which paper the number is; `none`: the applicant showed none, and `identifiedBy` said who they are */
  applicantPaper: z.enum(['card', 'passport', 'none']),
  identifiedBy: personal(z.string(), 'identity').nullable(),
  /** for whom it is, when the applicant acts for somebody else */
  principal: Principal.nullable(),
  principalMasked: personal(z.string(), 'number').nullable(),
  answers: personal(z.array(z.object({ code: z.string(), label: Both, text: z.string() })), 'answers'),
  papers: personal(z.array(PaperView), 'papers'),
  acts: z.array(ActView),
  documents: z.array(DocumentView),
  submittedAt: Instant,
  deskDueAt: Instant,
  acceptedAt: Instant.nullable(),
  firstDueAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** where the paper result lies at the counter, and for how many days it has waited to be collected; null when it does not wait */
  shelf: z.string().nullable(),
  waitingDays: z.number().int().nullable(),
  /** a voided paper that the applicant still has: it is asked for when the corrected one is handed over */
  oldPaperOut: z.boolean(),
  holder: z.object({ id: Id, name: z.string(), title: z.string().nullable() }).nullable(),
  clock: Clock.nullable(),
  strip: StripView.nullable(),
  /** what the officer wrote for the result, for whoever prepares or signs it */
  proposal: personal(z.record(z.string(), z.unknown()), 'answers').nullable(),
  /** while a misprint is written again: what of the form may be mended, as it stands, by code of the question; for whoever prepares the result */
  correctable: personal(z.record(z.string(), z.unknown()), 'answers').nullable(),
  /** why it is not granted: for the office once it is laid before the leader, for everybody once it is signed */
  refusal: Refusal.nullable(),
  /** papers asked for and not yet given, when the dossier waits for the citizen */
  asked: z.object({ at: Instant, items: z.array(z.object({ paper: z.string(), name: Both, what: z.string() })), reason: z.string() }).nullable(),
  /** what was said of this filling when it was sent: late, or what follows from an answer */
  notices: z.array(Both),
  /** what its answers cost, in đồng, as the form says it before anything is charged: one thing, how many times, all of them; empty when nobody pays */
  prices: z.array(z.object({ name: Both, each: z.number().int(), times: z.number().int(), total: z.number().int() })),
  /** what is owed, in đồng, whether the person collects it, and the number of the receipt; null when nobody pays */
  fee: z.object({ state: z.enum(['due', 'paid', 'waived', 'cancelled']), total: z.number().int(), mayCollect: z.boolean(), receipt: z.string().nullable() }).nullable(),
  /** whether the applicant has an account here, in which they are told of every act */
  reached: z.boolean(),
  simulated: z.boolean(),
  /** given at the counter while the person waits: signed as it comes from there, or written by an officer first */
  immediate: z.enum(['certify', 'write']).nullable(),
  actions: z.array(DossierAction),
  /** other agencies that were asked, and whether one may be asked now */
  consultations: z.array(ConsultationView),
  mayConsult: z.boolean(),
  /** checks of the place, whether an appointment may be made now, and whether no result may be proposed before one */
  fieldChecks: z.array(FieldCheckView),
  mayCheckPlace: z.boolean(),
  fieldCheckRequired: z.boolean(),
  /** what the person may do besides: to papers, and whom the leader may give it to */
  mayCheckPapers: z.boolean(),
  mayPreview: z.boolean(),
  mayReprint: z.boolean(),
  colleagues: z.array(z.object({ id: Id, name: z.string() })),
})
export type DossierView = z.output<typeof DossierView>

export const getDossier = defineContract({
  name: 'dossiers.get', method: 'GET', path: '/api/dossiers/:id', summary: 'A dossier that is mine, my desk’s or my office’s', input: z.strictObject({ id: Id }), output: DossierView,
})
export const track = defineContract({
  name: 'dossiers.track', method: 'POST', path: '/api/track', summary: 'How far a dossier is, for anybody with its code and secret (Circular 01/2018/TT-VPCP, Article 16)',
  input: z.strictObject({ code: z.string().trim().min(4).max(80), secret: z.string().trim().min(4).max(20) }),
  output: z.object({ code: z.string(), published: Published, stage: z.number().int().min(1).max(5), stages: z.literal(5) }),
})

export const Row = z.object({
  id: Id, code: z.string(), state: DossierState, published: Published, title: Both, applicantName: personal(z.string(), 'name'),
  /** for whom it is, when the applicant acts for somebody else */
  principalName: personal(z.string(), 'name').nullable(), channel: z.enum(['online', 'counter']),
  holder: z.string().nullable(), submittedAt: Instant, deskDueAt: Instant, dueAt: Instant.nullable(), finishedAt: Instant.nullable(), clock: Clock.nullable(), simulated: z.boolean(),
  /** where a result that waits for its applicant lies, and for how many days it has waited */
  shelf: z.string().nullable(), waitingDays: z.number().int().nullable(),
  /** given at the counter while the person waits */
  immediate: z.boolean(),
  /** the office does not grant it: for the applicant once that is signed */
  notGranted: z.boolean(),
})
export type Row = z.output<typeof Row>

/** How a person's own dossiers are sorted: by what comes first for them. */
export const mineShows = ['waiting', 'collect', 'open', 'done'] as const
const MineShow = z.enum(mineShows)

export const myDossiers = defineContract({
  name: 'dossiers.mine', method: 'GET', path: '/api/dossiers', summary: 'My dossiers, the newest first, all or some of them, with how many there are of each kind',
  input: z.strictObject({
    after: z.string().max(100).optional(), /** those that wait for me, that I may collect, that are worked on, that are over */ show: MineShow.optional(), /** part of a code, or of a name */ q: z.string().trim().max(60).optional(),
  }),
  output: z.object({ rows: z.array(Row), next: z.string().nullable(), counts: z.object(Object.fromEntries(mineShows.map((show) => [show, z.number().int()])) as Record<(typeof mineShows)[number], z.ZodNumber>) }),
})

export const getDocument = defineContract({
  name: 'dossiers.document', method: 'GET', path: '/api/dossiers/:id/documents/:document', summary: 'A form or result as PDF', input: z.strictObject({ id: Id, document: Id, copy: Copy }), output: z.object({}),
})
export const declaration = defineContract({
  name: 'dossiers.declaration', method: 'GET', path: '/api/dossiers/:id/declaration', summary: 'The declaration with all answers as PDF, to be read and signed', input: z.strictObject({ id: Id }), output: z.object({}),
})
export const getPaperFile = defineContract({
  name: 'dossiers.paperFile', method: 'GET', path: '/api/dossiers/:id/papers/:number/file', summary: 'A paper’s file', input: z.strictObject({ id: Id, number: z.coerce.number().int().min(1).max(1000) }), output: z.object({}),
})
export const previewResult = defineContract({
  name: 'dossiers.previewResult', method: 'GET', path: '/api/dossiers/:id/result-draft', summary: 'The result as it would be signed', input: z.strictObject({ id: Id }), output: z.object({}),
})

/** The course of a dossier without whose it is: for the operations centre. */
export const followDossier = defineContract({
  name: 'dossiers.follow', method: 'GET', path: '/api/dossiers/:id/course', summary: 'The course of a dossier without personal data', input: z.strictObject({ id: Id }),
  output: z.object({
    code: z.string(), title: Both, state: DossierState, published: Published, desk: z.object({ code: z.string(), name: Both }), office: z.object({ code: z.string(), name: Both }),
    submittedAt: Instant, acceptedAt: Instant.nullable(), dueAt: Instant.nullable(), finishedAt: Instant.nullable(), clock: Clock.nullable(), simulated: z.boolean(),
    acts: z.array(z.object({ number: z.number().int(), action: z.string(), at: Instant, agency: z.object({ code: z.string(), name: Both }).nullable() })),
  }),
})
