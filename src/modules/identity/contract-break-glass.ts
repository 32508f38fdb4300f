import { z } from 'zod'
import { defineContract } from '#kernel/contract'

const Instant = z.iso.datetime({ offset: true })

export const breakGlass = defineContract({
  name: 'identity.breakGlass', method: 'POST', path: '/api/officer-sign-in/emergency', summary: 'Sign in with the sealed emergency paper: an hour as administrator, told to every administrator and leader at once',
  input: z.strictObject({ passcode: z.string().trim().min(1).max(60), reason: z.string().trim().min(20, 'too_short').max(1000) }), output: z.object({ name: z.string(), until: Instant }),
})
export const listBreakGlass = defineContract({
  name: 'identity.breakGlassUses', method: 'GET', path: '/api/emergencies', summary: 'Uses of the emergency access, and whether somebody has looked at each', input: z.strictObject({}),
  output: z.object({ ready: z.boolean(), uses: z.array(z.object({ id: z.uuid(), at: Instant, reason: z.string(), address: z.string(), until: Instant, reviewedAt: Instant.nullable(), reviewedBy: z.string().nullable(), review: z.string().nullable(), actions: z.array(z.enum(['review'])) })) }),
})
export const reviewBreakGlass = defineContract({
  name: 'identity.reviewBreakGlass', method: 'POST', path: '/api/emergencies/:id', summary: 'Say what a use of the emergency access was about, after looking at what was done', input: z.strictObject({ id: z.uuid(), review: z.string().trim().min(10, 'too_short').max(2000) }), output: z.object({}),
})
