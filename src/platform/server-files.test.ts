import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { route } from './http.ts'
import { serveFileRoute } from './server-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'files-'))
const hostile = '<script>alert(1)</script>'
const server = Fastify()
const contract = defineContract({ name: 'a.file', method: 'GET', path: '/api/file', summary: 'a file', input: z.looseObject({}), output: z.object({}) })

beforeAll(() => {
  writeFileSync(join(folder, 'one'), hostile)
  serveFileRoute({
    server, route: route(contract, { who: 'anyone', kind: 'download' }, async () => ({})), incoming: async () => ({}) as never, filePath: (hash) => join(folder, hash),
    dispatch: async ({ input }) => ({ file: 'one', size: hostile.length, name: 'tệp 1', inline: true, ...(input as object) }),
  })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const headersOf = async (type: string, inline = true) => (await server.inject(`/api/file?type=${encodeURIComponent(type)}${inline ? '' : '&inline='}`)).headers

describe('a file that a browser shows', () => {
  it('is a PDF in a frame of our own pages, without the sandbox that would stop its viewer, and with nothing else allowed', async () => {
    const headers = await headersOf('application/pdf')
    expect(headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': "inline; filename*=UTF-8''t%E1%BB%87p%201", 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' })
    expect(headers['content-security-policy']).toBe("default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'")
  })
  it.each(['image/png', 'image/jpeg', 'image/webp'])('is a picture in a sandbox: %s', async (type) => {
    const headers = await headersOf(type)
    expect(headers['content-disposition']).toMatch(/^inline;/)
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'self'; sandbox$/)
  })
  it.each(['text/html', 'image/svg+xml', 'text/xml', 'application/xhtml+xml', 'application/pdf; charset=utf-8', 'text/plain'])('is never one that can carry a script, whatever its route says: %s', async (type) => {
    const headers = await headersOf(type)
    expect(headers['content-disposition']).toMatch(/^attachment;/)
    expect(headers['content-security-policy']).toMatch(/sandbox$/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })
  it('is none that its route wants downloaded', async () => {
    const headers = await headersOf('application/pdf', false)
    expect(headers['content-disposition']).toMatch(/^attachment;/)
    expect(headers['content-security-policy']).toMatch(/sandbox$/)
  })
})
