// areas.asof_p99_ms: questions about any day (which unit, what did it become, who decides, what is it called, whose is this), one after the other, each in its own statements.
// reform.rows_per_s: a million dossiers follow a reform in which every ward becomes another one, until the last row has moved. Peer: one UPDATE of the same columns of a copy of the
// rows, in one transaction, with the same indexes.
// login.per_s: officers sign in over HTTP, password and code. Peer: how many such hashes this machine verifies with nothing else to do.
// import.boundaries_s: outlines of every commune of today, two thousand points each, are read, checked against the units and each other, and kept.
// ROWS changes the number of dossiers.
import { join } from 'node:path'
import { systemClock } from '#kernel/clock'
import { loadConfig } from '#platform/config'
import { inTransaction, openDb, reading, sql, type Db } from '#platform/db'
import { createLog } from '#platform/log'
import { openDatabase } from '#platform/open-database'
import { agencyName, competentAgency, custodianOf, decideReform, followReforms, type ReformPlan } from '#modules/agencies'
import { checkBoundaries, findArea, keepBoundaries, successorsOf } from '#modules/areas'
import { makeSealer } from '#platform/sealer'
import { makeApplication } from '../src/apps/application.ts'
import { modules } from '../src/apps/modules.ts'
import { atLeast, atMost, percentile, report, type Figure } from './lib/figures.ts'
import { gatherOfficers, rawVerifications, signInAll } from './lib/logins.ts'
import { fillDossiers } from './lib/million.ts'
import { startProgram } from './lib/program.ts'
import { scratch } from './lib/scratch.ts'

const rows = Number(process.env['ROWS'] ?? 1_000_000)
const { folder, remove } = scratch()
const dataDir = join(folder, 'data')
try {
  const figures = [await logins(), ...(await places())]
  report(figures)
} finally {
  remove()
}

async function logins(): Promise<Figure> {
  const program = await startProgram(dataDir, { env: { TINHSO_TRUST_PROXY: '127.0.0.1' } })
  const db = openDb({ url: await program.databaseUrl(), poolSize: 2 })
  try {
    const { secret } = loadConfig({ ...process.env, TINHSO_DATA: dataDir })
    const officers = await gatherOfficers(db, makeSealer(secret), 300)
    const perSecond = await signInAll(program.url, officers, 16)
    const raw = await rawVerifications(3)
    return { figure: 'login.per_s', value: perSecond, unit: '/s', against: `${Math.round(raw)} hashes/s with nothing else to do`, ratio: perSecond / raw, target: 'shown', ok: true }
  } finally {
    await db.destroy()
    await program.stop()
  }
}

async function places(): Promise<Figure[]> {
  const config = loadConfig({ ...process.env, TINHSO_DATA: dataDir })
  const database = await openDatabase(config)
  const application = await makeApplication({ config, url: database.url, modules, log: createLog({ level: 'error' }), openClock: async () => systemClock })
  try {
    const { db } = application.tools
    const asOf = await questions(db)
    const boundaries = await importOutlines(db)
    await fillDossiers(db, rows)
    const plan = await everyWardChanges(db)
    const started = performance.now()
    await decideReform(application.tools, plan, 'bench')
    const decided = performance.now() - started
    const from = performance.now()
    const moved = await followReforms(application.tools)
    const perSecond = moved / ((performance.now() - from) / 1000)
    const { rows: [left] } = await sql<{ left: number }>`select count(*) as left from dossiers.dossier where settled is distinct from ${plan.day}::date and area in (select area from agencies.agency where valid_to = ${plan.day}::date)`.execute(db)
    const peer = await oneUpdate(db)
    return [
      atMost('areas.asof_p99_ms', percentile(asOf, 0.99), 'ms', 5),
      { figure: 'import.boundaries_s', value: boundaries, unit: 's', against: '36 outlines of 2,000 points', ratio: null, target: 'shown', ok: true },
      atMost('reform.decide_ms', decided, 'ms', 120_000),
      { ...atLeast('reform.rows_per_s', perSecond, '/s', 20_000, `one UPDATE of the same rows: ${Math.round(peer)}/s`), ratio: perSecond / peer, ok: perSecond >= 20_000 && left?.left === 0 },
    ]
  } finally {
    await application.stop()
    await database.close()
  }
}

async function importOutlines(db: Db): Promise<number> {
  const { rows: units } = await sql<{ code: string; lon: number; lat: number }>`select code, lon, lat from areas.area where level = 'commune' and valid_to is null and lon is not null`.execute(db)
  const ring = ({ lon, lat }: { lon: number; lat: number }) => Array.from({ length: 2001 }, (_, i) => [lon + 0.03 * Math.cos((i % 2000) * (Math.PI / 1000)), lat + 0.03 * Math.sin((i % 2000) * (Math.PI / 1000))])
  const text = JSON.stringify({ type: 'FeatureCollection', features: units.map((unit) => ({ type: 'Feature', properties: { code: unit.code }, geometry: { type: 'Polygon', coordinates: [ring(unit)] } })) })
  const started = performance.now()
  const { taken, report: { refused } } = await checkBoundaries(reading(db), text, { on: new Date().toISOString().slice(0, 10), codeProperty: 'code' })
  if (refused.length > 0) throw new Error(JSON.stringify(refused[0]))
  await inTransaction(db, (tx) => keepBoundaries(tx, taken, 'bench'))
  return (performance.now() - started) / 1000
}

/** Two thousand questions about random units and days. */
async function questions(db: Db): Promise<number[]> {
  const tx = reading(db)
  const { rows: units } = await sql<{ code: string; area: string }>`select a.code, g.code as agency, a.code as area from areas.area a join agencies.agency g on g.area = a.code and g.kind = 'committee' where a.level = 'commune' order by 1`.execute(db)
  const days = ['2022-03-01', '2023-04-09', '2023-04-10', '2024-05-01', '2025-06-30', '2025-07-01', '2026-11-26']
  const times: number[] = []
  for (let i = 0; i < 2000; i++) {
    const { area } = units[(i * 7919) % units.length] ?? { area: '' }
    const [on, by] = [days[i % days.length] ?? '', days[(i * 31) % days.length] ?? '']
    const asked = [
      () => findArea(tx, area, on), () => successorsOf(tx, { code: area, on }, by), () => competentAgency(tx, { matters: ['civilStatus'], area, on }), () => agencyName(tx, `H09.${area}`, on),
      () => custodianOf(tx, { agency: `H09.718.${area}`, area, since: '2022-03-01' }, on),
    ][i % 5]
    const started = performance.now()
    await asked?.()
    times.push(performance.now() - started)
  }
  return times
}

/** A plan in which every ward and its agencies become others today: nothing stays where it was. */
async function everyWardChanges(db: Db): Promise<ReformPlan> {
  const { rows: wards } = await sql<{ code: string; name: { vi: string; en: string }; parent: string }>`select code, name, parent from areas.area where level = 'commune' and valid_to is null order by code`.execute(db)
  const { rows: agencies } = await sql<{ code: string; kind: 'committee'; name: { vi: string; en: string }; area: string; parent: string }>`
    select code, kind, name, area, parent from agencies.agency where valid_to is null and area in (select code from areas.area where level = 'commune' and valid_to is null) order by length(code), code`.execute(db)
  const ward = new Map(wards.map(({ code }, i) => [code, String(60_000 + i)]))
  const agency = new Map(agencies.map(({ code }) => [code, code.replace(/^H09\.(\d+)/, (_, area: string) => `H09.${ward.get(area) ?? area}`)]))
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  return {
    id: 'bench-every-ward', title: { vi: 'Đo lường', en: 'Bench' }, day, basis: 'bench', decisions: {}, undecided: 'refuse', competences: [],
    units: {
      begin: wards.map(({ code, name, parent }) => ({ code: ward.get(code) ?? '', level: 'commune' as const, kind: 'ward' as const, name, parent, lon: null, lat: null, areaKm2: null, population: null, headOffice: null })),
      end: wards.map(({ code }) => code), change: [], become: wards.map(({ code }) => ({ from: code, to: ward.get(code) ?? '', share: 1, main: true })),
    },
    agencies: {
      begin: agencies.map(({ code, kind, name, area, parent }) => ({ code: agency.get(code) ?? '', kind, name, shortName: name, area: ward.get(area) ?? '', parent: agency.get(parent) ?? parent, headOffice: null, phone: null })),
      end: agencies.map(({ code }) => code), change: [], become: agencies.map(({ code }) => ({ from: code, to: agency.get(code) ?? '', area: null, main: true })),
    },
  }
}

/** The peer: a tenth of the rows copied with their indexes, and their places changed in one statement. */
async function oneUpdate(db: Db): Promise<number> {
  await sql`create table dossiers.bench_copy (like dossiers.dossier including defaults including indexes)`.execute(db)
  await sql`insert into dossiers.bench_copy select * from dossiers.dossier order by submitted_at limit ${Math.ceil(rows / 10)}`.execute(db)
  const started = performance.now()
  const { numAffectedRows } = await sql`
    update dossiers.bench_copy set area = area || 'x', receiving_agency = receiving_agency || 'x', collecting_agency = collecting_agency || 'x', competent_agency = competent_agency || 'x', settled = settled + 1,
           places = places || jsonb_build_object('until', settled, 'area', area, 'receiving', receiving_agency, 'collecting', collecting_agency, 'competent', competent_agency)`.execute(db)
  return Number(numAffectedRows ?? 0n) / ((performance.now() - started) / 1000)
}
