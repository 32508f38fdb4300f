import type { LocalDate } from '#kernel/local-time'
import type { Tx } from '#platform/db'
import { findArea } from '#modules/areas'
import type { Agency } from './contract.ts'
import { agencyServing } from './store.ts'
import { ruleFor } from './stores/competence.ts'

/**
 * Who decides a matter of people of a commune on a day: the rule of the procedure, else of its field, else of everything (`*`) says at which level and which kind of
 * agency. Undefined when no rule holds, the commune was not there, or nobody of that kind served it.
 */
export async function competentAgency(tx: Tx, about: { matters: readonly string[]; area: string; on: LocalDate }): Promise<Agency | undefined> {
  const { area, on } = about
  const rule = await ruleFor(tx, [...about.matters, '*'], on)
  if (!rule) return undefined
  if (rule.level === 'commune') return agencyServing(tx, rule.kind, area, on)
  for (let unit = await findArea(tx, area, on); unit; unit = unit.parent === null ? undefined : await findArea(tx, unit.parent, on)) {
    if (unit.level === rule.level) return agencyServing(tx, rule.kind, unit.code, on)
  }
  return undefined
}
