import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { createRequestHandler, RouterContextProvider, ServerRouter, type EntryContext, type ServerBuild } from 'react-router'
import type { App } from '#kernel/app'
import * as keys from './context.ts'
import { forPages } from './kit/call.ts'
import { Nonce } from './kit/nonce.ts'

const handlers = new WeakMap<object, ReturnType<typeof createRequestHandler>>()

/** What the server hands in with each request. */
export type Given = keys.RequestFacts & { app: App; nonce: string; dev: boolean }

/** The only thing that the server calls: the keys of the context never leave this bundle. */
export function respond(build: ServerBuild, request: Request, given: Given): Promise<Response> {
  let handler = handlers.get(build)
  if (!handler) handlers.set(build, (handler = createRequestHandler(build, given.dev ? 'development' : 'production')))
  const context = new RouterContextProvider()
  context.set(keys.app, forPages(given.app, request))
  context.set(keys.nonce, given.nonce)
  context.set(keys.request, { incident: given.incident, report: given.report })
  return handler(request, context)
}

/**
 * Draws the whole page, then sends it: loaders await their data, so streaming would win nothing, and a page that breaks half-way is
 * still an honest 500.
 */
export default function handleRequest(request: Request, status: number, headers: Headers, router: EntryContext, context: RouterContextProvider): Promise<Response> {
  const nonce = context.get(keys.nonce)
  const { report } = context.get(keys.request)
  return new Promise<Response>((resolve, reject) => {
    let failed = false
    const chunks: Uint8Array[] = []
    const sink = new Writable({
      write(chunk: Uint8Array, _encoding, done) {
        chunks.push(chunk)
        done()
      },
      final(done) {
        headers.set('content-type', 'text/html; charset=utf-8')
        resolve(new Response(Buffer.concat(chunks), { headers, status: failed ? 500 : status }))
        done()
      },
    })
    const { pipe } = renderToPipeableStream(<Nonce value={nonce}><ServerRouter context={router} url={request.url} nonce={nonce} /></Nonce>, {
      nonce,
      onAllReady: () => void pipe(sink),
      onShellError: reject,
      onError(error) {
        failed = true
        report(error)
      },
    })
  })
}

/** Faults go to the log of the request they belong to; refusals are answers, and a person who left is nobody's fault. */
export function handleError(error: unknown, { request, context }: { request: Request; context: Readonly<RouterContextProvider> | undefined }): void {
  if (!request.signal.aborted) context?.get(keys.request).report(error)
}
