import { Failure } from '#kernel/failure'
import { isUuid } from '#kernel/ids'
import type { z } from 'zod'
import { inTransaction, isAway, type Tx } from './db.ts'
import { allows, type Asking, type Call, type Route, type UploadedFile } from './http.ts'
import { keepAnswer, takeKey } from './idempotency.ts'
import type { Limiter } from './rate-limit.ts'
import type { SessionControl } from './sessions.ts'
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
  refuseUnlessAllowed(route, request, tools.config.mode)
  if (route.limit) limiter.take(route.contract.name, route.limit, route.limit.by === 'address' ? request.ip : `${actor.kind}:${actor.id ?? request.ip}`)
  const input = parse(route.contract.input, request.input)
  try {
    if (route.contract.method === 'GET') return answer(route, await route.run(callOf(tools, request, input, tools.db as Tx).call))
    const result = route.transaction === 'own' ? await route.run(callOf(tools, request, input, tools.db as Tx).call) : await act(tools, request, input)
    onCommit?.()
    return answer(route, result)
  } catch (error) {
    if (isAway(error)) throw new Failure('unavailable', { part: 'database' }, { cause: error })
    throw error
  }
}

/** May this person call this route at all? In this order, so that nobody learns more than they must. */
function refuseUnlessAllowed(route: Route, request: Request, mode: 'demonstration' | 'production'): void {
  if (route.demonstration && mode !== 'demonstration') throw new Failure('not_found')
  if (route.who !== 'anyone' && request.actor.kind === 'nobody') throw new Failure('unauthenticated')
  if (request.session.current?.locked && !route.whileLocked && route.who !== 'anyone') throw new Failure('session_locked')
  if (!allows(route, request.actor.role)) throw new Failure('forbidden')
}

function parse(schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) fields[issue.path.join('.')] ??= reasonOf(issue)
  throw new Failure('invalid_input', { fields: Object.keys(fields) }, { fields })
}

/** A short stable word for what is wrong with a field; a schema may give its own as its message, in lower_case. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (/^[a-z][a-z0-9_]+$/.test(issue.message)) return issue.message
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'wrong_type'
  if (issue.code === 'too_small') return issue.origin === 'string' && Number(issue.minimum) <= 1 ? 'required' : 'too_small'
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too_long' : 'too_big'
  if (issue.code === 'unrecognized_keys') return 'unknown_field'
  return 'wrong_form'
}

/** An act with its key, in one transaction: done once, however often it is asked for. */
async function act(tools: Tools, request: Request, input: unknown): Promise<unknown> {
  const { route, key, actor } = request
  if (route.repeatable === null && (key === undefined || !isUuid(key))) throw new Failure('idempotency_key_required')
  return inTransaction(tools.db, async (tx) => {
    const { call, last } = callOf(tools, request, input, tx)
    if (route.repeatable !== null || key === undefined) return finish(await route.run(call), last())
    const known = await takeKey(tx, key, actor, route.contract.name, request.upload ? [input, request.upload.hash] : input)
    if (known) return route.replay ? route.replay(call, known.stored) : known.stored
    const result = await route.run(call)
    await keepAnswer(tx, key, result)
    return finish(result, last())
  })
}

const finish = async (result: unknown, last: (() => Promise<unknown>) | undefined): Promise<unknown> => (last ? last() : result)

function callOf(tools: Tools, request: Request, input: unknown, tx: Tx): { call: Call<never>; last: () => (() => Promise<unknown>) | undefined } {
  let last: (() => Promise<unknown>) | undefined
  const { actor, locale, correlationId, ip, session } = request
  const call: Call = {
    ...tools, actor, locale, correlationId, ip, session, tx, input, upload: request.upload ?? null,
    lastly: (doLast) => void (last = doLast),
  }
  return { call: call as Call<never>, last: () => last }
}

// Parsed on the way out as well: what the contract does not name never leaves, whatever a store returned.
const answer = (route: Route, result: unknown): unknown => (route.kind === 'download' ? result : route.contract.output.parse(result))

