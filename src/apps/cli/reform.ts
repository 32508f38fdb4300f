import { formatDate, formatNumber, formatShare } from '#kernel/format'
import { localDate } from '#kernel/local-time'
import { reading } from '#platform/db'
import { Failure } from '#kernel/failure'
import { decideReform, draftsOf, followReforms, readPlanFile, rehearse, reformStates, type Rehearsed, type ReformPlan } from '#modules/agencies'
import type { Application } from '../application.ts'
import { withApplication } from './open.ts'

const usage = `npm run cli -- reform check FILE    what a plan would do; changes nothing
npm run cli -- reform apply FILE    put it in force for its day, and let records follow when the day has come
npm run cli -- reform follow        let records follow now, with a bar
npm run cli -- reform status        the reforms in force and how far records have followed
npm run cli -- reform list          the plans of the province that may be rehearsed`

/** Reforms from the command line. Exit code 1: the plan has faults or waits for decisions, and nothing was changed. */
export async function run([what = '', file]: string[]): Promise<number> {
  const act = acts[what]
  if (!act || ((what === 'check' || what === 'apply') && file === undefined)) {
    console.error(usage)
    return 2
  }
  const plan = file === undefined ? undefined : readPlanFile(file)
  return withApplication((application) => act(application, plan as ReformPlan))
}

const acts: Record<string, (application: Application, plan: ReformPlan) => Promise<number>> = {
  async check({ tools }, plan) {
    const report = await rehearse(reading(tools.db), plan, tools.followers)
    print(report)
    const waits = report.undecided === 'refuse' && report.rows.some(({ undecidedCount }) => undecidedCount > 0)
    console.log(report.faults.length > 0 ? '\nThis plan cannot be put in force.' : waits ? '\nThis plan waits for decisions.' : '\nThis plan can be put in force. Nothing was changed.')
    return report.faults.length > 0 || waits ? 1 : 0
  },
  async apply(application, plan) {
    const { tools } = application
    try {
      const started = performance.now()
      const { already, day } = await decideReform(tools, plan, 'command line')
      console.log(already ? `${plan.id} is in force already.` : `${plan.id} is in force for ${formatDate(day)} (decided in ${formatNumber(Math.round(performance.now() - started))} ms).`)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      console.error(`${error.code}: ${JSON.stringify(error.values)}`)
      return 1
    }
    if (plan.day <= localDate(tools.clock.now())) return follow(application)
    console.log('Records follow when its day has come.')
    return 0
  },
  follow,
  async status({ tools }) {
    for (const { id, day, title, finished, progress } of await reformStates(tools.db)) {
      console.log(`${id}  ${formatDate(day)}  ${finished ? 'finished' : day > localDate(tools.clock.now()) ? 'waits for its day' : 'records follow'}  ${title.vi}`)
      for (const { module, done, total } of progress) console.log(`  ${module.padEnd(12)} ${formatNumber(done)} / ${formatNumber(total)}`)
    }
    return 0
  },
  async list({ tools }) {
    for (const { id, day, title } of draftsOf(tools.province.folder)) console.log(`${id}  ${formatDate(day)}  ${title.vi}`)
    return 0
  },
}

async function follow({ tools }: Application): Promise<number> {
  const started = performance.now()
  const moved = await followReforms(tools, { tell: ({ reform, module, done, total }) => process.stdout.write(`\r${reform}  ${module.padEnd(12)} ${bar(done, total)} ${formatNumber(done)} / ${formatNumber(Math.max(done, total))}   `) })
  console.log(`\n${formatNumber(moved)} records followed in ${formatNumber(Math.round((performance.now() - started) / 1000))} s.`)
  return 0
}

const bar = (done: number, total: number): string => '#'.repeat(total === 0 ? 20 : Math.min(20, Math.round((20 * done) / total))).padEnd(20, '.')

function print(report: Rehearsed): void {
  const { units, agencies } = report
  console.log(`${report.title.vi}\nfrom ${formatDate(report.day)}; ${report.basis}\n`)
  for (const { fault, about } of report.faults) console.log(`FAULT  ${fault}  ${about}`)
  for (const { code, name, becomes } of units.ends) console.log(`ends     ${code}  ${name.vi} -> ${becomes.map((each) => `${each.name.vi}${becomes.length > 1 ? ` ${formatShare(each.share, 0)}${each.main ? ' (main)' : ''}` : ''}`).join(', ') || '(no successor of its own)'}`)
  for (const { code, name } of units.begins) console.log(`begins   ${code}  ${name.vi}`)
  for (const { code, from, to } of units.changes) console.log(`changes  ${code}  ${from.vi} -> ${to.vi}`)
  for (const { code, name, becomes } of agencies.ends) console.log(`ends     ${code}  ${name.vi} -> ${becomes.filter(({ area }) => area === null).map((each) => each.name.vi).join(', ')}${becomes.some(({ area }) => area !== null) ? ` and ${becomes.filter(({ area }) => area !== null).length} by unit` : ''}`)
  for (const { code, name } of agencies.begins) console.log(`begins   ${code}  ${name.vi}`)
  for (const { code, from, to } of agencies.changes.filter(({ from: was, to: is }) => was.vi !== is.vi)) console.log(`changes  ${code}  ${from.vi} -> ${to.vi}`)
  for (const { matter, level, kind } of report.competences) console.log(`decides  ${matter}  ${kind} at the level of the ${level}`)
  for (const { what, moves, undecided, undecidedCount } of report.rows) {
    console.log(`follow   ${formatNumber(moves)} ${what.en}`)
    if (undecidedCount > 0) console.log(`decide   ${formatNumber(undecidedCount)} ${what.en} of a unit that splits${report.undecided === 'main' ? ' (this plan gives them to the main successor)' : ''}: ${undecided.slice(0, 20).join(', ')}${undecidedCount > 20 ? ' ...' : ''}`)
  }
}
