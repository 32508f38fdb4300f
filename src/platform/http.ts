import type { z } from 'zod'
import type { Role, Viewer } from '#kernel/app'
import type { Contract } from '#kernel/contract'
import { kindsIn, type PersonalKind } from '#kernel/personal'
import type { Tx } from './db.ts'
import type { StoredFile } from './files.ts'
import type { LevelAct } from './province.ts'
import type { Read, Reads } from './readings.ts'
import type { SessionControl } from './sessions.ts'
import type { Tools } from './tools.ts'

/**
 * Who is acting. An officer acts in one capacity at a time: one role at one agency; a citizen has neither.
 * `id` is the citizen's or officer's id; the system acts in jobs and subscriptions.
 */
export type Actor = Viewer & {
  id: string | null
  capacityId: string | null
  /** identity level proven by the national identity (1 or 2); 0 for everybody else */
  level: 0 | 1 | 2
  /** codes of the procedures that an officer's capacity is limited to; null, or nothing, when it reaches all of them */
  procedures?: readonly string[] | null
  /** keyed digest of a citizen's number: records in which others named them are theirs too */
  numberIndex?: Buffer | null
  /** what a service account may ask for in this token; nobody else has any */
  scopes?: readonly string[]
}

export const nobody: Actor = { kind: 'nobody', id: null, role: 'nobody', agency: null, capacityId: null, name: '', level: 0 }
export const system: Actor = { kind: 'system', id: null, role: 'nobody', agency: null, capacityId: null, name: '', level: 0 }

/** The part of a request that says who asks: what a door of another module needs to decide. */
export type Asking = { actor: Actor; locale: 'vi' | 'en'; correlationId: string; ip: string }

/** Everything a command may use; nothing else is reachable from it. */
export type Call<I = unknown> = Tools & Asking & {
  /** the transaction of a POST; for a GET the plain database */
  tx: Tx
  input: I
  session: SessionControl
  /** the file of an upload route: on disk under its content's name, not yet anybody's */
  upload: UploadedFile | null
  /**
   * Runs as the very last statement before the commit; what it returns is the answer. For counters that everybody waits for: their row
   * is locked for the length of a commit instead of a whole act.
   */
  lastly(act: () => Promise<unknown>): void
  /** Says whose personal data the answer holds; a route that declares `reads` must say it, also when it is nobody's. */
  reads(whose: readonly Read[]): void
}

/** What a download route answers with: the file's bytes by their name in `files`, and a name for the person's folder. */
export type FileAnswer = { file: string; type: string; name: string; size: number; inline: boolean }

export type UploadedFile = StoredFile & { name: string }

/** What an uploaded file may be. */
export type Accepts = { maxBytes: number; types: readonly string[] }

export type RateLimit = { by: 'address' | 'person'; most: number; seconds: number }

export type Route = {
  contract: Contract
  who: readonly Role[] | 'anyone'
  /** 'json' (default); 'download' answers a FileAnswer; 'upload' takes one file part, handed over as `call.upload` */
  kind: 'json' | 'download' | 'upload'
  /** 'own': the command opens its transactions itself, because it must write even when it refuses (a failed sign-in is counted) */
  transaction: 'dispatcher' | 'own'
  /** why this POST needs no idempotency key; every other POST needs one */
  repeatable: string | null
  limit: RateLimit | null
  /** what an uploaded file may be at most, whatever it is for */
  accepts: Accepts | null
  /** what it may be here: asked before its bytes are taken, so that nobody fills the disk with what is refused afterwards */
  acceptsHere: ((call: Call<never>) => Promise<Accepts>) | null
  /** rebuilds the answer of an act done before, from what was stored of it and the database; without it the stored answer is the answer */
  replay: ((call: Call<never>, stored: unknown) => Promise<unknown>) | null
  /** served only in demonstration mode */
  demonstration: boolean
  /** usable while the session is locked: unlocking it, signing out */
  whileLocked: boolean
  /** the scope that lets a service account in; null keeps every service out. Given by `withScopes` */
  scope: string | null
  /** the act, when the province may ask for a citizen whose identity was proven in person; see RouteOptions */
  level: LevelAct | null
  /** the personal data in the answer: why they are read; null when there are none */
  reads: Reads | null
  /** of which kinds they are */
  kinds: readonly PersonalKind[]
  run(call: Call<never>): Promise<unknown>
}

export type RouteOptions = {
  who: readonly Role[] | 'anyone'
  kind?: Route['kind']
  transaction?: Route['transaction']
  repeatable?: string
  limit?: RateLimit
  accepts?: Accepts
  demonstration?: boolean
  whileLocked?: boolean
  reads?: Reads
  /**
   * Names the act of a citizen that binds them, so that whoever does it must be who they say: the province says which level of the national
   * identity it asks for (`identityLevel` of province.json). Officers are asked nothing here: they prove themselves with two factors.
   */
  level?: LevelAct
}

/** An upload whose limits depend on what it is for. */
type Here<I extends z.ZodType> = { acceptsHere?: (call: Call<z.output<I>>) => Promise<Accepts> }

/** Declares one row of a module's route table: the contract, who may, and the command that does it. */
export function route<I extends z.ZodType, O extends z.ZodType>(
  contract: Contract<I, O>, options: RouteOptions & Here<I>, run: (call: Call<z.output<I>>) => Promise<z.input<O> | FileAnswer>,
): Route
/**
 * The same for an act whose answer is only known after its last statement (`call.lastly`): the command answers with what is stored of it, and
 * `replay` makes the whole answer of that when the act is asked for again.
 */
export function route<I extends z.ZodType, O extends z.ZodType, S>(
  contract: Contract<I, O>, options: RouteOptions & Here<I> & { replay: (call: Call<z.output<I>>, stored: S) => Promise<z.input<O>> }, run: (call: Call<z.output<I>>) => Promise<S>,
): Route
export function route(contract: Contract, options: RouteOptions & { replay?: unknown; acceptsHere?: unknown }, run: unknown): Route {
  return {
    contract,
    who: options.who,
    kind: options.kind ?? 'json',
    transaction: options.transaction ?? 'dispatcher',
    repeatable: options.repeatable ?? null,
    limit: options.limit ?? null,
    accepts: options.accepts ?? null,
    acceptsHere: (options.acceptsHere ?? null) as Route['acceptsHere'],
    replay: (options.replay ?? null) as Route['replay'],
    demonstration: options.demonstration ?? false,
    whileLocked: options.whileLocked ?? false,
    scope: null,
    level: options.level ?? null,
    reads: options.reads ?? null,
    kinds: [...new Set([...(typeof options.reads === 'object' ? (options.reads.what ?? []) : []), ...kindsIn(contract.output)])],
    run: run as Route['run'],
  }
}

/**
 * True when this role may call this route at all; whose record it may touch is the command's question. Services come in by a scope only, also
 * where anybody may: what a scope does not name is closed to them.
 */
export const allows = (row: Pick<Route, 'who' | 'scope'>, role: Role): boolean => (role === 'service' ? row.scope !== null : row.who === 'anyone' || row.who.includes(role))

/** The routes with the scope that each is named in: `scopes` says which contracts a scope lets a service call. */
export function withScopes(routes: readonly Route[], scopes: Readonly<Record<string, readonly string[]>>): Route[] {
  const scopeOf = new Map(Object.entries(scopes).flatMap(([scope, names]) => names.map((name): [string, string] => [name, scope])))
  return routes.map((row) => ({ ...row, scope: scopeOf.get(row.contract.name) ?? null }))
}

/**
 * Throws when the program cannot serve this table: a name, or a method with a path, twice; an upload that does not say what it accepts; a
 * download that acts; an answer with personal data, or a file, that does not say why it is read; an act outside the dispatcher's transaction, where no key holds, that does not say why it may be repeated.
 */
export function checkRoutes(routes: readonly Route[]): void {
  const seen = new Set<string>()
  for (const row of routes) {
    const { contract } = row
    for (const key of [contract.name, `${contract.method} ${contract.path.replace(/:\w+/g, ':')}`]) {
      if (seen.has(key)) throw new Error(`${key} is in the route table twice`)
      seen.add(key)
    }
    const wrong = faultOf(row)
    if (wrong !== undefined) throw new Error(`${contract.name}: ${wrong}`)
  }
}

function faultOf({ contract, kind, accepts, repeatable, transaction, reads, kinds }: Route): string | undefined {
  if ((kind === 'upload') !== (accepts !== null)) return 'an upload says what it accepts, and nothing else does'
  if (kind === 'upload' && contract.method !== 'POST') return 'an upload is a POST'
  if (reads === null && (kinds.length > 0 || kind === 'download')) return `its answer holds personal data (${kind === 'download' ? 'a file' : kinds.join(', ')}), so it says why they are read`
  if (kind === 'download' && contract.method !== 'GET') return 'a download is a GET'
  if (contract.method === 'GET' && repeatable !== null) return 'a GET is repeatable anyway'
  if (contract.method === 'POST' && transaction === 'own' && repeatable === null) return 'an act with its own transaction has no key, so it says why it is repeatable'
  return undefined
}
