import { z } from 'zod'
import { defineContract } from '#kernel/contract'

const Both = z.object({ vi: z.string(), en: z.string() })
const Named = z.object({ code: z.string(), name: Both })
const Unit = Named.extend({ level: z.enum(['province', 'district', 'commune']) })

/** What a reform would do, or has done: everything a person must see before it is decided. */
export const Rehearsal = z.object({
  id: z.string(),
  title: Both,
  day: z.iso.date(),
  basis: z.string(),
  /** of the plan's content: what was rehearsed is what is applied */
  hash: z.string(),
  /** new: not applied; applied: this very plan is; other: another plan has this id */
  state: z.enum(['new', 'applied', 'other']),
  faults: z.array(z.object({ fault: z.string(), about: z.string() })),
  units: z.object({
    /** ended units with what each becomes */
    ends: z.array(Unit.extend({ becomes: z.array(Named.extend({ share: z.number(), main: z.boolean() })) })),
    begins: z.array(Unit),
    changes: z.array(z.object({ code: z.string(), from: Both, to: Both })),
  }),
  agencies: z.object({
    ends: z.array(Named.extend({ becomes: z.array(Named.extend({ area: z.string().nullable(), main: z.boolean() })) })),
    begins: z.array(Named),
    changes: z.array(z.object({ code: z.string(), from: Both, to: Both })),
  }),
  competences: z.array(z.object({ matter: z.string(), level: z.string(), kind: z.string(), basis: z.string() })),
  /** what becomes of open records of something that splits which nobody decided about: refuse to go on, or to the main successor */
  undecided: z.enum(['refuse', 'main']),
  /** by module: how many rows would follow, and the records that wait for a decision (the first hundred of them) */
  rows: z.array(z.object({
    module: z.string(), what: Both, moves: z.number().int(), undecided: z.array(z.string()), undecidedCount: z.number().int(),
    /** what `moves` is made of, where it is of more than one kind */
    parts: z.array(z.object({ what: Both, count: z.number().int() })),
  })),
  /** who goes on in the same role at what their agency becomes */
  posts: z.array(z.object({ officer: z.string(), name: z.string(), role: z.string(), title: Both, from: Named, to: Named })),
})
export type Rehearsal = z.output<typeof Rehearsal>

/** A reform with how far its rows have followed. */
export const ReformView = z.object({
  id: z.string(), title: Both, day: z.iso.date(), basis: z.string(), appliedAt: z.iso.datetime(), appliedBy: z.string(),
  /** waiting: its day has not come; moving: rows follow; finished */
  state: z.enum(['waiting', 'moving', 'finished']),
  progress: z.array(z.object({ module: z.string(), what: Both, total: z.number().int(), done: z.number().int(), finished: z.boolean() })),
})
export type ReformView = z.output<typeof ReformView>

const PlanText = z.string().min(2).max(900_000)

/** A plan, either as its text or by the name of one of the province's drafts. */
const Which = { plan: PlanText.optional(), draft: z.string().max(60).optional() }
const oneOf = ({ plan, draft }: { plan?: string | undefined; draft?: string | undefined }) => (plan === undefined) !== (draft === undefined)

export const rehearseReform = defineContract({
  name: 'agencies.rehearseReform', method: 'POST', path: '/api/reforms/rehearsal', summary: 'What a reform would do; changes nothing',
  input: z.strictObject(Which).refine(oneOf, { path: ['plan'] }), output: Rehearsal,
})
export const applyReform = defineContract({
  name: 'agencies.applyReform', method: 'POST', path: '/api/reforms', summary: 'Put a rehearsed reform in force for its day; records follow from the day on',
  input: z.strictObject({ ...Which, hash: z.string().length(64) }).refine(oneOf, { path: ['plan'] }), output: z.object({ id: z.string(), day: z.iso.date(), already: z.boolean() }),
})
export const listReforms = defineContract({
  name: 'agencies.reforms', method: 'GET', path: '/api/reforms', summary: 'The reforms in force and to come, with how far records have followed',
  input: z.strictObject({}), output: z.object({ reforms: z.array(ReformView) }),
})
export const reformDrafts = defineContract({
  name: 'agencies.reformDrafts', method: 'GET', path: '/api/reforms/drafts', summary: 'Plans of the province that are not in force: to rehearse',
  input: z.strictObject({}), output: z.object({ drafts: z.array(z.object({ id: z.string(), title: Both, day: z.iso.date(), basis: z.string() })) }),
})
export const getReform = defineContract({
  name: 'agencies.reform', method: 'GET', path: '/api/reforms/:id', summary: 'One reform that is in force, as it was decided',
  input: z.strictObject({ id: z.string().max(60) }), output: z.object({ reform: ReformView, rehearsal: Rehearsal }),
})
