import { Failure } from '#kernel/failure'
import { isUuid } from '#kernel/ids'
import type { z } from 'zod'
import { inTransaction, isAway, reading, type Tx } from './db.ts'
import { allows, type Accepts, type Actor, type Asking, type Call, type Route, type UploadedFile } from './http.ts'
import { keepAnswer, takeKey } from './idempotency.ts'
import type { ProvinceFacts, LevelAct } from './province.ts'
import type { Limiter } from './rate-limit.ts'
import { noteReadings, type Read } from './readings.ts'
import { reasonsOf } from './reasons.ts'
import type { SessionControl } from './sessions.ts'
import { unstorable } from './storable.ts'
import type { Tools } from './tools.ts'

/** One request, from wherever it came: a JSON route, a page's loader or action, a file route. */
export type Request = Asking & {
  route: Route
  input: unknown
  session: SessionControl
  /** idempotency key, a UUID the browser made with the form */
  key: string | undefined
  upload?: UploadedFile
}

/** The one way in: rights, limits, shape, key, transaction. Answers with the contract's output (or a FileAnswer). */
export type Dispatch = (request: Request) => Promise<unknown>

export type DispatchTools = {
  tools: Tools
  limiter: Limiter
  /** told after each POST that committed: there may be events to deliver */
  onCommit?: () => void
}

/** Makes the dispatcher. It throws Failures only; what is not one was a fault of ours and is thrown as it came. */
export const makeDispatch = ({ tools, limiter, onCommit }: DispatchTools): Dispatch => async (request) => {
  const { route, actor } = request
  refuseUnlessAllowed(route, request, { mode: tools.config.mode, identityLevel: tools.province.identityLevel })
  if (route.limit) limiter.take(route.contract.name, route.limit, route.limit.by === 'address' ? request.ip : `${actor.kind}:${actor.id ?? request.ip}`)
  const input = parse(route.contract.input, request.input)
  try {
    if (route.contract.method === 'GET') return await run(tools, request, input)
    const result = route.transaction === 'own' ? await run(tools, request, input) : await act(tools, request, input)
    onCommit?.()
    return result
  } catch (error) {
    if (isAway(error)) throw new Failure('unavailable', { part: 'database' }, { cause: error })
    throw error
  }
}

/** What a file may be that is on its way: by its route, and where the route says so, by what it is for. Throws what stands against it already now. */
export type Measure = (request: Omit<Request, 'key' | 'upload'>) => Promise<Accepts>

export const makeMeasure = ({ tools }: Pick<DispatchTools, 'tools'>): Measure => async (request) => {
  const { accepts, acceptsHere, contract } = request.route
  const most = accepts ?? { maxBytes: 0, types: [] }
  if (acceptsHere === null) return most
  try {
    const { call } = callOf(tools, { ...request, key: undefined }, parse(contract.input, request.input), reading(tools.db))
    const here = await acceptsHere(call)
    return { maxBytes: Math.min(most.maxBytes, here.maxBytes), types: here.types.filter((type) => most.types.includes(type)) }
  } catch (error) {
    if (isAway(error)) throw new Failure('unavailable', { part: 'database' }, { cause: error })
    throw error
  }
}

/** What an installation says about who may come in. */
export type Admission = { mode: 'demonstration' | 'production'; identityLevel: ProvinceFacts['identityLevel'] }

/** May this person call this route at all? In this order, so that nobody learns more than they must. */
export function refuseUnlessAllowed(route: Route, request: Pick<Request, 'actor' | 'session'>, admission: Admission): void {
  const { actor, session } = request
  if (route.demonstration && admission.mode !== 'demonstration') throw new Failure('not_found')
  if (actor.kind === 'service') return refuseOutOfScope(route, actor)
  if (actor.kind === 'nobody' && !allows(route, actor.role)) throw new Failure('unauthenticated')
  if (session.current?.locked && !route.whileLocked && route.who !== 'anyone') throw new Failure('session_locked')
  if (!allows(route, actor.role)) throw new Failure('forbidden')
  if (route.level !== null) refuseLowLevel(actor, route.level, admission)
}

/** Throws `scope_missing` with the scope that would let a service in; a route that is in none is closed to all of them. */
function refuseOutOfScope({ scope }: Pick<Route, 'scope'>, { scopes = [] }: Pick<Actor, 'scopes'>): void {
  if (scope === null || !scopes.includes(scope)) throw new Failure('scope_missing', { scope })
}

/**
 * Throws `identity_level_too_low` when a citizen's session proved less than the act `bound` asks for. A command asks it itself where only some of
 * what its route shows is bound to a level.
 */
export function refuseLowLevel(actor: Pick<Actor, 'kind' | 'level'>, bound: LevelAct, { identityLevel }: Pick<Admission, 'identityLevel'>): void {
  const needed = identityLevel[bound]
  if (actor.kind === 'citizen' && actor.level < needed) throw new Failure('identity_level_too_low', { needed })
}

function parse(schema: z.ZodType, input: unknown): unknown {
  const never = unstorable(input)
  if (Object.keys(never).length > 0) throw new Failure('invalid_input', { fields: Object.keys(never) }, { fields: never })
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const fields = reasonsOf(result.error.issues, input)
  throw new Failure('invalid_input', { fields: Object.keys(fields) }, { fields })
}

/** Looking, or an act that opens its transactions itself. */
async function run(tools: Tools, request: Request, input: unknown): Promise<unknown> {
  const { call, last, read } = callOf(tools, request, input, reading(tools.db))
  const result = await request.route.run(call)
  const done = answer(request.route, await (last()?.() ?? result))
  await note(call.tx, request, read())
  return done
}

/** An act with its key, in one transaction: done once, however often it is asked for. */
async function act(tools: Tools, request: Request, input: unknown): Promise<unknown> {
  const { route, key, actor, session } = request
  if (route.repeatable === null && (key === undefined || !isUuid(key))) throw new Failure('idempotency_key_required')
  const undo = session.standing()
  return inTransaction(tools.db, async (tx) => {
    // this may be another attempt: what the one before did to the session was undone with it
    undo()
    const { call, last, read } = callOf(tools, request, input, tx)
    if (route.repeatable !== null || key === undefined) {
      const result = await route.run(call)
      const done = answer(route, await (last()?.() ?? result))
      await note(tx, request, read())
      return done
    }
    const known = await takeKey(tx, key, actor, route.contract.name, request.upload ? [input, request.upload.hash] : input)
    const done = known ? (route.replay ? answer(route, await route.replay(call, known.stored)) : known.stored) : await once(route, key, call, last)
    await note(tx, request, read())
    return done
  }).catch((error: unknown) => {
    undo()
    throw error
  })
}

/**
 * Does an act and keeps its answer beside its key. The answer is made before the commit: an act whose answer is not what its contract says
 * has not happened.
 */
async function once(route: Route, key: string, call: Call<never>, last: Last): Promise<unknown> {
  const result = await route.run(call)
  const doLast = last()
  if (doLast && !route.replay) throw new Error(`${route.contract.name} makes its answer last, where it cannot be kept: the route needs a replay`)
  if (!route.replay) {
    const done = answer(route, result)
    await keepAnswer(call.tx, key, done)
    return done
  }
  await keepAnswer(call.tx, key, result)
  return answer(route, await (doLast?.() ?? result))
}

/** Notes whose data the answer shows, before it leaves. An answer that shows somebody's without saying whose is a fault of ours. */
async function note(tx: Tx, request: Request, read: readonly Read[] | undefined): Promise<void> {
  const { route } = request
  if (route.reads === null || route.reads === 'own') return
  if (read === undefined) throw new Error(`${route.contract.name} does not say whose data it shows`)
  await noteReadings(tx, request, read)
}

/** What the command wants done last, once it has said so. */
type Last = () => (() => Promise<unknown>) | undefined

function callOf(tools: Tools, request: Request, input: unknown, tx: Tx): { call: Call<never>; last: Last; read(): readonly Read[] | undefined } {
  let last: (() => Promise<unknown>) | undefined
  let read: Read[] | undefined
  const { actor, locale, correlationId, ip, session } = request
  const call: Call = {
    ...tools, actor, locale, correlationId, ip, session, tx, input, upload: request.upload ?? null,
    lastly: (doLast) => void (last = doLast),
    reads: (whose) => void (read = [...(read ?? []), ...whose]),
  }
  return { call: call as Call<never>, last: () => last, read: () => read }
}

// Parsed on the way out as well: what the contract does not name never leaves, whatever a store returned.
const answer = (route: Route, result: unknown): unknown => (route.kind === 'download' ? result : route.contract.output.parse(result))
