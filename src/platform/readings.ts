import type { PersonalKind, Purpose } from '#kernel/personal'
import { sql, type Db, type Tx } from './db.ts'
import type { Asking, Route } from './http.ts'

/** What a route says of the personal data in its answer: read for a purpose, or only ever one's own. `list`: many records, each noted once a day. */
export type Reads = { purpose: Purpose; what?: readonly PersonalKind[]; list?: true } | 'own'

/** Whose data an answer holds: of the citizen with an account, by the keyed digest of the number, under a dossier. */
export type Read = { citizen: string | null; numberIndex: Buffer | null; dossier: string | null; code: string | null }

type Reading = Asking & { route: Pick<Route, 'contract' | 'reads' | 'kinds'> }

/** Writes down what an answer shows, before it leaves. What is the reader's own is not a reading. One statement, whatever the number. */
export async function noteReadings(tx: Tx, asking: Reading, reads: readonly Read[]): Promise<void> {
  const { route, actor } = asking
  if (route.reads === null || route.reads === 'own') return
  const others = reads.filter((read) => !isOwn(actor, read))
  if (others.length === 0) return
  const { purpose, list = false } = route.reads
  const rows = others.map(({ citizen, numberIndex, dossier, code }) => ({ citizen, number: numberIndex?.toString('hex') ?? null, dossier, code }))
  await sql`
    insert into platform.reading (reader_kind, reader, reader_name, role, capacity, agency, route, purpose, what, dossier, code, citizen, number_index, correlation_id, address, listed)
    select ${actor.kind}, ${actor.id}::uuid, ${actor.name}, ${actor.role}, ${actor.capacityId}::uuid, ${actor.agency}, ${route.contract.name}, ${purpose}, ${route.kinds}::text[],
           dossier, code, citizen, decode(number, 'hex'), ${asking.correlationId}, ${networkOf(asking.ip)}, ${list}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(citizen uuid, number text, dossier uuid, code text)
    on conflict do nothing`.execute(tx)
}

const isOwn = (actor: Asking['actor'], { citizen, numberIndex }: Read): boolean =>
  actor.kind === 'citizen' && ((citizen !== null && citizen === actor.id) || (numberIndex !== null && actor.numberIndex?.equals(numberIndex) === true))

/** The network somebody came from, without the last part: enough to tell an office from elsewhere. */
export const networkOf = (ip: string): string => (ip.includes(':') ? `${ip.split(':').slice(0, 4).join(':')}::` : `${ip.split('.').slice(0, 3).join('.')}.0`)

export type ReadingRow = {
  id: string
  at: Date
  readerKind: string
  reader: string | null
  readerName: string
  role: string
  capacity: string | null
  agency: string | null
  purpose: Purpose
  what: PersonalKind[]
  dossier: string | null
  code: string | null
}

// the number itself orders, never its text: 9 comes before 10
const columns = sql`id::text as id, at, reader_kind as "readerKind", reader, reader_name as "readerName", role, capacity, agency, purpose, what, dossier, code`

/** Readings of one person's data, the newest first, before an id. Whoever read their own is not among them. */
export async function readingsOfPerson(tx: Tx, person: { citizen: string; numberIndex: Buffer }, page: { before: string | null; size: number }): Promise<ReadingRow[]> {
  const before = page.before === null ? sql`` : sql` and id < ${page.before}::bigint`
  // two indexes, each in the order that is shown
  const { rows } = await sql<ReadingRow>`
    select * from ((select ${columns}, id as place from platform.reading where citizen = ${person.citizen}${before} order by reading.id desc limit ${page.size})
      union (select ${columns}, id as place from platform.reading where number_index = ${person.numberIndex} and reader is distinct from ${person.citizen}::uuid${before} order by reading.id desc limit ${page.size})) as found
     order by place desc limit ${page.size}`.execute(tx)
  return rows
}

/** What the log is asked: of readers at these agencies, by the beginning of a dossier's code, by who read, by day. */
export type ReadingFilter = { agencies: readonly string[]; code?: string | undefined; reader?: string | undefined; day?: string | undefined }

/** Readings by what is asked, the newest first, before an id. */
export async function listReadings(tx: Tx, filter: ReadingFilter, page: { before: string | null; size: number }): Promise<ReadingRow[]> {
  const parts = [
    sql`agency = any(${filter.agencies}::text[])`,
    filter.code === undefined ? undefined : sql`code like ${`${filter.code.replaceAll(/[\\%_]/g, '\\$&')}%`}`,
    filter.reader === undefined ? undefined : sql`reader = ${filter.reader}::uuid`,
    filter.day === undefined ? undefined : sql`day = ${filter.day}::date`,
    page.before === null ? undefined : sql`id < ${page.before}::bigint`,
  ].filter((part) => part !== undefined)
  const where = sql.join(parts, sql` and `)
  return (await sql<ReadingRow>`select ${columns} from platform.reading where ${where} order by reading.id desc limit ${page.size}`.execute(tx)).rows
}

/** Readings by their ids. */
export async function readingsById(tx: Tx, ids: readonly string[]): Promise<ReadingRow[]> {
  return ids.length === 0 ? [] : (await sql<ReadingRow>`select ${columns} from platform.reading where id = any(${ids}::bigint[])`.execute(tx)).rows
}

/** When the log was last sealed, null when never, and how many readings wait for the next seal. */
export async function lastSeal(tx: Tx): Promise<{ at: Date | null; open: number }> {
  const { rows } = await sql<{ at: Date | null; open: number }>`select (select max(at) from platform.reading_seal) as at, (select count(*) from platform.reading where seal is null) as open`.execute(tx)
  return rows[0] ?? { at: null, open: 0 }
}

/** Of how many people each of these readers saw something within the hour before each moment: what is unusual stands out by it. */
export async function breadthOf(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  // the log grows with time, so the hour before the oldest lies behind the first id of its day: nobody's whole history is read
  const { rows } = await sql<{ id: string; people: number }>`
    with page as materialized (select id, reader, at from platform.reading where id = any(${ids}::bigint[])),
         span as materialized (select max(id) as last, (select o.id from platform.reading o where o.day >= ((min(page.at) - interval '1 hour') at time zone 'Asia/Ho_Chi_Minh')::date order by o.day, o.id limit 1) as first from page),
         seen as materialized (
           select o.reader, o.id, o.at, coalesce(o.dossier::text, o.id::text) as person
             from (select distinct reader from page) as who cross join span join platform.reading o on o.reader = who.reader and o.id between span.first and span.last where not o.listed)
    select page.id::text as id, count(distinct seen.person) as people
      from page join seen on seen.reader = page.reader and seen.id <= page.id and seen.at > page.at - interval '1 hour' group by page.id`.execute(tx)
  return new Map(rows.map(({ id, people }) => [id, people]))
}

// every column in one text: the order of time zones and languages of a session must not change it
const line = sql`concat_ws('|', id, extract(epoch from at), reader_kind, reader, reader_name, role, capacity, agency, route, purpose, what::text, dossier, code, citizen, encode(number_index, 'hex'), correlation_id, address, listed)`

const digestOf = (before: string | null, where: ReturnType<typeof sql>) => sql<{ digest: string | null; count: number; first: string | null; last: string | null }>`
  select encode(sha256(convert_to(${before ?? ''} || string_agg(${line}, E'\\n' order by id), 'UTF8')), 'hex') as digest, count(*) as count, min(id)::text as first, max(id)::text as last
    from platform.reading where ${where}`

/** Seals what was noted since the last seal. Resolves to how many. Two at once take turns. */
export async function sealReadings(tx: Tx): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('tinhso.readings'))`.execute(tx)
  const { rows: [before] } = await sql<{ digest: string }>`select encode(digest, 'hex') as digest from platform.reading_seal order by id desc limit 1`.execute(tx)
  const { rows: open } = await sql<{ id: string }>`select id::text as id from platform.reading where seal is null order by reading.id limit 100000`.execute(tx)
  if (open.length === 0) return 0
  const ids = open.map(({ id }) => id)
  const { rows: [made] } = await digestOf(before?.digest ?? null, sql`id = any(${ids}::bigint[])`).execute(tx)
  const { rows: [seal] } = await sql<{ id: string }>`
    insert into platform.reading_seal (first, last, count, digest) values (${made?.first ?? 0}, ${made?.last ?? 0}, ${made?.count ?? 0}, decode(${made?.digest ?? ''}, 'hex')) returning id::text as id`.execute(tx)
  await sql`update platform.reading set seal = ${seal?.id ?? 0}::bigint where id = any(${ids}::bigint[])`.execute(tx)
  return open.length
}

/** Walks the chain. `broken`: the first seal whose readings are not what was sealed, null when all are; `open`: what is not sealed yet. */
export async function verifyReadings(db: Db): Promise<{ seals: number; sealed: number; open: number; broken: { seal: string; at: Date; first: string; last: string } | null }> {
  const { rows: seals } = await sql<{ id: string; at: Date; first: string; last: string; count: number; digest: string }>`
    select id::text as id, at, first::text as first, last::text as last, count, encode(digest, 'hex') as digest from platform.reading_seal order by reading_seal.id`.execute(db)
  let before: string | null = null
  let sealed = 0
  for (const seal of seals) {
    const { rows: [found] }: { rows: { digest: string | null; count: number }[] } = await digestOf(before, sql`seal = ${seal.id}::bigint`).execute(db)
    if (found?.digest !== seal.digest) return { seals: seals.length, sealed, open: 0, broken: { seal: seal.id, at: seal.at, first: seal.first, last: seal.last } }
    before = seal.digest
    sealed += seal.count
  }
  const { rows: [open] } = await sql<{ count: number }>`select count(*) as count from platform.reading where seal is null`.execute(db)
  return { seals: seals.length, sealed, open: open?.count ?? 0, broken: null }
}
