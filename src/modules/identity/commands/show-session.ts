import { realNow } from '#kernel/clock'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { dutiesOf } from '../administration-rules.ts'
import type { SessionView } from '../contract.ts'
import { capacitiesOf } from '../stores/officers.ts'

/** Who is signed in. A locked session says whose it is, so that they can unlock it, and no more. */
export async function showSession({ actor, session, tx, config }: Call): Promise<SessionView> {
  const locked = session.current?.locked ?? false
  const idleMinutes = config.sessionIdleMinutes
  const kind = actor.kind === 'system' ? 'nobody' : actor.kind
  if (locked || kind !== 'officer' || actor.id === null) {
    return { kind, name: actor.name, role: actor.role, agency: locked ? null : actor.agency, title: null, level: actor.level, locked, idleMinutes, capacities: [], duties: [] }
  }
  const own = await capacitiesOf(tx, actor.id, localDate(realNow()))
  const capacities = own.map(({ id, role, agency, titleVi, titleEn }) => ({ id, role, agency, title: { vi: titleVi, en: titleEn }, current: id === actor.capacityId }))
  const title = capacities.find(({ current }) => current)?.title ?? null
  return { kind, name: actor.name, role: actor.role, agency: actor.agency, title, level: actor.level, locked, idleMinutes, capacities, duties: dutiesOf(actor.role) }
}
