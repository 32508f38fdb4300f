import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'

const segmentBytes = 16_777_216n
const isSegment = (name: string): boolean => /^[0-9A-F]{24}$/.test(name)

/** The number of the segment that holds the last byte before this place of the log (`2/3000028`), whatever the timeline. */
export function segmentOfLsn(lsn: string): number {
  const [high = '0', low = '0'] = lsn.split('/')
  return Number((((BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`)) - 1n) / segmentBytes)
}

/** The number of a segment by the name of its file: timeline, then the two halves of the number, eight digits each. */
export const segmentOfName = (name: string): number => Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16, 24), 16)

/** Throws a StartError for an archive that is not there, or whose path the command of a server could not carry. */
export function refuseBadArchive(archive: string): void {
  if (/["'%\\\n]/.test(archive)) throw new StartError(`${archive} cannot be a WAL archive: its path may hold no quotes, backslashes or %.`)
  if (!existsSync(archive)) throw new StartError(`There is no WAL archive at ${archive}: name the folder that TINHSO_WAL_ARCHIVE was.`)
}

/**
 * Throws a StartError when the archive has a hole after this place of the log: PostgreSQL would stop there and open, and what came after would be lost without a word.
 */
export async function refuseGap(archive: string, stopLsn: string): Promise<void> {
  const beyond = (await readdir(archive)).filter((name) => isSegment(name) && segmentOfName(name) > segmentOfLsn(stopLsn)).sort((a, b) => segmentOfName(a) - segmentOfName(b))
  let before = segmentOfLsn(stopLsn)
  let whole = ''
  for (const name of beyond) {
    if (segmentOfName(name) > before + 1) {
      const until = whole === '' ? 'without --until, to the end of the backup' : `--until a moment before ${(await stat(join(archive, whole))).mtime.toISOString()}`
      throw new StartError(`The archive ${archive} lacks what comes before ${name}, and what it holds from there on cannot be restored: put the missing segments back, or restore ${until}.`)
    }
    before = segmentOfName(name)
    whole = name
  }
}

/**
 * Takes segments away that no backup needs any more: those before the one in which the oldest backup began. Histories of timelines stay. Resolves to how many went.
 */
export async function pruneArchive(archive: string, oldestStartLsn: string): Promise<number> {
  const first = segmentOfLsn(oldestStartLsn)
  const old = (await readdir(archive)).filter((name) => /^[0-9A-F]{24}(\.[0-9A-F]{8}\.backup)?$/.test(name) && segmentOfName(name) < first)
  for (const name of old) await rm(join(archive, name), { force: true })
  return old.length
}
