import { beforeAll, describe, expect, it } from 'vitest'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { askFinding, questions } from './doctor-operations.ts'

const judge = (name: string, row: Record<string, unknown>) => questions.find((question) => question.name === name)?.judge(row, row['wanted'] as object | undefined)

describe('what the doctor says', () => {
  it.each<[name: string, row: Record<string, unknown>, state: string]>([
    ['wal archive', { mode: 'off' }, 'good'], ['wal archive', { mode: 'on', failing: false }, 'good'], ['wal archive', { mode: 'on', failing: true, wal: '00000001' }, 'bad'],
    ['wal archive', { mode: 'off', wanted: { walArchive: '/archive' } }, 'bad'], ['wal archive', { mode: 'on', failing: false, kept: '00000002.history', written: '000000020000000000000004' }, 'good'],
    ['wal archive', { mode: 'on', failing: false, kept: '000000010000000000000001.00000028.backup', written: '000000010000000000000012' }, 'good'], ['wal archive', { mode: 'on', failing: false, kept: '000000010000000000000001', written: '000000010000000000000013' }, 'look'], ['wal archive', { mode: 'on', failing: false, kept: '000000010000000000000001', written: '000000010000000100000003' }, 'bad'],
    ['sending', { paused: false, dead: '0', stuck: '0' }, 'good'], ['sending', { paused: true, dead: '0', stuck: '5' }, 'look'], ['sending', { paused: false, dead: '2', stuck: '0' }, 'look'], ['sending', { paused: false, dead: '0', stuck: '3' }, 'look'],
    ['events', { parked: '0' }, 'good'], ['events', { parked: '1' }, 'bad'], ['jobs', { dead: '0' }, 'good'], ['jobs', { dead: '4' }, 'look'],
    ['transactions', { long: '0', used: '3', most: 100 }, 'good'], ['transactions', { long: '1', used: '3', most: 100 }, 'look'], ['transactions', { long: '0', used: '95', most: 100 }, 'bad'],
    ['vacuum', { age: '1000', bloated: null }, 'good'], ['vacuum', { age: '1000', bloated: 'a.b' }, 'look'], ['vacuum', { age: '1500000000', bloated: null }, 'bad'],
    ['reforms', { stuck: '0' }, 'good'], ['reforms', { stuck: '1' }, 'look'], ['questions about data', { late: '0' }, 'good'], ['questions about data', { late: '1' }, 'look'],
  ])('of %s %o: %s, and what to do', (name, row, state) => {
    const finding = judge(name, row)
    expect([finding?.state, finding?.remedy === undefined]).toEqual([state, state === 'good'])
  })
})

describe('on a real database', () => {
  let app: TestApp
  beforeAll(async () => void (app = await withApp({ at: '2026-11-25T02:00:00Z' })))
  it.each(questions.map(({ name }) => name))('%s can be asked', async (name) => {
    const finding = await askFinding(app.url, questions.find((question) => question.name === name)!)
    expect(finding.says).not.toContain('cannot be asked')
    expect(finding.state).toBe('good')
  })
  it('a database that is empty or away is no fault of it', async () => {
    expect((await askFinding(undefined, questions[0]!)).state).toBe('good')
    expect(await askFinding('postgres://x:y@127.0.0.1:1/z', questions[0]!)).toMatchObject({ state: 'look' })
  })
})
