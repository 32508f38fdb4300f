import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import type { App } from '#kernel/app'
import { Failure } from '#kernel/failure'
import { isWebReady, web } from './web.ts'

// Stands for the built pages: tells what it was handed, and tries an act and a reading.
const builtPages = `
const contract = (method) => ({ name: 'x.y', method })
const tried = (app, method) => app.call(contract(method), {}).then(() => 'done', (error) => error.code)
export const entry = { module: { async respond(build, request, { app, nonce, incident, dev }) {
  const { pathname } = new URL(request.url)
  if (pathname === '/broken') throw new Error('a page that breaks')
  if (pathname === '/long') return new Response('dài'.repeat(1000), { headers: { 'content-type': 'text/html; charset=utf-8' } })
  if (pathname === '/moved') return new Response(null, { status: 303, headers: { location: '/there' } })
  if (pathname === '/signed-in') app.setCookies.push('session=new; Path=/')
  const told = { method: request.method, url: request.url, body: await request.text(), type: request.headers.get('content-type'), nonce, incident, dev, act: await tried(app, 'POST'), reading: await tried(app, 'GET') }
  return new Response(JSON.stringify(told), { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'set-cookie': 'page=1' } })
} } }
`

let open: { server: FastifyInstance; root: string }[] = []
afterEach(async () => {
  for (const { server, root } of open) {
    await server.close()
    rmSync(root, { recursive: true, force: true })
  }
  open = []
})

function putBuild(root: string, stamp?: string): void {
  mkdirSync(join(root, 'build', 'server'), { recursive: true })
  mkdirSync(join(root, 'build', 'client', 'assets'), { recursive: true })
  writeFileSync(join(root, 'build', 'client', 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  writeFileSync(join(root, 'build', 'client', 'assets', 'root-abc.css'), 'body{}')
  writeFileSync(join(root, 'build', 'client', 'assets', 'long-abc.css'), 'body{}'.repeat(1000))
  writeFileSync(join(root, 'build', 'client', '.secret'), 'nobody')
  writeFileSync(join(root, 'build', 'server', 'index.js'), builtPages)
  if (stamp !== undefined) writeFileSync(join(root, 'build', '.stamp'), stamp)
}

type Wanted = { built?: boolean; webStamp?: string; csrf?: string; mode?: 'demonstration' | 'production'; fails?: Failure }

async function serve({ built = true, webStamp, csrf = '', mode = 'demonstration', fails }: Wanted = {}): Promise<{ server: FastifyInstance; root: string }> {
  const root = mkdtempSync(join(tmpdir(), 'web-'))
  writeFileSync(join(root, 'package.json'), '{"type":"module"}')
  if (built) putBuild(root, webStamp)
  const server = Fastify()
  open.push({ server, root })
  server.get('/api/known', async () => ({ known: true }))
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ code: 'not_found' }))
  const appFor = async (): Promise<App> => {
    if (fails) throw fails
    return {
      call: async () => ({}) as never, locale: 'vi', csrf, setCookies: [],
      viewer: csrf === '' ? { kind: 'nobody', role: 'nobody', name: '', agency: null, agencyName: null, title: null } : { kind: 'citizen', role: 'citizen', name: 'Lan', agency: null, agencyName: null, title: null },
      page: { mode, provinceName: { vi: 'Tỉnh Mẫu', en: 'Sample' }, publicUrl: 'https://province.example', now: '2026-11-23T00:00:00Z', clockMoved: false,
        authority: { vi: 'UBND tỉnh Mẫu', en: 'Committee' }, hotline: { number: '1900 0000', hours: { vi: '', en: '' } },
      },
    }
  }
  await web(server, { dev: false, projectRoot: root, appFor, webStamp })
  return { server, root }
}

const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' }

describe('before the pages are built', () => {
  it('says that they are being made, loads itself again, and then is there', async () => {
    const { server, root } = await serve({ built: false })
    const before = await server.inject('/thu-tuc')
    expect([before.statusCode, before.headers['retry-after'], before.headers['cache-control'], isWebReady(server)]).toEqual([503, '2', 'no-store', false])
    expect(before.body).toContain('<meta http-equiv="refresh" content="2">')
    expect(before.body).toContain('<h1>Đang chuẩn bị giao diện</h1>')
    expect(before.body).toContain(`<style nonce="${/'nonce-([^']+)'/.exec(String(before.headers['content-security-policy']))?.[1]}">`)
    putBuild(root)
    await expect.poll(() => isWebReady(server), { timeout: 5000 }).toBe(true)
    expect((await server.inject('/thu-tuc')).statusCode).toBe(200)
  })
  it('speaks English to those who chose it', async () => {
    const { server } = await serve({ built: false })
    expect((await server.inject({ url: '/', headers: { cookie: 'a=b; tinhso-lang=en' } })).body).toContain('<html lang="en">')
  })
  it('waits for the build that the launcher is making, not for an old one', async () => {
    const { server, root } = await serve({ built: false, webStamp: 'new' })
    putBuild(root, 'old')
    expect((await server.inject('/')).statusCode).toBe(503)
    putBuild(root, 'new')
    await expect.poll(() => isWebReady(server), { timeout: 5000 }).toBe(true)
  })
  it('closes while it waits', async () => {
    const { server } = await serve({ built: false })
    await server.close()
    expect(isWebReady(server)).toBe(false)
  })
})

describe('what is sent small', () => {
  const zipped = { 'accept-encoding': 'br;q=1.0, gzip;q=0.8' }
  it('is a page that everybody is shown, for a browser that can read it', async () => {
    const { server } = await serve()
    const small = await server.inject({ url: '/long', headers: zipped })
    expect([small.headers['content-encoding'], small.headers['vary']]).toEqual(['gzip', 'accept-encoding'])
    expect(small.rawPayload.length).toBeLessThan(200)
    expect(gunzipSync(small.rawPayload).toString('utf8')).toBe('dài'.repeat(1000))
    const plain = await server.inject('/long')
    expect([plain.headers['content-encoding'], plain.headers['vary'], plain.body]).toEqual([undefined, 'accept-encoding', 'dài'.repeat(1000)])
  })
  it('is not the page of a signed-in person, whose token stands beside words of the address', async () => {
    const { server } = await serve({ csrf: 'token' })
    const answer = await server.inject({ url: '/long', headers: zipped })
    expect([answer.headers['content-encoding'], answer.body.length]).toEqual([undefined, 3000])
  })
  it('is every style and script, under the same rules of keeping; a picture is as it is', async () => {
    const { server } = await serve({ csrf: 'token' })
    for (let times = 0; times < 2; times++) {
      const small = await server.inject({ url: '/assets/long-abc.css', headers: zipped })
      expect([small.statusCode, small.headers['content-encoding'], small.headers['content-type'], small.headers['cache-control'], small.headers['x-content-type-options']]).toEqual([200, 'gzip', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable', 'nosniff'])
      expect(gunzipSync(small.rawPayload).toString('utf8')).toBe('body{}'.repeat(1000))
    }
    expect((await server.inject('/assets/long-abc.css')).body).toBe('body{}'.repeat(1000))
    expect((await server.inject({ url: '/favicon.svg', headers: zipped })).headers['content-encoding']).toBeUndefined()
    expect((await server.inject({ method: 'HEAD', url: '/assets/long-abc.css', headers: zipped })).statusCode).toBe(200)
  })
})

describe('a page', () => {
  it('is drawn with a nonce of its own, and says it to the browser', async () => {
    const { server } = await serve()
    expect(isWebReady(server)).toBe(true)
    const [one, two] = [await server.inject('/thu-tuc?q=1'), await server.inject('/thu-tuc?q=1')]
    const told = JSON.parse(one.body)
    expect(told).toMatchObject({ method: 'GET', body: '', dev: false, act: 'done', reading: 'done' })
    expect(new URL(told.url).pathname).toBe('/thu-tuc')
    expect(told.nonce).toHaveLength(24)
    expect(told.nonce).not.toBe(JSON.parse(two.body).nonce)
    const policy = String(one.headers['content-security-policy'])
    expect(policy).toContain(`script-src 'self' 'nonce-${told.nonce}'`)
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })
  it('has frames of our own files on the desk, and nowhere else', async () => {
    const { server } = await serve()
    const policyOf = async (path: string) => String((await server.inject(path)).headers['content-security-policy'])
    expect(await policyOf('/can-bo/ho-so/1')).toContain("frame-src 'self'")
    for (const path of ['/', '/can-bong', '/thu-tuc?ve=/can-bo/']) expect(await policyOf(path)).not.toContain('frame-src')
  })
  it('protects itself', async () => {
    const { headers } = await (await serve()).server.inject('/')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'cache-control': 'private, no-cache' })
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['strict-transport-security']).toBeUndefined()
  })
  it('of a signed-in person is kept nowhere, and https is remembered in production only', async () => {
    const { headers } = await (await serve({ csrf: 'token', mode: 'production' })).server.inject('/')
    expect([headers['cache-control'], headers['strict-transport-security']]).toEqual(['no-store', 'max-age=31536000'])
  })
  it('sends the cookies of the session after its own', async () => expect((await (await serve()).server.inject('/signed-in')).headers['set-cookie']).toEqual(['page=1', 'session=new; Path=/']))
  it('can lead elsewhere', async () => {
    const answer = await (await serve()).server.inject('/moved')
    expect([answer.statusCode, answer.headers['location'], answer.body]).toEqual([303, '/there', ''])
  })
  it('answers HEAD without a body', async () => {
    const answer = await (await serve()).server.inject({ method: 'HEAD', url: '/thu-tuc' })
    expect([answer.statusCode, answer.body]).toEqual([200, ''])
  })
  it('that breaks says so in plain words, without its inside', async () => {
    const answer = await (await serve()).server.inject('/broken')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).toContain('<h1>Hệ thống đang có lỗi</h1>')
    expect(answer.body).not.toContain('a page that breaks')
  })
  it.each([['unavailable', 503, 'Hệ thống đang tạm nghỉ'], ['rate_limited', 429, 'Bạn thao tác quá nhanh']])('that cannot be begun (%s) answers %i', async (code, status, words) => {
    const answer = await (await serve({ fails: new Failure(code) })).server.inject('/')
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8'])
    expect(answer.body).toContain(words)
  })
})

describe('a form', () => {
  it('reaches its page as it was sent', async () => {
    const { server } = await serve()
    const told = JSON.parse((await server.inject({ method: 'POST', url: '/nop', headers: urlencoded, payload: 'name=Nguy%E1%BB%85n&a=1' })).body)
    expect(told).toMatchObject({ method: 'POST', body: 'name=Nguy%E1%BB%85n&a=1', type: urlencoded['content-type'], act: 'done' })
  })
  it('of at most 64 KiB', async () => {
    const { server } = await serve()
    const post = (length: number) => server.inject({ method: 'POST', url: '/nop', headers: urlencoded, payload: 'a'.repeat(length) })
    expect((await post(64 * 1024)).statusCode).toBe(200)
    const refused = await post(64 * 1024 + 1)
    expect([refused.statusCode, refused.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8'])
    expect(refused.body).toContain('<h1>Nội dung gửi lên quá lớn</h1>')
  })
  const boundary = '--b\r\ncontent-disposition: form-data; name="csrf"\r\n\r\ntoken\r\n--b--\r\n'
  it.each([
    ['with the token', urlencoded, 'csrf=token', 'done'], ['with the token in a header', { ...urlencoded, 'x-csrf-token': 'token' }, 'a=1', 'done'],
    ['with the token in several parts', { 'content-type': 'multipart/form-data; boundary=b' }, boundary, 'done'], ['without it', urlencoded, 'a=1', 'csrf'], ['with another', urlencoded, 'csrf=tokem', 'csrf'],
    ['with an empty one', urlencoded, 'csrf=', 'csrf'], ['that is no form', { 'content-type': 'text/plain' }, 'csrf=token', 'csrf'], ['with nothing', {}, '', 'csrf'],
  ])('of a signed-in person %s', async (_name, headers, payload, act) => {
    const { server } = await serve({ csrf: 'token' })
    expect(JSON.parse((await server.inject({ method: 'POST', url: '/nop', headers, payload })).body)).toMatchObject({ act, reading: 'done' })
  })
})

describe('what is no page', () => {
  it('is served from the build, hashed files for ever', async () => {
    const { server } = await serve()
    const [style, icon] = [await server.inject('/assets/root-abc.css'), await server.inject('/favicon.svg?x=1')]
    expect([style.statusCode, style.headers['cache-control'], style.headers['x-content-type-options']]).toEqual([200, 'public, max-age=31536000, immutable', 'nosniff'])
    expect([icon.statusCode, icon.headers['cache-control'], icon.headers['content-type']]).toEqual([200, 'public, max-age=3600', 'image/svg+xml'])
  })
  it.each(['/.secret', '/../server/index.js', '/%2e%2e/server/index.js', '/assets/../../server/index.js', '/assets/', '/server/index.js'])('never serves %s', async (url) => {
    const answer = await (await serve()).server.inject(url)
    expect(answer.body).not.toMatch(/nobody|export const entry/)
  })
  it('leaves unknown addresses of the API to the API', async () => {
    const { server } = await serve()
    expect((await server.inject('/api/known')).json()).toEqual({ known: true })
    const unknown = await server.inject('/api/unknown')
    expect([unknown.statusCode, unknown.json()]).toEqual([404, { code: 'not_found' }])
  })
})
