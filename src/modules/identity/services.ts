import { createHash, randomBytes } from 'node:crypto'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { isUuid } from '#kernel/ids'
import { inTransaction, reading, type Db, type Tx } from '#platform/db'
import { publish } from '#platform/events'
import type { Actor } from '#platform/http'
import { networkOf } from '#platform/readings'
import type { Sealer } from '#platform/sealer'
import type { Tools } from '#platform/tools'
import { notEnded } from '#modules/agencies'
import { realDay } from './credentials.ts'
import { ServiceLocked } from './events.ts'
import { isFrom } from './networks.ts'
import { lockOf } from './rules.ts'
import { serviceFault, serviceRules, type ServiceFault } from './service-rules.ts'
import { findBySecret, findByToken, findService, keepToken, markUse, type ServiceRow } from './stores/services.ts'
import { clearTries, findAttempt, takeTry } from './stores/sign-ins.ts'
import { nameIndexOf } from './tries.ts'

/**
 * A new secret or token of 256 random bits; its beginning tells whoever finds it lying about what it is. A secret is printed, so it has no letters
 * that are taken for one another.
 */
export const newServiceSecret = (kind: 'secret' | 'token'): string => `tinhso_${kind}_${randomBytes(32).toString(kind === 'secret' ? 'hex' : 'base64url')}`

/** What is kept of one. No slow hash is needed: 256 random bits are guessed by nobody. */
export const serviceHash = (text: string): Buffer => createHash('sha256').update(text).digest()

/** What failures of a client are counted under, beside the names of officers: none of those holds a space. */
export const serviceIndexOf = (sealer: Sealer, clientId: string): Buffer => nameIndexOf(sealer, `service ${clientId}`)

/** Why a token was not given. `until`: when a lock ends. */
export type TokenRefusal = { refused: ServiceFault | 'unknown' | 'locked' | 'network' | 'scope'; until?: Date }
export type TokenAnswer = { token: string; seconds: number; scopes: string[] }

type Asked = { clientId: string; secret: string; scope: string | undefined; ip: string }
type Needs = Pick<Tools, 'db' | 'sealer' | 'clock' | 'log'>

/**
 * Gives a service account a token of a quarter of an hour for its secret. A wrong secret is counted under the client's name, whether anybody has it
 * or not, and locks it as a name of an officer; a right one is not counted first, as a system may ask many times at one moment.
 */
export async function issueToken(tools: Needs, asked: Asked): Promise<TokenAnswer | TokenRefusal> {
  const { db, sealer } = tools
  const now = realNow()
  const known = isUuid(asked.clientId) ? await findService(db, asked.clientId) : undefined
  const index = failuresOf(sealer, asked, known)
  const { until } = lockOf(await findAttempt(db, index), now)
  if (until) return { refused: 'locked', until }
  const account = known && (await findBySecret(db, asked.clientId, serviceHash(asked.secret), now))
  if (!account) return countFailure(tools, asked, known, index)
  const refused = await faultOf(db, account, asked.ip)
  if (refused) return { refused }
  const scopes = scopesOf(account, asked.scope)
  if (!scopes) return { refused: 'scope' }
  const token = newServiceSecret('token')
  const seconds = serviceRules.tokenMinutes * 60
  await clearTries(db as Tx, index)
  await keepToken(db, { hash: serviceHash(token), secret: account.secret, scopes, expiresAt: new Date(now.getTime() + seconds * 1000) })
  await markUse(db, account.id, now, networkOf(asked.ip))
  return { token, seconds, scopes }
}

const fromElsewhere = (known: ServiceRow | undefined, ip: string): boolean => known !== undefined && !isFrom(known.networks, ip)

/** What a failure is counted under. From outside of the account's networks it counts there alone: a stranger who knows the client's name locks only himself out. */
const failuresOf = (sealer: Sealer, { clientId, ip }: Asked, known: ServiceRow | undefined): Buffer => serviceIndexOf(sealer, fromElsewhere(known, ip) ? `${clientId} ${networkOf(ip)}` : clientId)

async function countFailure({ db, clock, log }: Needs, { ip }: Asked, known: ServiceRow | undefined, index: Buffer): Promise<TokenRefusal> {
  const attempt = await takeTry(db, index, realNow())
  const { until } = lockOf(attempt, realNow())
  if (until === null) return { refused: 'unknown' }
  const elsewhere = fromElsewhere(known, ip)
  log.warn({ service: known?.id ?? null, ip }, elsewhere ? 'token requests from elsewhere locked' : 'service account locked')
  if (known && attempt.taken && !elsewhere) await inTransaction(db, (tx) => publish(tx, ServiceLocked, { subject: known.id, at: clock.now(), payload: { service: known.id, until: until.toISOString() } }))
  return { refused: 'locked', until }
}

/** All scopes of the account, or those that were asked for; undefined when one of them is not its own. */
function scopesOf({ scopes }: ServiceRow, asked: string | undefined): string[] | undefined {
  const wanted = [...new Set((asked ?? '').split(' ').filter((each) => each !== ''))]
  if (wanted.length === 0) return scopes
  return wanted.every((each) => scopes.includes(each)) ? wanted : undefined
}

/** Whether the agency of an account has ended: the account ends with it. */
export const hasEnded = async (tx: Tx, agency: string): Promise<boolean> => (await notEnded(tx, [agency], realDay())).length === 0

async function faultOf(db: Db, account: ServiceRow, ip: string): Promise<ServiceFault | 'network' | undefined> {
  const fault = serviceFault({ revokedAt: account.revokedAt, until: account.until, agencyEnded: await hasEnded(reading(db), account.agency) }, realDay())
  return fault ?? (isFrom(account.networks, ip) ? undefined : 'network')
}

/**
 * The service account behind a bearer token, for every request. What happened to the account since the token was given counts at once. Throws
 * `token_invalid`, and `network_not_allowed` for a token that is right and comes from elsewhere.
 */
export async function serviceOf({ db, log }: Pick<Tools, 'db' | 'log'>, token: string, ip: string): Promise<Actor> {
  const now = realNow()
  const account = await findByToken(db, serviceHash(token), now)
  const fault = account && (await faultOf(db, account, ip))
  if (!account || (fault && fault !== 'network')) throw new Failure('token_invalid')
  if (fault === 'network') {
    log.warn({ service: account.id, ip }, 'service account used from elsewhere')
    throw new Failure('network_not_allowed')
  }
  await markUse(db, account.id, now, networkOf(ip))
  const { id, name, agency, scopes, granted } = account
  return { kind: 'service', id, role: 'service', agency, capacityId: null, name, level: 0, scopes: granted.filter((scope) => scopes.includes(scope)) }
}
