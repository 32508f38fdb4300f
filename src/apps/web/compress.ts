import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, gzip as zip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const gzip = promisify(zip)

/** smaller answers are sent as they are: a packet is a packet */
const least = 1_000

const wants = (request: FastifyRequest): boolean => /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))

/**
 * A page's bytes as the browser takes them. Only what everybody is shown is made smaller: a page of a signed-in person holds the token of their
 * session beside words that a stranger may have put into its address, and the length of the two together would tell the token letter by letter
 * (the attack is called BREACH).
 */
export async function packed(request: FastifyRequest, reply: FastifyReply, body: Buffer, forEverybody: boolean): Promise<Buffer> {
  if (!forEverybody) return body
  void reply.header('vary', 'accept-encoding')
  if (body.length < least || !wants(request)) return body
  void reply.header('content-encoding', 'gzip')
  return gzip(body, { level: 6 })
}

const texts: Readonly<Record<string, string>> = { js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8' }

/** Built styles and scripts, made smaller once for each process. Their names carry a hash of their content, so nothing here grows old. */
export function packedAssets(root: string): (request: FastifyRequest, reply: FastifyReply, path: string) => Promise<Buffer | undefined> {
  const kept = new Map<string, Promise<Buffer>>()
  return async (request, reply, path) => {
    const type = path.startsWith('/assets/') ? texts[path.split('.').at(-1) ?? ''] : undefined
    if (type === undefined || !wants(request)) return undefined
    let bytes = kept.get(path)
    if (!bytes) kept.set(path, (bytes = readFile(`${root}${path}`).then((file) => gzip(file, { level: constants.Z_BEST_COMPRESSION }))))
    const answer = await bytes
    void reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding', 'cache-control': 'public, max-age=31536000, immutable' }).type(type)
    return answer
  }
}
