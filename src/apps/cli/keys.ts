import { formatDateTime } from '#kernel/format'
import { loadConfig } from '#platform/config'
import { openDb } from '#platform/db'
import { changeSecret, keyIdOf, keyStatus, openSealer } from '#platform/keys'
import { migrate } from '#platform/migrate'
import { openDatabaseBeside } from '#platform/open-database'
import { migrationSources } from '../application.ts'
import { modules } from '../modules.ts'

const usage = `npm run cli -- keys status    which secret the data are under
npm run cli -- keys change    seals the keys under TINHSO_SECRET; TINHSO_SECRET_BEFORE is the one until now`

/** The secret of the installation: which one it is, and changing it while the data stay as they are. */
export async function run([what = '']: string[]): Promise<number> {
  if (what !== 'status' && what !== 'change') {
    console.error(usage)
    return 2
  }
  const config = loadConfig()
  const database = await openDatabaseBeside(config)
  const db = openDb({ url: database.url, poolSize: 2 })
  try {
    await migrate(db, migrationSources(config.projectRoot, modules))
    await openSealer(db, config)
    if (what === 'change') {
      const changed = await changeSecret(db, config)
      console.log(changed === 0 ? 'The keys are under TINHSO_SECRET already.' : 'The keys are under the new TINHSO_SECRET.')
      console.log('Start the program with it, take a backup, and take TINHSO_SECRET_BEFORE away. Earlier backups need the old secret: keep it as long as them.')
      return 0
    }
    for (const { id, wrappedBy, madeAt, wrappedAt } of await keyStatus(db)) console.log(`key ${id}  under the secret ${wrappedBy}${wrappedBy === keyIdOf(config.secret) ? ' (TINHSO_SECRET)' : ' (TINHSO_SECRET_BEFORE)'}  made ${formatDateTime(madeAt)}, under it since ${formatDateTime(wrappedAt)}`)
    return 0
  } finally {
    await db.destroy()
    await database.close()
  }
}
