import type { Tx } from '#platform/db'
import type { Change, Follower, Weight } from '#platform/reform'
import { unitsOn, type Fault } from '#modules/areas'
import type { Agency } from '../contract.ts'
import type { Rehearsal } from '../contract-reform.ts'
import { listAgencies } from '../store.ts'
import { changeOf, faultsOf } from './carry-out.ts'
import { dayBefore, hashOfPlan, type ReformPlan } from './plan.ts'

type Both = { vi: string; en: string }

/** A rehearsal, without whether the plan is in force. */
export type Rehearsed = Omit<Rehearsal, 'state'>

/** What a plan would do to a province: nothing is written. `followers` say what would happen to each module's rows. */
export async function rehearse(tx: Tx, plan: ReformPlan, followers: ReadonlyMap<string, Follower>): Promise<Rehearsed> {
  const on = dayBefore(plan.day)
  const units = await unitsOn(tx, on)
  const agencies = await listAgencies(tx, { on })
  const unitNames = namesAfter(units, plan.units.begin, plan.units.change)
  const agencyNames = namesAfter(agencies, plan.agencies.begin, plan.agencies.change)
  const weights = await weigh(tx, changeOf(plan, agencies), followers)
  return {
    id: plan.id, title: plan.title, day: plan.day, basis: plan.basis, hash: hashOfPlan(plan), undecided: plan.undecided, faults: await faultsOf(tx, plan),
    units: {
      ends: plan.units.end.map((code) => ({ code, name: nameIn(units, code), level: units.find((unit) => unit.code === code)?.level ?? 'commune', becomes: plan.units.become.filter(({ from }) => from === code).map(({ to, share, main }) => ({ code: to, name: unitNames(to), share, main })) })),
      begins: plan.units.begin.map(({ code, name, level }) => ({ code, name, level })),
      changes: plan.units.change.map(({ code }) => ({ code, from: nameIn(units, code), to: unitNames(code) })),
    },
    agencies: {
      ends: plan.agencies.end.map((code) => ({ code, name: nameIn(agencies, code), becomes: plan.agencies.become.filter(({ from }) => from === code).map(({ to, area, main }) => ({ code: to, name: agencyNames(to), area, main })) })),
      begins: plan.agencies.begin.map(({ code, name }) => ({ code, name })),
      changes: plan.agencies.change.map(({ code }) => ({ code, from: nameIn(agencies, code), to: agencyNames(code) })),
    },
    competences: plan.competences.map(({ matter, level, kind, basis }) => ({ matter, level, kind, basis })),
    rows: weights.map(({ posts: _posts, ...row }) => row),
    posts: weights.flatMap(({ posts }) => posts ?? []).map(({ from, to, ...post }) => ({ ...post, from: { code: from, name: nameIn(agencies, from) }, to: { code: to, name: agencyNames(to) } })),
  }
}

type Weighed = Weight & { module: string; what: Both }

/** What would happen to each module's rows. */
async function weigh(tx: Tx, change: Change, followers: ReadonlyMap<string, Follower>): Promise<Weighed[]> {
  const rows: Weighed[] = []
  for (const [module, follower] of followers) rows.push({ module, what: follower.what, ...(await follower.weigh(tx, change)) })
  return rows
}

const nameIn = (list: readonly { code: string; name: Both }[], code: string): Both => list.find((each) => each.code === code)?.name ?? { vi: code, en: code }

/** Names after a plan: of what begins, of what changes, else of what goes on. */
function namesAfter(before: readonly Pick<Agency, 'code' | 'name'>[], begin: readonly { code: string; name: Both }[], change: readonly { code: string; name?: Both | undefined }[]): (code: string) => Both {
  const names = new Map([...before, ...begin].map(({ code, name }) => [code, name]))
  for (const { code, name } of change) if (name) names.set(code, name)
  return (code) => names.get(code) ?? { vi: code, en: code }
}

/** What a refusal tells of faults: the first twenty. */
export const firstFaults = (faults: readonly Fault[]): string[] => faults.slice(0, 20).map(({ fault, about }) => `${fault} ${about}`)
