import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { roles, type Role } from '#kernel/app'
import { defineContract } from '#kernel/contract'
import { uuidv7 } from '#kernel/ids'
import { personal } from '#kernel/personal'
import { ask, refusal, sessionOf, somebody, withTools } from '../../test/with-db-tools.ts'
import { openDb, sql } from './db.ts'
import { makeDispatch } from './dispatch.ts'
import { checkRoutes, nobody, route, system, withScopes, type Actor, type Route, type RouteOptions } from './http.ts'
import { levelActs } from './province.ts'
import { makeLimiter } from './rate-limit.ts'

const { tools } = await withTools()

const dispatch = makeDispatch({ tools, limiter: makeLimiter() })
const anything = z.strictObject({})
const named = (name: string, method: 'GET' | 'POST' = 'GET') => defineContract({ name: `trial.${name}`, method, path: `/api/trial/${name}`, summary: name, input: anything, output: z.strictObject({ role: z.string() }) })
const tell = (name: string, options: RouteOptions, method: 'GET' | 'POST' = 'GET'): Route => route(named(name, method), options, async (call) => ({ role: call.actor.role }))

describe('who may', () => {
  const table: Route[] = [
    tell('everybody', { who: 'anyone' }),
    tell('no-one', { who: [] }),
    ...roles.map((role) => tell(`only-${role}`, { who: [role] })),
    ...roles.map((role) => tell(`do-${role}`, { who: [role], repeatable: 'it is a test' }, 'POST')),
    tell('desk', { who: ['clerk', 'officer', 'leader'] }),
    tell('citizens-and-guests', { who: ['citizen', 'nobody'] }),
  ]
  const expected = (row: Route, role: Role) => {
    // what no scope names is closed to every service, also where anybody may
    if (role === 'service') return 'scope_missing'
    if (row.who === 'anyone' || row.who.includes(role)) return 'answered'
    return role === 'nobody' ? 'unauthenticated' : 'forbidden'
  }
  const asked = table.flatMap((row) => roles.map((role) => [row.contract.name, role, expected(row, role), row] as const))

  it.each(asked)('%s by a %s: %s', async (_name, role, outcome, row) => {
    const work = dispatch(ask(row, somebody(role), {}))
    if (outcome === 'answered') expect(await work).toEqual({ role })
    else expect(await refusal(work)).toMatchObject({ code: outcome, status: outcome === 'unauthenticated' ? 401 : 403 })
  })

  it('covers every route with every role', () => {
    checkRoutes(table)
    expect(asked).toHaveLength(table.length * roles.length)
  })

  it('refuses the system where only people may', async () => {
    expect(await refusal(dispatch(ask(tell('clerks', { who: ['clerk'] }), system, {})))).toMatchObject({ code: 'forbidden' })
  })
})

describe('an act that asks for a level of the national identity', () => {
  const cases = levelActs.flatMap((act) => ([1, 2] as const).flatMap((asks) => [
    ...([1, 2] as const).map((level) => [act, asks, 'citizen', level, level >= asks ? 'answered' : 'identity_level_too_low'] as const),
    // officers prove themselves otherwise: their level is 0, and they are not asked
    [act, asks, 'clerk', 0, 'answered'] as const, [act, asks, 'leader', 0, 'forbidden'] as const, [act, asks, 'nobody', 0, 'unauthenticated'] as const,
  ]))
  it.each(cases)('%s, where the province asks for %d: a %s of level %d is %s', async (act, asks, role, level, outcome) => {
    const province = { ...tools.province, identityLevel: { ...tools.province.identityLevel, [act]: asks } }
    const work = makeDispatch({ tools: { ...tools, province }, limiter: makeLimiter() })(ask(tell('bound', { who: ['citizen', 'clerk'], level: act }), { ...somebody(role), level }, {}))
    if (outcome === 'answered') expect(await work).toEqual({ role })
    else expect(await refusal(work)).toMatchObject({ code: outcome, ...(outcome === 'identity_level_too_low' && { status: 403, values: { needed: 2 } }) })
  })
  it('asks for nothing where the route names no act', async () => {
    expect(await dispatch(ask(tell('free', { who: ['citizen'] }), { ...somebody('citizen'), level: 1 }, {}))).toEqual({ role: 'citizen' })
  })
})

describe('a service account', () => {
  const [open, closed] = withScopes([tell('in-scope', { who: ['leader'] }), tell('for-all', { who: 'anyone' })], { 'trial.read': ['trial.in-scope'] })
  const service = (scopes: string[]): Actor => ({ ...somebody('service'), scopes })

  it('is let in by a scope, whoever the route is for otherwise', async () => {
    expect(await dispatch(ask(open!, service(['trial.read']), {}))).toEqual({ role: 'service' })
    expect(await refusal(dispatch(ask(open!, service(['other.read']), {})))).toMatchObject({ code: 'scope_missing', values: { scope: 'trial.read' } })
    expect(await refusal(dispatch(ask(closed!, service(['trial.read']), {})))).toMatchObject({ code: 'scope_missing', values: { scope: null } })
    expect(await refusal(dispatch(ask(open!, somebody('clerk'), {})))).toMatchObject({ code: 'forbidden' })
  })

  it('is on record as the reader where an answer holds personal data', async () => {
    const contract = defineContract({ name: 'trial.person', method: 'GET', path: '/api/trial/person', summary: 'person', input: anything, output: z.strictObject({ name: personal(z.string(), 'name') }) })
    const rows = withScopes([route(contract, { who: [], reads: { purpose: 'handle' } }, async (call) => {
      call.reads([{ citizen: null, numberIndex: null, dossier: null, code: 'Z-1' }])
      return { name: 'An' }
    })], { 'trial.read': ['trial.person'] })
    const reader = service(['trial.read'])
    await dispatch(ask(rows[0]!, reader, {}))
    const { rows: noted } = await sql`select reader_kind, reader, reader_name, role, agency, what, code from platform.reading where route = 'trial.person'`.execute(tools.db)
    expect(noted).toEqual([{ reader_kind: 'service', reader: reader.id, reader_name: reader.name, role: 'service', agency: 'A1', what: ['name'], code: 'Z-1' }])
  })
})

describe('a request that is wrong in every way', () => {
  it('is told one thing at a time, the one that gives least away first', async () => {
    const contract = defineContract({ name: 'trial.wrong', method: 'POST', path: '/api/trial/wrong', summary: 'wrong', input: z.strictObject({ word: z.string() }), output: z.strictObject({}) })
    const row = route(contract, { who: ['officer'], demonstration: true, limit: { by: 'person', most: 1, seconds: 60 } }, async () => ({}))
    const production = makeDispatch({ tools: { ...tools, config: { ...tools.config, mode: 'production' } }, limiter: makeLimiter() })
    const demonstration = makeDispatch({ tools, limiter: makeLimiter() })
    const officer = somebody('officer')
    const codeOf = async (work: Promise<unknown>) => (await refusal(work)).code
    const wrong = { session: sessionOf('locked'), key: 'no key' }
    expect(await codeOf(production(ask(row, nobody, {}, wrong)))).toBe('not_found')
    expect(await codeOf(demonstration(ask(row, nobody, {}, wrong)))).toBe('unauthenticated')
    expect(await codeOf(demonstration(ask(row, somebody('clerk'), {}, wrong)))).toBe('session_locked')
    expect(await codeOf(demonstration(ask(row, somebody('clerk'), {}, { key: 'no key' })))).toBe('forbidden')
    expect(await codeOf(demonstration(ask(row, officer, {}, { key: 'no key' })))).toBe('invalid_input')
    expect(await codeOf(demonstration(ask(row, officer, { word: 'yes' }, { key: 'no key' })))).toBe('rate_limited')
    expect(await codeOf(demonstration(ask(row, somebody('officer'), { word: 'yes' }, { key: 'no key' })))).toBe('idempotency_key_required')
    expect(await demonstration(ask(row, somebody('officer'), { word: 'yes' }))).toEqual({})
  })
})

describe('a locked session', () => {
  const officer = somebody('officer')
  const locked = () => ({ session: sessionOf('locked') })
  it.each([
    ['a page for officers', 'session_locked', { who: ['officer'] }],
    ['unlocking', 'answered', { who: ['officer'], whileLocked: true }],
    ['a page for everybody', 'answered', { who: 'anyone' }],
  ] as const)('%s: %s', async (_what, outcome, options) => {
    const work = dispatch(ask(tell('page', options), officer, {}, locked()))
    expect(await work.catch((error: { code: string }) => error.code)).toEqual(outcome === 'answered' ? { role: 'officer' } : outcome)
  })
})

describe('the shape of a request', () => {
  const input = z.strictObject({
    name: z.string().min(1).max(10), age: z.number().int().min(0).max(150), kind: z.enum(['new', 'old']), email: z.email().optional(),
    parts: z.array(z.strictObject({ code: z.string().regex(/^\d{3}$/, 'not_three_digits') })).min(1).max(2), page: z.coerce.number().optional(),
  })
  const right = { name: 'An', age: 30, kind: 'new', parts: [{ code: '001' }] }
  const row = route(defineContract({ name: 'trial.shape', method: 'GET', path: '/api/trial/shape', summary: 'shape', input, output: z.object({ name: z.string() }) }), { who: 'anyone' }, async (call) => ({ name: call.input.name, secret: 'never' }))
  const with_ = (change: object) => ({ ...right, ...change })
  const without = (record: Record<string, unknown>, name: string) => Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
  const table: [string, unknown, Record<string, string>][] = [
    ['a field that nobody asked for', with_({ extra: 1 }), { extra: 'unknown_field' }],
    ['two of them, one of them deep', with_({ other: 1, parts: [{ code: '001', note: 'x' }] }), { other: 'unknown_field', 'parts.0.note': 'unknown_field' }],
    ['a field that is missing', without(right, 'name'), { name: 'required' }],
    ['a choice that is missing', without(right, 'kind'), { kind: 'required' }],
    ['a list that is missing', without(right, 'parts'), { parts: 'required' }],
    ['a field that is empty', with_({ name: '' }), { name: 'required' }],
    ['null in the place of a text', with_({ name: null }), { name: 'wrong_type' }],
    ['a number in the place of a text', with_({ name: 7 }), { name: 'wrong_type' }],
    ['a text in the place of a number', with_({ age: '30' }), { age: 'wrong_type' }],
    ['an object in the place of a list', with_({ parts: {} }), { parts: 'wrong_type' }],
    ['half a year', with_({ age: 30.5 }), { age: 'wrong_type' }],
    ['words that are too many', with_({ name: 'Nguyễn Thị An' }), { name: 'too_long' }],
    ['a number below the least', with_({ age: -1 }), { age: 'too_small' }],
    ['a number above the most', with_({ age: 151 }), { age: 'too_big' }],
    ['a list that is too short', with_({ parts: [] }), { parts: 'too_small' }],
    ['a list that is too long', with_({ parts: [{ code: '001' }, { code: '002' }, { code: '003' }] }), { parts: 'too_big' }],
    ['a choice that is none', with_({ kind: 'odd' }), { kind: 'wrong_form' }],
    ['an address that is none', with_({ email: 'an' }), { email: 'wrong_form' }],
    ['a word that the schema has for it', with_({ parts: [{ code: '1' }] }), { 'parts.0.code': 'not_three_digits' }],
    ['letters where digits are read from a query', with_({ page: 'two' }), { page: 'wrong_type' }],
    ['several at once', with_({ name: '', age: -1 }), { name: 'required', age: 'too_small' }],
    ['no object at all', 'word', { '': 'wrong_type' }],
  ]

  it.each(table)('%s', async (_what, given, fields) => {
    const failure = await refusal(dispatch(ask(row, nobody, given)))
    expect(failure).toMatchObject({ code: 'invalid_input', status: 400, fields, values: { fields: expect.toSatisfy((list: string[]) => list.toSorted().join() === Object.keys(fields).toSorted().join()) } })
  })

  it('is what the contract says on the way out too: what it does not name never leaves', async () => {
    expect(await dispatch(ask(row, nobody, right))).toEqual({ name: 'An' })
  })
})

describe('a limit', () => {
  const limited = (by: 'person' | 'address') => tell(`limited-by-${by}`, { who: 'anyone', limit: { by, most: 2, seconds: 60 } })
  const outcomes = async (row: Route, asking: [Actor, string][]) => {
    const own = makeDispatch({ tools, limiter: makeLimiter(() => 1_000_000) })
    const all: string[] = []
    for (const [actor, ip] of asking) all.push(await own(ask(row, actor, {}, { ip })).then(() => 'answered', (error: { code: string }) => error.code))
    return all
  }
  const [an, binh] = [somebody('citizen'), somebody('citizen')]

  it('of a person goes with the person, wherever they are; who has no name is known by the address', async () => {
    expect(await outcomes(limited('person'), [[an, '1.1.1.1'], [an, '2.2.2.2'], [an, '3.3.3.3'], [binh, '1.1.1.1'], [nobody, '1.1.1.1'], [nobody, '1.1.1.1'], [nobody, '1.1.1.1'], [nobody, '2.2.2.2']]))
      .toEqual(['answered', 'answered', 'rate_limited', 'answered', 'answered', 'answered', 'rate_limited', 'answered'])
  })

  it('of an address goes with the address, whoever asks', async () => {
    expect(await outcomes(limited('address'), [[an, '1.1.1.1'], [binh, '1.1.1.1'], [an, '1.1.1.1'], [an, '2.2.2.2']])).toEqual(['answered', 'answered', 'rate_limited', 'answered'])
  })
})

describe('a database that is away', () => {
  it('is told as such, with a status that says to try again, for looking and for acting', async () => {
    const db = openDb({ url: 'postgres://someone:secret@127.0.0.1:1/postgres' })
    const away = makeDispatch({ tools: { ...tools, db }, limiter: makeLimiter() })
    const look = route(named('look'), { who: 'anyone' }, async (call) => (await sql`select 1`.execute(call.tx), { role: '' }))
    const act = route(named('act', 'POST'), { who: 'anyone' }, async () => ({ role: '' }))
    for (const row of [look, act]) expect(await refusal(away(ask(row, nobody, {}, { key: uuidv7() })))).toMatchObject({ code: 'unavailable', status: 503, values: { part: 'database' } })
    await db.destroy()
  })

  it('leaves an error of ours what it is', async () => {
    const fault = new TypeError('a fault')
    const row = route(named('fault'), { who: 'anyone' }, async () => {
      throw fault
    })
    await expect(dispatch(ask(row, nobody, {}))).rejects.toBe(fault)
  })
})
