import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as contract from '#contract/dossiers'
import { getAgency } from '#contract/agencies'
import { recordsOfIndicator } from '#contract/indicators'
import { searchProcedures } from '#contract/procedures'
import { uuidv7 } from '#kernel/ids'
import type { Actor } from '#platform/http'
import { filledDraft, maritalStatus, submitted } from '../../test/factories/drafts.ts'
import { citizen, officer } from '../../test/factories/people.ts'
import { countOf, everyRow, overHttp, type Answer, type Client, type Http, type Otherwise } from '../../test/over-http.ts'
import { withApp, type TestApp } from '../../test/with-app.ts'

let app: TestApp
let http: Http
const people = {} as Record<'an' | 'binh' | 'clerk' | 'clerkTwo', Actor & { id: string }>
const at = {} as Record<'an' | 'binh' | 'clerk' | 'clerkTwo', Client>

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  http = await overHttp(app)
  people.an = await citizen(app, 'an')
  people.binh = await citizen(app, 'binh')
  people.clerk = await officer(app, 'clerk.001')
  people.clerkTwo = await officer(app, 'clerk.002', 'clerk')
  for (const name of ['an', 'binh', 'clerk', 'clerkTwo'] as const) at[name] = await http.client(people[name])
})

/** A refusal as RFC 9457 wants it, with a code for programs, a sentence for the person and the number that finds it in the log. */
function expectProblem(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.code], answer.text).toEqual([status, code])
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(answer.headers['cache-control']).toBe('no-store')
  expect(answer.body).toMatchObject({ type: `${http.url}/api#${code}`, title: code, status, code, values: expect.any(Object), correlationId: answer.headers['x-correlation-id'] })
  // a sentence, not the code again
  expect(answer.body['detail']).toMatch(/^\p{Lu}.*\s.*[.?]$/u)
  expect(answer.text).not.toMatch(/\bat .*\.ts:\d|node_modules|select |insert /)
}

/** Asks, expects the refusal, and that no row of any table is another. */
async function refused(ask: () => Promise<Answer>, status: number, code: string): Promise<Answer> {
  const before = await everyRow(app.db)
  const answer = await ask()
  expectProblem(answer, status, code)
  expect(await everyRow(app.db)).toEqual(before)
  return answer
}

const start = (otherwise: Otherwise, input: Record<string, unknown> = { procedure: maritalStatus }) => () => at.an.ask(contract.startDraft, input, otherwise)

it('what nothing changes is measured by would notice one row', async () => {
  const before = await everyRow(app.db)
  expect(Object.keys(before).length).toBeGreaterThan(25)
  expect((await start({})()).status).toBe(200)
  expect(await everyRow(app.db)).not.toEqual(before)
})

describe('a body that is not what was asked for', () => {
  const deep = (times: number) => `{"procedure":${'['.repeat(times)}${']'.repeat(times)}}`
  it.each<[string, unknown, number, string, Record<string, string> | undefined]>([
    ['a number for a text', { procedure: 7 }, 400, 'invalid_input', { procedure: 'wrong_type' }],
    ['a list for a text', { procedure: [maritalStatus] }, 400, 'invalid_input', { procedure: 'wrong_type' }],
    ['nothing at all', {}, 400, 'invalid_input', { procedure: 'required' }],
    ['a field that nobody asked for', { procedure: maritalStatus, price: 0 }, 400, 'invalid_input', { price: 'unknown_field' }],
    ['a list', '[]', 400, 'invalid_input', undefined],
    ['a word', '"word"', 400, 'invalid_input', undefined],
    ['null', 'null', 400, 'invalid_input', { procedure: 'required' }],
    ['half an object', '{"procedure": "1.0', 400, 'invalid_input', undefined],
    ['no bytes', '', 400, 'invalid_input', undefined],
    ['a prototype in disguise', '{"procedure":"1.004873","__proto__":{"role":"administrator"}}', 400, 'invalid_input', undefined],
    ['a constructor in disguise', '{"procedure":"1.004873","constructor":{"prototype":{"role":"administrator"}}}', 400, 'invalid_input', undefined],
    ['a hundred thousand brackets', deep(100_000), 400, 'invalid_input', { procedure: 'too_deep' }],
    ['one byte too many', `{"procedure":"${'x'.repeat(256 * 1024 - 15)}"}`, 413, 'too_large', undefined],
    ['a procedure that there is not', { procedure: '9.999999' }, 409, 'procedure_not_open', undefined],
    ['a NUL in a text', { procedure: '1.0048\u000073' }, 400, 'invalid_input', { procedure: 'wrong_form' }],
  ])('%s', async (_what, body, status, code, fields) => {
    const answer = await refused(start({ body }), status, code)
    if (fields) expect(answer.body['fields']).toEqual(fields)
  })

  it.each([['words', 'text/plain'], ['a page', 'text/html'], ['XML', 'application/xml'], ['a form', 'application/x-www-form-urlencoded'], ['a form with files', 'multipart/form-data; boundary=x']])(
    'of another kind: %s', async (_what, type) => void (await refused(start({ headers: { 'content-type': type }, body: 'procedure=1.004873' }), 415, 'unsupported_media_type')))

  it('which is a hundred thousand brackets deep where anything may stand', async () => {
    const draft = await filledDraft(app, people.an)
    const answers = `{"whom":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    await refused(() => at.an.ask(contract.saveAnswers, { draft: draft.id }, { body: `{"page":"whom","answers":${answers}}` }), 400, 'invalid_input')
    await refused(() => at.clerk.ask(contract.intake, {}, { body: `{"procedure":"1.004873","procedureCase":"neverMarried","applicant":{"name":"An Nguyễn","number":null,"born":null,"gender":null,"nationality":null,"ethnicity":null,"phone":null,"email":null,"address":null,"area":null},"papers":[],"answers":${answers}}` }), 400, 'invalid_input')
  })

  it('which holds a NUL, that no database keeps', async () => {
    const draft = await filledDraft(app, people.an)
    await refused(() => at.an.ask(contract.saveAnswers, { draft: draft.id, page: 'phone', answers: { phone: '0999\u0000000201' } }), 400, 'invalid_input')
    const sent = await submitted(app, people.an)
    await refused(() => at.an.ask(contract.withdraw, { id: sent.id, reason: 'Không\u0000 cần nữa' }), 400, 'invalid_input')
    await refused(() => at.clerk.ask(contract.find, { q: 'an\u0000' }), 400, 'invalid_input')
  })
})

describe('an address that is not what was asked for', () => {
  it.each([
    ['an id that is none', () => at.an.ask(contract.getDossier, { id: '1 or 1=1' }), 400, 'invalid_input'],
    ['an id that climbs', () => at.an.ask(contract.getDossier, { id: '../../etc/passwd' }), 400, 'invalid_input'],
    ['a code that is none', () => at.an.ask(getAgency, { code: 'Z99\u0000' }), 400, 'invalid_input'],
    ['a question twice', () => http.nobody.send({ url: '/api/procedures/search?q=a&q=b' }), 400, 'invalid_input'],
    ['a question nobody asked', () => http.nobody.send({ url: '/api/procedures/search?q=a&debug=1' }), 400, 'invalid_input'],
    ['a broken escape', () => http.nobody.send({ url: '/api/agencies/%ZZ' }), 400, 'invalid_input'],
    ['a limit beyond the most', () => http.nobody.ask(searchProcedures, { q: 'a', limit: 51 }), 400, 'invalid_input'],
    ['an act that there is not', () => at.an.send({ method: 'POST', url: '/api/nothing', headers: { cookie: at.an.cookie, 'x-csrf-token': at.an.csrf } }), 404, 'not_found'],
    ['a reading that there is not', () => http.nobody.send({ url: '/api/nothing/at/all' }), 404, 'not_found'],
    ['an act where there is only a reading', () => http.nobody.send({ method: 'POST', url: '/api/agencies', headers: { origin: http.url } }), 405, 'method_not_allowed'],
    ['a reading where there is only an act', () => http.nobody.send({ url: '/api/drafts/1/discard' }), 405, 'method_not_allowed'],
    ['another method', () => http.nobody.send({ method: 'DELETE', url: '/api/drafts' }), 405, 'method_not_allowed'],
    ['the figures of use, from outside', () => http.nobody.send({ url: '/metrics', remoteAddress: '198.18.0.1' }), 404, 'not_found'],
  ] as const)('%s', async (_what, ask, status, code) => void (await refused(ask, status, code)))

  it('a place to go on from that we never gave', async () => {
    const leader = await http.client(await officer(app, 'leader.001'))
    for (const after of ['x|y', '2026-11-25|y', `x|${uuidv7()}`, '|', '', `2026-13-45T00:00:00.000Z|${uuidv7()}`, `2026-11-25T00:00:00.000Z|${'-'.repeat(36)}`, `+012026-11-25T00:00:00.000Z|${uuidv7()}|`]) {
      await refused(() => leader.ask(recordsOfIndicator, { code: 'dossiers-received', after }), 400, 'invalid_input')
      await refused(() => at.an.ask(contract.myDossiers, { after }), 400, 'invalid_input')
      await refused(() => at.clerk.ask(contract.worklist, { queue: 'to_answer', after }), 400, 'invalid_input')
    }
  })
})

describe('a session that is not the person’s', () => {
  const other = (text: string) => `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`
  it.each([
    ['none', async () => '', 401, 'unauthenticated'],
    ['one that has ended', async () => (await http.client(people.an, { endedSecondsAgo: 1 })).cookie, 401, 'unauthenticated'],
    ['one changed by a letter', async () => other(at.an.cookie), 401, 'unauthenticated'],
    ['one made up', async () => `tinhso=${'A'.repeat(43)}`, 401, 'unauthenticated'],
    ['one that is far too long', async () => `tinhso=${'A'.repeat(4000)}`, 401, 'unauthenticated'],
    ['one that speaks SQL', async () => "tinhso=' or '1'='1", 401, 'unauthenticated'],
  ])('%s', async (_what, cookie, status, code) => {
    const given = await cookie()
    await refused(start({ cookie: given, csrf: null }), status, code)
  })

  it('another person’s shows what is theirs, never mine', async () => {
    const mine = await filledDraft(app, people.an)
    await refused(() => at.binh.ask(contract.getDraft, { draft: mine.id }), 404, 'draft_not_found')
  })

  it('a locked desk is told to unlock, and nothing more', async () => {
    const sent = await submitted(app, people.an)
    const locked = await http.client(people.clerk, { locked: true })
    await refused(() => locked.ask(contract.accept, { id: sent.id }), 401, 'session_locked')
  })
})

describe('a form that is not from our own page', () => {
  it.each<[string, () => Otherwise]>([
    ['no token', () => ({ csrf: null })],
    ['a token made up', () => ({ csrf: 'A'.repeat(43) })],
    ['the token of another session of the same person', () => ({ csrf: at.binh.csrf })],
    ['a foreign site', () => ({ origin: 'https://elsewhere.example' })],
    ['a site whose name begins like ours', () => ({ origin: `${http.url}.elsewhere.example` })],
    ['a page that hides where it is from', () => ({ origin: 'null' })],
    ['a browser that says cross-site', () => ({ origin: null, headers: { 'sec-fetch-site': 'cross-site' } })],
  ])('%s', async (_what, otherwise) => void (await refused(start(otherwise()), 403, 'csrf')))

  it('a program without a browser needs no origin, but the token', async () => {
    expect((await start({ origin: null })()).status).toBe(200)
    await refused(start({ origin: null, csrf: null }), 403, 'csrf')
  })
})

describe('a key for pressing once', () => {
  it.each([['none', null], ['a word', 'again'], ['one too long', `${uuidv7()}0`]])('%s', async (_what, key) => void (await refused(start({ key }), 400, 'idempotency_key_required')))

  it('a double click makes one dossier, and both clicks get the same answer', async () => {
    const draft = await filledDraft(app, people.binh)
    const before = await countOf(app.db, 'dossiers.dossier')
    const key = uuidv7()
    const press = () => at.binh.ask(contract.submitDossier, { draft: draft.id, oath: true }, { key })
    const [one, two] = await Promise.all([press(), press()])
    expect([one?.status, two?.status]).toEqual([200, 200])
    expect(two?.text).toBe(one?.text)
    expect((await press()).text).toBe(one?.text)
    expect(await countOf(app.db, 'dossiers.dossier')).toBe(before + 1)
    await refused(() => at.binh.ask(contract.submitDossier, { draft: draft.id, oath: false }, { key }), 409, 'idempotency_mismatch')
    await refused(() => at.binh.ask(contract.startDraft, { procedure: maritalStatus }, { key }), 409, 'idempotency_mismatch')
    await refused(() => at.an.ask(contract.submitDossier, { draft: draft.id, oath: true }, { key }), 404, 'not_found')
    // a new key is a new act, and that one has been done
    await refused(() => at.binh.ask(contract.submitDossier, { draft: draft.id, oath: true }), 409, 'draft_already_sent')
  })
})

describe('an act that the state or the place does not allow', () => {
  it('is a conflict that says so, and a neighbour’s dossier is like one that there is not', async () => {
    const sent = await submitted(app, people.an)
    const foreign = await refused(() => at.clerkTwo.ask(contract.accept, { id: sent.id }), 404, 'dossier_not_found')
    const unknownId = uuidv7()
    const unknown = await refused(() => at.clerkTwo.ask(contract.accept, { id: unknownId }), 404, 'dossier_not_found')
    expect({ ...foreign.body, correlationId: '' }).toEqual({ ...unknown.body, values: { id: sent.id }, correlationId: '' })
    expect((await at.clerk.ask(contract.accept, { id: sent.id })).status).toBe(200)
    const again = await refused(() => at.clerk.ask(contract.accept, { id: sent.id }), 409, 'action_not_allowed')
    expect(again.body['values']).toEqual({ state: 'accepted', action: 'accept' })
  })
})

describe('too many', () => {
  it('guesses at a secret: the forty-first of a minute waits, from that address only', async () => {
    const guess = (from: string) => http.nobody.ask(contract.track, { code: 'Z99.001.01-261125-0001', secret: 'AAAAAAAA' }, { from })
    for (let i = 0; i < 40; i++) expect((await guess('198.18.7.1')).code).toBe('dossier_not_found')
    const answer = await refused(() => guess('198.18.7.1'), 429, 'rate_limited')
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.body['values']).toEqual({ seconds: Number(answer.headers['retry-after']) })
    expect((await guess('198.18.7.2')).code).toBe('dossier_not_found')
  })

  it('requests of one address from outside, whatever they ask', async () => {
    const knock = (remoteAddress: string) => http.server.inject({ url: '/healthz', remoteAddress })
    const statuses = new Map<number, number>()
    for (let i = 0; i < 3001; i++) {
      const { statusCode } = await knock('198.18.8.1')
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1)
    }
    expect(statuses).toEqual(new Map([[200, 3000], [429, 1]]))
    expectProblem(await http.nobody.send({ url: '/api/agencies', remoteAddress: '198.18.8.1' }), 429, 'rate_limited')
    expect((await knock('198.18.8.2')).statusCode).toBe(200)
  })
})

describe('the number of a request', () => {
  const given = async (id: string) => (await http.nobody.send({ url: '/api/nothing', headers: { 'x-correlation-id': id } })).body['correlationId']
  it('is the caller’s when it looks like one, and never a citizen’s number', async () => {
    expect(await given('order-2026.11_25')).toBe('order-2026.11_25')
    for (const bad of ['short', 'with space in it', 'x'.repeat(65), 'citizen-999199000201', '<script>alert(1)</script>']) expect(await given(bad)).not.toBe(bad)
  })

  it('is on every answer, and the sentence is in the language asked for', async () => {
    const fine = await http.nobody.send({ url: '/api/agencies' })
    expect(fine.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(fine.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cache-control': 'no-store', 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" })
    const [vi, en] = [await http.nobody.send({ url: '/api/nothing' }), await http.nobody.send({ url: '/api/nothing', headers: { 'accept-language': 'en-GB' } })]
    expect(vi.body['detail']).toMatch(/^Không tìm thấy/)
    expect(en.body['detail']).not.toBe(vi.body['detail'])
  })
})

it('when the database is away, everybody is told to try again, and it goes on when it is back', async () => {
  const road = await roadTo()
  const lone = await withApp({ at: '2026-11-25T02:00:00Z', reach: road.open })
  const there = await overHttp(lone)
  const an = await citizen(lone, 'an')
  const home = await there.client(an)
  await road.close()
  for (const answer of [await there.nobody.send({ url: '/api/agencies' }), await home.ask(contract.myDossiers), await home.ask(contract.startDraft, { procedure: maritalStatus })]) {
    expect([answer.status, answer.code], answer.text).toEqual([503, 'unavailable'])
    expect(answer.headers['retry-after']).toBe('2')
    expect(answer.body['values']).toEqual({ part: 'database' })
  }
  expect((await there.nobody.send({ url: '/healthz' })).status).toBe(200)
  const ready = await there.nobody.send({ url: '/readyz' })
  expect([ready.status, ready.body]).toEqual([503, { migrations: false, data: false, procedure: false, web: expect.any(Boolean) }])
  await road.openAgain()
  expect((await home.ask(contract.startDraft, { procedure: maritalStatus })).status).toBe(200)
})

/** A road to a database that can be closed and opened again: the database itself goes on for the other tests. */
async function roadTo(): Promise<{ open(url: string): Promise<string>; close(): Promise<void>; openAgain(): Promise<void> }> {
  let target = { host: '', port: 0 }
  let port = 0
  const cars = new Set<Socket>()
  let gate: Server
  const listen = async () => {
    gate = createServer((near) => {
      const far = connect(target)
      for (const [one, other] of [[near, far], [far, near]] as const) {
        cars.add(one)
        one.on('error', () => other.destroy()).on('close', () => other.destroy()).pipe(other)
      }
    })
    await new Promise<void>((resolve) => gate.listen(port, '127.0.0.1', resolve))
    port = (gate.address() as AddressInfo).port
  }
  const close = async () => {
    if (!gate.listening) return
    const closed = new Promise((resolve) => gate.close(resolve))
    for (const car of cars) car.destroy()
    await closed
  }
  afterAll(close)
  return {
    async open(url) {
      const far = new URL(url)
      target = { host: far.hostname, port: Number(far.port) }
      await listen()
      far.hostname = '127.0.0.1'
      far.port = `${port}`
      return far.href
    },
    close, openAgain: listen,
  }
}
