import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { scopeNames } from './contract-scopes.ts'

const Both = z.object({ vi: z.string(), en: z.string() })
const Id = z.uuid()
const Day = z.iso.date()
const Instant = z.iso.datetime({ offset: true })
const NamedAgency = z.object({ code: z.string(), name: Both })
const Text = (least: number, most: number) => z.string().trim().min(least, 'too_short').max(most)
const Network = z.union([z.cidrv4(), z.cidrv6()])

/** `ending`: less than thirty days are left; `locked`: too many wrong secrets; `expired`: its last day is over. */
export const ServiceState = z.enum(['active', 'ending', 'locked', 'expired', 'agency_ended', 'revoked'])

export const ServiceLine = z.object({
  id: Id, name: z.string(), agency: NamedAgency, purpose: z.string(), scopes: z.array(z.enum(scopeNames)), until: Day, state: ServiceState, usedAt: Instant.nullable(),
})

/** A client's name and its secret, told this once. */
const NewSecret = z.object({ id: Id, clientId: z.string(), secret: z.string(), name: z.string(), until: Day })

export const listServices = defineContract({
  name: 'identity.services', method: 'GET', path: '/api/services', summary: 'Service accounts of my scope: other systems that call us', input: z.strictObject({}),
  /** `agencies`: those that may own one; `latest`: the last day that an account made today may have */
  output: z.object({ services: z.array(ServiceLine), agencies: z.array(NamedAgency), latest: Day }),
})
export const getService = defineContract({
  name: 'identity.service', method: 'GET', path: '/api/services/:id', summary: 'One service account of my scope, and what I may do', input: z.strictObject({ id: Id }),
  output: ServiceLine.extend({
    responsible: z.string(), networks: z.array(z.string()), createdAt: Instant, usedFrom: z.string().nullable(), revokedAt: Instant.nullable(), revokeReason: z.string().nullable(), lockedUntil: Instant.nullable(),
    /** secrets that still open it, the newest first; `endsAt`: when an old one ends */
    secrets: z.array(z.object({ madeAt: Instant, endsAt: Instant.nullable() })),
    /** failed tries that count now */
    failed: z.number().int(), latest: Day,
    events: z.array(z.object({ name: z.string(), at: Instant, by: z.string().nullable() })),
    actions: z.array(z.enum(['rotate', 'revoke', 'unlock'])),
  }),
})
export const createService = defineContract({
  name: 'identity.createService', method: 'POST', path: '/api/services', summary: 'Make an account for another system; its secret is told this once',
  input: z.strictObject({
    name: Text(3, 80), agency: z.string().min(1).max(35), responsible: Text(3, 200), purpose: Text(10, 500), scopes: z.array(z.enum(scopeNames)).min(1, 'required'), until: Day,
    /** addresses it may call from, as CIDR; none for everywhere */
    networks: z.array(z.string().trim()).max(20).refine((list) => list.every((each) => Network.safeParse(each).success), 'not_a_network').default([]),
  }),
  output: NewSecret,
})
export const rotateService = defineContract({
  name: 'identity.rotateService', method: 'POST', path: '/api/services/:id/rotate', summary: 'Give a service account a new secret, told this once; the old one ends after some hours, at most a day',
  input: z.strictObject({ id: Id, overlapHours: z.coerce.number().int().min(0).max(24), /** a new last day as well */ until: Day.optional() }), output: NewSecret.extend({ oldEndsAt: Instant }),
})
export const revokeService = defineContract({
  name: 'identity.revokeService', method: 'POST', path: '/api/services/:id/revoke', summary: 'Revoke a service account: nothing of it works from the next request on',
  input: z.strictObject({ id: Id, reason: Text(5, 500) }), output: z.object({ id: Id }),
})
export const unlockService = defineContract({
  name: 'identity.unlockService', method: 'POST', path: '/api/services/:id/unlock', summary: 'End the lock of a service account after too many failures', input: z.strictObject({ id: Id }), output: z.object({ id: Id }),
})
