import { z } from 'zod'
import { defineEvent } from '#platform/events'

/** A version was published: from `validFrom` on, new dossiers are submitted under it. Subject: the procedure's code. */
export const VersionPublished = defineEvent('procedures.version_published', z.object({
  procedure: z.string(), version: z.uuid(), number: z.number().int(), validFrom: z.iso.date(), validTo: z.iso.date().nullable(),
}))
