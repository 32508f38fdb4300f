import { z } from 'zod'
import { defineContract } from '#kernel/contract'

const Id = z.uuid()
const Instant = z.iso.datetime({ offset: true })
const Date10 = z.iso.date()
const Reason = z.string().trim().min(5).max(2000)
const Both = z.object({ vi: z.string(), en: z.string() })

/** Who applies, as it was when the dossier was handed in. The citizen number is kept apart, sealed. */
export const Applicant = z.object({
  name: z.string().trim().min(2).max(120),
  born: Date10.nullable(),
  gender: z.enum(['male', 'female']).nullable(),
  nationality: z.string().max(60).nullable(),
  ethnicity: z.string().max(60).nullable(),
  phone: z.string().max(20).nullable(),
  email: z.string().max(120).nullable(),
  address: z.string().max(300).nullable(),
  area: z.string().max(10).nullable(),
})
export type Applicant = z.output<typeof Applicant>

const Clock = z.object({ kind: z.enum(['left', 'near', 'late', 'waiting', 'done']), minutes: z.number().int(), share: z.number() })

export const DossierState = z.enum(['submitted', 'desk_waiting', 'accepted', 'processing', 'office_waiting', 'awaiting_signature', 'approved', 'handed_over', 'refused', 'withdrawn'])
export const DossierAction = z.enum(['accept', 'refuse', 'askSupplement', 'supply', 'withdraw', 'take', 'assign', 'propose', 'approve', 'sendBack', 'handOver'])
/** the ten published states; the label is the web's */
const Published = z.number().int().min(1).max(10)

// ---- the citizen's draft

export const DraftPaper = z.object({ code: z.string(), file: Id, name: z.string(), size: z.number().int(), type: z.string() })

/** A draft as its owner sees it. `step` is where to go on: `case`, a page of the form, `papers` or `check`. */
export const DraftView = z.object({
  id: Id,
  procedure: z.string(),
  version: Id,
  procedureCase: z.string().nullable(),
  answers: z.record(z.string(), z.unknown()),
  /** what the national identity says and the form does not ask again, by prefill name such as `citizen.name` */
  known: z.record(z.string(), z.string()),
  papers: z.array(DraftPaper),
  /** code of a problem by question, paper or `case`; empty when it can be sent */
  problems: z.record(z.string(), z.string()),
  updatedAt: Instant,
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

// ---- one dossier

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
  verdict: z.enum(['good', 'bad']).nullable(),
  remark: z.string().nullable(),
})

const ActView = z.object({
  number: z.number().int(), action: z.string(), toState: DossierState, at: Instant, actor: z.object({ kind: z.string(), name: z.string(), title: z.string().nullable() }),
  agency: z.object({ code: z.string(), name: Both }).nullable(),
  note: z.record(z.string(), z.unknown()),
})

const DocumentView = z.object({ id: Id, kind: z.enum(['form01', 'form02', 'form03', 'result']), number: z.string(), at: Instant })

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
  procedure: z.object({ code: z.string(), title: Both, version: Id }),
  procedureCase: z.object({ code: z.string(), label: Both }),
  channel: z.enum(['online', 'counter']),
  receive: z.enum(['electronic', 'counter']),
  desk: z.object({ code: z.string(), name: Both }),
  counter: z.object({ code: z.string(), name: Both }),
  office: z.object({ code: z.string(), name: Both }),
  applicant: Applicant,
  /** masked: whole numbers are shown by an act of their own */
  numberMasked: z.string().nullable(),
  answers: z.array(z.object({ code: z.string(), label: Both, text: z.string() })),
  papers: z.array(PaperView),
  acts: z.array(ActView),
  documents: z.array(DocumentView),
  submittedAt: Instant,
  deskDueAt: Instant,
  acceptedAt: Instant.nullable(),
  firstDueAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  holder: z.object({ id: Id, name: z.string(), title: z.string().nullable() }).nullable(),
  clock: Clock.nullable(),
  strip: StripView.nullable(),
  /** papers asked for and not yet given, when the dossier waits for the citizen */
  asked: z.object({ at: Instant, items: z.array(z.object({ paper: z.string(), name: Both, what: z.string() })), reason: z.string() }).nullable(),
  simulated: z.boolean(),
  actions: z.array(DossierAction),
  /** what the person may do besides: to papers, and whom the leader may give it to */
  mayCheckPapers: z.boolean(),
  mayPreview: z.boolean(),
  colleagues: z.array(z.object({ id: Id, name: z.string() })),
})
export type DossierView = z.output<typeof DossierView>

export const getDossier = defineContract({
  name: 'dossiers.get', method: 'GET', path: '/api/dossiers/:id', summary: 'A dossier that is mine, my desk’s or my office’s', input: z.strictObject({ id: Id }), output: DossierView,
})
export const track = defineContract({
  name: 'dossiers.track', method: 'POST', path: '/api/track', summary: 'How far a dossier is, for anybody with its code and secret (Thông tư 01/2018/TT-VPCP, Điều 16)',
  input: z.strictObject({ code: z.string().trim().min(4).max(80), secret: z.string().trim().min(4).max(20) }),
  output: z.object({ code: z.string(), published: Published, stage: z.number().int().min(1).max(5), stages: z.literal(5) }),
})

const Row = z.object({
  id: Id, code: z.string(), state: DossierState, published: Published, title: Both, applicantName: z.string(), channel: z.enum(['online', 'counter']),
  holder: z.string().nullable(), submittedAt: Instant, deskDueAt: Instant, dueAt: Instant.nullable(), finishedAt: Instant.nullable(), clock: Clock.nullable(), simulated: z.boolean(),
})
export type Row = z.output<typeof Row>

export const myDossiers = defineContract({
  name: 'dossiers.mine', method: 'GET', path: '/api/dossiers', summary: 'My dossiers, the newest first',
  input: z.strictObject({ after: z.string().max(100).optional() }), output: z.object({ rows: z.array(Row), next: z.string().nullable() }),
})

// ---- acts of the citizen

const Done = z.object({ id: Id, code: z.string(), state: DossierState, actions: z.array(DossierAction) })
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
  name: 'dossiers.refuse', method: 'POST', path: '/api/dossiers/:id/refuse', summary: 'Refuse to take a dossier in: form 03 with the reason', input: z.strictObject({ id: Id, reason: Reason }), output: Done,
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
export const checkPaper = defineContract({
  name: 'dossiers.checkPaper', method: 'POST', path: '/api/dossiers/:id/papers/:number/check', summary: 'Say that a paper is good or not',
  input: z.strictObject({ id: Id, number: z.coerce.number().int().min(1).max(1000), verdict: z.enum(['good', 'bad']), remark: z.string().trim().max(500).optional() }), output: Done,
})
export const propose = defineContract({
  name: 'dossiers.propose', method: 'POST', path: '/api/dossiers/:id/propose', summary: 'Lay the result before the leader for signature', input: z.strictObject({ id: Id, note: z.string().trim().max(2000).optional() }), output: Done,
})
export const sendBack = defineContract({
  name: 'dossiers.sendBack', method: 'POST', path: '/api/dossiers/:id/send-back', summary: 'Give a proposed result back to the officer', input: z.strictObject({ id: Id, reason: Reason }), output: Done,
})
export const approve = defineContract({
  name: 'dossiers.approve', method: 'POST', path: '/api/dossiers/:id/approve', summary: 'Approve and sign the result', input: z.strictObject({ id: Id }), output: Done,
})
export const handOver = defineContract({
  name: 'dossiers.handOver', method: 'POST', path: '/api/dossiers/:id/hand-over', summary: 'Hand the result over at the counter',
  input: z.strictObject({ id: Id, recipient: z.string().trim().min(2).max(120), relation: z.enum(['self', 'authorised']) }), output: Done,
})

/** A visit at the counter: what the person says and shows, taken in and accepted in one act. */
export const Intake = z.strictObject({
  procedure: z.string().min(1).max(40),
  procedureCase: z.string().min(1).max(60),
  applicant: z.strictObject({ ...Applicant.shape, number: z.string().regex(/^\d{12}$/, 'not_a_citizen_number').nullable() }),
  answers: z.record(z.string().max(60), z.unknown()),
  /** papers shown or handed in, by code; scanned ones carry their file */
  papers: z.array(z.strictObject({ code: z.string().max(60), form: z.enum(['original', 'copy', 'electronic']), copies: z.number().int().min(1).max(50), file: Id.nullable() })).max(60),
})
export const intake = defineContract({
  name: 'dossiers.intake', method: 'POST', path: '/api/dossiers/intake', summary: 'Take in and accept a dossier at the counter, in one act', input: Intake, output: Acknowledgement.extend({ dueAt: Instant }),
})

// ---- lists of the desk

export const QueueName = z.enum(['to_answer', 'desk_waiting', 'to_hand_over', 'in_offices', 'handed_over_today', 'mine', 'to_take', 'to_sign', 'office_open', 'office_waiting', 'office_signed'])

export const listQueues = defineContract({
  name: 'dossiers.queues', method: 'GET', path: '/api/desk/queues', summary: 'The queues of my capacity with how many each holds', input: z.strictObject({}),
  output: z.object({ queues: z.array(z.object({ name: QueueName, count: z.number().int() })) }),
})
export const worklist = defineContract({
  name: 'dossiers.worklist', method: 'GET', path: '/api/desk/queues/:queue', summary: 'A queue, what is due soonest first',
  input: z.strictObject({
    queue: QueueName, day: Date10.optional(), late: z.enum(['1']).optional(), procedure: z.string().max(40).optional(), holder: Id.optional(), channel: z.enum(['online', 'counter']).optional(),
    after: z.string().max(120).optional(),
  }),
  output: z.object({
    queue: QueueName, count: z.number().int(), rows: z.array(Row.extend({ actions: z.array(DossierAction) })), next: z.string().nullable(),
    /** how many fall due on each day; `late` before now */
    days: z.array(z.object({ day: Date10, late: z.boolean(), count: z.number().int() })),
    procedures: z.array(z.object({ code: z.string(), title: Both })), holders: z.array(z.object({ id: Id, name: z.string() })),
  }),
})
export const find = defineContract({
  name: 'dossiers.find', method: 'POST', path: '/api/desk/find', summary: 'Dossiers of my agency by code, name or citizen number (not in a URL, so that numbers stay out of logs)',
  input: z.strictObject({ q: z.string().trim().min(2).max(120) }), output: z.object({ rows: z.array(Row) }),
})
export const showNumber = defineContract({
  name: 'dossiers.showNumber', method: 'POST', path: '/api/dossiers/:id/number', summary: 'The applicant’s citizen number in full; the reading is an act on record', input: z.strictObject({ id: Id }),
  output: z.object({ number: z.string() }),
})

// ---- files

export const getDocument = defineContract({
  name: 'dossiers.document', method: 'GET', path: '/api/dossiers/:id/documents/:document', summary: 'A form or result as PDF', input: z.strictObject({ id: Id, document: Id }), output: z.object({}),
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
