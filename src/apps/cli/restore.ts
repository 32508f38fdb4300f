import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { formatDateTime, formatNumber } from '#kernel/format'
import { readConfig, type Config } from '#platform/config'
import { restoreBackup } from '#platform/backup/restore'
import { knownMigrations } from '#platform/migrate'
import { StartError } from '#platform/start-error'
import { migrationSources } from '../application.ts'
import { modules } from '../modules.ts'

const usage = `npm run cli -- restore BACKUP --to FOLDER                                              restores a backup (or the newest in a folder) into an empty data folder
npm run cli -- restore BACKUP --to FOLDER --until "2026-11-26 14:03" --wal ARCHIVE     to a moment of Vietnam's time
npm run cli -- restore BACKUP --to FOLDER --until end --wal ARCHIVE                    as far as the archive goes, after the loss of a machine
                                        ... --files OLD_DATA_FOLDER/files              also takes papers from there that came after the backup`

/** Restores a backup into a new data folder; the running installation is not touched. */
export async function run(args: string[]): Promise<number> {
  const { positionals: [from], values } = parseArgs({ args, allowPositionals: true, strict: false, options: { to: { type: 'string' }, until: { type: 'string' }, wal: { type: 'string' }, files: { type: 'string' } } })
  const { to, until, wal, files } = values as Partial<Record<'to' | 'until' | 'wal' | 'files', string>>
  if (from === undefined || to === undefined) {
    console.error(usage)
    return 2
  }
  const config = readConfig()
  const goal = until === undefined || until === 'end' ? until : momentOf(until)
  const { folder, manifest, until: reached, counts, missing } = await restoreBackup({
    from, to, key: config.backupKey, secret: config.secret || undefined, until: goal, archive: wal ?? archiveOf(config), filesFrom: files, storedFiles: modules.flatMap(({ storedFiles }) => storedFiles ?? []), known: knownMigrations(migrationSources(config.projectRoot, modules)), tell: (line) => console.log(line),
  })
  console.log(`Restored ${folder}, of ${formatDateTime(manifest.startedAt)}, into ${to}.`)
  console.log(reached === null ? 'It holds no act yet.' : `The last change in it is of ${formatDateTime(reached)}; ${formatNumber(counts['dossiers.dossier'] ?? 0)} dossiers. Every page of every table was read.`)
  if (missing.length > 0) console.log(`${formatNumber(missing.length)} papers that it names are in no backup, because they came after: restore again with --files OLD_DATA_FOLDER/files if that folder can still be read, or copy them from there. The first is files/${missing[0]?.slice(0, 2)}/${missing[0]?.slice(2)}.`)
  console.log(`Start it with TINHSO_DATA=${to} PORT=... npm start, and the secret of id ${manifest.keyId} (TINHSO_SECRET${manifest.keyId === '' ? '' : `, or in a demonstration the file "secret" of the old data folder copied into ${to}`}).`)
  console.log('Sending of notices is paused there: when this is the installation from now on, npm run cli -- resume.')
  console.log('Give a copy that is only looked at no TINHSO_WAL_ARCHIVE: its log would lie among that of the real one.')
  return 0
}

// an archive that was never written yet is none
const archiveOf = ({ walArchive }: Config): string | undefined => (walArchive !== undefined && existsSync(walArchive) ? walArchive : undefined)

/** `2026-11-26 14:03[:05]` in Vietnam, or an instant with its own zone. Throws a StartError. */
export function momentOf(text: string): Date {
  const local = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/.exec(text)
  const moment = new Date(local ? `${local[1]}T${local[2]}+07:00` : text)
  if (Number.isNaN(moment.getTime())) throw new StartError(`--until must be end, or a moment such as "2026-11-26 14:03", not "${text}".`)
  return moment
}
