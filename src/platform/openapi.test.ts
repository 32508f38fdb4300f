import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { route } from './http.ts'
import { openApi } from './openapi.ts'

const about = { title: 'Tỉnh Mẫu', version: '1.0.0', publicUrl: 'https://province.example' }
const look = defineContract({
  name: 'trial.look', method: 'GET', path: '/api/trial/:code', summary: 'Look', input: z.strictObject({ code: z.string().max(5), on: z.iso.date().optional(), kind: z.enum(['a', 'b']) }), output: z.object({ found: z.boolean() }),
})
const say = defineContract({
  name: 'trial.say', method: 'POST', path: '/api/trial/:code', summary: 'Say', input: z.strictObject({ code: z.string(), word: z.string(), loud: z.boolean().optional() }), output: z.object({ id: z.uuid() }),
})
const hand = defineContract({ name: 'trial.hand', method: 'POST', path: '/api/trial/:code/paper', summary: 'Hand in', input: z.strictObject({ code: z.string(), note: z.string() }), output: z.object({}) })
const fetchFile = defineContract({ name: 'trial.fetch', method: 'GET', path: '/api/trial/:code/paper', summary: 'Fetch', input: z.strictObject({ code: z.string() }), output: z.object({}) })
const never = async (): Promise<never> => {
  throw new Error('nobody calls it')
}

type Operation = {
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: { properties: object; required: string[]; additionalProperties?: boolean } }> }
  responses: Record<string, { content: Record<string, unknown> }>
}
const tree = z.object({ name: z.string(), get parts() { return z.array(tree) } })
const grow = defineContract({ name: 'trial.grow', method: 'POST', path: '/api/trial/grow', summary: 'Grow', input: z.strictObject({ tree }), output: z.object({ tree }) })
const document = openApi([
  route(look, { who: 'anyone' }, never), route(say, { who: ['clerk'] }, never), route(hand, { who: ['clerk'], kind: 'upload', accepts: { maxBytes: 9, types: ['image/png'] } }, never),
  route(fetchFile, { who: ['clerk'], kind: 'download' }, never), route(grow, { who: ['clerk'] }, never),
], about)
const paths = document['paths'] as Record<string, Record<string, Operation>>

describe('one route in the description of the API', () => {
  it('a reading: its path, its question, who may', () => {
    const operation = paths['/api/trial/{code}']?.['get']
    expect(operation).toMatchObject({ operationId: 'trial.look', summary: 'Look', tags: ['trial'], 'x-who': ['anyone'] })
    expect(operation?.parameters.map((each) => [each.name, each.in, each.required])).toEqual([['code', 'path', true], ['on', 'query', false], ['kind', 'query', true]])
    expect(operation?.parameters[2]?.schema).toMatchObject({ enum: ['a', 'b'] })
    expect(operation).not.toHaveProperty('requestBody')
  })

  it('an act: its body without what the path says, and the key that presses once', () => {
    const operation = paths['/api/trial/{code}']?.['post']
    expect(operation?.parameters.map((each) => [each.name, each.in, each.required])).toEqual([['code', 'path', true], ['Idempotency-Key', 'header', true]])
    const schema = operation?.requestBody?.content['application/json']?.schema
    expect(Object.keys(schema?.properties ?? {})).toEqual(['word', 'loud'])
    expect([schema?.required, schema?.additionalProperties]).toEqual([['word'], false])
  })

  it('a shape that holds itself: every reference finds its part from the root of the document', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((found) => found[1] ?? '')
    expect(references.filter((reference) => reference.includes('trial.grow')).length).toBeGreaterThan(2)
    for (const reference of references) expect(reference.split('/').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document), reference).toMatchObject({ properties: expect.any(Object) })
  })

  it('an upload: a form whose file says what it may be; a download: bytes', () => {
    const schema = paths['/api/trial/{code}/paper']?.['post']?.requestBody?.content['multipart/form-data']?.schema
    expect(schema).toMatchObject({ required: ['note', 'file'], properties: { file: { format: 'binary', description: expect.stringContaining('image/png, at most 9 bytes') } } })
    expect(Object.keys(paths['/api/trial/{code}/paper']?.['get']?.responses['200']?.content ?? {})).toEqual(['application/octet-stream'])
  })
})
