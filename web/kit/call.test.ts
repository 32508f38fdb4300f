import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { App } from '#kernel/app'
import { defineContract } from '#kernel/contract'
import { Failure } from '#kernel/failure'
import { attempt, forPages, refusalOf } from './call.ts'

const accept = defineContract({ name: 'dossiers.accept', method: 'POST', path: '/api/dossiers/accept', summary: 'accepts', input: z.object({ code: z.string() }), output: z.object({ code: z.string() }) })

const appThat = (answer: (input: unknown, options?: { key?: string }) => unknown): App => ({
  call: async (contract, input, options) => contract.output.parse(await answer(input, options)) as never,
  viewer: { kind: 'nobody', role: 'nobody', name: '', agency: null, agencyName: null, title: null }, locale: 'vi', csrf: '', setCookies: [],
  page: { mode: 'demonstration', provinceName: { vi: 'Tỉnh Mẫu', en: 'Sample' }, authority: { vi: 'UBND tỉnh Mẫu', en: 'People\'s Committee of Sample Province' }, hotline: { number: '1900 0000', hours: { vi: '7:00 – 22:00', en: '7:00 – 22:00' } }, publicUrl: 'http://localhost:8080', now: '2026-11-23T00:00:00Z', clockMoved: false },
})
const refusing = (code: string, options?: { fields?: Record<string, string> }): App => appThat(() => { throw new Failure(code, { why: 1 }, options) })
const thrownBy = (run: () => Promise<unknown>): Promise<unknown> => run().then(() => 'nothing', (error: unknown) => error)
const page = (path: string, method = 'GET') => new Request(`http://localhost:8080${path}`, { method })

describe('the application of a page', () => {
  it('answers', async () => expect(await forPages(appThat((input) => input), page('/')).call(accept, { code: 'H1' })).toEqual({ code: 'H1' }))

  it('makes an error page of a refusal, with its status and what its words need', async () => {
    const error = await thrownBy(() => forPages(refusing('forbidden'), page('/ho-so')).call(accept, { code: 'H1' }))
    expect(error).toMatchObject({ type: 'DataWithResponseInit', init: { status: 403, statusText: 'forbidden' } })
    expect(refusalOf(error)).toEqual({ code: 'forbidden', status: 403, values: { why: 1 }, fields: {} })
  })

  it.each([
    ['unauthenticated', '/ho-so/1?x=1', '/dang-nhap?ve=%2Fho-so%2F1%3Fx%3D1'], ['unauthenticated', '/can-bo/cua-toi.data?_routes=x', '/can-bo/dang-nhap?ve=%2Fcan-bo%2Fcua-toi'],
    ['unauthenticated', '/_root.data', '/dang-nhap?ve=%2F'], ['session_locked', '/can-bo', '/can-bo/mo-khoa?ve=%2Fcan-bo'],
  ])('sends a reader who is %s at %s to %s', async (code, path, to) => {
    const answer = await thrownBy(() => forPages(refusing(code), page(path)).call(accept, { code: 'H1' }))
    expect(answer).toBeInstanceOf(Response)
    expect((answer as Response).headers.get('location')).toBe(to)
  })
  it('sends nobody in a circle', async () => {
    expect(await thrownBy(() => forPages(refusing('unauthenticated'), page('/dang-nhap?ve=%2F')).call(accept, { code: 'H1' }))).not.toBeInstanceOf(Response)
  })
  it('sends nobody away from a form that they filled', async () => {
    expect(refusalOf(await thrownBy(() => forPages(refusing('unauthenticated'), page('/ho-so', 'POST')).call(accept, { code: 'H1' })))?.code).toBe('unauthenticated')
  })
  it('leaves a fault of ours as it is', async () => {
    const fault = new TypeError('x is not a function')
    expect(await thrownBy(() => forPages(appThat(() => { throw fault }), page('/')).call(accept, { code: 'H1' }))).toBe(fault)
  })
})

describe('an attempt', () => {
  it('gives the answer, and hands the key on', async () => {
    const keys: unknown[] = []
    const app = appThat((input, options) => {
      keys.push(options?.key)
      return input
    })
    expect(await attempt(app, accept, { code: 'H1' }, { key: 'k' })).toEqual({ ok: true, value: { code: 'H1' } })
    expect((await attempt(app, accept, { code: 'H1' })).ok).toBe(true)
    expect(keys).toEqual(['k', undefined])
  })
  it('gives a refusal back, raw or already made into a page', async () => {
    const refused = { ok: false, refusal: { code: 'invalid_input', status: 400, values: { why: 1 }, fields: { code: 'required' } } }
    const app = refusing('invalid_input', { fields: { code: 'required' } })
    expect(await attempt(app, accept, {})).toEqual(refused)
    expect(await attempt(forPages(app, page('/', 'POST')), accept, {})).toEqual(refused)
  })
  it('throws what nobody at the form can mend', async () => {
    await expect(attempt(refusing('internal'), accept, {})).rejects.toThrow('internal')
    await expect(attempt(appThat(() => { throw new TypeError('x') }), accept, {})).rejects.toThrow(TypeError)
  })
})
