import { z } from 'zod'
import { defineEvent } from '#platform/events'

/** What every event of a dossier tells: enough to react without asking, no personal data. Only ever extended. */
export const DossierFact = z.object({
  dossier: z.uuid(),
  act: z.number().int(),
  state: z.string(),
  procedure: z.string(),
  channel: z.string(),
  citizen: z.uuid().nullable(),
  receivingAgency: z.string(),
  competentAgency: z.string(),
  area: z.string(),
})

export const DossierSubmitted = defineEvent('dossiers.submitted', DossierFact)
export const DossierAccepted = defineEvent('dossiers.accepted', DossierFact)
export const DossierRefused = defineEvent('dossiers.refused', DossierFact)
export const SupplementAsked = defineEvent('dossiers.supplement_asked', DossierFact)
export const DossierSupplied = defineEvent('dossiers.supplied', DossierFact)
export const DossierTaken = defineEvent('dossiers.taken', DossierFact)
export const DossierRerouted = defineEvent('dossiers.rerouted', DossierFact)
export const ResultProposed = defineEvent('dossiers.result_proposed', DossierFact)
export const RefusalProposed = defineEvent('dossiers.refusal_proposed', DossierFact)
export const ResultSentBack = defineEvent('dossiers.result_sent_back', DossierFact)
export const ResultApproved = defineEvent('dossiers.result_approved', DossierFact)
export const RefusalSigned = defineEvent('dossiers.refusal_signed', DossierFact)
export const ResultHandedOver = defineEvent('dossiers.result_handed_over', DossierFact)
export const ResultShelved = defineEvent('dossiers.result_shelved', DossierFact)
export const ResultArchived = defineEvent('dossiers.result_archived', DossierFact)
export const ResultVoided = defineEvent('dossiers.result_voided', DossierFact)
export const ApplicantCalled = defineEvent('dossiers.applicant_called', DossierFact)
export const DossierWithdrawn = defineEvent('dossiers.withdrawn', DossierFact)

/** Another agency was asked; and how that ended. */
export const OpinionAsked = defineEvent('dossiers.opinion_asked', DossierFact)
export const QuestionWithdrawn = defineEvent('dossiers.question_withdrawn', DossierFact)
export const OpinionGiven = defineEvent('dossiers.opinion_given', DossierFact)
export const OpinionMissing = defineEvent('dossiers.opinion_missing', DossierFact)

export const FieldCheckSet = defineEvent('dossiers.field_check_set', DossierFact)
export const FieldCheckMoved = defineEvent('dossiers.field_check_moved', DossierFact)
export const FieldCheckRecorded = defineEvent('dossiers.field_check_recorded', DossierFact)

/** An absent officer's whole queue was given to others in one act, or given back; the subject is that officer. */
export const QueueMoved = defineEvent('dossiers.queue_moved', z.object({
  move: z.uuid(), agency: z.string(), from: z.uuid(), shares: z.array(z.object({ officer: z.uuid(), count: z.number().int() })), by: z.uuid(), undone: z.boolean(),
}))
