// search.p99_ms, search.recall: 200 queries with slips over 2,000 invented titles (bench/lib/titles.ts), straight on the index that the catalogue
// uses (#kernel/fuzzy). Recall: the right title is among the first five. Peer of the same run: PostgreSQL's pg_trgm similarity over the same titles,
// accents removed, with a GiST index (the embedded server's version is printed), asked for its five nearest.
import pg from 'pg'
import { buildIndex, search } from '#kernel/fuzzy'
import { fold } from '#kernel/text'
import { startPostgres } from '#platform/postgres'
import { atLeast, atMost, percentile, report } from './lib/figures.ts'
import { scratch } from './lib/scratch.ts'
import { inventTitles, withSlips } from './lib/titles.ts'

const titles = inventTitles(2000)
const index = buildIndex(titles.map((title, i) => ({ id: String(i), title })))
const queries = Array.from({ length: 200 }, (_, i) => {
  const target = (i * 9 + 3) % titles.length
  return { target: String(target), text: withSlips(titles[target] ?? '', i) }
})

const times: number[] = []
let found = 0
for (let round = 0; round < 5; round++) {
  for (const { target, text } of queries) {
    const started = performance.now()
    const hits = search(index, text, 5)
    times.push(performance.now() - started)
    if (round === 0 && hits.some(({ id }) => id === target)) found++
  }
}
const peer = await trigramRecall()
report([
  atMost('search.p99_ms', percentile(times, 0.99), 'ms', 30),
  atLeast('search.recall', found / queries.length, '', 0.95, `pg_trgm of PostgreSQL ${peer.version}: ${peer.recall.toFixed(3)}`),
])

async function trigramRecall(): Promise<{ recall: number; version: string }> {
  const { folder, remove } = scratch()
  const server = await startPostgres({ dataDir: folder, fsync: false })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    await client.query('create extension pg_trgm; create table title (id text, folded text)')
    await client.query('insert into title select * from unnest($1::text[], $2::text[])', [titles.map((_, i) => String(i)), titles.map(fold)])
    await client.query('create index on title using gist (folded gist_trgm_ops)')
    let hits = 0
    for (const { target, text } of queries) {
      const { rows } = await client.query<{ id: string }>('select id from title order by folded <-> $1 limit 5', [text])
      if (rows.some(({ id }) => id === target)) hits++
    }
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version")
    return { recall: hits / queries.length, version: rows[0]?.version ?? '' }
  } finally {
    await client.end()
    await server.stop()
    remove()
  }
}
