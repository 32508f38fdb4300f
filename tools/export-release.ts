// Writes everything a database of this release holds into one file, for the test that a later release takes it over (test/releases):
//   node tools/export-release.ts postgres://... test/releases/0.1.0
// Each table is `-- schema.table (columns)` and its rows as COPY text; sequences follow.
import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createGzip } from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to } from 'pg-copy-streams'

/** Exports the database at `url` into `folder`. */
export async function exportRelease(url: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await pipeline(lines(client), createGzip({ level: 9 }), createWriteStream(join(folder, 'rows.gz')))
  } finally {
    await client.end()
  }
}

async function* lines(client: pg.Client): AsyncGenerator<string | Buffer> {
  const { rows: tables } = await client.query<{ name: string; columns: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'public') group by 1 order by 1`)
  for (const { name, columns } of tables) {
    yield `-- ${name} (${columns})\n`
    for await (const chunk of client.query(to(`copy ${name} (${columns}) to stdout`))) yield chunk as Buffer
    yield '\\.\n'
  }
  const { rows: sequences } = await client.query<{ name: string; last: string | null }>("select format('%I.%I', schemaname, sequencename) as name, last_value::text as last from pg_sequences where schemaname not in ('pgboss', 'public') order by 1")
  for (const { name, last } of sequences) if (last !== null) yield `-- sequence ${name} ${last}\n`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await exportRelease(process.argv[2] ?? '', process.argv[3] ?? '')
