import { beforeAll, describe, expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import { sql } from '#platform/db'
import { overHttp, type Http } from './over-http.ts'
import { addressOf, cookieHeader, enter, isPage, makeFacts, parts, sample, type Entry, type Facts, type Part } from './pages/index.ts'
import { withApp, type TestApp } from './with-app.ts'

let app: TestApp
let http: Http
let facts: Facts
const cookies = new Map<string, string>()

beforeAll(async () => {
  app = await withApp({ at: realNow().toISOString() })
  http = await overHttp(app)
  facts = await makeFacts(app, sample)
}, 120_000)

/** The tools of a demonstration look at everything there is, and nobody waits for them. */
const counted = (['portal', 'desk', 'centre'] as const satisfies readonly Part[]).flatMap((part) => Object.entries(parts[part]) as [string, Entry][])

async function opened(entry: Entry): Promise<number> {
  if (!cookies.has(entry.as)) cookies.set(entry.as, cookieHeader(await enter({ url: http.url, app, cast: sample }, entry.as, facts)))
  const { status } = await http.nobody.send({ method: 'GET', url: addressOf(entry, facts), headers: { cookie: cookies.get(entry.as) ?? '', accept: 'text/html' } })
  return status
}

/**
 * How many statements a page sends when it is opened a second time: what a process keeps in memory is there. The session's own are among them. What is counted
 * behind the first page may fall into another page's turn, so one that sent more than `expected` is opened again.
 */
async function statementsOf(entry: Entry, expected: number): Promise<number> {
  await opened(entry)
  let fewest = Infinity
  for (let tries = 0; tries < 3 && fewest > expected; tries++) fewest = Math.min(fewest, await once(entry))
  return fewest
}

async function once(entry: Entry): Promise<number> {
  const before = app.statements.length
  const status = await opened(entry)
  expect([isPage(entry) ? (entry.status ?? 200) : 200, 302, 303], addressOf(entry, facts)).toContain(status)
  return app.statements.slice(before).filter(({ sender }) => sender !== null).length
}

async function all(expected: (pattern: string, entry: Entry) => number): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [pattern, entry] of counted) counts[pattern] = await statementsOf(entry, expected(pattern, entry))
  return counts
}

/** Each row of a table `times` more, with keys of its own. */
const more = async (table: string, times: number, keys: string): Promise<void> =>
  void (await sql`insert into ${sql.raw(table)} select (jsonb_populate_record(r, jsonb_build_object(${sql.raw(keys)}))).* from ${sql.raw(table)} r, generate_series(1, ${times}::int) n`.execute(app.db))

/** a hundred pages, on a machine that may be busy */
const patience = 180_000

/** a session that has not been seen for a minute is written once, and such */
const slack = 3

describe('every page', () => {
  let few: Record<string, number>

  it('sends no more statements than its line allows', async () => {
    few = await all((_pattern, { most = 0 }) => most)
    const over = counted.flatMap(([pattern, { most = 0 }]) => ((few[pattern] ?? 0) > most ? [`${pattern}: ${few[pattern]} statements, ${most} allowed`] : []))
    expect(over).toEqual([])
  }, patience)

  it('is allowed little more than it sends, so that the table stays true', () => {
    expect(counted.flatMap(([pattern, { most = 0 }]) => ((few[pattern] ?? 0) < most - slack ? [`${pattern}: ${few[pattern]} statements, ${most} allowed`] : []))).toEqual([])
  })

  it('sends as many when there are ten times the rows', async () => {
    await more('dossiers.dossier', 9, `'id', gen_random_uuid(), 'code', r.code || '-' || n`)
    await more('identity.officer', 9, `'id', gen_random_uuid(), 'username', r.username || '.' || n`)
    await sql`insert into platform.reading (reader_kind, reader, reader_name, role, capacity, agency, route, purpose, what, dossier, code, citizen, number_index, correlation_id, address, listed)
      select reader_kind, reader, reader_name, role, capacity, agency, route, purpose, what, dossier, code, citizen, number_index, correlation_id, address, false from platform.reading, generate_series(1, 9)`.execute(app.db)
    await more('payments.charge', 9, `'id', gen_random_uuid(), 'subject', gen_random_uuid(), 'code', r.code || '-' || n`)
    await more('platform.message', 9, `'id', gen_random_uuid(), 'key', r.key || n`)
    const many = await all((pattern) => few[pattern] ?? 0)
    expect(Object.entries(many).filter(([pattern, count]) => count > (few[pattern] ?? 0)).map(([pattern, count]) => `${pattern}: ${few[pattern]} statements, ${count} with ten times the rows`)).toEqual([])
  }, patience)
})
