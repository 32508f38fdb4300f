import { z } from 'zod'
import { Both, described, Fee, Outcome, Paper, SourceNote, Step } from './contract-body.ts'

/** Who receives the papers of a procedure: where somebody goes with them. */
export const agencyKinds = ['public_service_centre', 'police', 'tax', 'social_insurance', 'department', 'ministry', 'company'] as const
export type AgencyKind = (typeof agencyKinds)[number]

/** Facts of an entry whose source is named. */
export const entrySources = ['code', 'title', 'timeLimit', 'fees', 'agency', 'result', 'legalBasis', 'steps', 'papers', 'onlineLevel', 'resolutionSystem', 'subjects', 'requirements'] as const

/**
 * A procedure of the catalogue that is described but cannot be filed here yet: what to bring, how long, how much, where, and by which law. The
 * parts of Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2, without a form: no dossier is ever pinned to it.
 */
export const Entry = z.strictObject({
  ...described,
  /** the result is given while one waits: no receipt form is written (Nghị định 61/2018/NĐ-CP, Điều 17) */
  immediate: z.boolean().optional(),
  fees: z.array(Fee.omit({ per: true, when: true })).max(20),
  /** who decides, in words */
  agency: Both,
  receivingAgencyKind: z.enum(agencyKinds),
  result: Outcome,
  steps: z.array(Step).min(2).max(20),
  papers: z.array(Paper.omit({ when: true })).min(1).max(60),
  sources: z.strictObject(Object.fromEntries(entrySources.map((field) => [field, SourceNote])) as Record<(typeof entrySources)[number], typeof SourceNote>),
})
export type Entry = z.output<typeof Entry>

/** What a draft of an entry holds: any part of it, and parts of parts. Its shape is checked when it is published. */
export const EntryDraft = z.record(z.string(), z.unknown())
export type EntryDraft = z.output<typeof EntryDraft>
