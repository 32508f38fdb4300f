import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town } from '../../apps/vneid/town.ts'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { sql } from '#platform/db'
import type { Tools } from '#platform/tools'
import { actAs, beginSignIn, checkCode, checkPassword, demonstrationCodes, demonstrationPeople, session, signOut } from './contract.ts'
import { demonstrationSignIns, readAccountHolders, readOfficers } from './demonstration.ts'
import { seed } from './seed.ts'

let app: TestApp
let town: Town
let tools: Tools

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  tools = app.application.tools
  town = await openTown(app.application)
})
afterAll(() => town.close())
beforeEach(async () => void (await sql`update identity.officer set totp_step = null`.execute(app.db)))
afterEach(() => void (tools.config.mode = 'demonstration'))

const rows = async (what: string) => (await sql.raw<Record<string, unknown>>(what).execute(app.db)).rows

describe('the officers of the province folder', () => {
  const everybody = 'select username, id, name, password_hash from identity.officer order by username'

  test('are loaded once: a second run keeps ids, passwords and capacities', async () => {
    const [before, held] = [await rows(everybody), await rows('select * from identity.capacity order by id')]
    await seed.load?.(tools)
    expect(await rows(everybody)).toEqual(before)
    expect(await rows('select * from identity.capacity order by id')).toEqual(held)
  })

  test('change with the file: a new name is taken over, a capacity that is gone ends, the others stay', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tinhso-officers-'))
    const [known] = readOfficers(tools.province.folder).filter(({ username }) => username === 'clerk.002')
    const officers = [{ ...known, name: 'Tên Mới', capacities: known?.capacities.slice(0, 1) }]
    writeFileSync(join(folder, 'officers.json'), JSON.stringify(officers))
    await seed.load?.({ ...tools, province: { ...tools.province, folder } })
    expect(await rows(`select name from identity.officer where username = 'clerk.002'`)).toEqual([{ name: 'Tên Mới' }])
    const held = await rows(`select role, valid_to < (now() at time zone 'Asia/Ho_Chi_Minh')::date as ended from identity.capacity
      where officer = (select id from identity.officer where username = 'clerk.002') order by role`)
    expect(held).toEqual([{ role: 'clerk', ended: null }, { role: 'officer', ended: true }])
    await seed.load?.(tools)
    expect(await rows(`select count(*)::int as count from identity.capacity where valid_to is not null`)).toEqual([{ count: 0 }])
  })

  test('leave an end that an administrator set', async () => {
    const [clerk] = await rows(`select c.id, c.officer from identity.capacity c join identity.officer o on o.id = c.officer where o.username = 'clerk.001'`)
    const end = (day: string | null, by: unknown) => sql`update identity.capacity set valid_to = ${day}::date, ended_by = ${by}::uuid where id = ${clerk?.['id']}::uuid`.execute(app.db)
    await end('2026-01-31', clerk?.['officer'])
    await seed.load?.(tools)
    expect(await rows(`select valid_to::text as to from identity.capacity where id = '${String(clerk?.['id'])}'`)).toEqual([{ to: '2026-01-31' }])
    await end(null, null)
  })

  const officer = { username: 'x.1', name: 'Ai Đó', capacities: [{ role: 'clerk', agency: 'Z99', title: { vi: 'a', en: 'b' }, from: '2025-07-01' }] }
  const person = { subject: 'x1', name: 'Ai Đó', born: '1990-01-01', gender: 'male', address: 'đâu đó', level: 2, nationality: 'Việt Nam', about: { vi: 'a', en: 'b' } }

  test.each([
    ['a weak password', 'officers.json', [{ ...officer, password: 'short', totpSecret: 'A'.repeat(32) }], 'password_too_short'],
    ['a password without a second factor', 'officers.json', [{ ...officer, password: 'long enough' }], 'go together'],
    ['an agency that there is not', 'officers.json', [{ ...officer, capacities: [{ ...officer.capacities[0], agency: 'Z99.777' }] }], 'x.1 belongs to Z99.777'],
    ['a number that a person could have', 'people.json', [{ ...person, number: '0'.repeat(12) }], '0.number'],
  ])('stop the start with a sentence when there is %s', async (_what, file, content, sentence) => {
    const folder = mkdtempSync(join(tmpdir(), 'tinhso-officers-'))
    writeFileSync(join(folder, file), JSON.stringify(content))
    await expect(seed.load?.({ ...tools, province: { ...tools.province, folder } })).rejects.toThrow(sentence)
  })

  test('are not loaded in production', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'tinhso-officers-')), 'none')
    mkdirSync(folder)
    writeFileSync(join(folder, 'officers.json'), 'not even JSON')
    await seed.load?.({ ...tools, config: { ...tools.config, mode: 'production' }, province: { ...tools.province, folder } })
  })
})

describe('a newcomer', () => {
  test('is told one sign-in for each role, and each of them works with the code that is shown', async () => {
    const shown = demonstrationSignIns(tools)
    expect(shown.map(({ role }) => role).toSorted()).toEqual(['administrator', 'centre', 'clerk', 'leader', 'officer'])
    for (const { username, password, role } of shown) {
      const visitor = town.visitor()
      await visitor.call(checkPassword, { username, password })
      const codes = (await visitor.call(demonstrationCodes, {})).body
      const code = codes.officers.find((each) => each.username === username)?.code ?? ''
      expect((await visitor.call(checkCode, { code })).body).toMatchObject({ role })
    }
  })

  test('signs in again within the same half minute: the code that is shown is one that was not used', async () => {
    const visitor = town.visitor()
    for (let time = 0; time < 2; time++) {
      await visitor.call(checkPassword, { username: 'centre', password: 'Trinh-dien-2026' })
      const { officers } = (await visitor.call(demonstrationCodes, {})).body
      expect((await visitor.call(checkCode, { code: officers.find(({ username }) => username === 'centre')?.code ?? '' })).status).toBe(200)
      await visitor.call(signOut, {})
    }
  })

  test('becomes anybody at once: every capacity, also of people without a password, and every citizen', async () => {
    const visitor = town.visitor()
    const { capacities, citizens } = (await visitor.call(demonstrationPeople, {})).body
    expect(capacities.length).toBe(readOfficers(tools.province.folder).flatMap(({ capacities: held }) => held).length)
    expect(citizens.map(({ name }) => name)).toEqual(readAccountHolders(tools.province.folder).map(({ name }) => name))
    for (const { id, name, role, agency } of capacities) {
      expect((await visitor.call(actAs, { capacity: id })).body).toEqual({ kind: 'officer', name, role })
      expect((await visitor.call(session, {})).body).toMatchObject({ name, role, agency })
    }
    for (const { subject, name, level } of citizens) {
      await visitor.call(actAs, { citizen: subject })
      expect((await visitor.call(session, {})).body).toMatchObject({ kind: 'citizen', name, level })
    }
  })

  test.each([
    [{ capacity: '01900000-0000-7000-8000-000000000000' }, 'capacity_not_found'], [{ citizen: 'nobody' }, 'person_not_found'],
    [{ capacity: '01900000-0000-7000-8000-000000000000', citizen: 'an' }, 'invalid_input'], [{}, 'invalid_input'],
  ])('cannot become %o', async (input, code) => {
    expect((await town.visitor().call(actAs, input as { citizen: string })).code).toBe(code)
  })

  test('is the same person whether through VNeID or at once', async () => {
    const visitor = town.visitor()
    await visitor.call(actAs, { citizen: 'an' })
    const before = await rows('select id, name from identity.citizen where subject = \'an\'')
    await visitor.call(actAs, { citizen: 'an' })
    expect(await rows('select id, name from identity.citizen where subject = \'an\'')).toEqual(before)
  })
})

describe('in production', () => {
  test('there are no codes to see, nobody to become, and no simulated identity', async () => {
    tools.config.mode = 'production'
    const visitor = town.visitor()
    expect((await visitor.call(demonstrationCodes, {})).code).toBe('not_found')
    expect((await visitor.call(demonstrationPeople, {})).code).toBe('not_found')
    expect((await visitor.call(actAs, { citizen: 'an' })).code).toBe('not_found')
    expect((await visitor.call(beginSignIn, { returnTo: '/' })).code).toBe('sign_in_unavailable')
    expect(demonstrationSignIns(tools)).toEqual([])
  })

  test('a database that was a demonstration opens to none of its public passwords', async () => {
    tools.config.mode = 'production'
    expect((await town.visitor().call(checkPassword, { username: 'administrator', password: 'Trinh-dien-2026' })).code).toBe('wrong_credentials')
  })
})
