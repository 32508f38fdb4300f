import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal } from '#kernel/personal'
import { Both, Date10, DossierAction, DossierState, Id, Instant, Reason } from './contract-shapes.ts'

const Agency = z.object({ code: z.string(), name: Both })
const Number = z.coerce.number().int().min(1).max(1000)
const Opinion = z.enum(['agree', 'disagree', 'other'])
const Stands = z.enum(['open', 'overdue', 'answered', 'withdrawn', 'silent'])

/** A file beside an opinion or a record. */
export const RecordFileView = z.object({ number: z.number().int(), name: z.string(), type: z.string(), size: z.number().int() })

/** A consultation as the parties of its dossier see it; a citizen sees who is asked until when, not what colleagues write to each other. */
export const ConsultationView = z.object({
  number: z.number().int(),
  agency: Agency,
  content: z.string().nullable(),
  papers: z.array(z.number().int()),
  askedAt: Instant,
  dueAt: Instant,
  askedBy: z.string().nullable(),
  stands: Stands,
  endedAt: Instant.nullable(),
  opinion: Opinion.nullable(),
  reasons: z.string().nullable(),
  answeredBy: z.object({ name: z.string(), title: z.string().nullable() }).nullable(),
  files: z.array(RecordFileView),
  mayWithdraw: z.boolean(),
})
export type ConsultationView = z.output<typeof ConsultationView>

/** Where the dossier stands after an act that added to a record of it: `number` is the record's. */
const Recorded = z.object({ id: Id, code: z.string(), state: DossierState, actions: z.array(DossierAction), number: z.number().int() })
export type Recorded = z.output<typeof Recorded>

export const askOpinion = defineContract({
  name: 'dossiers.askOpinion', method: 'POST', path: '/api/dossiers/:id/consultations', summary: 'Ask another agency for its opinion, with what is asked and until when (Decree 61/2018, Article 19)',
  input: z.strictObject({ id: Id, agency: z.string().min(1).max(35), content: z.string().trim().min(20).max(4000), due: Date10, papers: z.array(z.coerce.number().int().min(1).max(1000)).max(60).default([]) }), output: Recorded,
})
export const withdrawQuestion = defineContract({
  name: 'dossiers.withdrawQuestion', method: 'POST', path: '/api/dossiers/:id/consultations/:number/withdraw', summary: 'Take a question to another agency back while it is open',
  input: z.strictObject({ id: Id, number: Number, reason: Reason }), output: Recorded,
})

// ---- at the agency that is asked

export const listQuestions = defineContract({
  name: 'dossiers.questions', method: 'GET', path: '/api/consultations', summary: 'What my agency is asked and has still time to answer, what is due soonest first', input: z.strictObject({ after: z.string().max(120).optional() }),
  output: z.object({
    questions: z.array(z.object({ id: Id, code: z.string(), title: Both, from: Agency, askedBy: z.string(), content: personal(z.string(), 'answers'), askedAt: Instant, dueAt: Instant })),
    count: z.number().int(), next: z.string().nullable(),
  }),
})

/** What an agency sees that is asked: the question, and of the dossier what its version shows and the papers that the asker chose. Who applies is not among it. */
export const QuestionView = z.object({
  id: Id,
  code: z.string(),
  procedure: z.object({ title: Both, shortTitle: Both }),
  from: Agency,
  askedBy: z.object({ name: z.string(), title: z.string().nullable() }),
  askedAt: Instant,
  dueAt: Instant,
  silence: z.enum(['consent', 'recorded']),
  content: personal(z.string(), 'answers'),
  answers: personal(z.array(z.object({ code: z.string(), label: Both, text: z.string() })), 'answers'),
  papers: personal(z.array(z.object({ number: z.number().int(), name: Both, file: z.object({ name: z.string(), type: z.string(), size: z.number().int() }).nullable() })), 'papers'),
  /** what was put beside the answer that is being written */
  files: z.array(RecordFileView),
  mayAnswer: z.boolean(),
})
export type QuestionView = z.output<typeof QuestionView>

const Which = z.strictObject({ consultation: Id })
export const getQuestion = defineContract({
  name: 'dossiers.question', method: 'GET', path: '/api/consultations/:consultation', summary: 'What my agency is asked, with what it needs of the dossier to answer', input: Which, output: QuestionView,
})
export const getQuestionPaper = defineContract({
  name: 'dossiers.questionPaper', method: 'GET', path: '/api/consultations/:consultation/papers/:number/file', summary: 'A paper that the asker chose to show', input: Which.extend({ number: Number }), output: z.object({}),
})
export const addOpinionPaper = defineContract({
  name: 'dossiers.addOpinionPaper', method: 'POST', path: '/api/consultations/:consultation/files', summary: 'Put a paper beside the answer that is being written', input: Which, output: z.object({ id: Id }),
})
export const answerQuestion = defineContract({
  name: 'dossiers.answerQuestion', method: 'POST', path: '/api/consultations/:consultation/answer', summary: 'Give my agency’s opinion, once', input: Which.extend({ opinion: Opinion, reasons: z.string().trim().min(10).max(4000) }), output: z.object({ id: Id }),
})

/** A file beside an opinion or the record of a check, for the office that works on the dossier. */
export const getRecordFile = defineContract({
  name: 'dossiers.recordFile', method: 'GET', path: '/api/dossiers/:id/records/:record/:recordNumber/files/:number', summary: 'A paper with an opinion, or a photograph of a check',
  input: z.strictObject({ id: Id, record: z.enum(['opinion', 'check']), recordNumber: Number, number: Number }), output: z.object({}),
})
