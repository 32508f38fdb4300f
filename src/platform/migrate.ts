import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inTransaction, sql, type Db, type Tx } from './db.ts'
import { StartError } from './start-error.ts'

/** A schema and the folder of its `NNNN-what.sql` files. */
export type MigrationSource = { schema: string; folder: string }

export type Migrated = {
  /** `schema/file` of what ran now, in order */
  ran: string[]
  /** false when this user may not make roles, or not use them for every schema: the walls between schemas are then kept by the tests alone */
  roles: boolean
}

type Script = { schema: string; name: string; text: string; checksum: string }

/**
 * Brings the database to this release: forward only, each file in a transaction of its own, under its schema's own role so that one that
 * reaches into another schema fails. Two starters at once take turns. Throws a StartError when a file that ran has been changed since, or
 * when the database was made by a newer release.
 */
export async function migrate(db: Db, sources: readonly MigrationSource[]): Promise<Migrated> {
  const scripts = sources.flatMap(scriptsOf)
  await inTransaction(db, async (tx) => {
    await takeTurn(tx)
    await sql`create schema if not exists platform`.execute(tx)
    await sql`create table if not exists platform.migration (
      schema text, name text, checksum text not null, ran_at timestamptz not null default now(), primary key (schema, name))`.execute(tx)
  })
  refuseUnknown(scripts, await appliedTo(db))
  const may = await mayMakeRoles(db)
  const walled = new Set<string>()
  for (const { schema } of sources) if (schema !== 'platform' && (await prepareSchema(db, schema, may))) walled.add(schema)
  const ran: string[] = []
  for (const script of scripts) if (await runOnce(db, script, walled.has(script.schema))) ran.push(`${script.schema}/${script.name}`)
  return { ran, roles: may && sources.every(({ schema }) => schema === 'platform' || walled.has(schema)) }
}

/** What is still to run, as `schema/file`; everything when the database is empty. Reads only. */
export async function pendingMigrations(db: Db, sources: readonly MigrationSource[]): Promise<string[]> {
  const there = await sql<{ there: boolean }>`select to_regclass('platform.migration') is not null as there`.execute(db)
  const applied = there.rows[0]?.there ? await appliedTo(db) : []
  const known = new Set(applied.map((row) => `${row.schema}/${row.name}`))
  return sources.flatMap(scriptsOf).map((script) => `${script.schema}/${script.name}`).filter((name) => !known.has(name))
}

/** Every migration of this release, as `schema/file`. */
export const knownMigrations = (sources: readonly MigrationSource[]): string[] => sources.flatMap(scriptsOf).map(({ schema, name }) => `${schema}/${name}`)

/** Throws a StartError when a newer release made the database, or a file that ran has been changed since. Reads only. */
export async function refuseStrange(db: Db, sources: readonly MigrationSource[]): Promise<void> {
  refuseUnknown(sources.flatMap(scriptsOf), await appliedTo(db))
}

function scriptsOf({ schema, folder }: MigrationSource): Script[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).filter((name) => name.endsWith('.sql')).sort().map((name) => {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) throw new Error(`${join(folder, name)} must be called NNNN-what.sql`)
    const text = readFileSync(join(folder, name), 'utf8')
    return { schema, name, text, checksum: createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex') }
  })
}

// until the end of the transaction: works through PgBouncer, unlike a lock of the session
const takeTurn = (tx: Tx) => sql`select pg_advisory_xact_lock(hashtext('tinhso.migrate'))`.execute(tx)

type Applied = { schema: string; name: string; checksum: string }

const appliedTo = async (db: Db): Promise<Applied[]> =>
  (await sql<Applied>`select schema, name, checksum from platform.migration order by schema, name`.execute(db)).rows

function refuseUnknown(scripts: Script[], applied: Applied[]): void {
  const known = new Map(scripts.map((script) => [`${script.schema}/${script.name}`, script]))
  for (const row of applied) {
    const script = known.get(`${row.schema}/${row.name}`)
    if (!script) throw new StartError(`The database was made by a newer release (it has ${row.schema}/${row.name}): start that release, or restore the backup that belongs to this one.`)
    if (script.checksum !== row.checksum) throw new StartError(`${row.schema}/${row.name} has been changed since it ran on this database: put the file back and write what is new in a migration of its own.`)
  }
}

async function mayMakeRoles(db: Db): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user`.execute(db)
  return rows[0]?.may ?? false
}

const roleOf = (schema: string) => `tinhso_${schema}`

/** Makes the schema and its role. True when the migrations can run under the role. */
async function prepareSchema(db: Db, schema: string, mayMake: boolean): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await takeTurn(tx)
    await sql`create schema if not exists ${sql.id(schema)}`.execute(tx)
    if (!mayMake) return false
    const role = roleOf(schema)
    // roles belong to the whole server: another database of it may be making the same one at this moment, or another user have made it
    await sql.raw(`do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`).execute(tx)
    // since PostgreSQL 16 the maker of a role is its administrator and still not one who may use it
    await sql.raw(`do $$ begin
      if not pg_has_role(current_user, '${role}', 'usage') then grant ${role} to current_user; end if;
    exception when insufficient_privilege then null; end $$`).execute(tx)
    await sql`grant all on schema ${sql.id(schema)} to ${sql.id(role)}`.execute(tx)
    return isWalled(tx, schema, role)
  })
}

/** A schema that was restored, or made before there was a role, has another owner, and only that one can alter what is in it. */
async function isWalled(tx: Tx, schema: string, role: string): Promise<boolean> {
  const { rows } = await sql<{ walled: boolean }>`
    select pg_has_role(current_user, ${role}, 'usage')
       and not exists (select from pg_class where relnamespace = to_regnamespace(${schema}) and relowner <> ${role}::regrole)
       and not exists (select from pg_proc where pronamespace = to_regnamespace(${schema}) and proowner <> ${role}::regrole) as walled`.execute(tx)
  return rows[0]?.walled ?? false
}

async function runOnce(db: Db, script: Script, own: boolean): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await takeTurn(tx)
    const done = await sql`select 1 from platform.migration where schema = ${script.schema} and name = ${script.name}`.execute(tx)
    if (done.rows.length > 0) return false
    if (own) await sql`set local role ${sql.id(roleOf(script.schema))}`.execute(tx)
    try {
      await sql.raw(script.text).execute(tx)
    } catch (error) {
      throw new Error(`${script.schema}/${script.name}: ${(error as Error).message}`, { cause: error })
    }
    if (own) await sql`reset role`.execute(tx)
    await sql`insert into platform.migration (schema, name, checksum) values (${script.schema}, ${script.name}, ${script.checksum})`.execute(tx)
    return true
  })
}
