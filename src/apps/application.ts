import { join } from 'node:path'
import type { Clock } from '#kernel/clock'
import type { Config } from '#platform/config'
import { openDb, type Db, type Statement } from '#platform/db'
import { makeDispatch, type Dispatch } from '#platform/dispatch'
import { openDocuments } from '#platform/documents'
import { prepareEvents, type Subscription } from '#platform/events'
import { drainEvents, startPump, type Pump } from '#platform/events/pump'
import { clamd, openFiles } from '#platform/files'
import { checkRoutes, withScopes, type Route } from '#platform/http'
import { openJobs, type Jobs } from '#platform/jobs'
import type { Log } from '#platform/log'
import type { Measure } from '#platform/measures'
import { createMetrics, type Metrics } from '#platform/metrics'
import { migrate, type Migrated, type MigrationSource } from '#platform/migrate'
import type { Module } from '#platform/module'
import { portalChannel, sendDue, startSending, type Channel } from '#platform/notify'
import { openProvince } from '#platform/province'
import { makeLimiter } from '#platform/rate-limit'
import { openSealer, type LiveSealer } from '#platform/keys'
import { refuseOtherMode } from '#platform/installation'
import { trackProgress } from '#platform/machine'
import { loadDemonstration, loadSeeds, type Progress } from '#platform/seeds'
import type { Reaction, Tools } from '#platform/tools'
import { machineJobs, measureMachine, mirrorOf } from './machine-jobs.ts'
import { machineRoutes } from './machine-routes.ts'

/** What an application is made of; what a test or the command line wants otherwise is given here. */
export type Parts = {
  config: Config
  url: string
  modules: readonly Module[]
  log: Log
  openClock: (db: Db) => Promise<Clock>
  channel?: Channel
  metrics?: Metrics
  onStatement?: (statement: Statement) => void
}

/** The program without its network: the machinery, the routes, and what happens in the background. */
export type Application = {
  tools: Tools
  metrics: Metrics
  modules: readonly Module[]
  routes: readonly Route[]
  dispatch: Dispatch
  subscriptions: readonly Subscription<Reaction>[]
  /** what was done to the database at this start */
  prepared: Migrated & { seeds: string[] }
  /** delivers events, does jobs and sends notices from now on, until `stop` */
  work(): Promise<void>
  /** does all of that until nothing is left, here and now */
  drain(): Promise<void>
  /** makes the demonstration's invented records, once; `tell` hears the progress, and the page's bar too */
  demonstrate(tell: (now: Progress) => void): Promise<void>
  stop(): Promise<void>
}

/** Where each module's migrations lie, the platform's first. */
export const migrationSources = (projectRoot: string, modules: readonly { name: string }[]): MigrationSource[] => [
  { schema: 'platform', folder: join(projectRoot, 'src', 'platform', 'migrations') },
  ...modules.map(({ name }) => ({ schema: name, folder: join(projectRoot, 'src', 'modules', name, 'migrations') })),
]

/**
 * Puts the program together on a database that is reachable, brings the database to this release and loads the province's data.
 * Throws a StartError when the database or the data cannot be used. The caller stops it.
 */
export async function makeApplication(parts: Parts): Promise<Application> {
  const { config, log, modules } = parts
  const metrics = parts.metrics ?? createMetrics({ process: false })
  const closing: (() => Promise<unknown>)[] = []
  const close = async () => {
    for (const each of closing.splice(0).reverse()) await each()
  }
  const db = openDb({
    url: parts.url, poolSize: config.poolSize, onIdleError: (error) => log.warn({ err: error }, 'database connection lost'),
    ...(parts.onStatement && { onStatement: parts.onStatement }),
  })
  closing.push(() => db.destroy())
  try {
    const migrated = await migrate(db, migrationSources(config.projectRoot, modules))
    await refuseOtherMode(db, config.mode)
    const sealer = await openSealer(db, config)
    closing.push(learnKeys(sealer, log))
    const documents = openDocuments({ log })
    closing.push(() => documents.stop())
    let jobs: Jobs | undefined
    const tools: Tools = {
      db, config, documents, log,
      clock: await parts.openClock(db),
      province: openProvince(config.provinceDir),
      files: await openFiles(join(config.dataDir, 'files'), config.clamd && clamd(config.clamd.host, config.clamd.port), mirrorOf(config, log)),
      jobs: { ask: (...question) => (jobs ? jobs.ask(...question) : Promise.reject(new Error('jobs are not open yet'))) },
      sealer,
      followers: new Map(modules.flatMap(({ name, follows }) => (follows ? [[name, follows]] : []))),
      measures: new Map(modules.flatMap((module) => module.measures ?? []).map((measure): [string, Measure] => [measure.name, measure])),
    }
    const subscriptions = modules.flatMap((module) => module.subscriptions ?? [])
    await prepareEvents(db, subscriptions)
    jobs = await openJobs({ url: parts.url, db }, [...modules.flatMap((module) => module.jobs ?? []), ...machineJobs], () => tools, { log, metrics })
    closing.push(() => jobs?.stop() ?? Promise.resolve())
    measureMachine(metrics, db, config)
    const seeds = await loadSeeds(modules, tools)
    const progress = trackProgress()
    const machine = machineRoutes({ modules, mode: config.mode, routes: () => routes, retryDead: () => jobs?.retryDead() ?? Promise.resolve(0), loading: progress.running })
    const routes = withScopes([...modules.flatMap((module) => module.routes ?? []), ...machine], scopesOf(modules))
    checkRoutes(routes)
    const background = makeBackground(tools, { jobs, subscriptions, metrics, channel: parts.channel ?? portalChannel })
    closing.push(background.stop)
    const dispatch = makeDispatch({ tools, limiter: makeLimiter(), onCommit: background.kick })
    return { tools, metrics, modules, routes, dispatch, subscriptions, prepared: { ...migrated, seeds }, work: background.work, drain: background.drain, stop: close, demonstrate }

    async function demonstrate(tell: (now: Progress) => void): Promise<void> {
      if (config.mode !== 'demonstration') return
      await loadDemonstration(modules, tools, (now) => {
        progress.tell(now)
        tell(now)
      })
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Asks each minute for newer keys, so that one made by the command line is known here before it seals. Returns what ends it. */
function learnKeys(sealer: LiveSealer, log: Log): () => Promise<void> {
  const timer = setInterval(() => void sealer.refresh().catch((error: unknown) => log.warn({ err: error }, 'the keys could not be read again')), 60_000)
  timer.unref()
  return async () => clearInterval(timer)
}

/** What service accounts may be let into, as the modules say together. */
const scopesOf = (modules: readonly Module[]): Record<string, readonly string[]> => Object.fromEntries(modules.flatMap(({ scopes = {} }) => Object.entries(scopes)))

type BackgroundParts = { jobs: Jobs; subscriptions: readonly Subscription<Reaction>[]; metrics: Metrics; channel: Channel }

function makeBackground(tools: Tools, { jobs, subscriptions, metrics, channel }: BackgroundParts) {
  const { db, log } = tools
  const running: { stop(): Promise<void> }[] = []
  let pump: Pump | undefined
  const context = (tx: Reaction['tx']): Reaction => ({ ...tools, tx })
  return {
    kick: () => pump?.kick(),
    async work() {
      pump = startPump(db, subscriptions, context, { log, metrics })
      running.push(pump, startSending(db, channel, { log, metrics }))
      await jobs.work()
    },
    async drain() {
      await drainEvents(db, subscriptions, context)
      await jobs.drain()
      // a job may have published; a second round finds nothing else to do
      await drainEvents(db, subscriptions, context)
      while ((await sendDue(db, channel, log)) > 0);
    },
    async stop() {
      await Promise.all(running.splice(0).map((each) => each.stop()))
    },
  }
}
