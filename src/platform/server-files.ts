import { createReadStream } from 'node:fs'
import type { Multipart, MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import { Failure } from '#kernel/failure'
import { refuseUnlessAllowed, type Admission, type Dispatch, type Measure } from './dispatch.ts'
import { failureOf } from './problem.ts'
import { paperTypes, type StoredFile } from './files.ts'
import type { FileAnswer, Route } from './http.ts'
import type { Incoming } from './request.ts'

type Serving = { server: FastifyInstance; route: Route; incoming: (request: FastifyRequest) => Promise<Incoming>; dispatch: Dispatch }

/**
 * A route that takes one file, streamed to disk before its command runs. Fields come before the file. A page's form names where to go
 * afterwards in `next`: the answer is then a redirect, with `?loi=<code>` when it was refused, so that it works without scripts.
 */
export function serveUpload(serving: Serving & { admission: Admission; measure: Measure; storeFile: (bytes: Readable, rules: { maxBytes: number; types: readonly string[]; claimedType: string; name: string }) => Promise<StoredFile> }): void {
  const { server, route, incoming, dispatch, admission, measure, storeFile } = serving
  server.route({
    method: 'POST', url: route.contract.path,
    handler: async (request, reply) => {
      const asking = await incoming(request)
      const parts = request.parts({ limits: { fileSize: (route.accepts?.maxBytes ?? 0) + 1 } })
      const { part, fields } = await nextFile(parts)
      const next = ownPath(fields['next'])
      try {
        asking.proveOwnPage(fields['csrf'] ?? single(request.headers['x-csrf-token']))
        // nobody who may not use the route at all gets to fill the disk
        refuseUnlessAllowed(route, asking, admission)
        if (!part) throw new Failure('invalid_input', { fields: ['file'] }, { fields: { file: 'required' } })
        const { csrf: _csrf, next: _next, key, ...given } = fields
        const input = { ...given, ...(request.params as object) }
        const limits = await measure({ ...asking, route, input })
        const name = part.filename.normalize('NFC').replace(/[\p{C}/\\]/gu, '').slice(0, 200) || 'file'
        const stored = await storeFile(part.file, { ...limits, claimedType: part.mimetype, name })
        if ((await nextFile(parts)).part) throw new Failure('invalid_input', { fields: ['file'] }, { fields: { file: 'too_big' } })
        const answer = await dispatch({ ...asking, route, input, key: key ?? single(request.headers['idempotency-key']), upload: { ...stored, name } })
        return await reply.header('cache-control', 'no-store').status(next ? 303 : 200).headers(next ? { location: next } : {}).send(next ? '' : answer)
      } catch (error) {
        part?.file.resume()
        const failure = failureOf(error)
        if (!next || failure.status >= 500) throw failure
        return reply.status(303).header('location', withError(next, failure.code)).send('')
      }
    },
  })
}

/** Reads on to the next file of the form, with the fields before it. A box in which nothing was chosen comes as a part without a name: it is no file. */
async function nextFile(parts: AsyncIterator<Multipart>): Promise<{ part?: MultipartFile; fields: Record<string, string> }> {
  let fields: Record<string, string> = {}
  for (let next = await parts.next(); next.done !== true; next = await parts.next()) {
    fields = fieldsOf(next.value)
    if (next.value.type !== 'file') continue
    if (next.value.filename !== '') return { part: next.value, fields }
    next.value.file.resume()
  }
  return { fields }
}

const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

function fieldsOf(part: Multipart): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [name, field] of Object.entries(part.fields)) {
    if (field && !Array.isArray(field) && field.type === 'field' && typeof field.value === 'string') fields[name] = field.value
  }
  return fields
}

/** A path of our own pages, never another site's: `//elsewhere` and `/\elsewhere` are addresses to a browser. */
const ownPath = (next: string | undefined): string | undefined => (next !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : undefined)

const withError = (path: string, code: string): string => `${path}${path.includes('?') ? '&' : '?'}loi=${encodeURIComponent(code)}`

/** A route that answers with a file: streamed from disk, never executed by a browser, never kept by a shared cache. */
export function serveFileRoute(serving: Serving & { filePath: (hash: string) => string }): void {
  const { server, route, incoming, dispatch, filePath } = serving
  server.route({
    method: 'GET', url: route.contract.path,
    handler: async (request, reply) => {
      const asking = await incoming(request)
      const answer = (await dispatch({ ...asking, route, input: { ...(request.query as object), ...(request.params as object) }, key: undefined })) as FileAnswer
      return sendFile(reply, answer, filePath(answer.file))
    },
  })
}

function sendFile(reply: FastifyReply, answer: FileAnswer, path: string): FastifyReply {
  // a browser shows what cannot carry a script; everything else is a download, whatever its route says
  const shown = answer.inline && (paperTypes as readonly string[]).includes(answer.type)
  return reply
    .header('content-type', answer.type).header('content-length', answer.size).header('cache-control', 'private, no-store').header('x-content-type-options', 'nosniff')
    .header('content-disposition', `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(answer.name)}`)
    .header('content-security-policy', shown && answer.type === 'application/pdf' ? pdfPolicy : filePolicy)
    .send(createReadStream(path))
}

const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"
// a sandbox would stop the browser's own viewer; it puts the file into a page with one embedded object and one style of its own
const pdfPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
