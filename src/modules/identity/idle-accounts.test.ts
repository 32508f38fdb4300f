import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { accountWithPaper, closedAt, lastSeen } from '../../../test/factories/accounts.ts'
import { officer } from '../../../test/factories/people.ts'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { realNow } from '#kernel/clock'
import { inTransaction, sql } from '#platform/db'
import type { Actor } from '#platform/http'
import { enableOfficer, getOfficer, officerNotices } from './contract.ts'
import { closeIdleAccounts } from './idle-accounts.ts'
import { hashPassword } from './passwords.ts'
import { setBothFactors } from './stores/credentials.ts'

let app: TestApp
let root: Actor & { id: string }
let hash: string
let count = 0

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  root = await officer(app, 'administrator')
  hash = await hashPassword('sông Đồng Nai 47')
})
// accounts of earlier stories are out of the way
beforeEach(() => sql`update identity.officer set disabled_at = null, idle_exempt = not demonstration`.execute(app.db))

/** An account that can sign in, last seen so many days ago. */
async function seen(days: number, role = 'officer', agency = 'Z99.001'): Promise<string> {
  const { id } = await accountWithPaper(app, root, `lau.${++count}`, { role, agency })
  await inTransaction(app.db, (tx) => setBothFactors(tx, id, { hash, totpSealed: app.application.tools.sealer.seal('A'), step: 1, at: realNow() }))
  await lastSeen(app, id, days)
  await sql`update identity.officer set idle_exempt = false where id = ${id}`.execute(app.db)
  return id
}
const run = () => closeIdleAccounts(app.application.tools)
const noticesTo = async (id: string) => {
  await app.drain()
  const to: Actor = { ...root, id }
  return (await app.call(to, officerNotices, {})).notices.filter(({ template }) => template.includes('idle'))
}

describe('an account', () => {
  test.each([[0, false, 0], [37, false, 0], [38, false, 1], [44, false, 1], [45, true, 1], [400, true, 1]])('last seen %i days ago: closed %s, %i notices', async (days, closed, notices) => {
    const id = await seen(days)
    await run()
    await run()
    expect((await closedAt(app, id)) !== null).toBe(closed)
    const told = await noticesTo(id)
    expect(told.map(({ template }) => template)).toEqual(notices === 0 ? [] : [closed ? 'identity.account_closed_idle' : 'identity.idle_warning'])
  })

  test('that was closed is opened by an administrator, and its days begin anew', async () => {
    const id = await seen(60)
    await run()
    expect((await app.call(root, getOfficer, { id })).events.map(({ name }) => name)).toContain('identity.account_closed_idle')
    await run()
    await app.call(root, enableOfficer, { id })
    await run()
    expect(await closedAt(app, id)).toBeNull()
    await sql`update identity.officer set idle_from = idle_from - interval '45 days' where id = ${id}`.execute(app.db)
    await run()
    expect(await closedAt(app, id)).not.toBeNull()
  })

  test('whose owner comes is warned anew the next time', async () => {
    const id = await seen(40)
    await run()
    await lastSeen(app, id, 39)
    await run()
    expect(await noticesTo(id)).toHaveLength(2)
  })

  test('for emergencies, of the demonstration, or without any way to sign in is never closed', async () => {
    const exempt = await seen(400)
    await sql`update identity.officer set idle_exempt = true where id = ${exempt}`.execute(app.db)
    const invented = (await officer(app, 'clerk.001')).id
    await lastSeen(app, invented, 400)
    const { id: without } = await accountWithPaper(app, root, `lau.${++count}`)
    await lastSeen(app, without, 400)
    await run()
    expect([await closedAt(app, exempt), await closedAt(app, invented), await closedAt(app, without)]).toEqual([null, null, null])
  })
})

describe('an administrator', () => {
  test('is closed like anybody while another one can sign in; the last one stays, also when two lie idle', async () => {
    const [one, two] = [await seen(100, 'administrator', 'Z99.900'), await seen(90, 'administrator', 'Z99')]
    await sql`update identity.officer set disabled_at = now() where demonstration`.execute(app.db)
    await run()
    expect((await closedAt(app, one)) !== null).toBe(true)
    expect(await closedAt(app, two)).toBeNull()
    await run()
    expect(await closedAt(app, two)).toBeNull()
  })

  test('of the whole province stays when only one of an office is left, who could not open it again; the one of the office is closed', async () => {
    await sql`update identity.officer set disabled_at = now()`.execute(app.db)
    const [province, office] = [await seen(100, 'administrator', 'Z99'), await seen(1, 'administrator', 'Z99.002')]
    await run()
    expect([await closedAt(app, province), await closedAt(app, office)]).toEqual([null, null])
    await lastSeen(app, office, 100)
    await run()
    expect([await closedAt(app, province), (await closedAt(app, office)) !== null]).toEqual([null, true])
  })
})
