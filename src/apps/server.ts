import { systemClock } from '#kernel/clock'
import { openMovableClock } from '#platform/business-clock'
import { loadConfig } from '#platform/config'
import { createLog } from '#platform/log'
import { createMetrics } from '#platform/metrics'
import { openDatabase } from '#platform/open-database'
import { onStop } from '#platform/process'
import { StartError } from '#platform/start-error'
import { makeApplication } from './application.ts'
import { makeHttpServer } from './http-server.ts'
import { modules } from './modules.ts'
import { showProgress, welcome } from './welcome.ts'

/** Starts everything in this one process: database, machinery, web; prints where to go; then loads the demonstration's records. */
async function start(): Promise<void> {
  const config = loadConfig()
  const log = createLog({ level: config.logLevel })
  const closing: (() => Promise<unknown>)[] = []
  const leaving = new AbortController()
  onStop(async () => {
    console.log('tinhso: đang dừng · stopping')
    leaving.abort()
    for (const close of closing.splice(0).reverse()) await close()
  })
  const database = await openDatabase(config, { log })
  closing.push(() => database.close())
  const application = await makeApplication({
    config, log, modules, url: database.url, metrics: createMetrics(),
    openClock: async (db) => (config.mode === 'demonstration' ? openMovableClock(db) : systemClock),
  })
  closing.push(() => application.stop())
  if (!application.prepared.roles) console.log('tinhso: this database user may not make roles, so modules share one; see docs/operations.md.')
  const server = await makeHttpServer(application)
  closing.push(() => server.close())
  await server.listen({ host: config.host, port: config.port })
  await application.work()
  await welcome(application, leaving.signal)
  await application.demonstrate(showProgress).catch((error: unknown) => {
    // stopped half way: what is there stays, and the next start goes on from it
    if (!leaving.signal.aborted) throw error
  })
}

start().catch((error: unknown) => {
  console.error(error instanceof StartError ? `tinhso: ${error.message}` : error)
  process.exitCode = 1
  process.kill(process.pid, 'SIGTERM')
})
