import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from '#platform/db'
import { withTools } from '../../test/with-db-tools.ts'
import { trackProgress } from './machine.ts'
import { loadDemonstration, loadSeeds, pendingSeeds, type Progress, type Seed } from './seeds.ts'

const made = await withTools()
const folder = join(made.folder, 'place')
const tools = { ...made.tools, province: { ...made.tools.province, folder } }

let loads: string[] = []
const seedOf = (name: string, reads: string[], change: Partial<Seed> = {}) => ({ name, seed: { reads, version: 1, load: async () => void loads.push(name), ...change } satisfies Seed })
const write = (name: string, content: string) => {
  mkdirSync(join(folder, 'more', 'deep'), { recursive: true })
  writeFileSync(join(folder, name), content)
}

beforeEach(async () => {
  loads = []
  await sql`truncate platform.seed`.execute(made.db)
  write('units.csv', 'a,b')
  write('more/deep/one.json', '{}')
})

describe('the data of a province', () => {
  const modules = [seedOf('areas', ['units.csv']), { name: 'bare' }, seedOf('agencies', ['more']), seedOf('later', ['not-there.json'])]

  it('is taken in by every module in their order, once', async () => {
    expect(await pendingSeeds(modules, tools)).toEqual(['areas', 'agencies', 'later'])
    expect(await loadSeeds(modules, tools)).toEqual(['areas', 'agencies', 'later'])
    expect(loads).toEqual(['areas', 'agencies', 'later'])
    expect(await pendingSeeds(modules, tools)).toEqual([])
    expect(await loadSeeds(modules, tools)).toEqual([])
    expect(loads).toHaveLength(3)
  })

  it.each<[string, () => void, string[]]>([
    ['a file says something else', () => write('units.csv', 'a,c'), ['areas']],
    ['a file in a folder of a folder does', () => write('more/deep/one.json', '[]'), ['agencies']],
    ['a file joins a folder', () => write('more/two.json', '{}'), ['agencies']],
    ['a file that was awaited comes', () => write('not-there.json', '{}'), ['later']],
    ['a file that nobody reads changes', () => write('note.txt', 'x'), []],
  ])('is taken in again by those it concerns when %s', async (_what, change, concerned) => {
    await loadSeeds(modules, tools)
    loads = []
    change()
    expect(await pendingSeeds(modules, tools)).toEqual(concerned)
    expect(await loadSeeds(modules, tools)).toEqual(concerned)
    expect(loads).toEqual(concerned)
  })

  it('is taken in again when the code that does it is newer, and when the place is another', async () => {
    await loadSeeds(modules, tools)
    expect(await pendingSeeds([seedOf('areas', ['units.csv'], { version: 2 })], tools)).toEqual(['areas'])
    const elsewhere = join(made.folder, 'elsewhere')
    mkdirSync(elsewhere, { recursive: true })
    writeFileSync(join(elsewhere, 'units.csv'), 'a,b')
    expect(await pendingSeeds([seedOf('areas', ['units.csv'])], { ...tools, province: { ...tools.province, folder: elsewhere } })).toEqual(['areas'])
  })

  it('that fails is not remembered, those before it are, and those after it wait', async () => {
    let broken = true
    const list = [seedOf('areas', ['units.csv']), seedOf('agencies', ['more'], { load: () => (broken ? Promise.reject(new Error('units.csv: line 2')) : Promise.resolve(void loads.push('agencies'))) }), seedOf('later', ['not-there.json'])]
    await expect(loadSeeds(list, tools)).rejects.toThrow('units.csv: line 2')
    expect(loads).toEqual(['areas'])
    expect(await pendingSeeds(list, tools)).toEqual(['agencies', 'later'])
    broken = false
    expect(await loadSeeds(list, tools)).toEqual(['agencies', 'later'])
  })
})

describe('the invented records of a demonstration', () => {
  const what = { vi: 'Hồ sơ mô phỏng', en: 'Simulated dossiers' }
  const batches = (times: string[], fails = false): Seed['demonstration'] => async (_tools, tell) => {
    for (const done of [0, 50, 100]) {
      if (fails && done === 100) throw new Error('the database went away')
      tell({ what, done, total: 100 })
    }
    times.push('made')
  }

  it('are made once, tell how far they are, and again only for a newer version of them', async () => {
    const times: string[] = []
    const told: Progress[] = []
    const list = (version: number) => [{ name: 'bare' }, { name: 'dossiers', seed: { reads: [], version, demonstration: batches(times) } }]
    for (const version of [1, 1, 2]) await loadDemonstration(list(version), tools, (progress) => void told.push(progress))
    expect(times).toEqual(['made', 'made'])
    expect(told.slice(0, 3)).toEqual([0, 50, 100].map((done) => ({ module: 'dossiers', what, done, total: 100 })))
    expect(told).toHaveLength(6)
  })

  it('that broke off are made again by the next start', async () => {
    const times: string[] = []
    await expect(loadDemonstration([{ name: 'dossiers', seed: { reads: [], version: 1, demonstration: batches(times, true) } }], tools, () => {})).rejects.toThrow('went away')
    await loadDemonstration([{ name: 'dossiers', seed: { reads: [], version: 1, demonstration: batches(times) } }], tools, () => {})
    expect(times).toEqual(['made'])
  })

  it('are on the page while they run, the newest word of each module, and gone when they are whole', () => {
    const progress = trackProgress()
    expect(progress.running()).toEqual([])
    progress.tell({ module: 'dossiers', what, done: 10, total: 100 })
    progress.tell({ module: 'addresses', what, done: 1, total: 9 })
    progress.tell({ module: 'dossiers', what, done: 60, total: 100 })
    expect(progress.running().map(({ module, done }) => [module, done])).toEqual([['dossiers', 60], ['addresses', 1]])
    progress.tell({ module: 'dossiers', what, done: 100, total: 100 })
    expect(progress.running().map(({ module }) => module)).toEqual(['addresses'])
  })
})
