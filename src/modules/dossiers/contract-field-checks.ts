import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { RecordFileView, type Recorded as Answer } from './contract-consultations.ts'
import { Date10, DossierAction, DossierState, Id, Instant, Reason } from './contract-shapes.ts'

const Check = z.coerce.number().int().min(1).max(1000)
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'wrong_form')
const Goes = z.string().trim().min(3).max(300)
const Preparation = z.string().trim().max(1000).optional()

/** A check of the place: the appointment as it stands, and its record once it was kept. */
export const FieldCheckView = z.object({
  number: z.number().int(),
  startsAt: Instant,
  goes: z.string(),
  /** what the applicant should have ready */
  preparation: z.string().nullable(),
  moves: z.number().int(),
  movedBecause: z.string().nullable(),
  record: z.object({ at: Instant, present: z.string(), findings: z.string(), conforms: z.boolean(), by: z.string() }).nullable(),
  files: z.array(RecordFileView),
  mayMove: z.boolean(),
  mayRecord: z.boolean(),
})
export type FieldCheckView = z.output<typeof FieldCheckView>

const Recorded: z.ZodType<Answer> = z.object({ id: Id, code: z.string(), state: DossierState, actions: z.array(DossierAction), number: z.number().int() })

export const setFieldCheck = defineContract({
  name: 'dossiers.setFieldCheck', method: 'POST', path: '/api/dossiers/:id/field-checks', summary: 'Make an appointment for a check of the place; the applicant is told',
  input: z.strictObject({ id: Id, date: Date10, time: Time, goes: Goes, preparation: Preparation }), output: Recorded,
})
export const moveFieldCheck = defineContract({
  name: 'dossiers.moveFieldCheck', method: 'POST', path: '/api/dossiers/:id/field-checks/:check/move', summary: 'Move the appointment of a check, with the reason; the applicant is told',
  input: z.strictObject({ id: Id, check: Check, date: Date10, time: Time, goes: Goes, preparation: Preparation, reason: Reason }), output: Recorded,
})
export const recordFieldCheck = defineContract({
  name: 'dossiers.recordFieldCheck', method: 'POST', path: '/api/dossiers/:id/field-checks/:check/record', summary: 'Write the record of a check that was kept: who was there, what was found, whether it conforms',
  input: z.strictObject({ id: Id, check: Check, present: z.string().trim().min(3).max(1000), findings: z.string().trim().min(10).max(4000), conforms: z.enum(['yes', 'no']) }), output: Recorded,
})
export const addCheckFile = defineContract({
  name: 'dossiers.addCheckFile', method: 'POST', path: '/api/dossiers/:id/field-checks/:check/files', summary: 'Put a photograph or a paper to the record of a check before it is written', input: z.strictObject({ id: Id, check: Check }), output: Recorded,
})
