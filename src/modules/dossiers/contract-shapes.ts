import { z } from 'zod'
import { personal } from '#kernel/personal'

export const Id = z.uuid()
export const Instant = z.iso.datetime({ offset: true })
export const Date10 = z.iso.date()
export const Reason = z.string().trim().min(5).max(2000)
/** which print a paper is, when it was printed again */
export const Copy = z.coerce.number().int().min(1).max(9999).optional()
export const Both = z.object({ vi: z.string(), en: z.string() })

/** twelve digits, however they are spaced */
export const PersonNumber = z.string().transform((text) => text.replace(/[\s.-]/g, '')).pipe(z.string().regex(/^\d{12}$/, 'not_a_citizen_number'))
/** capital letters and digits, however they are written */
export const Passport = z.string().transform((text) => text.replace(/[\s.-]/g, '').toUpperCase()).pipe(z.string().regex(/^(?=.*\d)[A-Z0-9]{6,12}$/, 'not_a_passport'))

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

/** For whom it is when the applicant acts for somebody else, as it was then. Its number is kept apart, sealed. */
export const Principal = personal(z.object({
  party: z.enum(['child', 'authorised', 'organisation']),
  ...Applicant.shape,
  name: z.string().trim().min(2).max(300),
  relation: z.enum(['parent', 'guardian', 'authorised', 'representative']),
  /** of whoever represents an organisation */
  title: z.string().trim().max(120).nullable(),
  /** the paper that gives the authority, in words; null when the national identity says it */
  authority: z.string().trim().max(300).nullable(),
}), 'identity')
export type Principal = z.output<typeof Principal>

export const Clock = z.object({ kind: z.enum(['left', 'near', 'late', 'waiting', 'done']), minutes: z.number().int(), share: z.number() })

export const DossierState = z.enum(['submitted', 'desk_waiting', 'accepted', 'processing', 'office_waiting', 'awaiting_signature', 'approved', 'archived', 'handed_over', 'refused', 'withdrawn'])
export const DossierAction = z.enum(['accept', 'refuse', 'askSupplement', 'supply', 'withdraw', 'take', 'assign', 'reroute', 'propose', 'proposeRefusal', 'approve', 'sendBack', 'handOver', 'shelve', 'archive', 'voidResult'])
/** the ten published states; the label is the web's */
export const Published = z.number().int().min(1).max(10)

/** Why what an accepted dossier asks for is not granted, and on which legal ground, when one is named. */
export const Refusal = z.object({ reason: z.string(), ground: z.string().optional() })
export type Refusal = z.output<typeof Refusal>
