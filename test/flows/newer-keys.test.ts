import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/http'
import { openDb, reading, sql, type Db } from '#platform/db'
import { keyStatus, renewKey, retireKeys, type LiveSealer } from '#platform/keys'
import { isSealedWith, resealAll } from '#platform/reseal'
import * as contract from '#contract/dossiers'
import { modules } from '../../src/apps/modules.ts'
import { filledDraft, submitted } from '../factories/drafts.ts'
import { dossierAlong } from '../factories/finished.ts'
import { citizen, officer } from '../factories/people.ts'
import { withApp, type TestApp } from '../with-app.ts'

const columns = modules.flatMap(({ sealed }) => sealed ?? [])
let app: TestApp
let sealer: LiveSealer
let engineer: Db
let giang: Actor & { id: string }
let clerk: Actor
let signed: contract.Acknowledgement
let draft = ''
const secrets = () => ({ secret: app.application.tools.config.secret })

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  sealer = app.application.tools.sealer as LiveSealer
  // what the command line does it does beside the program, with a connection of its own
  engineer = openDb({ url: app.url, poolSize: 2 })
  giang = await citizen(app, 'giang')
  clerk = await officer(app, 'clerk.001')
  signed = await dossierAlong(app, { submitted: '2026-11-20T08:00', accepted: '2026-11-20T09:00', signed: '2026-11-24T09:00' })
  draft = (await filledDraft(app, giang)).id
  return () => engineer.destroy()
})

/** Every sealed value of the database, found by looking at all columns and not by what the modules say: its place and the number of its key. */
async function sealedEverywhere(): Promise<{ place: string; key: number }[]> {
  const { rows } = await sql<{ place: string; schema: string; table: string; name: string; type: string }>`
    select table_schema as schema, table_name as "table", column_name as name, data_type as type, table_schema || '.' || table_name || '.' || column_name as place
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'pgboss') and (data_type = 'jsonb' or (data_type = 'bytea' and column_name ~ 'sealed$'))
  `.execute(engineer)
  const found: { place: string; key: number }[] = []
  for (const { place, schema, table, name, type } of rows) {
    const { rows: values } = await sql<{ value: unknown }>`select ${sql.ref(name)} as value from ${sql.table(`${schema}.${table}`)} where ${sql.ref(name)} is not null`.execute(engineer)
    const bytes = type === 'bytea' ? values.map(({ value }) => value as Buffer) : values.flatMap(({ value }) => [...JSON.stringify(value).matchAll(/"(?:sealed:|draft":")([A-Za-z0-9+/=]+)"/g)].map(([, base64 = '']) => Buffer.from(base64, 'base64')))
    found.push(...bytes.map((each) => ({ place, key: each[0] ?? 0 })))
  }
  return found
}

const keysInUse = async () => [...new Set((await sealedEverywhere()).filter(({ place }) => place !== 'identity.pending.sealed').map(({ key }) => key))].toSorted((a, b) => a - b)
const still = (key: number) => isSealedWith(reading(engineer), key, columns)

describe('a newer key', () => {
  it('seals nothing before every program has had time to learn it, and is made once', async () => {
    expect(await keysInUse()).toEqual([1])
    const made = await renewKey(engineer, secrets())
    expect(made).toMatchObject({ id: 2, isNew: true })
    expect(await Promise.all([renewKey(engineer, secrets()), renewKey(engineer, secrets())])).toMatchObject([{ id: 2, isNew: false }, { id: 2, isNew: false }])
    await sealer.refresh()
    expect([sealer.newest(), sealer.seal('x')[0]]).toEqual([1, 1])
  })

  it('then seals what is new, and what is old opens as before and is found as before', async () => {
    await sql`update platform.key set seals_from = now() - interval '1 second' where id = 2`.execute(engineer)
    await sealer.refresh()
    const later = await submitted(app, giang)
    expect(await keysInUse()).toEqual([1, 2])
    for (const id of [signed.id, later.id]) expect((await app.call(clerk, contract.getDossier, { id })).numberMasked).toMatch(/\d{2}$/)
    expect((await app.call(clerk, contract.find, { q: '999191000206' })).rows.map(({ id }) => id)).toContain(later.id)
  })
})

describe('what an older key sealed', () => {
  it('is sealed anew, and an engineer who was stopped half-way goes on', async () => {
    const resealing = { sealer, newest: sealer.newest() }
    let columnsDone = 0
    await expect(resealAll(engineer, resealing, columns, () => {
      if (++columnsDone === 3) throw new Error('the power failed')
    })).rejects.toThrow('power')
    expect([await still(1), await still(2)]).toEqual([true, true])
    expect(await retireKeys(engineer, 2, (tx, key) => isSealedWith(tx, key, columns), 0)).toEqual([])
    expect(await resealAll(engineer, resealing, columns)).toBeGreaterThan(0)
    expect(await resealAll(engineer, resealing, columns)).toBe(0)
    expect([await still(1), await keysInUse()]).toEqual([false, [2]])
  })

  it('lies only in columns that the modules name, so that none is forgotten', async () => {
    const named = new Set(columns.map(({ table, column }) => `${table}.${column}`))
    const places = new Set((await sealedEverywhere()).map(({ place }) => place))
    expect([...places].filter((place) => !named.has(place) && place !== 'identity.pending.sealed')).toEqual([])
    for (const place of ['identity.citizen.number_sealed', 'identity.officer.totp_sealed', 'dossiers.dossier.number_sealed', 'dossiers.dossier.answers', 'dossiers.document.facts']) expect(places).toContain(place)
  })

  it('reads as it did: the dossier, its result, what somebody had filled in', async () => {
    const view = await app.call(clerk, contract.getDossier, { id: signed.id })
    const result = view.documents.find(({ kind }) => kind === 'result')
    expect(await app.call(clerk, contract.getDocument, { id: signed.id, document: result?.id ?? '' })).toMatchObject({ type: 'application/pdf' })
    expect((await app.call(giang, contract.getDraft, { draft })).problems).toEqual({})
    await app.call(giang, contract.submitDossier, { draft, oath: true })
  })

  it('no longer needs the older key, which is destroyed a day after the newer one began', async () => {
    const isNeeded = (tx: Parameters<typeof isSealedWith>[0], key: number) => isSealedWith(tx, key, columns)
    expect(await retireKeys(engineer, 2, isNeeded)).toEqual([])
    await sql`update platform.key set seals_from = now() - interval '25 hours' where id = 2`.execute(engineer)
    expect((await Promise.all([retireKeys(engineer, 2, isNeeded), retireKeys(engineer, 2, isNeeded)])).flat()).toEqual([1])
    expect((await keyStatus(engineer)).map(({ id, retiredAt }) => [id, retiredAt !== null])).toEqual([[1, true], [2, false]])
    const old = sealer.seal('x')
    await sealer.refresh()
    expect(sealer.open(old)).toBe('x')
    old[0] = 1
    expect(() => sealer.open(old)).toThrow('unknown key')
    expect((await app.call(clerk, contract.find, { q: '999191000206' })).rows.length).toBeGreaterThan(0)
    // and the next one takes the next number
    expect((await renewKey(engineer, secrets(), 0)).id).toBe(3)
  })
})
