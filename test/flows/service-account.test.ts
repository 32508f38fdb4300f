import { beforeAll, describe, expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import { addDays, localDate } from '#kernel/local-time'
import { listAreas } from '#contract/areas'
import { followDossier, getDossier } from '#contract/dossiers'
import { createService, getReview, getService, listServices, officerNotices, openReview, revokeService, rotateService, unlockService } from '#contract/identity'
import { listProcedures } from '#contract/procedures'
import { sql } from '#platform/db'
import type { Actor } from '#platform/http'
import { createLog } from '#platform/log'
import identity from '../../src/modules/identity/module.ts'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { askToken, serviceAccount, tokenOf, type MadeService } from '../factories/services.ts'
import { overHttp, type Answer, type Http, type Otherwise } from '../over-http.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
let http: Http
let root: Actor & { id: string; agency: string }
let gateway: MadeService
const logged: Record<string, unknown>[] = []
const today = localDate(realNow())

beforeAll(async () => {
  app = await withApp({ at: realNow().toISOString() })
  app.application.tools.log = createLog({ level: 'info', destination: { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) } })
  http = await overHttp(app)
  root = await officer(app, 'administrator')
  gateway = await serviceAccount(app, root, { name: 'Cổng dữ liệu mở', scopes: ['catalogue.read', 'dossiers.follow'] })
})

type Asked = Parameters<Http['nobody']['ask']>[0]
const ask = (token: string, contract: Asked, input: Record<string, unknown> = {}, otherwise: Otherwise = {}): Promise<Answer> =>
  http.nobody.ask(contract, input, { csrf: null, origin: null, from: '203.0.113.9', ...otherwise, headers: { authorization: `Bearer ${token}`, ...otherwise.headers } })
const view = (id = gateway.id) => app.call(root, getService, { id })
const refusal = async (made: MadeService, asking: Parameters<typeof askToken>[2] = {}) => {
  const { status, body } = await askToken(http, made, asking)
  return [status, body['error'], body['error_description']]
}
const job = () => identity.jobs?.find(({ name }) => name === 'identity.services-due')?.run(app.application.tools, {})

describe('another system', () => {
  it('gets a token of a quarter of an hour for its secret, by a form or by basic authentication', async () => {
    const answer = await askToken(http, gateway)
    expect(answer.body).toEqual({ access_token: expect.stringMatching(/^tinhso_token_[\w-]{43}$/), token_type: 'Bearer', expires_in: 900, scope: 'catalogue.read dossiers.follow' })
    expect([answer.headers['cache-control'], answer.headers['set-cookie']]).toEqual(['no-store', undefined])
    const basic = await http.nobody.send({
      method: 'POST', url: '/oauth/token', payload: 'grant_type=client_credentials&scope=catalogue.read',
      headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${Buffer.from(`${gateway.clientId}:${encodeURIComponent(gateway.secret)}`).toString('base64')}` },
    })
    expect([basic.status, basic.body['scope']]).toEqual([200, 'catalogue.read'])
  })

  it('asks for what its scopes name, and leaves its name in the log and the time on its page', async () => {
    const token = await tokenOf(http, gateway)
    const answer = await ask(token, listProcedures)
    expect([answer.code, answer.headers['set-cookie']]).toEqual(['ok', undefined])
    expect(logged.filter(({ route, service }) => route === listProcedures.path && service === gateway.id)).toHaveLength(1)
    expect(await view()).toMatchObject({ usedFrom: '203.0.113.0', usedAt: expect.any(String), state: 'active', failed: 0 })
    const { id } = await submitted(app, await citizen(app, 'an'))
    const course = await ask(token, followDossier, { id })
    expect(course.body).toMatchObject({ state: 'submitted' })
    expect(course.text).not.toContain('Nguyễn Thị An')
  })

  it('is told which scope is missing, and that no scope opens what is not for systems', async () => {
    const token = await tokenOf(http, gateway)
    const missing = await ask(token, listAreas)
    expect([missing.status, missing.code, missing.body['values'], missing.headers['www-authenticate']]).toEqual([403, 'scope_missing', { scope: 'areas.read' }, 'Bearer error="insufficient_scope", scope="areas.read"'])
    expect((await ask(token, getDossier, { id: gateway.id })).body['values']).toEqual({ scope: null })
    // a token with fewer scopes has no more than those
    const small = await tokenOf(http, gateway, { fields: { scope: 'catalogue.read' } })
    expect((await ask(small, followDossier, { id: gateway.id })).code).toBe('scope_missing')
  })

  it('is not helped by somebody’s cookie, nor hindered by a form’s token it has none of', async () => {
    const clerk = await http.client(root)
    const token = await tokenOf(http, gateway)
    const answer = await ask(token, revokeService, { id: gateway.id, reason: 'Thử bằng cookie' }, { cookie: clerk.cookie, csrf: clerk.csrf })
    expect(answer.code).toBe('scope_missing')
    expect((await ask('tinhso_token_wrong', listProcedures, {}, { cookie: clerk.cookie })).code).toBe('token_invalid')
  })

  it.each<[what: string, body: string, headers: Record<string, string>, told: [number, string]]>([
    ['without a grant type', 'client_id=x&client_secret=y', {}, [400, 'invalid_request']],
    ['with a password of a person', 'grant_type=password&username=a&password=b', {}, [400, 'unsupported_grant_type']],
    ['with a field twice', 'grant_type=client_credentials&grant_type=client_credentials', {}, [400, 'invalid_request']],
    ['with no client', 'grant_type=client_credentials', {}, [401, 'invalid_client']],
    ['with a client that is no id', 'grant_type=client_credentials&client_id=gateway&client_secret=y', {}, [401, 'invalid_client']],
    ['in two ways at once', 'grant_type=client_credentials&client_id=x&client_secret=y', { authorization: 'Basic eDp5' }, [400, 'invalid_request']],
    ['with another kind of authentication', 'grant_type=client_credentials', { authorization: 'Bearer x' }, [401, 'invalid_client']],
    ['as JSON', '{"grant_type":"client_credentials"}', { 'content-type': 'application/json' }, [400, 'invalid_request']],
  ])('is refused as the standard says when it asks %s', async (_, payload, headers, told) => {
    const answer = await http.nobody.send({ method: 'POST', url: '/oauth/token', payload, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } })
    expect([answer.status, answer.body['error']]).toEqual(told)
  })

  it('cannot ask for a scope that it was not given', async () => {
    expect((await refusal(gateway, { fields: { scope: 'catalogue.read areas.read' } })).slice(0, 2)).toEqual([400, 'invalid_scope'])
  })
})

describe('its secret', () => {
  it('is nowhere but in the answer', async () => {
    const token = await tokenOf(http, gateway)
    const { rows } = await sql<{ text: string }>`
      select a::text as text from identity.service_account a union all select s::text from identity.service_secret s union all select t::text from identity.service_token t union all select e::text from platform.event e`.execute(app.db)
    const kept = `${rows.map(({ text }) => text).join('\n')}\n${JSON.stringify(logged)}\n${JSON.stringify(await view())}`
    for (const secret of [gateway.secret, token]) expect([kept.includes(secret), kept.includes(Buffer.from(secret).toString('hex'))]).toEqual([false, false])
  })

  it('is rotated: both work for the time given, then the old one ends, with its tokens', async () => {
    const made = await serviceAccount(app, root, { name: 'Hệ thống đổi khóa', scopes: ['catalogue.read'] })
    const old = await tokenOf(http, made)
    const fresh = await app.call(root, rotateService, { id: made.id, overlapHours: 4 })
    expect(Date.parse(fresh.oldEndsAt) - Date.now()).toBeGreaterThan(3.9 * 3_600_000)
    for (const secret of [made.secret, fresh.secret]) expect((await askToken(http, { ...made, secret })).status).toBe(200)
    expect((await view(made.id)).secrets.map(({ endsAt }) => endsAt)).toEqual([null, fresh.oldEndsAt])
    await sql`update identity.service_secret set ends_at = now() - interval '1 second' where account = ${made.id} and ends_at is not null`.execute(app.db)
    expect((await refusal(made)).slice(0, 2)).toEqual([401, 'invalid_client'])
    expect((await ask(old, listProcedures)).code).toBe('token_invalid')
    expect((await ask(await tokenOf(http, fresh), listProcedures)).code).toBe('ok')
  })

  it('ends at once when there is no time to lose, and an end that was said is not put off', async () => {
    const made = await serviceAccount(app, root, { name: 'Hệ thống lộ khóa', scopes: ['catalogue.read'] })
    const token = await tokenOf(http, made)
    await app.call(root, rotateService, { id: made.id, overlapHours: 0 })
    await app.call(root, rotateService, { id: made.id, overlapHours: 24 })
    expect([(await ask(token, listProcedures)).code, (await refusal(made))[1]]).toEqual(['token_invalid', 'invalid_client'])
    await expect(app.call(root, rotateService, { id: made.id, overlapHours: 25 })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})

describe('an account', () => {
  it('is of a day within a year, of an agency of the scope, with a name of its own', async () => {
    const input = { name: 'Cổng thử', agency: 'Z99', responsible: 'Lê Văn Trực', purpose: 'Đọc danh mục thủ tục', scopes: ['catalogue.read' as const], until: addDays(today, 30) }
    const refused = (change: object, code: string) => expect(app.call(root, createService, { ...input, ...change })).rejects.toMatchObject({ code })
    await refused({ until: addDays(today, 400) }, 'service_days')
    await refused({ until: addDays(today, -1) }, 'service_days')
    await refused({ agency: 'Z98' }, 'agency_not_yours')
    await refused({ name: 'CỔNG dữ liệu mở' }, 'service_name_taken')
    for (const change of [{ scopes: [] }, { scopes: ['everything'] }, { networks: ['203.0.113.0'] }, { networks: ['203.0.113.0/33'] }, { purpose: 'ngắn' }]) await refused(change, 'invalid_input')
  })

  it('is called from its networks only: neither a token is got nor used elsewhere', async () => {
    const made = await serviceAccount(app, root, { name: 'Trong mạng', scopes: ['catalogue.read'], networks: ['203.0.113.0/28', '2001:db8::/32'] })
    expect((await refusal(made, { from: '203.0.113.99' })).slice(0, 2)).toEqual([400, 'unauthorized_client'])
    const token = await tokenOf(http, made, { from: '203.0.113.9' })
    expect((await ask(token, listProcedures, {}, { from: '2001:db8::9' })).code).toBe('ok')
    const elsewhere = await ask(token, listProcedures, {}, { from: '198.51.100.7' })
    expect([elsewhere.status, elsewhere.code]).toEqual([403, 'network_not_allowed'])
  })

  it('is revoked: its next request is refused, its owner is told why, and its name is free', async () => {
    const made = await serviceAccount(app, root, { name: 'Bị thu hồi', scopes: ['catalogue.read'] })
    const token = await tokenOf(http, made)
    await app.call(root, revokeService, { id: made.id, reason: 'Hết hợp đồng' })
    const answer = await ask(token, listProcedures)
    expect([answer.status, answer.code, answer.headers['www-authenticate']]).toEqual([401, 'token_invalid', 'Bearer error="invalid_token"'])
    expect(await refusal(made)).toEqual([400, 'unauthorized_client', 'this account was revoked'])
    expect(await view(made.id)).toMatchObject({ state: 'revoked', revokeReason: 'Hết hợp đồng', actions: [], secrets: [] })
    for (const again of [() => app.call(root, rotateService, { id: made.id, overlapHours: 1 }), () => app.call(root, revokeService, { id: made.id, reason: 'Lần nữa' })]) await expect(again()).rejects.toMatchObject({ code: 'service_over' })
    await serviceAccount(app, root, { name: 'Bị thu hồi', scopes: ['catalogue.read'] })
  })

  it('ends after its last day, and goes on when it is given another with a new secret', async () => {
    const made = await serviceAccount(app, root, { name: 'Hết hạn', scopes: ['catalogue.read'] })
    const token = await tokenOf(http, made)
    await sql`update identity.service_account set valid_to = ${addDays(today, -1)}::date where id = ${made.id}`.execute(app.db)
    expect([(await ask(token, listProcedures)).code, (await refusal(made))[2], (await view(made.id)).state]).toEqual(['token_invalid', 'the last day of this account is over', 'expired'])
    await expect(app.call(root, rotateService, { id: made.id, overlapHours: 1 })).rejects.toMatchObject({ code: 'service_days' })
    const fresh = await app.call(root, rotateService, { id: made.id, overlapHours: 1, until: addDays(today, 300) })
    expect((await ask(await tokenOf(http, fresh), listProcedures)).code).toBe('ok')
  })

  it('ends with its agency', async () => {
    const made = await serviceAccount(app, root, { name: 'Của phường Ba', scopes: ['catalogue.read'], agency: 'Z99.003' })
    const token = await tokenOf(http, made)
    await sql`update agencies.agency set valid_to = ${today}::date where code = 'Z99.003'`.execute(app.db)
    expect([(await ask(token, listProcedures)).code, (await refusal(made))[2], (await view(made.id)).state]).toEqual(['token_invalid', 'the agency of this account has ended', 'agency_ended'])
  })

  it('is locked after five wrong secrets, the right one too, until an administrator ends that', async () => {
    const made = await serviceAccount(app, root, { name: 'Bị dò khóa', scopes: ['catalogue.read'] })
    const token = await tokenOf(http, made)
    const wrong = { ...made, secret: 'tinhso_secret_wrong' }
    for (let times = 0; times < 4; times++) expect((await refusal(wrong))[2]).toBe('no such client, or not this secret')
    expect((await view(made.id)).failed).toBe(4)
    expect((await refusal(wrong))[2]).toMatch(/^too many failures: locked until /)
    expect((await refusal(made))[2]).toMatch(/^too many failures/)
    // whoever has a token already goes on: guessing at the door must not stop a system that is at work
    expect((await ask(token, listProcedures)).code).toBe('ok')
    expect(await view(made.id)).toMatchObject({ state: 'locked', lockedUntil: expect.any(String), actions: ['unlock', 'rotate', 'revoke'] })
    await app.call(root, unlockService, { id: made.id })
    expect((await askToken(http, made)).status).toBe(200)
    expect((await view(made.id)).events.map(({ name }) => name)).toEqual(['identity.service_unlocked', 'identity.service_locked', 'identity.service_created'])
  })

  it('is not locked by a stranger from outside of its networks, who locks himself out', async () => {
    const made = await serviceAccount(app, root, { name: 'Chỉ từ một mạng', scopes: ['catalogue.read'], networks: ['198.51.100.0/24'] })
    const wrong = { ...made, secret: 'tinhso_secret_wrong' }
    const from = (ip: string, who = wrong) => askToken(http, who, { from: ip }).then(({ status, body }) => [status, String(body['error_description']).slice(0, 17)])
    for (let times = 0; times < 4; times++) await from('203.0.113.9')
    expect(await from('203.0.113.9')).toEqual([401, 'too many failures'])
    expect((await from('203.0.113.200', made))[1]).toBe('too many failures')
    expect((await from('198.51.100.7', made))[0]).toBe(200)
    expect(await view(made.id)).toMatchObject({ failed: 0, lockedUntil: null })
    expect((await view(made.id)).events.map(({ name }) => name)).toEqual(['identity.service_created'])
  })

  it('a name that nobody has is locked with the same words', async () => {
    const nobodys = { id: '', clientId: '01900000-0000-7000-8000-000000000000', secret: 'tinhso_secret_wrong' }
    const told: unknown[] = []
    for (let times = 0; times < 6; times++) told.push(String((await refusal(nobodys))[2]).slice(0, 17))
    expect(told).toEqual([...Array.from({ length: 4 }, () => 'no such client, o'), 'too many failures', 'too many failures'])
  })

  it('that asks many times at one moment locks nobody', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => askToken(http, gateway)))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200))
    expect((await view()).failed).toBe(0)
  })
})

describe('whoever looks after it', () => {
  it('is warned thirty days before the end, once', async () => {
    const made = await serviceAccount(app, root, { name: 'Sắp hết', scopes: ['catalogue.read'], days: 30 })
    await serviceAccount(app, root, { name: 'Còn lâu', scopes: ['catalogue.read'], days: 31 })
    await job()
    await job()
    await app.drain()
    const { notices } = await app.call(root, officerNotices, {})
    expect(notices.filter(({ template }) => template === 'identity.service_ends').map(({ facts }) => facts)).toEqual([{ name: 'Sắp hết', to: addDays(today, 30) }])
    expect((await view(made.id)).state).toBe('ending')
  })

  it('forgets tokens whose time is over', async () => {
    await tokenOf(http, gateway)
    await sql`update identity.service_token set expires_at = now() - interval '1 second'`.execute(app.db)
    await job()
    expect((await sql`select 1 from identity.service_token`.execute(app.db)).rows).toEqual([])
  })

  it('finds it in the review of rights of its agency', async () => {
    const { id } = await app.call(root, openReview, { agency: 'Z99' })
    const { services } = await app.call(root, getReview, { review: id })
    expect(services.map(({ name }) => name)).toContain('Cổng dữ liệu mở')
    expect(services.some(({ state }) => state === 'revoked')).toBe(false)
  })

  it('an administrator of another place sees none of it', async () => {
    const other = await officer(app, 'clerk.002', 'clerk')
    await sql`update identity.capacity set role = 'administrator', agency = 'Z99.002' where id = ${other.capacityId}`.execute(app.db)
    const neighbour: Actor = { ...other, role: 'administrator', agency: 'Z99.002' }
    expect((await app.call(neighbour, listServices, {})).services).toEqual([])
    await expect(app.call(neighbour, getService, { id: gateway.id })).rejects.toMatchObject({ code: 'service_not_found' })
    await expect(app.call(neighbour, revokeService, { id: gateway.id, reason: 'Không phải của mình' })).rejects.toMatchObject({ code: 'service_not_found' })
  })
})
