import { z } from 'zod'
import { personal } from '#kernel/personal'

export const Id = z.uuid()
export const Instant = z.iso.datetime({ offset: true })
export const Date10 = z.iso.date()
export const Reason = z.string().trim().min(5).max(2000)
export const Both = z.object({ vi: z.string(), en: z.string() })

/** Who applies, as it was when the dossier was handed in. The citizen number is kept apart, sealed. */
export const Applicant = personal(z.object({
  name: z.string().trim().min(2).max(120),
  born: Date10.nullable(),
  gender: z.enum(['male', 'female']).nullable(),
  nationality: z.string().max(60).nullable(),
  ethnicity: z.string().max(60).nullable(),
  phone: z.string().max(20).nullable(),
  email: z.string().max(120).nullable(),
  address: z.string().max(300).nullable(),
  area: z.string().max(10).nullable(),
}), 'identity')
export type Applicant = z.output<typeof Applicant>

export const Clock = z.object({ kind: z.enum(['left', 'near', 'late', 'waiting', 'done']), minutes: z.number().int(), share: z.number() })

export const DossierState = z.enum(['submitted', 'desk_waiting', 'accepted', 'processing', 'office_waiting', 'awaiting_signature', 'approved', 'handed_over', 'refused', 'withdrawn'])
export const DossierAction = z.enum(['accept', 'refuse', 'askSupplement', 'supply', 'withdraw', 'take', 'assign', 'propose', 'approve', 'sendBack', 'handOver'])
/** the ten published states; the label is the web's */
export const Published = z.number().int().min(1).max(10)
