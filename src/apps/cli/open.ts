import { systemClock } from '#kernel/clock'
import { openMovableClock } from '#platform/business-clock'
import { loadConfig, type Config } from '#platform/config'
import { createLog } from '#platform/log'
import { openDatabaseBeside } from '#platform/open-database'
import { makeApplication, type Application } from '../application.ts'
import { modules } from '../modules.ts'

/**
 * Runs `work` with the application on this installation's database: the one a running program uses, or one started for the command. The
 * database is brought to this release first.
 */
export async function withApplication<T>(work: (application: Application, config: Config) => Promise<T>): Promise<T> {
  const config = loadConfig()
  const log = createLog({ level: config.logLevel })
  const database = await openDatabaseBeside(config, { log })
  try {
    const application = await makeApplication({
      config, log, modules, url: database.url, openClock: async (db) => (config.mode === 'demonstration' ? openMovableClock(db) : systemClock),
    })
    try {
      return await work(application, config)
    } finally {
      await application.stop()
    }
  } finally {
    await database.close()
  }
}
