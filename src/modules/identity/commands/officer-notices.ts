import type { z } from 'zod'
import type { Call } from '#platform/http'
import { messagesOf } from '#platform/notify'
import type { officerNotices } from '../contract.ts'

/** Notices to the officer who asks that have been delivered, the newest first. */
export async function readOfficerNotices({ tx, actor }: Call): Promise<z.input<typeof officerNotices.output>> {
  const sent = (await messagesOf(tx, actor.id ?? '')).filter(({ state }) => state === 'sent')
  return { notices: sent.map(({ id, template, at, facts }) => ({ id, template, at: at.toISOString(), facts })) }
}
