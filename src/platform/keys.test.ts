import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#platform/db'
import { withApp, type TestApp } from '../../test/with-app.ts'
import { changeSecret, keyIdOf, keyStatus, openSealer } from './keys.ts'
import { makeSealer } from './sealer.ts'

let app: TestApp
let secret = ''
const next = 'another secret of the tests, long enough as well'
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  secret = app.application.tools.config.secret
})

describe('the keys of an installation', () => {
  it('are those it began with, so that what was sealed before there was a table stays readable', async () => {
    const before = makeSealer(secret)
    const now = await openSealer(app.db, { secret })
    expect(now.open(before.seal('999199000201'))).toBe('999199000201')
    expect(now.index('citizen-number', 'x').equals(before.index('citizen-number', 'x'))).toBe(true)
    const { rows } = await sql<{ text: string }>`select encode(wrapped, 'hex') as text from platform.key`.execute(app.db)
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(secret)
  })

  it('are not opened by another secret: one sentence names which one the data need', async () => {
    await expect(openSealer(app.db, { secret: next })).rejects.toThrow(`The data need the secret of id ${keyIdOf(secret)}, and TINHSO_SECRET has the id ${keyIdOf(next)}`)
    await expect(changeSecret(app.db, { secret: next })).rejects.toThrow('TINHSO_SECRET_BEFORE')
    expect((await keyStatus(app.db)).map(({ wrappedBy }) => wrappedBy)).toEqual([keyIdOf(secret)])
  })

  it('are put under a new secret in one transaction while the data stay; twice, and by two at once, it is done once', async () => {
    const sealed = (await openSealer(app.db, { secret })).seal('999199000201')
    const secrets = { secret: next, secretBefore: secret }
    // a program that was started with both works before and after
    expect((await openSealer(app.db, secrets)).open(sealed)).toBe('999199000201')
    const done = await Promise.all([changeSecret(app.db, secrets), changeSecret(app.db, secrets)])
    expect(done.toSorted()).toEqual([0, 1])
    expect(await changeSecret(app.db, secrets)).toBe(0)
    const now = await openSealer(app.db, { secret: next })
    expect(now.open(sealed)).toBe('999199000201')
    await expect(openSealer(app.db, { secret })).rejects.toThrow(keyIdOf(next))
    // and back
    expect(await changeSecret(app.db, { secret, secretBefore: next })).toBe(1)
    expect((await openSealer(app.db, { secret })).open(now.seal('x'))).toBe('x')
  })
})
