import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What our server asks the issuer for. */
export const places = { discovery: '/vneid/.well-known/openid-configuration', token: '/vneid/token', userinfo: '/vneid/me', jwks: '/vneid/jwks' } as const
export type Place = keyof typeof places

/** An answer of the issuer on its way to us; whoever stands on the wire may change all of it. */
export type Reply = { status: number; headers: Record<string, string>; body: string }

/** A request of ours on its way to the issuer. */
export type Request = { headers: Record<string, string>; body: URLSearchParams }

export type Tampering = {
  /** changes what we ask the token endpoint */
  request?: (request: Request) => void
  /** changes what we are told */
  reply?: Partial<Record<Place, (reply: Reply) => void>>
  /** hangs up instead of answering */
  drop?: Place
  /** lets somebody else ask for the tokens first, with the same request */
  first?: true
}

export type Wire = {
  port: number
  /** what is done to the next exchanges; empty lets everything through as it is */
  tampering: Tampering
  /** the tokens and codes that went over the wire, to look for them where they must not be */
  secrets: string[]
  close(): Promise<void>
}

/** Stands on the wire between our server and the issuer behind `target`, for tests: real HTTP on both sides, and one thing changed on the way. */
export async function openWire(target: string): Promise<Wire> {
  const wire: Wire = { port: 0, tampering: {}, secrets: [], close: () => new Promise((resolve) => void (server.closeAllConnections(), server.close(() => resolve()))) }
  const server = createServer((request, response) => void pass(wire, target, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  wire.port = (server.address() as AddressInfo).port
  return wire
}

async function pass(wire: Wire, target: string, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { tampering } = wire
  const place = (Object.keys(places) as Place[]).find((each) => places[each] === incoming.url)
  if (place !== undefined && tampering.drop === place) return void incoming.socket.destroy()
  const request = await read(incoming)
  if (place === 'token') tampering.request?.(request)
  const ask = () => fetch(`${target}${incoming.url ?? ''}`, {
    method: incoming.method ?? 'GET', headers: request.headers, redirect: 'manual', ...(incoming.method === 'POST' && { body: request.body.toString() }),
  })
  if (place === 'token' && tampering.first) await (await ask()).arrayBuffer()
  const answer = await ask()
  const reply: Reply = { status: answer.status, headers: { 'content-type': answer.headers.get('content-type') ?? '' }, body: await answer.text() }
  const challenge = answer.headers.get('www-authenticate')
  if (challenge !== null) reply.headers['www-authenticate'] = challenge
  if (place !== undefined) tampering.reply?.[place]?.(reply)
  if (place === 'token') wire.secrets.push(...secretsOf(request, reply))
  outgoing.writeHead(reply.status, reply.headers).end(reply.body)
}

async function read(incoming: IncomingMessage): Promise<Request> {
  let text = ''
  for await (const chunk of incoming) text += String(chunk)
  const { authorization, 'content-type': type, accept } = incoming.headers
  return { body: new URLSearchParams(text), headers: { ...(authorization !== undefined && { authorization }), ...(type !== undefined && { 'content-type': type }), ...(accept !== undefined && { accept }) } }
}

const secretsOf = ({ body }: Request, reply: Reply): string[] => {
  const tokens = [...reply.body.matchAll(/"(?:access_token|id_token)":"([^"]+)"/g)].map(([, token]) => token ?? '')
  return [body.get('code') ?? '', body.get('code_verifier') ?? '', ...tokens].filter((each) => each.length > 20)
}
