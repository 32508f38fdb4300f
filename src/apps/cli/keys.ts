import { formatDateTime } from '#kernel/format'
import { loadConfig, type Config } from '#platform/config'
import { openDb, type Db } from '#platform/db'
import { changeSecret, keyIdOf, keyStatus, openSealer, renewKey, retireKeys, retiringHours, type LiveSealer } from '#platform/keys'
import { migrate } from '#platform/migrate'
import { openDatabaseBeside } from '#platform/open-database'
import { isSealedWith, resealAll } from '#platform/reseal'
import { migrationSources } from '../application.ts'
import { modules } from '../modules.ts'

const usage = `npm run cli -- keys status    which secret the keys are under, and which key seals
npm run cli -- keys change    seals the keys under TINHSO_SECRET; TINHSO_SECRET_BEFORE is the one until now
npm run cli -- keys renew     makes a new key, which seals what is new ten minutes later
npm run cli -- keys reseal    seals with the newest key what older ones sealed, while people work
npm run cli -- keys retire    destroys older keys that nothing is sealed with any more, a day after a newer one began`

type Kept = { db: Db; config: Config; sealer: LiveSealer }

const columns = modules.flatMap(({ sealed }) => sealed ?? [])

const acts: Record<string, (kept: Kept) => Promise<void>> = {
  async status({ db, config }) {
    for (const { id, wrappedBy, madeAt, wrappedAt, sealsFrom, retiredAt } of await keyStatus(db)) {
      const life = retiredAt === null ? `under it since ${formatDateTime(wrappedAt)}, seals from ${formatDateTime(sealsFrom)}` : `destroyed ${formatDateTime(retiredAt)}`
      console.log(`key ${id}  under the secret ${wrappedBy}${wrappedBy === keyIdOf(config.secret) ? ' (TINHSO_SECRET)' : retiredAt === null ? ' (TINHSO_SECRET_BEFORE)' : ''}  made ${formatDateTime(madeAt)}, ${life}`)
    }
  },
  async change({ db, config }) {
    const changed = await changeSecret(db, config)
    console.log(changed === 0 ? 'The keys are under TINHSO_SECRET already.' : 'The keys are under the new TINHSO_SECRET.')
    console.log('Start the program with it, take a backup, and take TINHSO_SECRET_BEFORE away. Earlier backups need the old secret: keep it as long as them.')
  },
  async renew({ db, config }) {
    const { id, sealsFrom, isNew } = await renewKey(db, config)
    console.log(`${isNew ? 'Made key' : 'There is a new key already:'} ${id}. It seals from ${formatDateTime(sealsFrom)}; then run "npm run cli -- keys reseal".`)
  },
  async reseal({ db, sealer }) {
    const waiting = (await keyStatus(db)).findLast(({ id }) => id > sealer.newest())
    if (waiting) return console.log(`Key ${waiting.id} seals from ${formatDateTime(waiting.sealsFrom)}: run this again then.`)
    const moved = await resealAll(db, { sealer, newest: sealer.newest() }, columns, ({ table, column }, count) => console.log(`${table}.${column}: ${count} sealed anew`))
    console.log(moved === 0 ? `Everything is sealed with key ${sealer.newest()}.` : `${moved} values are sealed with key ${sealer.newest()}. "npm run cli -- keys retire" destroys the older keys a day after it began.`)
  },
  async retire({ db, sealer }) {
    const retired = await retireKeys(db, sealer.newest(), (tx, key) => isSealedWith(tx, key, columns))
    const left = (await keyStatus(db)).filter(({ id, retiredAt }) => retiredAt === null && id < sealer.newest())
    if (retired.length > 0) console.log(`Destroyed: ${retired.join(', ')}. Backups from before still open with what is in them.`)
    if (left.length > 0) console.log(`Kept: ${left.map(({ id }) => id).join(', ')}. Something is sealed with them (run "npm run cli -- keys reseal"), or key ${sealer.newest()} has sealed for less than ${retiringHours} hours.`)
    if (retired.length + left.length === 0) console.log('There is only one key: nothing to destroy.')
  },
}

/** The secret of the installation and the keys under it: which they are, and changing them while people work. */
export async function run([what = '']: string[]): Promise<number> {
  const act = acts[what]
  if (!act) {
    console.error(usage)
    return 2
  }
  const config = loadConfig()
  const database = await openDatabaseBeside(config)
  const db = openDb({ url: database.url, poolSize: 2 })
  try {
    await migrate(db, migrationSources(config.projectRoot, modules))
    await act({ db, config, sealer: await openSealer(db, config) })
    return 0
  } finally {
    await db.destroy()
    await database.close()
  }
}
