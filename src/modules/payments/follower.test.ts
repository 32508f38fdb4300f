import { beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/ids'
import { inTransaction, sql } from '#platform/db'
import type { Change } from '#platform/reform'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { charge } from './charging.ts'
import { follows } from './follower.ts'

let app: TestApp
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
})

const change: Change = {
  reform: 'merger', day: '2026-12-01', decisions: {}, areas: [],
  agencies: [
    { from: 'Z99.001.01', to: 'Z99.002.01', area: null, main: true, serves: '99002' }, { from: 'Z99.001.01', to: 'Z99.003.01', area: '99003', main: false, serves: '99003' },
  ],
}

const owe = (agency: string) => inTransaction(app.db, (tx) => charge(tx, {
  subject: uuidv7(), code: `${agency}-261125-0001`, title: { vi: 'Bản sao', en: 'Copy' }, payer: 'Một người', citizen: null, numberIndex: null, agency, also: null, at: new Date('2026-11-25T02:00:00Z'),
  lines: [{ code: 'copy', name: { vi: 'Lệ phí', en: 'Fee' }, amount: 8000, times: 1, total: 8000 }],
}))
const where = async () => (await sql<{ agency: string }>`select agency from payments.charge order by code`.execute(app.db)).rows.map(({ agency }) => agency)

describe('what is owed at a desk that ends', () => {
  it('is weighed, goes to what the desk has become, once; what is owed elsewhere stays', async () => {
    await owe('Z99.001.01')
    await owe('Z99.004.01')
    expect(await inTransaction(app.db, (tx) => follows.weigh(tx, change))).toMatchObject({ moves: 1 })
    expect(await inTransaction(app.db, (tx) => follows.move(tx, change, null))).toEqual({ moved: 1, next: null })
    expect(await where()).toEqual(['Z99.002.01', 'Z99.004.01'])
    expect(await inTransaction(app.db, (tx) => follows.move(tx, change, null))).toEqual({ moved: 0, next: null })
  })

  it('is charged once for a subject, and nothing when the lines come to nothing', async () => {
    const before = (await where()).length
    const owed = { subject: uuidv7(), code: 'X', title: { vi: 'a', en: 'a' }, payer: 'Một người', citizen: null, numberIndex: null, agency: 'Z99.004.01', also: null, at: new Date('2026-11-25T02:00:00Z') }
    await inTransaction(app.db, (tx) => charge(tx, { ...owed, lines: [{ code: 'free', name: { vi: 'a', en: 'a' }, amount: 0, times: 1, total: 0 }] }))
    const line = { code: 'one', name: { vi: 'a', en: 'a' }, amount: 5000, times: 1, total: 5000 }
    for (let times = 0; times < 2; times++) await inTransaction(app.db, (tx) => charge(tx, { ...owed, lines: [line] }))
    expect((await where()).length).toBe(before + 1)
  })
})
