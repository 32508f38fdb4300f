import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '#kernel/failure'
import { StartError } from '#platform/start-error'
import { readPlan, type ReformPlan, type UnreadablePlace } from './plan.ts'

/** Plans of a province's folder, the earliest day first: `reforms` it has been through, `plans` are to rehearse. Throws a StartError that names the file. */
export function readPlans(folder: string, of: 'reforms' | 'plans'): ReformPlan[] {
  const path = join(folder, of)
  if (!existsSync(path)) return []
  return readdirSync(path).filter((name) => name.endsWith('.json')).map((name) => readPlanFile(join(path, name))).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** A plan from a file. Throws a StartError that says where it does not fit. */
export function readPlanFile(path: string): ReformPlan {
  try {
    return readPlan(readFileSync(path, 'utf8'))
  } catch (error) {
    const places = error instanceof Failure ? (error.values['places'] as UnreadablePlace[]).map(({ at, said }) => (at === '' ? said : `${at}: ${said}`)).join('; ') : (error as Error).message
    throw new StartError(`${path}: ${places}`)
  }
}

/** Plans of a province that are to rehearse. */
export const draftsOf = (folder: string): ReformPlan[] => readPlans(folder, 'plans')
