import { localDate, type LocalDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import type { Tx } from '#platform/db'
import type { Change } from '#platform/reform'
import { reformsUnderWay, standsFor, type Held } from '#modules/agencies'
import { belongingAfter } from './follower.ts'
import type { Standing } from './rights.ts'
import { moveOne, type Belonging } from './stores/custody.ts'
import { findDossier, type Dossier } from './stores/dossiers.ts'

/** What says where a dossier belongs, and whether it has followed a reform. */
export type Placed = Pick<Standing, 'receivingAgency' | 'collectingAgency' | 'competentAgency'> & { code: string; area: string; submittedAt: Date; settled: LocalDate | null }

const asked = new WeakMap<object, Promise<readonly Change[]>>()

/** The reforms that dossiers still follow: looked up once for a request, and almost always none. */
export function reformsOf(call: Pick<Call, 'tx' | 'clock'>): Promise<readonly Change[]> {
  const known = asked.get(call)
  if (known) return known
  const found = reformsUnderWay(call.tx, localDate(call.clock.now()))
  asked.set(call, found)
  return found
}

/** Under which agencies what belongs to this one may still be found. */
export const heldBy = async (call: Pick<Call, 'tx' | 'clock'>, agency: string): Promise<readonly Held[]> => standsFor(await reformsOf(call), agency)

const open = (dossier: Pick<Placed, 'submittedAt' | 'settled'>, { day }: Change): boolean => localDate(dossier.submittedAt) < day && (dossier.settled === null || dossier.settled < day)

const belongingOf = (dossier: Placed): Belonging => ({ area: dossier.area, receiving: dossier.receivingAgency, collecting: dossier.collectingAgency, competent: dossier.competentAgency })

const belonging = <D extends Placed>(dossier: D, to: Belonging, settled: LocalDate): D =>
  ({ ...dossier, area: to.area, receivingAgency: to.receiving, collectingAgency: to.collecting, competentAgency: to.competent, settled })

/** A dossier as it belongs now, also while its row has not moved yet. `step` hears each reform that it has still to follow. */
export function presently<D extends Placed>(changes: readonly Change[], dossier: D, step?: (change: Change, to: Belonging) => void): D {
  return changes.reduce((now, change) => {
    if (!open(now, change)) return now
    const to = belongingAfter(change, { ...belongingOf(now), decided: change.decisions[now.code] ?? null })
    if (to.area === now.area && to.receiving === now.receivingAgency && to.collecting === now.collectingAgency && to.competent === now.competentAgency) return now
    step?.(change, to)
    return belonging(now, to, change.day)
  }, dossier)
}

/** Moves the row of a dossier that is held by this transaction, when its batch has not come yet. Resolves to it as it belongs now. */
export async function settle<D extends Placed & { id: string }>(tx: Tx, changes: readonly Change[], dossier: D): Promise<D> {
  const steps: { day: LocalDate; to: Belonging }[] = []
  const now = presently(changes, dossier, ({ day }, to) => void steps.push({ day, to }))
  for (const { day, to } of steps) await moveOne(tx, dossier.id, day, to)
  return now
}

/** A dossier as it belongs now, undefined when there is none. */
export async function findPresently(call: Pick<Call, 'tx' | 'clock'>, id: string): Promise<Dossier | undefined> {
  const dossier = await findDossier(call.tx, id)
  return dossier && presently(await reformsOf(call), dossier)
}
