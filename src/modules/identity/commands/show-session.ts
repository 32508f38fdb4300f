import { realNow } from '#kernel/clock'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { levelActs } from '#platform/province'
import { dutiesOf } from '../administration-rules.ts'
import type { SessionView } from '../contract.ts'
import { idleLockOf } from '../rules.ts'
import { capacitiesOf } from '../stores/officers.ts'

/** Who is signed in. A locked session says whose it is, so that they can unlock it, and no more. */
export async function showSession({ actor, session, tx, config, province }: Call): Promise<SessionView> {
  const locked = session.current?.locked ?? false
  const idleMinutes = idleLockOf(actor.role, config.sessionIdleMinutes)
  const tooLowFor = levelActs.filter((act) => actor.kind === 'citizen' && actor.level < province.identityLevel[act])
  const kind = actor.kind === 'system' || actor.kind === 'service' ? 'nobody' : actor.kind
  if (locked || kind !== 'officer' || actor.id === null) {
    return { kind, name: actor.name, role: actor.role, agency: locked ? null : actor.agency, title: null, level: actor.level, tooLowFor, locked, idleMinutes, capacities: [], duties: [] }
  }
  const own = await capacitiesOf(tx, actor.id, localDate(realNow()))
  const capacities = own.map(({ id, role, agency, titleVi, titleEn }) => ({ id, role, agency, title: { vi: titleVi, en: titleEn }, current: id === actor.capacityId }))
  const title = capacities.find(({ current }) => current)?.title ?? null
  return { kind, name: actor.name, role: actor.role, agency: actor.agency, title, level: actor.level, tooLowFor, locked, idleMinutes, capacities, duties: dutiesOf(actor.role) }
}
