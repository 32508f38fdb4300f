import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { modules } from '../../src/apps/modules.ts'
import { makeApplication, type Application } from '../../src/apps/application.ts'
import { openTown, type Town } from '../../src/apps/vneid/town.ts'
import { testConfig } from '../settings.ts'
import { withDb, type TestDatabase } from '../with-db.ts'
import { makeMovableClock } from '#kernel/clock'
import { sql } from '#platform/db'
import { createLog } from '#platform/log'
import { makeSealer } from '#platform/sealer'
import { actAs, beginSignIn, completeSignIn, session, signInAnswer } from '#contract/identity'
import { getCitizen, readPeople } from '#modules/identity'

let database: TestDatabase
let application: Application
let town: Town
const lines: string[] = []
const parameters: unknown[] = []

beforeAll(async () => {
  database = await withDb()
  application = await makeApplication({
    config: testConfig(database.folder), url: database.url, modules,
    log: createLog({ level: 'trace', destination: { write: (line: string) => void lines.push(line) } }), openClock: async () => makeMovableClock(),
    onStatement: (statement) => {
      database.watch(statement)
      parameters.push(...statement.parameters)
    },
  })
  town = await openTown(application)
  // everybody signs in, everything is delivered; one who is refused leaves a trace in the log
  for (const { subject } of readPeople(application.tools.province.folder)) {
    const visitor = town.visitor()
    const page = await visitor.get((await visitor.call(beginSignIn, { returnTo: '/' })).body.location)
    const back = new URL((await visitor.post(page.url, { person: subject, answer: 'yes' })).url)
    await visitor.call(completeSignIn, signInAnswer(back.searchParams))
    await visitor.call(completeSignIn, signInAnswer(back.searchParams))
    await visitor.call(actAs, { citizen: subject })
    await visitor.call(session, {})
  }
  await application.drain()
})
afterAll(async () => {
  await town.close()
  await application.stop()
})

/** The numbers, as digits and as what the database shows of bytes. */
const forms = () => readPeople(application.tools.province.folder).flatMap(({ number }) => [number, Buffer.from(number).toString('hex'), Buffer.from(number).toString('base64')])

describe('a personal number', () => {
  test('is in no column of no table in the clear', async () => {
    const { rows } = await sql<{ name: string }>`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') order by 1`.execute(database.db)
    expect(rows.map(({ name }) => name)).toContain('identity.citizen')
    for (const { name } of rows) {
      const all = (await sql.raw<{ row: string }>(`select t::text as row from ${name} t`).execute(database.db)).rows.map(({ row }) => row).join('\n')
      for (const form of forms()) expect(all.includes(form), `${form} in ${name}`).toBe(false)
    }
  })

  test('is sent to the database in no parameter', () => {
    expect(parameters.length).toBeGreaterThan(0)
    const all = parameters.map((value) => (Buffer.isBuffer(value) ? `${value.toString('hex')} ${value.toString('latin1')}` : JSON.stringify(value))).join('\n')
    for (const form of forms()) expect(all).not.toContain(form)
  })

  test('is in no line of the log; passwords, codes, states and tokens are not either', () => {
    const all = lines.join('\n')
    expect(all).toContain('"route":"/api/sign-in/complete"')
    for (const form of forms()) expect(all).not.toContain(form)
    expect(all).not.toMatch(/code=|state=|access_token|id_token|client_secret/)
  })

  test('opens with the secret of the installation, and with no other', async () => {
    const { rows } = await sql<{ id: string }>`select id from identity.citizen where subject = 'an'`.execute(database.db)
    const id = rows[0]?.id ?? ''
    expect((await database.db.transaction().execute((tx) => getCitizen(tx, application.tools.sealer, id)))?.number).toBe('999199000201')
    await expect(database.db.transaction().execute((tx) => getCitizen(tx, makeSealer('another secret, long enough to be one'), id))).rejects.toThrow()
  })
})
