import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { ServiceLine } from './contract-services.ts'

const Both = z.object({ vi: z.string(), en: z.string() })
const Id = z.uuid()
const Day = z.iso.date()
const Instant = z.iso.datetime({ offset: true })
const nothing = z.strictObject({})
const Agency = z.string().min(1).max(35)
const Reason = z.string().trim().min(5, 'too_short').max(500)
const Limit = z.string().min(1).max(60)
const NamedAgency = z.object({ code: z.string(), name: Both })

/** Roles of officers. */
export const OfficerRole = z.enum(['clerk', 'officer', 'leader', 'centre', 'administrator'])
/** `never`: has not signed in yet; `idle`: not for 45 days; `ended`: holds no capacity and none is to come. */
export const OfficerState = z.enum(['active', 'never', 'idle', 'locked', 'disabled', 'ended'])
/** The four kinds of accounts of TCVN 14423:2026: quản trị, tác nghiệp, kỹ thuật, dịch vụ. */
export const AccountKind = z.enum(['administration', 'operation', 'technical', 'service'])

const CapacityAction = z.enum(['end'])

/** A capacity of somebody, whether it is past, holds or is to come. Both days are counted in. */
export const CapacityLine = z.object({
  id: Id, role: OfficerRole, kind: AccountKind, agency: NamedAgency, field: z.string().nullable(), procedure: z.string().nullable(), title: Both, signsAs: z.array(z.string()),
  from: Day, to: Day.nullable(), state: z.enum(['coming', 'holds', 'past']), delegated: z.boolean(), endedAt: Instant.nullable(), endReason: z.string().nullable(), document: z.string().nullable(),
  usedAt: Instant.nullable(), actions: z.array(CapacityAction),
})
export type CapacityLine = z.output<typeof CapacityLine>

const Duty = z.object({ role: OfficerRole, agency: NamedAgency, title: Both })
const OfficerLine = z.object({ id: Id, username: z.string(), name: z.string(), state: OfficerState, seenAt: Instant.nullable(), duties: z.array(Duty) })

/** What the administrator's first page says: what there is, and what needs a person. */
export const administration = defineContract({
  name: 'identity.administration', method: 'GET', path: '/api/administration', summary: 'My scope of administration: accounts by state, and what needs attention', input: nothing,
  output: z.object({
    root: NamedAgency, agencies: z.array(NamedAgency), states: z.record(OfficerState, z.number().int()), openReviews: z.number().int(),
    /** agencies whose capacities nobody has looked at for six months */
    overdue: z.array(z.object({ agency: NamedAgency, count: z.number().int(), since: Day })),
    endingSoon: z.array(z.object({ officer: Id, name: z.string(), title: Both, agency: NamedAgency, to: Day, delegated: z.boolean() })),
  }),
})
export const listOfficers = defineContract({
  name: 'identity.officers', method: 'GET', path: '/api/officers', summary: 'Officers of my scope, by name',
  input: z.strictObject({ q: z.string().trim().max(80).optional(), agency: Agency.optional(), role: OfficerRole.optional(), state: OfficerState.optional(), after: Id.optional() }),
  output: z.object({ officers: z.array(OfficerLine), next: Id.nullable() }),
})
export const getOfficer = defineContract({
  name: 'identity.officer', method: 'GET', path: '/api/officers/:id', summary: 'One officer of my scope: account, capacities of all times, what I may do',
  input: z.strictObject({ id: Id }),
  output: OfficerLine.omit({ duties: true }).extend({
    createdAt: Instant, disabledAt: Instant.nullable(), disabledReason: z.string().nullable(), canSignIn: z.boolean(), demonstration: z.boolean(),
    capacities: z.array(CapacityLine),
    /** what happened to the account and its capacities, the newest first; `by` who did it */
    events: z.array(z.object({ name: z.string(), at: Instant, by: z.string().nullable() })),
    actions: z.array(z.enum(['giveCapacity', 'issuePaper', 'disable', 'enable', 'unlock'])),
  }),
})

/** A capacity as it is given. `signsAs` is asked of leaders only: the way they sign and the titles it is written from. */
export const GivenCapacity = z.strictObject({
  role: OfficerRole, agency: Agency, title: z.strictObject({ vi: z.string().trim().min(2).max(120), en: z.string().trim().min(2).max(120) }),
  field: Limit.optional(), procedure: Limit.optional(), from: Day, to: Day.optional(), document: z.string().trim().max(120).optional(),
  signing: z.strictObject({ mode: z.enum(['head', 'TM', 'Q', 'KT', 'TL', 'TUQ']), head: z.string().trim().min(2).max(120), collective: z.string().trim().max(120).optional() }).optional(),
})
export const createOfficer = defineContract({
  name: 'identity.createOfficer', method: 'POST', path: '/api/officers', summary: 'Make an account for a new officer, with a first capacity; they cannot sign in before they are given a password',
  input: z.strictObject({ username: z.string().trim().toLowerCase().regex(/^[a-z0-9.]{2,60}$/), name: z.string().trim().min(2).max(120), capacity: GivenCapacity }),
  output: z.object({ id: Id, username: z.string() }),
})
export const giveCapacity = defineContract({
  name: 'identity.giveCapacity', method: 'POST', path: '/api/officers/:id/capacities', summary: 'Give an officer a capacity from a day on',
  input: z.strictObject({ id: Id, capacity: GivenCapacity }), output: z.object({ capacity: Id }),
})
export const endCapacity = defineContract({
  name: 'identity.endCapacity', method: 'POST', path: '/api/capacities/:capacity/end', summary: 'End a capacity on a day that is counted in, today or later; or at once',
  input: z.strictObject({ capacity: Id, on: Day.optional(), atOnce: z.boolean().optional(), reason: Reason }), output: z.object({ capacity: Id, to: Day.nullable(), endedAt: Instant.nullable() }),
})
export const disableOfficer = defineContract({
  name: 'identity.disableOfficer', method: 'POST', path: '/api/officers/:id/disable', summary: 'Close an account: nothing of it works from the next request on',
  input: z.strictObject({ id: Id, reason: Reason }), output: z.object({ id: Id }),
})
export const enableOfficer = defineContract({
  name: 'identity.enableOfficer', method: 'POST', path: '/api/officers/:id/enable', summary: 'Open a closed account again', input: z.strictObject({ id: Id }), output: z.object({ id: Id }),
})

// ---- delegation

const DelegationView = z.object({
  id: Id, from: z.object({ name: z.string(), title: Both }), to: z.object({ officer: Id, name: z.string() }), agency: NamedAgency, mode: z.enum(['KT', 'TUQ']), lines: z.array(z.string()),
  field: z.string().nullable(), procedure: z.string().nullable(), document: z.string(), days: z.object({ from: Day, to: Day }), state: z.enum(['coming', 'holds', 'past', 'revoked']),
  revokedAt: Instant.nullable(), reason: z.string().nullable(), direction: z.enum(['given', 'received', 'other']), actions: z.array(z.enum(['revoke'])),
})
export type DelegationView = z.output<typeof DelegationView>

export const listDelegations = defineContract({
  name: 'identity.delegations', method: 'GET', path: '/api/delegations', summary: 'What I have delegated and what was delegated to me; for an administrator, what runs in the scope',
  input: z.strictObject({ /** for whom an administrator is about to delegate: then `to` says who may receive it */ from: Id.optional() }),
  output: z.object({
    delegations: z.array(DelegationView),
    /** capacities I may delegate from: my own as a leader, those of the scope as an administrator */
    from: z.array(z.object({ capacity: Id, name: z.string(), title: Both, agency: NamedAgency, to: Day.nullable() })),
    /** who may receive it */
    to: z.array(z.object({ officer: Id, name: z.string(), title: Both, agency: NamedAgency, deputy: z.boolean() })),
  }),
})
export const delegate = defineContract({
  name: 'identity.delegate', method: 'POST', path: '/api/delegations', summary: 'Delegate the signing to a named person, from a day to a day, by a written decision',
  input: z.strictObject({
    capacity: Id, officer: Id, mode: z.enum(['KT', 'TUQ']), field: Limit.optional(), procedure: Limit.optional(), from: Day, to: Day, document: z.string().trim().min(3).max(120),
    /** ends what overlaps */
    replace: z.boolean().optional(),
  }),
  output: z.object({ id: Id, lines: z.array(z.string()), replaced: z.number().int() }),
})
export const revokeDelegation = defineContract({
  name: 'identity.revokeDelegation', method: 'POST', path: '/api/delegations/:delegation/revoke', summary: 'Take a delegation back at once',
  input: z.strictObject({ delegation: Id, reason: Reason }), output: z.object({ id: Id }),
})

// ---- the review of rights

const ReviewView = z.object({
  id: Id, agency: NamedAgency, openedAt: Instant, openedBy: z.string(), finishedAt: Instant.nullable(), lines: z.number().int(), kept: z.number().int(), ended: z.number().int(),
  actions: z.array(z.enum(['decide', 'finish'])),
})
export const listReviews = defineContract({
  name: 'identity.reviews', method: 'GET', path: '/api/reviews', summary: 'Reviews of rights in my scope, the newest first', input: nothing, output: z.object({ reviews: z.array(ReviewView) }),
})
export const openReview = defineContract({
  name: 'identity.openReview', method: 'POST', path: '/api/reviews', summary: 'Open a review of all capacities of an agency and those below it', input: z.strictObject({ agency: Agency }), output: z.object({ id: Id }),
})
export const getReview = defineContract({
  name: 'identity.review', method: 'GET', path: '/api/reviews/:review', summary: 'One review with its lines', input: z.strictObject({ review: Id, after: z.string().max(120).optional() }),
  output: ReviewView.extend({
    rows: z.array(z.object({
      capacity: Id, officer: Id, name: z.string(), username: z.string(), role: OfficerRole, agency: NamedAgency, title: Both, field: z.string().nullable(), procedure: z.string().nullable(), from: Day, to: Day.nullable(),
      usedAt: Instant.nullable(), flags: z.array(z.enum(['idle', 'never_used', 'delegated', 'ends_soon'])), decision: z.enum(['keep', 'end']).nullable(), reason: z.string().nullable(), decidedBy: z.string().nullable(),
    })),
    next: z.string().nullable(),
    /** accounts of other systems of these agencies: looked at with the capacities, and revoked on their own page */
    services: z.array(ServiceLine),
  }),
})
export const decideReview = defineContract({
  name: 'identity.decideReview', method: 'POST', path: '/api/reviews/:review/decide', summary: 'Keep capacities of a review, or end them at once with a reason',
  input: z.strictObject({ review: Id, capacities: z.array(Id).min(1).max(200), decision: z.enum(['keep', 'end']), reason: Reason.optional() }), output: z.object({ decided: z.number().int() }),
})
export const finishReview = defineContract({
  name: 'identity.finishReview', method: 'POST', path: '/api/reviews/:review/finish', summary: 'Close a review in which every line is decided', input: z.strictObject({ review: Id }), output: z.object({ id: Id }),
})

// ---- notices of officers

export const officerNotices = defineContract({
  name: 'identity.officerNotices', method: 'GET', path: '/api/desk/notices', summary: 'Notices to me as an officer, the newest first', input: nothing,
  output: z.object({ notices: z.array(z.object({ id: Id, template: z.string(), at: Instant, facts: z.record(z.string(), z.unknown()) })) }),
})
