import type { z } from 'zod'
import { correlationId } from './log.ts'
import { only, sql, type Db, type Tx } from './db.ts'

/** A kind of fact that a module publishes: past tense, small, only ever extended. */
export type EventType<S extends z.ZodType = z.ZodType> = { name: string; payload: S }

/** Declares a kind of event, `<module>.<fact>`. */
export const defineEvent = <S extends z.ZodType>(name: string, payload: S): EventType<S> => ({ name, payload })

/** What a handler is told. `at` is business time; `id` names this event for ever. */
export type Fact<P = unknown> = { id: string; name: string; subject: string; payload: P; at: Date; correlationId: string | null }

/**
 * Records that something happened, in the transaction that made it happen. `subject` is what it is about: events of one subject are handled
 * in the order of their transactions.
 */
export async function publish<S extends z.ZodType>(tx: Tx, type: EventType<S>, fact: { subject: string; at: Date; payload: z.input<S> }): Promise<void> {
  await sql`insert into platform.event (name, subject, payload, at, correlation_id)
    values (${type.name}, ${fact.subject}, ${JSON.stringify(type.payload.parse(fact.payload))}::jsonb, ${fact.at}, ${correlationId() ?? null})`.execute(tx)
}

export type Handler<C> = (context: C, fact: Fact) => Promise<void>
type TypedHandler<C, S extends z.ZodType> = (context: C, fact: Fact<z.output<S>>) => Promise<void>

/** A module's interest in others' events. `name` is its place in the outbox: never rename it. */
export type Subscription<C> = { name: string; handlers: Readonly<Record<string, Handler<C>>> }

/** One line of a subscription: when this happens, do that. The payload is parsed again, so an old event meets today's shape. */
export const on = <C, S extends z.ZodType>(type: EventType<S>, handle: TypedHandler<C, S>): Record<string, Handler<C>> => ({
  [type.name]: (context, fact) => handle(context, { ...fact, payload: type.payload.parse(fact.payload) }),
})

/**
 * Makes the rows of subscribers that are new, and raises the epoch when the data stands in another cluster than the one that wrote it
 * (a restored dump): transaction numbers begin low there, and without it a reader would take new events for old ones.
 */
export async function prepareEvents(db: Db, subscriptions: readonly { name: string }[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('tinhso.events'))`.execute(tx)
    for (const { name } of subscriptions) await sql`insert into platform.subscription (name) values (${name}) on conflict do nothing`.execute(tx)
    await raiseEpochWhenMoved(tx)
  })
}

type ClusterFacts = { identifier: string; epoch: number | null; same: boolean | null; behind: boolean | null }

// what is visible here was written below the snapshot's end; an own number would not do, other processes go on publishing beyond it
async function raiseEpochWhenMoved(tx: Tx): Promise<void> {
  const { rows } = await sql<ClusterFacts>`
    select here.system_identifier::text as identifier, known.epoch, known.system_identifier = here.system_identifier::text as same,
           (select max(xid) from platform.event where epoch = known.epoch) >= pg_snapshot_xmax(pg_current_snapshot()) as behind
      from pg_control_system() here left join platform.cluster known on true`.execute(tx)
  const facts = only(rows)
  if (facts.epoch !== null && facts.same === true && facts.behind !== true) return
  const epoch = (facts.epoch ?? 0) + 1
  await sql`insert into platform.cluster (system_identifier, epoch) values (${facts.identifier}, ${epoch})
    on conflict (one) do update set system_identifier = excluded.system_identifier, epoch = excluded.epoch`.execute(tx)
  await sql.raw(`alter table platform.event alter column epoch set default ${epoch}`).execute(tx)
}
