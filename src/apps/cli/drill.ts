import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { formatNumber } from '#kernel/format'
import { systemClock } from '#kernel/clock'
import { findBackup } from '#platform/backup/manifest'
import { restoreBackup } from '#platform/backup/restore'
import type { Config } from '#platform/config'
import { reading } from '#platform/db'
import { createLog } from '#platform/log'
import { knownMigrations } from '#platform/migrate'
import { openDatabase } from '#platform/open-database'
import { StartError } from '#platform/start-error'
import { makeApplication, migrationSources, type Application } from '../application.ts'
import { modules } from '../modules.ts'

/** What a drill found, one line in `drills.jsonl` beside the backups: it must outlive the installation that it is about. */
export type Drill = { at: string; backup: string; good: boolean; says: string; seconds: number }

const fileOf = (root: string): string => join(root, 'drills.jsonl')

/** The last drill of a folder of backups, undefined when there was none. */
export function lastDrill(root: string): Drill | undefined {
  const file = fileOf(root)
  const line = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) : undefined
  return line === undefined || line === '' ? undefined : (JSON.parse(line) as Drill)
}

/**
 * Restores the newest backup into a folder of its own, starts the program on it without a network, and proves it: no table has lost rows, every stored file is there with its
 * content, the newest dossiers are found by what counts them, and their courses can be read. The result is kept beside the backups. Code 1 when anything failed.
 */
export async function drill(config: Config, root: string | undefined): Promise<number> {
  if (root === undefined) {
    console.error('npm run cli -- backup drill FOLDER, or set TINHSO_BACKUP_DIR.')
    return 2
  }
  const backup = findBackup(root)
  const folder = mkdtempSync(join(tmpdir(), 'tinhso-drill-'))
  // the database may run as another user, who must pass through
  if (process.getuid?.() === 0) chmodSync(folder, 0o711)
  const started = performance.now()
  const result = await prove(config, backup, join(folder, 'data')).then((says) => ({ good: true, says }), (error: Error) => ({ good: false, says: error.message }))
  rmSync(folder, { recursive: true, force: true })
  const kept: Drill = { at: new Date().toISOString(), backup, ...result, seconds: Math.round((performance.now() - started) / 1000) }
  appendFileSync(fileOf(backup === root ? dirname(root) : root), `${JSON.stringify(kept)}\n`, { mode: 0o600 })
  console.log(`${kept.good ? 'The backup works' : 'THE BACKUP DOES NOT WORK'}: ${backup}\n${kept.says}\n${kept.seconds} s`)
  return kept.good ? 0 : 1
}

async function prove(config: Config, backup: string, dataDir: string): Promise<string> {
  const { manifest, counts, missing } = await restoreBackup({ from: backup, to: dataDir, key: config.backupKey, secret: config.secret, storedFiles: modules.flatMap(({ storedFiles }) => storedFiles ?? []), known: knownMigrations(migrationSources(config.projectRoot, modules)) })
  const lost = Object.entries(manifest.counts).filter(([table, before]) => kept.test(table) && (counts[table] ?? 0) < before)
  if (lost.length > 0) throw new StartError(`Rows are missing in ${lost.map(([table, before]) => `${table} (${counts[table] ?? 0} of ${before})`).join(', ')}.`)
  if (missing.length > 0) throw new StartError(`${missing.length} stored files that rows name are not in the backup, such as ${missing[0]}.`)
  const aside: Config = { ...config, dataDir, databaseUrl: undefined, walArchive: undefined, backupDir: undefined }
  const database = await openDatabase(aside)
  try {
    const application = await makeApplication({ config: aside, url: database.url, modules, log: createLog({ level: 'silent' }), openClock: async () => systemClock })
    try {
      const read = await readCourses(application)
      if (read === 0 && (counts['dossiers.dossier'] ?? 0) > 0) throw new StartError('The program started on it, and no dossier can be read.')
      const indexes = await checkIndexes(database.url)
      return `${formatNumber(Object.keys(counts).length)} tables with ${formatNumber(Object.values(counts).reduce((sum, count) => sum + count, 0))} rows read to the last page, none fewer than when the backup began; ${formatNumber(indexes)} indexes that name every row; ${formatNumber(manifest.files.length)} stored files with their content, and every one that a row names; the program started on it${read > 0 ? ` and told the course of ${read} dossiers` : ''}.`
    } finally {
      await application.stop()
    }
  } finally {
    await database.close()
  }
}

/** Compares every index with its table, and every table with its own rules (amcheck). Resolves to how many indexes there are. Throws what PostgreSQL found. */
export async function checkIndexes(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('create extension if not exists amcheck')
    const { rows: indexes } = await client.query<{ name: string }>(`
      select c.oid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid join pg_am a on a.oid = c.relam join pg_namespace n on n.oid = c.relnamespace
       where a.amname = 'btree' and i.indisvalid and c.relkind = 'i' and c.relpersistence = 'p' and n.nspname not like 'pg\\_t%' order by 1`)
    for (const { name } of indexes) await client.query('select bt_index_check($1::regclass, true)', [name])
    const { rows: [broken] } = await client.query<{ name: string; msg: string }>(`
      select c.oid::regclass::text as name, found.msg from pg_class c cross join lateral verify_heapam(c.oid) found where c.relkind in ('r', 't') and c.relpersistence = 'p' limit 1`)
    if (broken) throw new StartError(`${broken.name} is damaged: ${broken.msg}.`)
    return indexes.length
  } finally {
    await client.end()
  }
}

/** Reads the course of the newest records that anything is counted from. Resolves to how many there were. */
async function readCourses({ tools: { db, measures } }: Application): Promise<number> {
  const tx = reading(db)
  const codes = new Set<string>()
  const period = { from: new Date(0), to: new Date(Date.now() + 86_400_000) }
  for (const measure of measures.values()) {
    const { rows } = await measure.records(tx, { period, place: {}, now: new Date(), which: 'denominator', after: null, size: 20 })
    for (const { code } of rows) codes.add(code)
  }
  const asked = modules.flatMap(({ course }) => (course ? [...codes].map((code) => course(tx, code)) : []))
  return (await Promise.all(asked)).filter((course) => course !== undefined).length
}

/** Tables whose rows are only ever added: sessions, keys and counters come and go. */
const kept = /^(dossiers\.(dossier|act|paper|document)|platform\.(event|message|reading|reading_seal|migration)|identity\.(citizen|officer|capacity)|areas\.area|agencies\.agency|files\.paper)$/
