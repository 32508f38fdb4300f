import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { checkRoutes, route, type Route, type RouteOptions } from './http.ts'

const row = (name: string, method: 'GET' | 'POST', path: string, options: Omit<RouteOptions, 'who'> = {}): Route =>
  route(defineContract({ name, method, path, summary: name, input: z.strictObject({}), output: z.strictObject({}) }), { who: 'anyone', ...options }, async () => ({}))
const accepts = { maxBytes: 1, types: [] }

describe('the route table', () => {
  it('may have one path by two methods, and one beginning by many ends', () => {
    checkRoutes([row('a.look', 'GET', '/api/a'), row('a.do', 'POST', '/api/a'), row('a.one', 'GET', '/api/a/:id'), row('a.part', 'GET', '/api/a/:id/part')])
  })

  it.each([
    ['a name twice', [row('a.look', 'GET', '/api/a'), row('a.look', 'GET', '/api/b')], 'a.look is in the route table twice'],
    ['a path twice, whatever its parts are called', [row('a.one', 'GET', '/api/a/:id'), row('a.other', 'GET', '/api/a/:code')], 'GET /api/a/: is in the route table twice'],
    ['an upload that takes anything', [row('a.hand-in', 'POST', '/api/a', { kind: 'upload' })], 'a.hand-in: an upload says what it accepts'],
    ['a limit of files where there are none', [row('a.do', 'POST', '/api/a', { accepts })], 'a.do: an upload says what it accepts'],
    ['an upload by GET', [row('a.hand-in', 'GET', '/api/a', { kind: 'upload', accepts })], 'a.hand-in: an upload is a POST'],
    ['a download that does not say why it is read', [row('a.file', 'GET', '/api/a', { kind: 'download' })], 'a.file: its answer holds personal data (a file)'],
    ['a download by POST', [row('a.file', 'POST', '/api/a', { kind: 'download', reads: 'own' })], 'a.file: a download is a GET'],
    ['a GET that says it is repeatable', [row('a.look', 'GET', '/api/a', { repeatable: 'it looks' })], 'a.look: a GET is repeatable anyway'],
    ['an act without a key that does not say why', [row('a.sign-in', 'POST', '/api/a', { transaction: 'own' })], 'a.sign-in: an act with its own transaction has no key'],
  ])('may not have %s', (_what, table, sentence) => {
    expect(() => checkRoutes(table)).toThrow(sentence)
  })
})
