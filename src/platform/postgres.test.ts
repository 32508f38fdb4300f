import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { isAlive } from './data-dir.ts'
import { openDatabase, openDatabaseBeside } from './open-database.ts'
import { ensureDatabase, findRunningPostgres, startPostgres, type Postgres, type PostgresOptions } from './postgres.ts'
import { clusterNameOf } from './postgres/place.ts'
import { endAll, processesOf, sleep } from './postgres/postmaster.ts'

// below /var/tmp, which the database's user reaches when the tests run as root
let dataDir: string
beforeAll(() => {
  dataDir = mkdtempSync('/var/tmp/postgres-test-')
  chmodSync(dataDir, 0o711)
})
afterAll(async () => {
  const place = { data: join(dataDir, 'postgres', 'data'), clusterName: clusterNameOf(join(dataDir, 'postgres', 'data')) }
  await endAll(place as Parameters<typeof endAll>[0])
  rmSync(dataDir, { recursive: true, force: true })
})

// a test that fails must not leave its server to the next one
const started: Postgres[] = []
afterEach(() => Promise.all(started.splice(0).map((server) => server.stop())))
const start = async (options: Partial<PostgresOptions> = {}): Promise<Postgres> => {
  const server = await startPostgres({ dataDir, ...options })
  started.push(server)
  return server
}

async function ask(url: string, question: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    // several statements in one question are answered with several results
    const answers = [await client.query<Record<string, unknown>>(question)].flat()
    return answers.at(-1)?.rows[0]
  } finally {
    await client.end()
  }
}

// a program that starts the database and is then killed as by kill -9, which leaves the database without an owner
async function killedProgram(then = ''): Promise<{ pid: number; url: string }> {
  const code = `
    const { startPostgres } = await import(${JSON.stringify(new URL('./postgres.ts', import.meta.url).href)})
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} })
    process.stdout.write(JSON.stringify({ pid: server.pid, url: server.url }))
    ${then}
    process.kill(process.pid, 'SIGKILL')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  await new Promise((resolve) => child.once('close', resolve))
  return JSON.parse(output) as { pid: number; url: string }
}

describe('the embedded PostgreSQL', () => {
  it('starts on an empty folder, folds Vietnamese and knows the extensions; what was written is there after a stop', async () => {
    const server = await start()
    const url = await ensureDatabase(server.url, 'tinhso')
    expect(await ensureDatabase(server.url, 'tinhso')).toBe(url)
    await ask(url, 'create extension pg_trgm; create extension unaccent; create extension btree_gist; create table paper (id int); insert into paper values (1)')
    expect(await ask(url, "select lower('ĐƯỜNG ẤP') as lower, unaccent('Đường ấp') as plain, current_setting('fsync') as fsync, array_length(show_trgm('Đường'), 1) as parts")).toEqual({ lower: 'đường ấp', plain: 'Duong ap', fsync: 'on', parts: 6 })
    expect(server.adopted).toBe(false)
    await server.stop()
    await server.stop()
    expect(isAlive(server.pid)).toBe(false)
    const again = await start()
    expect(await ask(url.replace(/:\d+\//, `:${new URL(again.url).port}/`), 'select id from paper')).toEqual({ id: 1 })
  })

  it('keeps its password to the owner and listens to this machine only, under that password', async () => {
    const server = await start()
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600)
    expect(await ask(server.url, "select current_setting('listen_addresses') as hosts, current_setting('unix_socket_directories') as sockets")).toEqual({ hosts: '127.0.0.1', sockets: '' })
    const wrong = new URL(server.url)
    wrong.password = 'wrong'
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  })

  it('is adopted when the program was killed and it lives', async () => {
    const killed = await killedProgram()
    expect(isAlive(killed.pid)).toBe(true)
    expect(await findRunningPostgres(dataDir)).toBe(killed.url)
    const server = await start()
    expect(server).toMatchObject({ adopted: true, pid: killed.pid, url: killed.url })
    await server.stop()
    expect(isAlive(killed.pid)).toBe(false)
    expect(await findRunningPostgres(dataDir)).toBeUndefined()
  })

  it('starts again when program and database were killed together, and what was committed is there', async () => {
    const killed = await killedProgram(`
      const pg = (await import('pg')).default
      const client = new pg.Client({ connectionString: server.url })
      client.on('error', () => {})
      await client.connect()
      await client.query('create table kept (id int); insert into kept values (7)')
      process.kill(server.pid, 'SIGKILL')`)
    const server = await start()
    expect(server.adopted).toBe(false)
    expect(server.pid).not.toBe(killed.pid)
    expect(await ask(server.url, 'select id from kept')).toEqual({ id: 7 })
    await server.stop()
  })

  it('is not misled by a process file whose number belongs to a stranger', async () => {
    const file = join(dataDir, 'postgres', 'data', 'postmaster.pid')
    writeFileSync(file, `${process.pid}\n${join(dataDir, 'postgres', 'data')}\n1\n1\n\n127.0.0.1\n  1 1\nready   \n`)
    const server = await start()
    expect(server.adopted).toBe(false)
    expect(await ask(server.url, 'select 1 as one')).toEqual({ one: 1 })
    await server.stop()
  })

  it('comes back by itself at the same address when it dies, and a pool goes on', async () => {
    const crashes: number[] = []
    const server = await start({ onCrash: ({ pid }) => crashes.push(pid) })
    const pool = new pg.Pool({ connectionString: server.url, max: 3 })
    pool.on('error', () => {})
    await pool.query('select 1')
    const first = server.pid
    process.kill(first, 'SIGKILL')
    for (let attempt = 0; server.pid === first && attempt < 200; attempt++) await sleep(50)
    expect(crashes).toEqual([first])
    expect((await pool.query<{ one: number }>('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pool.end()
    await server.stop()
    expect(processesOf(clusterNameOf(join(dataDir, 'postgres', 'data')))).toEqual([])
  })

  it('leaves nothing behind that looks like a database when its making was cut off', async () => {
    const half = mkdtempSync('/var/tmp/postgres-test-')
    chmodSync(half, 0o711)
    mkdirSync(join(half, 'postgres', 'data.draft-C.UTF-8', 'base'), { recursive: true })
    mkdirSync(join(half, 'postgres', 'native-18.4.0-beta.17.draft'))
    const server = await start({ dataDir: half, fsync: false })
    await server.stop()
    expect(existsSync(join(half, 'postgres', 'data.draft-C.UTF-8'))).toBe(false)
    rmSync(half, { recursive: true })
  })

  it('refuses a folder of another major version, and one that is no database', async () => {
    const version = join(dataDir, 'postgres', 'data', 'PG_VERSION')
    const own = readFileSync(version, 'utf8')
    writeFileSync(version, '15\n')
    await expect(startPostgres({ dataDir })).rejects.toThrow(/^The database in .* was made by PostgreSQL 15 and this program brings 18: [^\n]+\.$/)
    rmSync(version)
    await expect(startPostgres({ dataDir })).rejects.toThrow(/^.* exists and is no PostgreSQL database: [^\n]+\.$/)
    writeFileSync(version, own)
  })

  const asRoot = process.getuid?.() === 0
  if (asRoot) it('tells root in one sentence, with the command, that the folder cannot be reached', async () => {
    const closed = mkdtempSync('/var/tmp/postgres-test-')
    await expect(startPostgres({ dataDir: join(closed, 'data') })).rejects.toThrow(
      `TINHSO_DATA ${closed}/data cannot be reached by the database's user (postgres): run "chmod o+x ${closed}", or set TINHSO_DATA to another folder.`.replace('(postgres)', `(${readFileSync('/etc/passwd', 'utf8').includes('\npostgres:') ? 'postgres' : 'nobody'})`),
    )
    rmSync(closed, { recursive: true })
  })
})

describe('opening the database of the settings', () => {
  it('holds the data folder, and lets a command beside it use the running one', async () => {
    const config = { databaseUrl: undefined, dataDir }
    const main = await openDatabase(config)
    await expect(openDatabase(config)).rejects.toThrow(/is in use by another start of this program/)
    const beside = await openDatabaseBeside(config)
    expect(beside).toMatchObject({ url: main.url, postgres: undefined })
    await beside.close()
    const external = await openDatabase({ databaseUrl: main.url, dataDir: '/nowhere' })
    expect(external).toMatchObject({ url: main.url, postgres: undefined })
    await main.close()
    await expect(openDatabase({ databaseUrl: main.url, dataDir: '/nowhere' })).rejects.toThrow(/^DATABASE_URL names a server that does not let us in \(ECONNREFUSED\)/)
    const alone = await openDatabaseBeside(config)
    expect(alone.postgres).toBeDefined()
    await alone.close()
  })
})
