import { escapeLike, sql, type Db } from './db.ts'
import type { Progress } from './seeds.ts'

type EventLine = { id: string; name: string; subject: string; payload: unknown; at: Date; recordedAt: Date; correlationId: string | null }

const eventColumns = sql`epoch || '.' || xid::text || '.' || id as id, name, subject, payload, at, recorded_at as "recordedAt", correlation_id as "correlationId"`

/** The newest events of all, or every event about one subject in order. */
export const listEvents = async (db: Db, about: { subject?: string | undefined; limit: number }): Promise<EventLine[]> =>
  about.subject === undefined
    ? (await sql<EventLine>`select ${eventColumns} from platform.event order by epoch desc, platform.event.xid desc, platform.event.id desc limit ${about.limit}`.execute(db)).rows
    : (await sql<EventLine>`select ${eventColumns} from platform.event where subject = ${about.subject} order by epoch, platform.event.xid, platform.event.id limit ${about.limit}`.execute(db)).rows

/** Each subscriber with the age of the oldest event it has not read, in seconds, and how many events it has parked. */
export async function listSubscriptions(db: Db): Promise<{ name: string; behindSeconds: number; parked: number }[]> {
  const { rows } = await sql<{ name: string; behindSeconds: number; parked: number }>`
    select s.name, coalesce(extract(epoch from now() - (
             select e.recorded_at from platform.event e where (e.epoch, e.xid, e.id) > (s.epoch, s.xid, s.id) order by e.epoch, e.xid, e.id limit 1)), 0)::float as "behindSeconds",
           (select count(*) from platform.parked_event p where p.subscription = s.name) as parked
      from platform.subscription s order by s.name`.execute(db)
  return rows
}

type ParkedLine = { subscription: string; subject: string; name: string; attempts: number; needsPerson: boolean; error: string | null; at: Date }

/** Parked events, those that wait for a person first. */
export const listParked = async (db: Db, limit: number): Promise<ParkedLine[]> =>
  (await sql<ParkedLine>`
    select p.subscription, p.subject, e.name, p.attempts, p.needs_person as "needsPerson", p.error, e.at
      from platform.parked_event p join platform.event e using (epoch, xid, id) order by p.needs_person desc, p.parked_at desc limit ${limit}`.execute(db)).rows

type JobLine = { id: string; name: string; state: string; data: { data: unknown }; createdAt: Date; startAfter: Date; completedAt: Date | null; retries: number; error: string | null }

/** The newest jobs, or those whose data name a text (an id), in the order they were asked for. */
export async function listJobs(db: Db, about: { naming?: string | undefined; limit: number }): Promise<JobLine[]> {
  const which = about.naming === undefined ? sql`true` : sql`data::text like ${`%${escapeLike(about.naming)}%`}`
  const { rows } = await sql<JobLine>`
    select id, name, state::text as state, data, created_on as "createdAt", start_after as "startAfter", completed_on as "completedAt", retry_count as retries, output ->> 'message' as error
      from pgboss.job where name not like '\\_\\_%' and ${which} order by created_on desc limit ${about.limit}`.execute(db)
  return rows
}

/** Bulk loads of this process that are running now, for the bar on the page. */
export function trackProgress(): { tell(progress: Progress): void; running(): Progress[] } {
  const known = new Map<string, Progress>()
  return {
    tell: (progress) => void (progress.done >= progress.total ? known.delete(progress.module) : known.set(progress.module, progress)),
    running: () => [...known.values()],
  }
}
