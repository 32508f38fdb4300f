import { existsSync } from 'node:fs'
import { appendFile, chmod, chown, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { superuser } from '../postgres/cluster.ts'
import { preparePlace, type Place } from '../postgres/place.ts'
import { freePort, launch, shutDown, sleep } from '../postgres/postmaster.ts'
import { StartError } from '../start-error.ts'
import { refuseGap } from './archive.ts'
import { missingFiles } from './stored.ts'

/** How far a database is recovered: to the end of its backup, to a moment, or to the end of the archive. */
export type Goal = { until?: Date | 'end' | undefined; archive?: string | undefined; /** where the backup ends */ stopLsn: string; /** what names stored files (`Module.storedFiles`) */ storedFiles: readonly string[] }

/** `until` is when the last transaction in it was committed; `missing` are the stored files that its rows name and that are not there. */
export type Recovered = { until: Date | null; counts: Record<string, number>; missing: string[] }

/**
 * Recovers the copied cluster below the data folder `to`, reads every page of every table, marks it as restored, and ends the server again. Throws a StartError when the
 * goal cannot be reached, else what PostgreSQL said.
 */
export async function recover(to: string, goal: Goal): Promise<Recovered> {
  const data = join(to, 'postgres', 'data')
  const place = preparePlace(to)
  const settings = join(data, 'postgresql.auto.conf')
  const before = existsSync(settings) ? await readFile(settings, 'utf8') : ''
  // a recovery that is asked for opens a timeline of its own: otherwise it would write other segments under the names that the archive has already, and the archive would stand still
  await writeFile(join(data, 'recovery.signal'), '')
  await appendFile(settings, `\n${settingsOf(goal).join('\n')}\n`)
  await chmod(data, 0o700)
  await own(data, place)
  const port = await freePort()
  try {
    const running = await launch(place, port, { durable: true })
    try {
      const client = await untilOpen(`postgres://${superuser}:${place.password}@127.0.0.1:${port}/tinhso`, running.ended)
      try {
        return { ...(await proveAndMark(client)), missing: await missingFiles(client, goal.storedFiles, join(to, 'files')) }
      } finally {
        await client.end().catch(() => {})
      }
    } finally {
      await shutDown(place, running)
      await writeFile(settings, before)
      if (place.runAs) await chown(settings, place.runAs.uid, place.runAs.gid)
    }
  } catch (error) {
    throw (await sentenceOf(place, goal, error as Error)) ?? error
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

function settingsOf({ until, archive }: Goal): string[] {
  // without a goal beyond the backup the archive tells only which timelines are taken
  if (until === undefined) return [`restore_command = ${quoted(archive === undefined ? 'false' : `case "%f" in *.history) cp "${archive}/%f" "%p";; *) false;; esac`)}`, "recovery_target_timeline = 'current'"]
  const command = `restore_command = ${quoted(`cp "${archive}/%f" "%p"`)}`
  if (until === 'end') return [command]
  return [command, `recovery_target_time = ${quoted(until.toISOString().replace('T', ' ').replace('Z', '+00'))}`, "recovery_target_action = 'promote'", 'recovery_target_inclusive = on']
}

/** What the server's log says in words of ours, when it is one of the two things that can be wrong with a goal. */
async function sentenceOf(place: Place, { until, archive, stopLsn }: Goal, error: Error): Promise<StartError | undefined> {
  if (!(until instanceof Date) || archive === undefined) return undefined
  const log = existsSync(place.log) ? (await readFile(place.log, 'utf8')).slice(-8000) : error.message
  if (/recovery ended before configured recovery target/i.test(log)) return (await gapOf(archive, stopLsn)) ?? new StartError(`The archive does not reach ${until.toISOString()}: it ends earlier. Restore to an earlier moment, or as far as it goes with --until end.`, { cause: error })
  if (/recovery stop point is before consistent recovery point/i.test(log)) return new StartError(`The backup ended after ${until.toISOString()}: use an earlier backup.`, { cause: error })
  return undefined
}

const gapOf = (archive: string, stopLsn: string): Promise<StartError | undefined> => refuseGap(archive, stopLsn).then(() => undefined, (error: unknown) => (error instanceof StartError ? error : undefined))

async function own(path: string, place: Place): Promise<void> {
  if (!place.runAs) return
  const { uid, gid } = place.runAs
  await chown(path, uid, gid)
  for (const entry of await readdir(path, { withFileTypes: true })) await (entry.isDirectory() ? own(join(path, entry.name), place) : chown(join(path, entry.name), uid, gid))
}

/** A connection once recovery has ended. */
async function untilOpen(url: string, ended: Promise<void>): Promise<pg.Client> {
  let over = false
  void ended.then(() => (over = true))
  for (;;) {
    if (over) throw new Error('PostgreSQL ended during recovery')
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ recovering: boolean }>('select pg_is_in_recovery() as recovering')
      if (rows[0]?.recovering === false) return client
    } catch (error) {
      if (!['57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET'].includes((error as { code?: string }).code ?? '') && !over) throw error
    }
    await client.end().catch(() => {})
    await sleep(100)
  }
}

/** The rows of every table of ours; reading them reads every page, whose checksum PostgreSQL compares. */
export async function countRows(client: pg.Client): Promise<Record<string, number>> {
  const { rows: tables } = await client.query<{ name: string }>(
    "select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'pgboss') order by 1")
  const counts: Record<string, number> = {}
  for (const { name } of tables) counts[name] = Number((await client.query<{ count: string }>(`select count(*) as count from ${name}`)).rows[0]?.count ?? 0)
  return counts
}

// sending is paused, because what it would send may have been sent; events get an epoch of their own at the next start, because the restored past may give numbers again that others have seen
async function proveAndMark(client: pg.Client): Promise<Omit<Recovered, 'missing'>> {
  const counts = await countRows(client)
  const { rows: [last] } = await client.query<{ at: Date | null }>('select coalesce(pg_last_xact_replay_timestamp(), (select max(recorded_at) from platform.event)) as at')
  await client.query("insert into platform.setting (name, value) values ('sending', '\"paused\"') on conflict (name) do update set value = excluded.value")
  await client.query("update platform.cluster set system_identifier = 'restored'")
  return { until: last?.at ?? null, counts }
}
