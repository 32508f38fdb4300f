import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { pruneArchive, refuseBadArchive, refuseGap, segmentOfLsn, segmentOfName } from './archive.ts'

const root = mkdtempSync(join(tmpdir(), 'archive-test-'))
const archive = join(root, 'archive')
afterAll(() => rmSync(root, { recursive: true, force: true }))
beforeEach(() => {
  rmSync(archive, { recursive: true, force: true })
  mkdirSync(archive)
})
const hold = (...names: string[]) => names.forEach((name) => writeFileSync(join(archive, name), ''))
const segment = (number: number, timeline = 1) => [timeline, Math.floor(number / 256), number % 256].map((part) => part.toString(16).toUpperCase().padStart(8, '0')).join('')

// as pg_walfile_name of PostgreSQL answers them: a place at the very end of a segment belongs to that segment
it.each([['0/3000028', '000000010000000000000003'], ['0/4000000', '000000010000000000000003'], ['0/4000001', '000000010000000000000004'], ['2/FF000001', '0000000100000002000000FF'], ['3/1', '000000070000000300000000']])('%s lies in %s', (lsn, name) => {
  expect(segmentOfLsn(lsn)).toBe(segmentOfName(name))
})

describe('an archive', () => {
  it('without a hole after the backup is good, also across timelines; what lies before does not matter', async () => {
    hold(segment(1), segment(4), segment(5), segment(5, 2), segment(6, 2), '00000002.history', `${segment(4)}.00000028.backup`, `${segment(9)}.part`)
    await expect(refuseGap(archive, '0/3000138')).resolves.toBeUndefined()
    await expect(refuseGap(archive, '0/9000138')).resolves.toBeUndefined()
  })

  it.each([['right after the backup', [5], segment(5), 'without --until'], ['later', [4, 5, 7, 8], segment(7), '--until a moment before 20']])('with a hole %s is refused, and what can be restored is said', async (_, there, named, remedy) => {
    hold(...there.map((number) => segment(number)))
    const refused = await refuseGap(archive, '0/3000138').then(() => '', (error: Error) => error.message)
    expect([refused.includes(`before ${named}`), refused.includes(remedy)]).toEqual([true, true])
  })

  it('is rid of what is older than the oldest backup, and of nothing else', async () => {
    hold(segment(1), `${segment(1)}.00000028.backup`, segment(2, 2), segment(3), segment(4), '00000002.history', 'a note of somebody')
    expect([await pruneArchive(archive, '0/3000028'), await pruneArchive(archive, '0/3000028')]).toEqual([3, 0])
    expect(readdirSync(archive).sort()).toEqual(['00000002.history', segment(3), segment(4), 'a note of somebody'].sort())
  })

  it('must be there, and have a path that a command can carry', () => {
    expect(() => refuseBadArchive(join(root, 'nowhere'))).toThrow('There is no WAL archive')
    for (const bad of ['"', "'", '%', '\\']) expect(() => refuseBadArchive(`${archive}${bad}`)).toThrow('may hold no quotes')
    expect(() => refuseBadArchive(archive)).not.toThrow()
  })
})
