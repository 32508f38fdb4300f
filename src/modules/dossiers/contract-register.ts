import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { personal } from '#kernel/personal'
import { Both, Date10, Id, Instant } from './contract-shapes.ts'

/** A line of the register of certified copies (sổ chứng thực): who asked, which original, how many pages and copies, who signed, what was paid. */
export const RegisterLine = z.object({
  id: Id, code: z.string(), number: z.number().int(), book: z.string(), agency: z.object({ code: z.string(), name: Both }), at: Instant, applicantName: personal(z.string(), 'name'),
  paper: z.string(), pages: z.number().int(), copies: z.number().int(), signer: z.string(),
  /** in đồng; null when nothing was charged */
  fee: z.object({ state: z.enum(['due', 'paid', 'waived', 'cancelled']), total: z.number().int() }).nullable(),
})
export type RegisterLine = z.output<typeof RegisterLine>

/** The longest stretch that is listed at once, in days: a year and its leap day. */
export const mostRegisterDays = 366

export const certifiedCopies = defineContract({
  name: 'dossiers.certifiedCopies', method: 'GET', path: '/api/desk/certified-copies', summary: 'The register of certified copies of my committee, or of my desk, from a day to a day; today when none is named',
  input: z.strictObject({ from: Date10.optional(), to: Date10.optional(), after: z.string().max(100).optional() }),
  output: z.object({
    from: Date10, to: Date10, rows: z.array(RegisterLine), next: z.string().nullable(),
    /** of all days that were asked for, whatever the page: certifications, copies, and what was paid */
    count: z.number().int(), copies: z.number().int(), paid: z.number().int(),
  }),
})
