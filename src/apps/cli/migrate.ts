import { loadConfig } from '#platform/config'
import { openDb } from '#platform/db'
import { migrate } from '#platform/migrate'
import { openDatabaseBeside } from '#platform/open-database'
import { migrationSources } from '../application.ts'
import { modules } from '../modules.ts'

/** Brings the database to this release and says what ran. Loads no data. */
export async function run(_args: string[]): Promise<number> {
  const config = loadConfig()
  const database = await openDatabaseBeside(config)
  const db = openDb({ url: database.url, poolSize: 2 })
  try {
    const { ran, roles } = await migrate(db, migrationSources(config.projectRoot, modules))
    for (const name of ran) console.log(`ran   ${name}`)
    console.log(ran.length === 0 ? 'The database is at this release.' : `${ran.length} migrations ran.`)
    if (!roles) console.log('This database user may not make roles: the modules share one.')
    return 0
  } finally {
    await db.destroy()
    await database.close()
  }
}
