import { uuidv7 } from '#kernel/ids'
import { isAway, sql, type Db, type Tx } from './db.ts'
import { correlationId, withCorrelation, type Log } from './log.ts'
import type { Metrics } from './metrics.ts'

/** A notice as a channel gets it. The sentence is made from template and facts where it is read, in the person's language. */
export type Message = { id: string; key: string; person: string; subject: string; template: string; facts: Record<string, unknown>; at: Date }

/**
 * A way to reach people. `send` may be called twice with the same key after a crash and must then reach the person once; it throws when it
 * could not, and is tried again with growing pauses.
 */
export type Channel = { name: string; send(message: Message): Promise<void> }

/** The person's own page in the portal: the notice is there as soon as it is marked sent. */
export const portalChannel: Channel = { name: 'portal', send: async () => {} }

/** attempts after which a notice waits for a person */
const mostAttempts = 8
const pauseSeconds = (attempts: number) => Math.min(2 ** attempts, 300)

/**
 * How long a process has a notice to itself. One sending may take a quarter of it, and none is begun after half of it: what this process
 * holds is sent, or given back, before another process takes it up.
 */
const leaseSeconds = 20

/** Queues a notice in the transaction of what it tells. `key` names it for ever: a second call with it does nothing. */
export async function notify(tx: Tx, message: Omit<Message, 'id'>): Promise<void> {
  await sql`insert into platform.message (id, key, person, subject, template, facts, at, correlation_id)
    values (${uuidv7()}, ${message.key}, ${message.person}, ${message.subject}, ${message.template}, ${JSON.stringify(message.facts)}::jsonb, ${message.at}, ${correlationId() ?? null})
    on conflict (key) do nothing`.execute(tx)
}

type Claimed = Message & { attempts: number; correlation_id: string | null }

// the lease: another process leaves a claimed notice alone until then, and takes it up again if we die with it
async function claim(db: Db, size: number, lease: number): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with due as (select id from platform.message where state = 'waiting' and next_at <= now() and not exists (select from platform.setting where name = 'sending' and value = '"paused"')
      order by next_at, id for update skip locked limit ${size}),
    mine as (
      update platform.message m set attempts = m.attempts + 1, next_at = clock_timestamp() + make_interval(secs => ${lease}) from due where m.id = due.id
      returning m.id, m.key, m.person, m.subject, m.template, m.facts, m.at, m.attempts, m.correlation_id)
    select * from mine order by id`.execute(db)
  return rows
}

async function giveBack(db: Db, messages: readonly Claimed[]): Promise<void> {
  if (messages.length === 0) return
  await sql`update platform.message set attempts = attempts - 1, next_at = now() where state = 'waiting' and id = any(${messages.map(({ id }) => id)}::uuid[])`.execute(db)
}

/** What the channel threw, if it did; a channel that does not come back in time has failed. */
async function failureOf(channel: Channel, message: Message, seconds: number): Promise<Error | undefined> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no answer within ${seconds} s`)), seconds * 1000)
  try {
    await Promise.race([channel.send(message), late])
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    clearTimeout(timer)
  }
}

async function send(db: Db, channel: Channel, message: Claimed, log: Log, lease: number): Promise<void> {
  const error = await failureOf(channel, message, lease / 4)
  if (!error) {
    await sql`update platform.message set state = 'sent', sent_at = now(), channel = ${channel.name}, error = null where id = ${message.id}`.execute(db)
    return
  }
  log.warn({ err: error, message: message.id, channel: channel.name }, 'notice could not be sent')
  await sql`update platform.message
       set state = ${message.attempts >= mostAttempts ? 'dead' : 'waiting'}, error = ${error.message}, channel = ${channel.name},
           next_at = now() + make_interval(secs => ${pauseSeconds(message.attempts)}) where id = ${message.id}`.execute(db)
}

/** Sends what is due, the oldest first. Resolves to how many were taken. */
export async function sendDue(db: Db, channel: Channel, log: Log, lease: number = leaseSeconds): Promise<number> {
  const begun = Date.now()
  const messages = await claim(db, 100, lease)
  for (const [at, message] of messages.entries()) {
    if (Date.now() - begun > (lease / 2) * 1000) {
      await giveBack(db, messages.slice(at))
      return at
    }
    await withCorrelation(message.correlation_id ?? message.id, () => send(db, channel, message, log, lease))
  }
  return messages.length
}

/** Sends for as long as the process lives. */
export function startSending(db: Db, channel: Channel, tools: { log: Log; metrics: Metrics; pollMilliseconds?: number }): { stop(): Promise<void> } {
  let stopping = false
  let wake = () => {}
  const wait = (milliseconds: number) => new Promise<void>((resolve) => {
    // asked to stop while it was sending: nobody is left who would wake it
    if (stopping) return resolve()
    const timer = setTimeout(resolve, milliseconds)
    wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  const loop = async () => {
    while (!stopping) {
      const taken = await sendDue(db, channel, tools.log).catch((error: unknown) => {
        if (!isAway(error)) tools.log.error({ err: error }, 'notices could not be sent')
        return 0
      })
      if (taken === 0) await wait(tools.pollMilliseconds ?? 500)
    }
  }
  const running = loop()
  tools.metrics.gauge('message_age_seconds', 'age of the oldest notice that is due and not sent', () => messageAge(db))
  return {
    async stop() {
      stopping = true
      wake()
      await running
    },
  }
}

async function messageAge(db: Db): Promise<number> {
  const { rows } = await sql<{ age: number | null }>`
    select extract(epoch from now() - min(next_at))::float as age from platform.message where state = 'waiting' and next_at <= now()`.execute(db)
  return Math.max(0, rows[0]?.age ?? 0)
}

export type SentMessage = Message & { state: 'waiting' | 'sent' | 'dead'; channel: string | null; sentAt: Date | null; error: string | null; attempts: number }

const columns = sql`id, key, person, subject, template, facts, at, state, channel, sent_at as "sentAt", error, attempts`

/** A person's notices, newest first. */
export const messagesOf = async (db: Db, person: string, limit = 50): Promise<SentMessage[]> =>
  (await sql<SentMessage>`select ${columns} from platform.message where person = ${person} order by at desc, id desc limit ${limit}`.execute(db)).rows

/** Notices about one subject in the order they were made, or the newest of all. */
export const listMessages = async (db: Db, about: { subject?: string; limit?: number }): Promise<SentMessage[]> =>
  about.subject === undefined
    ? (await sql<SentMessage>`select ${columns} from platform.message order by id desc limit ${about.limit ?? 100}`.execute(db)).rows
    : (await sql<SentMessage>`select ${columns} from platform.message where subject = ${about.subject} order by id limit ${about.limit ?? 100}`.execute(db)).rows

/** Puts a dead notice back into the queue, when its cause was mended. */
export async function resendMessage(db: Db, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update platform.message set state = 'waiting', attempts = 0, next_at = now() where id = ${id} and state = 'dead'`.execute(db)
  return numAffectedRows === 1n
}

/** Lets notices go out again that a restore paused. False when they were not paused. */
export async function resumeSending(db: Db): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from platform.setting where name = 'sending'`.execute(db)
  return numAffectedRows === 1n
}
