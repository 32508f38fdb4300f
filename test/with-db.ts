import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { openDb, type Db, type Statement } from '#platform/db'
import { modules } from '../src/apps/modules.ts'
import { atEnd } from './at-end.ts'
import { templateName } from './settings.ts'

/** A database of this test file's own. `statements` holds every statement that went through `watch`, in order. */
export type TestDatabase = { url: string; db: Db; folder: string; statements: Statement[]; watch(statement: Statement): void }

const schemas = ['platform', 'pgboss', ...modules.map(({ name }) => name)]

// in this order: a quote in a comment, and a comment in a literal, are neither
const words = /((?<![a-z0-9_])e'(?:\\[\s\S]|''|[^'\\])*'|'(?:[^']|'')*')|("(?:[^"]|"")*")|(--[^\n]*|\/\*[\s\S]*?\*\/)/gi

/** The statement as the walls read it: literals emptied, comments gone, quotes of names taken off. */
const bare = (text: string): string =>
  text.replace(words, (_found, literal?: string, name?: string) => (literal !== undefined ? "''" : name !== undefined ? name.slice(1, -1) : ' ')).toLowerCase()

/** The schemas a statement names, as `schema.table` however it is written; string literals are left out. */
export const schemasIn = (text: string, known: readonly string[] = schemas): string[] =>
  [...new Set([...bare(text).matchAll(/([a-z_][a-z0-9_$]*)\s*\.\s*[a-z_*]/g)].map((found) => found[1] ?? '').filter((name) => known.includes(name)))]

/**
 * A module speaks to its own schema alone, the machinery to its own and the queue's, and nobody moves the search path, under which any
 * name may mean any table. Undefined when a statement keeps to that.
 */
export function breachOf({ text, sender }: Pick<Statement, 'text' | 'sender'>, known: readonly string[] = schemas): string | undefined {
  if (sender === null) return undefined
  if (/\bsearch_path\b|\bset\s+(?:local\s+|session\s+)?schema\b/.test(bare(text))) return `${sender} sent a statement that moves the search path: ${text}`
  const allowed = sender === 'platform' ? ['platform', 'pgboss'] : [sender]
  const wrong = schemasIn(text, known).filter((schema) => !allowed.includes(schema))
  return wrong.length === 0 ? undefined : `${sender} sent a statement that names ${wrong.join(', ')}: ${text}`
}

/** Copies the template for one file and takes the copy away after its last test. Fails the file when a statement crossed a wall. */
export const withDb = (): Promise<TestDatabase> => withDatabase(templateName)

/** As withDb, but with nothing in it: for tests of the machinery, which bring their own schemas and know no module. */
export const withEmptyDb = (): Promise<TestDatabase> => withDatabase('template0')

async function withDatabase(template: string): Promise<TestDatabase> {
  const maintenance = inject('postgres')
  const name = `test_${randomBytes(6).toString('hex')}`
  await command(maintenance, `create database ${name} template ${template} encoding 'UTF8'`)
  const url = maintenance.replace(/\/postgres$/, `/${name}`)
  const statements: Statement[] = []
  const breaches: string[] = []
  const db = openDb({ url, poolSize: 8, onStatement: watch })
  atEnd(async () => {
    await db.destroy()
    await command(maintenance, `drop database if exists ${name} with (force)`)
    if (breaches.length > 0) throw new Error(`${breaches.length} statements crossed a wall, such as:\n${breaches[0]}`)
  })
  return { url, db, folder: join(inject('scratch'), name), statements, watch }

  function watch(statement: Statement): void {
    statements.push(statement)
    const breach = breachOf(statement)
    if (breach) breaches.push(breach)
  }
}

async function command(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
