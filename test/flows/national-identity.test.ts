import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { withApp, type TestApp } from '../with-app.ts'
import { beginSignIn, completeSignIn, session, signInAnswer } from '#contract/identity'
import { sql } from '#platform/db'
import { createLog } from '#platform/log'
import { vneidOptions } from '../../src/apps/vneid.ts'
import { acceptedRows, answerRows, discoveryRows, factRows, identityTokenRows, json, keyRows, publicJwk, requestRows, strange, token, tokenRows, type Change } from '../../src/apps/vneid/client-checks.ts'
import { signToken } from '../../src/apps/vneid/forge.ts'
import { openTown, type Town, type Visitor } from '../../src/apps/vneid/town.ts'
import { openWire, type Wire } from '../../src/apps/vneid/wire.ts'
import { testConfig } from '../settings.ts'

/*
 * Every check that openid-client and oauth4webapi make of an authorization code flow, and our own beside them, as tables in `src/apps/vneid/client-checks.ts`. A real provider
 * answers over real HTTP; somebody on the wire changes one thing.
 */
const lines: string[] = []
let app: TestApp
let town: Town
let wire: Wire

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z', log: createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } }) })
  town = await openTown(app.application)
  wire = await openWire(town.url)
  // from now on our server reaches the issuer over the wire; browsers go there directly
  app.application.tools.config.port = wire.port
})
afterAll(async () => {
  await wire.close()
  await town.close()
})

// what was remembered of the issuer and its keys is old at the beginning of each row; within a row time stands still
const start = Date.now()
let rows = 0
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: start })
  vi.advanceTimersByTime(++rows * 11 * 60_000)
})
afterEach(() => {
  wire.tampering = {}
  vi.useRealTimers()
})

/** What is kept of citizens, their sessions, sign-ins under way and facts for others. */
const kept = async (): Promise<unknown> => (await sql`
  select (select md5(string_agg(c::text, '' order by c.id)) from identity.citizen c) as citizens, (select count(*) from platform.session) as sessions,
    (select count(*) from identity.pending) as pending, (select count(*) from platform.event) as events`.execute(app.db)).rows[0]

/** One sign-in of one visitor with one thing changed: our code, or null when it went well. */
async function signIn(visitor: Visitor, change: Change): Promise<string | null> {
  wire.tampering = change
  const begun = await visitor.call(beginSignIn, { returnTo: '/thu-tuc' })
  if (begun.code !== null) return begun.code
  const page = await visitor.get(begun.body.location)
  const back = new URL((await visitor.post(page.url, { person: 'an', answer: 'yes' })).url)
  change.answer?.(back.searchParams)
  if (change.later !== undefined) vi.advanceTimersByTime(change.later * 1000)
  return (await visitor.call(completeSignIn, signInAnswer(back.searchParams))).code
}

const reasons = (): unknown[] => lines.map((line) => JSON.parse(line) as { reason?: unknown }).flatMap(({ reason }) => (reason === undefined ? [] : [reason]))

async function refused(change: Change, code: string, reason: string): Promise<void> {
  const [visitor, before] = [town.visitor(), await kept()]
  lines.length = 0
  expect([await signIn(visitor, change), reasons()]).toEqual([code, [reason]])
  expect(await kept()).toEqual(before)
  expect((await visitor.call(session, {})).body.kind).toBe('nobody')
  const log = lines.join('')
  for (const secret of [...wire.secrets, '999199000201']) expect(log).not.toContain(secret)
}

const { secret } = testConfig('/tmp')
const clientSecret = vneidOptions({ config: testConfig('/tmp'), province: { folder: testConfig('/tmp').provinceDir } as never, log: createLog({ level: 'silent' }) }).client.secret

describe('a sign-in succeeds when', () => {
  test.each(acceptedRows(secret))('%s', async (_what, change) => {
    const visitor = town.visitor()
    lines.length = 0
    expect([await signIn(visitor, change), reasons()]).toEqual([null, []])
    expect((await visitor.call(session, {})).body).toMatchObject({ kind: 'citizen', name: 'Nguyễn Thị An' })
  })
})

describe('an answer is refused, and nothing is kept of it, when', () => test.each(answerRows)('%s', (_what, change, code, reason) => refused(change, code, reason)))
describe('a code is not exchanged, and nothing is kept, when', () => test.each(requestRows)('%s', (_what, change, code, reason) => refused(change, code, reason)))
describe('an answer with tokens is refused, and nothing is kept of it, when', () => test.each(tokenRows)('%s', (_what, change, code, reason) => refused(change, code, reason)))
describe('an identity token is refused, and nothing is kept of it, when', () =>
  test.each(identityTokenRows(secret, clientSecret))('%s', (_what, change, code, reason) => refused(change, code, reason)))
describe('nobody is signed in, and nothing is kept, when the keys of the issuer', () => test.each(keyRows)('%s', (_what, change, code, reason) => refused(change, code, reason)))
describe('nobody is signed in, and nothing is kept, when the facts', () => test.each(factRows)('%s', (_what, change, code, reason) => refused(change, code, reason)))
describe('nobody is signed in, and nothing is kept, when what the issuer says of itself', () => test.each(discoveryRows)('%s', (_what, change, code, reason) => refused(change, code, reason)))

describe('the issuer changes its key', () => {
  const newKey: Change = token(({ header, claims }) => signToken({ header: { ...header, kid: 'next' }, claims }, strange.privateKey))
  const newKeys = { ...newKey, reply: { ...newKey.reply, ...json('jwks', { keys: [publicJwk('next')] }).reply } }

  test('and signs at once with the new one: it is asked for its keys again after a minute, not for each token', async () => {
    expect(await signIn(town.visitor(), {})).toBeNull()
    await refused(newKeys, 'sign_in_invalid', 'OAUTH_KEY_SELECTION_FAILED')
    vi.advanceTimersByTime(60_000)
    expect(await signIn(town.visitor(), newKeys)).toBeNull()
  })

  test('and the old one opens nothing any more', async () => {
    expect(await signIn(town.visitor(), newKeys)).toBeNull()
    vi.advanceTimersByTime(60_000)
    await refused({ reply: json('jwks', { keys: [publicJwk('next')] }).reply ?? {} }, 'sign_in_invalid', 'OAUTH_KEY_SELECTION_FAILED')
  })
})
