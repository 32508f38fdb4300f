import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { knownFailures } from '#kernel/failure'
import { myDossiers, getDossier } from '#contract/dossiers'
import { submitted } from '../../test/factories/drafts.ts'
import { citizen } from '../../test/factories/people.ts'
import { overHttp, type Answer, type Http } from '../../test/over-http.ts'
import { withApp, type TestApp } from '../../test/with-app.ts'

type Parameter = { name: string; in: string; required: boolean; schema: object }
type Operation = {
  operationId: string; summary: string; parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> }
  responses: Record<string, { description: string; content: Record<string, { schema: Record<string, unknown> }> }>
}
type Description = {
  openapi: string; info: { title: string; version: string }; servers: { url: string }[]; paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, { properties: { code: { enum: string[] } } } | undefined> }
}

let app: TestApp
let http: Http
let description: Description
let operations: { path: string; method: string; operation: Operation }[]

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  http = await overHttp(app)
  description = (await http.nobody.send({ url: '/api/openapi.json' })).body as unknown as Description
  operations = Object.entries(description.paths).flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, operation })))
})

const resolve = (ref: string): unknown => ref.replace(/^#\//, '').split('/').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], description)

/** A checker of what this schema describes; its references begin at the root of the document. */
const checkerOf = (schema: unknown) =>
  z.fromJSONSchema(JSON.parse(JSON.stringify({ ...(schema as object), $defs: description.components.schemas }).replaceAll('#/components/schemas/', '#/$defs/')) as Parameters<typeof z.fromJSONSchema>[0])

/** Every part of the document that is an object. */
function* parts(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield value as Record<string, unknown>
  for (const part of Object.values(value)) yield* parts(part)
}

describe('the description of the API', () => {
  it('names every route that is served and no other, each once', () => {
    const served = app.application.routes.map(({ contract }) => `${contract.method} ${contract.path.replace(/:(\w+)/g, '{$1}')} ${contract.name}`)
    expect(operations.map(({ path, method, operation }) => `${method.toUpperCase()} ${path} ${operation.operationId}`).toSorted()).toEqual(served.toSorted())
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length)
  })

  it('is OpenAPI 3.1 by its own rules', () => {
    expect(description).toMatchObject({ openapi: '3.1.0', info: { title: expect.stringMatching(/./), version: expect.stringMatching(/^\d/) }, servers: [{ url: http.url }] })
    const templates = Object.keys(description.paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
    expect(new Set(templates).size, 'two paths that differ in the names of their parts only').toBe(templates.length)
    for (const { path, method, operation } of operations) {
      const where = `${method} ${path}`
      expect(path, where).toMatch(/^\/api\/[a-z0-9/{}A-Z-]+$/)
      expect(operation.summary, where).toMatch(/^\p{Lu}/u)
      const named = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`)
      expect(new Set(named).size, where).toBe(named.length)
      expect(operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name), where).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1]))
      for (const parameter of operation.parameters) {
        expect(['path', 'query', 'header'], where).toContain(parameter.in)
        expect(parameter.schema, where).toBeTypeOf('object')
        if (parameter.in === 'path') expect(parameter.required, where).toBe(true)
      }
      expect(operation.requestBody !== undefined, where).toBe(method === 'post')
      expect(Object.keys(operation.responses), where).toEqual(['200', 'default'])
      for (const response of Object.values(operation.responses)) expect(response.description, where).not.toBe('')
    }
    for (const part of parts(description)) {
      if (typeof part['$ref'] === 'string') expect(resolve(part['$ref']), part['$ref']).toBeTypeOf('object')
      expect(part).not.toHaveProperty('nullable')
      expect(part).not.toHaveProperty('$schema')
    }
  })

  it('has schemas that a program can make a checker of, for every question and every answer', () => {
    const schemas = operations.flatMap(({ operation }) => [
      ...operation.parameters.map(({ schema }) => schema), ...Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => schema), ...Object.values(operation.responses['200']?.content ?? {}).map(({ schema }) => schema),
    ])
    expect(schemas.length).toBeGreaterThan(operations.length)
    for (const schema of schemas) expect(() => checkerOf(schema), JSON.stringify(schema).slice(0, 300)).not.toThrow()
  })

  it('names every code of a refusal', () => {
    expect(description.components.schemas['Problem']?.properties.code.enum).toEqual([...knownFailures().keys()].toSorted())
  })
})

describe('what is answered is what is described', () => {
  const checker = (name: string, of: 'answer' | 'refusal') => {
    const found = operations.find(({ operation }) => operation.operationId === name)?.operation
    const schema = of === 'answer' ? found?.responses['200']?.content['application/json']?.schema : description.components.schemas['Problem']
    return checkerOf(schema)
  }
  const expectDescribed = (name: string, answer: Answer) => {
    expect(answer.status, answer.text).toBe(200)
    expect(checker(name, 'answer').safeParse(answer.body).error?.message, name).toBeUndefined()
  }

  it('for what anybody may read', async () => {
    for (const [name, url] of [['areas.list', '/api/areas'], ['agencies.list', '/api/agencies'], ['procedures.list', '/api/procedures'], ['procedures.get', '/api/procedures/1.004873'], ['procedures.search', '/api/procedures/search?q=hon+nhan'], ['indicators.read', '/api/indicators/dossiers-on-time?by=area'], ['machine.api', '/api/machine/api']] as const) {
      expectDescribed(name, await http.nobody.send({ url }))
    }
  })

  it('for a citizen with a dossier', async () => {
    const an = await citizen(app, 'an')
    const sent = await submitted(app, an)
    const client = await http.client(an)
    expectDescribed('dossiers.mine', await client.ask(myDossiers))
    expectDescribed('dossiers.get', await client.ask(getDossier, { id: sent.id }))
    expect(checker('dossiers.get', 'answer').safeParse({ ...(await client.ask(getDossier, { id: sent.id })).body, state: 'lost' }).success, 'the checker would notice').toBe(false)
  })

  it('for refusals', async () => {
    const answers = [await http.nobody.ask(myDossiers), await http.nobody.send({ url: '/api/nothing' }), await http.nobody.send({ url: '/api/agencies?on=never' })]
    for (const answer of answers) expect(checker('', 'refusal').safeParse(answer.body).error?.message, answer.text).toBeUndefined()
  })
})
