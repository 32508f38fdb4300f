import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { inTransaction, type Tx } from '#platform/db'
import type { Seed } from '#platform/seeds'
import { StartError } from '#platform/start-error'
import { findArea } from '#modules/areas'
import { realNow } from '#kernel/clock'
import { Agency, AgencyCode, agencyKinds } from './contract.ts'
import { carryOut } from './reform/carry-out.ts'
import { hashOfPlan, ReformPlan } from './reform/plan.ts'
import { readPlans } from './reform/plan-files.ts'
import { saveAgencies } from './store.ts'
import { saveCompetences } from './stores/competence.ts'
import { saveIdentifiers } from './stores/identifiers.ts'
import { insertFinished, listReforms } from './stores/reforms.ts'

const file = 'agencies.json'
const Both = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

const Row = z.strictObject({
  ...Agency.shape, code: AgencyCode, name: Both, shortName: Both, parent: AgencyCode.nullable(),
  headOffice: z.string().min(1).nullable().default(null), phone: z.string().min(3).nullable().default(null), validTo: z.iso.date().nullable().default(null),
  identifiers: z.array(z.string().min(3).max(40)).default([]),
})
type Row = z.output<typeof Row>

/** The agencies of a province's agencies.json. Throws a StartError that names the file and what is wrong with it. */
export function readAgencies(folder: string): Row[] {
  const path = join(folder, file)
  try {
    const agencies = z.array(Row).parse(JSON.parse(readFileSync(path, 'utf8')))
    const codes = new Set<string>()
    for (const { code } of agencies) {
      if (codes.has(code)) throw new Error(`${code} is there twice`)
      codes.add(code)
    }
    for (const { code, parent } of agencies) if (parent !== null && !codes.has(parent)) throw new Error(`${code} stands below ${parent}, which is not in the file`)
    return agencies
  } catch (error) {
    throw new StartError(`${path}: ${error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message}`)
  }
}

const Rule = z.strictObject({
  matter: z.string().min(1), from: z.iso.date(), level: z.enum(['province', 'district', 'commune']), kind: z.enum(agencyKinds), basis: z.string().min(1), status: z.enum(['sourced', 'illustrative']),
})

/** Who decides what, from which day on: competences.json of a province. Throws a StartError. */
export function readCompetences(folder: string): z.output<typeof Rule>[] {
  const path = join(folder, 'competences.json')
  if (!existsSync(path)) return []
  try {
    return z.array(Rule).parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new StartError(`${path}: ${error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message}`)
  }
}

/**
 * The facts of the beginning, then every reform in the order of its day: those of the province's folder, and those that were decided here since. All of it bears being
 * run again.
 */
async function load(tx: Tx, folder: string): Promise<void> {
  const agencies = readAgencies(folder)
  for (const { code, area, validFrom } of agencies) {
    if (!(await findArea(tx, area, validFrom))) throw new StartError(`${file}: ${code} serves area ${area}, which did not exist on ${validFrom}`)
  }
  await saveAgencies(tx, agencies)
  for (const [from, rules] of Map.groupBy(readCompetences(folder), (rule) => rule.from)) await saveCompetences(tx, from, rules)
  const past = readPlans(folder, 'reforms')
  const decided = (await listReforms(tx)).filter(({ id }) => !past.some((plan) => plan.id === id)).map(({ plan }) => ReformPlan.parse(plan))
  for (const plan of [...past, ...decided].sort((a, b) => (a.day < b.day ? -1 : 1))) await carryOut(tx, plan)
  for (const plan of past) await insertFinished(tx, { id: plan.id, day: plan.day, title: plan.title, basis: plan.basis, plan, planHash: hashOfPlan(plan), appliedAt: realNow(), appliedBy: plan.basis })
  await saveIdentifiers(tx, agencies)
}

/** Takes in the agencies of a province and the reforms it has been through; running it again corrects what changed. */
export const seed: Seed = {
  reads: [file, 'competences.json', 'reforms'],
  version: 2,
  load: ({ db, province }) => inTransaction(db, (tx) => load(tx, province.folder)),
}
