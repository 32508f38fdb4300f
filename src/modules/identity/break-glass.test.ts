import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import { sql } from '#platform/db'
import type { Actor } from '#platform/http'
import { officer } from '../../../test/factories/people.ts'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { openTown, type Town, type Visitor } from '../../apps/vneid/town.ts'
import { administration, breakGlass, listBreakGlass, listOfficers, officerNotices, reviewBreakGlass, session } from './contract.ts'
import { endBreakGlass, makeBreakGlass } from './break-glass.ts'
import { health } from './health.ts'

let app: TestApp
let town: Town
let root: Actor
let code = ''
const reason = 'Cả hai người quản trị đều vắng, máy quầy 3 bị khóa'
const alarm = async () => health.find(({ name }) => name === 'emergency access')!.judge((await sql<Record<string, unknown>>`${sql.raw(health.find(({ name }) => name === 'emergency access')!.ask)}`.execute(app.db)).rows[0] ?? {}).state

beforeAll(async () => {
  app = await withApp({ at: realNow().toISOString() })
  root = await officer(app, 'administrator')
  town = await openTown(app.application)
})
afterAll(() => town.close())

describe('the sealed access for an emergency', () => {
  let visitor: Visitor
  it('is made on the machine; the paper before it is worth nothing, and nothing but a digest is kept', async () => {
    const old = (await makeBreakGlass(app.db)).code
    code = (await makeBreakGlass(app.db)).code
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
    expect((await sql<{ text: string }>`select b::text as text from identity.break_glass b`.execute(app.db)).rows.map(({ text }) => text).join()).not.toContain(code)
    expect((await town.visitor().call(breakGlass, { passcode: old, reason })).code).toBe('wrong_paper')
    expect(await app.call(root, listBreakGlass, {})).toEqual({ ready: true, uses: [] })
  })

  it('asks for a reason, opens an administrator’s session, and tells everybody who must know in the same act', async () => {
    visitor = town.visitor()
    expect((await visitor.call(breakGlass, { passcode: code, reason: 'gấp' })).code).toBe('invalid_input')
    const before = await alarm()
    const opened = await visitor.call(breakGlass, { passcode: code.toLowerCase().replaceAll('-', ' '), reason })
    expect([opened.status, Date.parse(opened.body.until) - realNow().getTime() > 59 * 60_000]).toEqual([200, true])
    expect((await visitor.call(session, {})).body).toMatchObject({ kind: 'officer', role: 'administrator', agency: 'Z99' })
    expect((await visitor.call(administration, {})).status).toBe(200)
    await app.drain()
    expect((await app.call(root, officerNotices, {})).notices).toMatchObject([{ template: 'identity.break_glass_used', facts: { reason } }])
    expect([before, await alarm()]).toEqual(['good', 'bad'])
  })

  it('works once, and ends the session of the use before', async () => {
    expect((await town.visitor().call(breakGlass, { passcode: code, reason })).code).toBe('wrong_paper')
    const again = (await makeBreakGlass(app.db)).code
    const two = [town.visitor(), town.visitor()]
    const answers = await Promise.all(two.map((one) => one.call(breakGlass, { passcode: again, reason })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401])
    expect((await visitor.call(listOfficers, {})).status).toBe(401)
    visitor = two[answers.findIndex(({ status }) => status === 200)]!
  })

  it('is over after an hour, in the session that is open too', async () => {
    await endBreakGlass(app)
    expect((await visitor.call(listOfficers, {})).status).toBe(200)
    await sql`update identity.break_glass set used_at = used_at - interval '61 minutes' where used_at is not null`.execute(app.db)
    await endBreakGlass(app)
    expect((await visitor.call(listOfficers, {})).status).toBeGreaterThanOrEqual(401)
  })

  it('stands red until another person has said what it was about', async () => {
    const { uses } = await app.call(root, listBreakGlass, {})
    expect(uses).toHaveLength(2)
    for (const { id, actions } of uses) {
      expect(actions).toEqual(['review'])
      await app.call(root, reviewBreakGlass, { id, review: 'Đã xem nhật ký, đúng lý do.' })
      await expect(app.call(root, reviewBreakGlass, { id, review: 'Thêm lần nữa cho chắc.' })).rejects.toMatchObject({ code: 'emergency_not_found' })
    }
    expect((await app.call(root, listBreakGlass, {})).uses.map(({ reviewedBy, actions }) => [reviewedBy, actions])).toEqual([[root.name, []], [root.name, []]])
    expect(await alarm()).toBe('good')
  })

  it('locks after five wrong codes, as any name', async () => {
    const { code: fresh } = await makeBreakGlass(app.db)
    for (let tries = 0; tries < 5; tries++) await town.visitor().call(breakGlass, { passcode: 'AAAA-AAAA-AAAA-AAAA', reason })
    expect((await town.visitor().call(breakGlass, { passcode: fresh, reason })).code).toBe('sign_in_locked')
  })
})
