import { beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '#kernel/ids'
import { scopeNames, serviceScopes, type ServiceScope } from '#contract/identity'
import { pngBytes } from '../factories/drafts.ts'
import { officer } from '../factories/people.ts'
import { serviceAccount, tokenOf } from '../factories/services.ts'
import { everyRow, overHttp, type Http } from '../over-http.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
let http: Http
const tokens = {} as Record<ServiceScope | 'all', string>

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  http = await overHttp(app)
  const root = await officer(app, 'administrator')
  for (const scope of scopeNames) tokens[scope] = await tokenOf(http, await serviceAccount(app, root, { name: `Chỉ ${scope}`, scopes: [scope] }))
  tokens.all = await tokenOf(http, await serviceAccount(app, root, { name: 'Tất cả', scopes: [...scopeNames] }))
})

/** What is asked of the routes that a scope opens, and what the asker gets who is let in. */
const asked: Record<string, { input?: Record<string, unknown>; gets?: string }> = {
  'procedures.list': {}, 'procedures.search': { input: { q: 'hon nhan' } }, 'procedures.get': { input: { code: '1.004873' } }, 'areas.list': {}, 'areas.get': { input: { code: '99001' } }, 'areas.unit': { input: { code: '99001' } },
  'areas.outlines': {}, 'areas.find': { input: { q: 'mau' } }, 'agencies.list': {}, 'agencies.get': { input: { code: 'Z99.001' } }, 'indicators.list': {}, 'indicators.read': { input: { code: 'dossiers-on-time' } },
  'indicators.series': { input: { code: 'dossiers-on-time' } }, 'dossiers.follow': { input: { id: uuidv7() }, gets: 'dossier_not_found' },
}

const scopeOf = new Map<string, ServiceScope>(scopeNames.flatMap((scope) => serviceScopes[scope].map((name): [string, ServiceScope] => [name, scope])))

describe('the table of scopes', () => {
  it('names routes that are served, each once, none of which changes anything or shows whose anything is', () => {
    const names = Object.values(serviceScopes).flat()
    expect(new Set(names).size).toBe(names.length)
    expect(Object.keys(asked).toSorted()).toEqual([...names].toSorted())
    for (const name of names) {
      const row = app.application.routes.find(({ contract }) => contract.name === name)
      expect([name, row?.contract.method, row?.kinds, row?.kind, row?.demonstration, row?.scope]).toEqual([name, 'GET', [], 'json', false, scopeOf.get(name)])
    }
  })

  it('every scope with every route: let in where it is named, refused by name everywhere else', async () => {
    const { routes } = app.application
    let tested = 0
    const before = await everyRow(app.db)
    for (const { contract, kind } of routes) {
      const own = scopeOf.get(contract.name) ?? null
      for (const scope of [...scopeNames, 'all'] as const) {
        const { input = {}, gets = 'ok' } = asked[contract.name] ?? {}
        const filled = { ...Object.fromEntries([...contract.path.matchAll(/:(\w+)/g)].map(([, part]) => [part, 'x'])), ...input }
        // what no scope opens is closed whatever is asked, to the account with every scope as well
        const answer = await http.nobody.ask(contract, filled, { csrf: null, origin: null, headers: { authorization: `Bearer ${tokens[scope]}` }, ...(kind === 'upload' && { files: [{ name: 'a.png', type: 'image/png', bytes: pngBytes }] }) })
        const isOpen = own !== null && (scope === own || scope === 'all')
        expect([contract.name, scope, answer.code], answer.text).toEqual([contract.name, scope, isOpen ? gets : 'scope_missing'])
        if (!isOpen) expect([answer.status, (answer.body['values'] as { scope: unknown }).scope]).toEqual([403, own])
        tested += 1
      }
    }
    expect(tested).toBe(routes.length * (scopeNames.length + 1))
    expect(await everyRow(app.db), 'and nothing was changed').toEqual(before)
    // a thousand requests, and more with every route
  }, 120_000)

  it('is in the description of the API', async () => {
    const { body } = await http.nobody.send({ method: 'GET', url: '/api/openapi.json' })
    const description = body as { paths: Record<string, Record<string, { security?: unknown }>>; components: { securitySchemes: { service: { flows: { clientCredentials: { tokenUrl: string; scopes: Record<string, string> } } } } } }
    const { clientCredentials } = description.components.securitySchemes.service.flows
    expect([clientCredentials.tokenUrl, Object.keys(clientCredentials.scopes).toSorted()]).toEqual(['/oauth/token', [...scopeNames].toSorted()])
    expect(description.paths['/api/areas']?.['get']?.security).toEqual([{}, { service: ['areas.read'] }])
  })
})
