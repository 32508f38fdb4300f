import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { migrationFolder, platformMigrations } from '../../test/with-db-tools.ts'
import { withEmptyDb } from '../../test/with-db.ts'
import { openDb, sql, type Db } from './db.ts'
import { migrate, pendingMigrations, type MigrationSource } from './migrate.ts'

const { url, db: maintenance, folder } = await withEmptyDb()

const closing: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const each of closing.splice(0).reverse()) await each()
})

const run = (db: Db, text: string) => sql.raw(text).execute(db)
const open = (address: string) => {
  const db = openDb({ url: address, poolSize: 3 })
  closing.push(() => db.destroy())
  return db
}

/** A new database of the server, owned by a user with these rights when they are given. */
async function newDatabase(rights?: string, name = `migrate_${randomBytes(5).toString('hex')}`): Promise<{ db: Db; address: string; name: string }> {
  await run(maintenance, `create database ${name} template template0`)
  closing.push(() => run(maintenance, `drop database ${name} with (force)`))
  const address = new URL(url)
  address.pathname = `/${name}`
  if (rights !== undefined) {
    await run(maintenance, `create role ${name} login password 'x' ${rights}`)
    await run(maintenance, `alter database ${name} owner to ${name}`)
    Object.assign(address, { username: name, password: 'x' })
  }
  return { db: open(address.href), address: address.href, name }
}

/** A schema of its own name, so that no two tests meet in the server's list of roles. The server ends with the run, and the roles with it. */
function source(files: Record<string, string>, schema = `m_${randomBytes(4).toString('hex')}`): MigrationSource {
  return { schema, folder: migrationFolder(join(folder, schema), Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text.replaceAll('$', schema)]))) }
}
const rewrite = (target: MigrationSource, name: string, text: string) => void migrationFolder(target.folder, { [name]: text.replaceAll('$', target.schema) })
const tablesOf = async (db: Db, schema: string) =>
  (await sql<{ name: string; owner: string }>`select relname as name, pg_get_userbyid(relowner) as owner from pg_class where relnamespace = to_regnamespace(${schema}) and relkind = 'r' order by relname`.execute(db)).rows
const applied = async (db: Db) => (await sql<{ name: string }>`select schema || '/' || name as name from platform.migration order by ran_at, schema, name`.execute(db)).rows.map((row) => row.name)

describe('migrations', () => {
  it('run in the order of schemas and files, each once, under the role of their schema', async () => {
    const { db } = await newDatabase()
    const [first, second] = [source({ '0002-more.sql': 'alter table $.a add b int', '0001-a.sql': 'create table $.a (id int); create index on $.a (id)' }), source({ '0001-z.sql': 'create table $.z (id int)' })]
    const names = [`${first.schema}/0001-a.sql`, `${first.schema}/0002-more.sql`, `${second.schema}/0001-z.sql`]
    expect(await pendingMigrations(db, [first, second])).toEqual(names)
    expect(await migrate(db, [first, second])).toEqual({ ran: names, roles: true })
    expect(await migrate(db, [first, second])).toEqual({ ran: [], roles: true })
    expect(await pendingMigrations(db, [first, second])).toEqual([])
    expect(await tablesOf(db, first.schema)).toEqual([{ name: 'a', owner: `tinhso_${first.schema}` }])
    rewrite(first, '0003-last.sql', 'alter table $.a add c int')
    expect((await migrate(db, [first, second])).ran).toEqual([`${first.schema}/0003-last.sql`])
  })

  it('run once when two starters come at the same moment', async () => {
    const { db, address } = await newDatabase()
    const mine = source({ '0001-a.sql': 'create table $.a (id int); select pg_sleep(0.05)', '0002-b.sql': 'insert into $.a values (1)' })
    const answers = await Promise.all([db, open(address), open(address)].map((each) => migrate(each, [platformMigrations, mine])))
    const ran = answers.flatMap((answer) => answer.ran)
    expect(ran.toSorted()).toEqual((await applied(db)).toSorted())
    expect((await run(db, `select id from ${mine.schema}.a`)).rows).toEqual([{ id: 1 }])
  })

  it('keep nothing of a file that fails, name it, and go on from there when it is mended', async () => {
    const { db } = await newDatabase()
    const mine = source({ '0001-a.sql': 'create table $.a (id int)', '0002-b.sql': 'create table $.b (id int); create table $.b (id int)' })
    await expect(migrate(db, [mine])).rejects.toThrow(`${mine.schema}/0002-b.sql: relation "b" already exists`)
    expect(await tablesOf(db, mine.schema)).toMatchObject([{ name: 'a' }])
    rewrite(mine, '0002-b.sql', 'create table $.b (id int)')
    expect((await migrate(db, [mine])).ran).toEqual([`${mine.schema}/0002-b.sql`])
  })

  it('take functions, comments and signs of every kind as they are written', async () => {
    const { db } = await newDatabase()
    const text = "-- 100 % and :name and ?\ncreate function $.double(n int) returns int language plpgsql as 'begin return 2 * n; end';\ncomment on function $.double is 'Hồ sơ ''một cửa'' {0} %s';"
    const mine = source({ '0001-a.sql': text })
    await migrate(db, [mine])
    expect((await run(db, `select ${mine.schema}.double(21) as n, obj_description('${mine.schema}.double'::regproc) as comment`)).rows).toEqual([{ n: 42, comment: "Hồ sơ 'một cửa' {0} %s" }])
  })
})

describe('a database that does not fit the release', () => {
  it('is refused when a file has been changed since it ran, but not for the line ends of another system', async () => {
    const { db } = await newDatabase()
    const mine = source({ '0001-a.sql': 'create table $.a (\n  id int\n)' })
    await migrate(db, [mine])
    rewrite(mine, '0001-a.sql', 'create table $.a (\r\n  id int\r\n)')
    expect((await migrate(db, [mine])).ran).toEqual([])
    rewrite(mine, '0001-a.sql', 'create table $.a (\n  id bigint\n)')
    await expect(migrate(db, [mine])).rejects.toThrow(new RegExp(`^${mine.schema}/0001-a.sql has been changed since it ran`))
  })

  it('is refused when a newer release made it, by a schema or by a file', async () => {
    const { db } = await newDatabase()
    const [mine, newer] = [source({ '0001-a.sql': 'create table $.a (id int)', '0002-b.sql': 'create table $.b (id int)' }), source({ '0001-a.sql': 'create table $.a (id int)' })]
    await migrate(db, [mine, newer])
    await expect(migrate(db, [mine])).rejects.toThrow(`made by a newer release (it has ${newer.schema}/0001-a.sql)`)
    rmSync(join(mine.folder, '0002-b.sql'))
    await expect(migrate(db, [mine, newer])).rejects.toThrow(`made by a newer release (it has ${mine.schema}/0002-b.sql)`)
  })

  it('has files by number and name only', async () => {
    const { db } = await newDatabase()
    await expect(migrate(db, [source({ 'fix.sql': 'select 1' })])).rejects.toThrow('must be called NNNN-what.sql')
    const ignored = source({ '0001-a.sql': 'select 1', 'notes.md': 'not SQL' })
    expect((await migrate(db, [ignored, { schema: 'nothing_here', folder: join(folder, 'nowhere') }])).ran).toEqual([`${ignored.schema}/0001-a.sql`])
  })
})

describe('the wall between schemas', () => {
  const reachingOver = [
    ['reads', 'create table $.copy as select * from other.secret'],
    ['writes', 'insert into other.secret values (1)'],
    ['refers', 'create table $.own (id int references other.secret)'],
    ['looks', 'create view $.peek as select id from other.secret'],
    ['takes its place in', 'create table other.mine (id int)'],
    ['alters', 'alter table other.secret add more int'],
    ['reads the outbox', 'create table $.copy as select * from platform.event'],
    ['leaves something in', 'create table public.anybody (id int)'],
  ] as const

  it.each(reachingOver)('stops a migration that %s another schema', async (_how, text) => {
    const { db } = await newDatabase()
    const other: MigrationSource = { ...source({ '0001-a.sql': 'create table other.secret (id int primary key)' }, 'other') }
    await migrate(db, [platformMigrations, other])
    const mine = source({ '0001-over.sql': text })
    await expect(migrate(db, [platformMigrations, other, mine])).rejects.toThrow(/0001-over\.sql: (?:permission denied|must be owner)/)
    expect(await tablesOf(db, mine.schema)).toEqual([])
  })
})

describe('the user of the program', () => {
  const rights = [
    ['a superuser', undefined, true],
    ['one who may make roles', 'createrole', true],
    ['one who may not', '', false],
  ] as const

  it.each(rights)('%s can bring the database up, and then work with every table', async (_who, given, roles) => {
    const { db, address } = await newDatabase(given)
    const mine = source({ '0001-a.sql': 'create extension if not exists pg_trgm; create table $.a (id int)' })
    expect(await migrate(db, [platformMigrations, mine])).toMatchObject({ roles })
    rewrite(mine, '0002-b.sql', 'create table $.b (id int)')
    expect(await migrate(open(address), [platformMigrations, mine])).toEqual({ ran: [`${mine.schema}/0002-b.sql`], roles })
    await run(db, `insert into ${mine.schema}.b values (1)`)
    expect((await tablesOf(db, mine.schema)).map((table) => table.owner.startsWith('tinhso_'))).toEqual([roles, roles])
  })

  it('goes on without roles where another installation of the server made them', async () => {
    const [theirs, ours] = [await newDatabase('createrole'), await newDatabase('createrole')]
    const shared = source({ '0001-a.sql': 'create table $.a (id int)' })
    expect(await migrate(theirs.db, [platformMigrations, shared])).toMatchObject({ roles: true })
    expect(await migrate(ours.db, [platformMigrations, shared])).toMatchObject({ roles: false })
    await run(ours.db, `insert into ${shared.schema}.a values (1)`)
  })

  it('goes on without roles in a schema that a restore gave to somebody else', async () => {
    const { db } = await newDatabase()
    const [restored, fresh] = [source({ '0001-a.sql': 'create table $.a (id int)' }), source({ '0001-a.sql': 'create table $.a (id int)' })]
    await migrate(db, [restored])
    await run(db, `alter table ${restored.schema}.a owner to current_user`)
    rewrite(restored, '0002-b.sql', 'alter table $.a add b int; create table $.b (id int)')
    expect(await migrate(db, [restored, fresh])).toMatchObject({ ran: [`${restored.schema}/0002-b.sql`, `${fresh.schema}/0001-a.sql`], roles: false })
    expect((await tablesOf(db, fresh.schema)).map((table) => table.owner)).toEqual([`tinhso_${fresh.schema}`])
  })
})
