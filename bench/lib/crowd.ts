import { readFileSync } from 'node:fs'
import { type Agent, request } from 'node:http'
import { join } from 'node:path'
import { realNow } from '#kernel/clock'
import { localDate } from '#kernel/local-time'
import { inTransaction, only, sql, type Db, type Tx } from '#platform/db'
import { namedId } from '#platform/named-id'
import { makeSealer } from '#platform/sealer'
import { csrfToken, sessionControl, type SessionControl } from '#platform/sessions'
import { keepCitizen } from '#modules/identity'
import type { Acknowledgement } from '#contract/dossiers'

/** A signed-in citizen with what a browser would carry. */
export type Somebody = { id: string; cookie: string; csrf: string; area: string }

export const procedure = '1.004873'

/** The shortest way through the form: never married, for a loan. */
const answers = (area: string) => ({
  whom: 'self', livesThere: 'yes', residenceSince: { from: '2010-01', to: null }, livedElsewhere: 'no', purpose: 'loan', earlier: 'no', copies: 1, receive: 'counter', collectAt: area, phone: '0999000201', email: null,
})

/** Signs `count` invented citizens in, spread over the province's communes, straight in the database of a program whose folder this is. */
export async function gatherCitizens(db: Db, dataDir: string, count: number): Promise<Somebody[]> {
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8').trim()
  const sealer = makeSealer(secret)
  const { rows: areas } = await sql<{ code: string }>`select code from areas.area where level = 'commune' and valid_to is null order by code`.execute(db)
  const crowd: Somebody[] = []
  for (let i = 0; i < count; i++) {
    const area = areas[i % areas.length]?.code ?? ''
    const claims = {
      sub: `crowd-${i}`, name: 'Nguyễn Thị Đông', citizen_number: `999${String(600_000_000 + i)}`, identity_level: 2 as const, birthdate: '1990-05-01', gender: 'female' as const,
      address: { formatted: 'Số 1, đường Mẫu' }, area_code: area, nationality: 'Việt Nam', ethnicity: 'Kinh', phone_number: '0999000201',
    }
    crowd.push(await inTransaction(db, async (tx) => signedIn(tx, secret, { kind: 'citizen', subject: await keepCitizen(tx, sealer, claims, realNow()), level: 2 }, area)))
  }
  return crowd
}

/** Gives each citizen drafts that lack nothing but to be sent. Their ids follow from the name, so a killed run finds them again. */
export async function fillDrafts(db: Db, crowd: readonly Somebody[], perPerson: number, name: string): Promise<string[][]> {
  const { rows } = await sql<{ id: string }>`select id from procedures.version where procedure = ${procedure} and status = 'published' and valid_from <= ${localDate(realNow())}::date order by number desc limit 1`.execute(db)
  const version = only(rows).id
  const drafts = crowd.map((_, i) => Array.from({ length: perPerson }, (__, k) => namedId(`${name} ${i} ${k}`)))
  for (const [i, person] of crowd.entries()) {
    await sql`insert into dossiers.draft (id, citizen, procedure, procedure_version, procedure_case, answers, created_at, updated_at)
      select id, ${person.id}, ${procedure}, ${version}, 'neverMarried', ${JSON.stringify(answers(person.area))}::jsonb, now(), now() from unnest(${drafts[i]}::uuid[]) as id`.execute(db)
  }
  return drafts
}

/** Signs in the clerk of every desk in the same way; by the agency's code. */
export async function gatherClerks(db: Db, dataDir: string): Promise<Map<string, Somebody>> {
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8').trim()
  const { rows } = await sql<{ officer: string; capacity: string; agency: string }>`
    select distinct on (agency) officer, id as capacity, agency from identity.capacity where role = 'clerk' and valid_to is null order by agency, id`.execute(db)
  const clerks = new Map<string, Somebody>()
  for (const { officer, capacity, agency } of rows) {
    clerks.set(agency, await inTransaction(db, (tx) => signedIn(tx, secret, { kind: 'officer', subject: officer, capacity }, agency)))
  }
  return clerks
}

async function signedIn(tx: Tx, secret: string, who: Parameters<SessionControl['start']>[1], area: string): Promise<Somebody> {
  const cookies: string[] = []
  const session = sessionControl({ current: null, mark: null }, { idleLockMinutes: 15, citizenIdleMinutes: 60, longestHours: 12, secure: false }, cookies, realNow)
  await session.start(tx, who)
  return { id: who.subject, cookie: (cookies.at(-1) ?? '').split(';')[0] ?? '', csrf: csrfToken(secret, session.current), area }
}

export type Sent<T = Acknowledgement> = { status: number; body: T & { code: string } }

/** Sends a draft as the browser's script would. Rejects when the connection breaks. */
export const send = (agent: Agent, url: string, person: Somebody, draft: string, key: string): Promise<Sent> =>
  post<Acknowledgement>(agent, `${url}/api/drafts/${draft}/submit`, person, { oath: true }, key)

/** One act of a person over HTTP. Rejects when the connection breaks. */
export function post<T>(agent: Agent, url: string, person: Somebody, input: unknown, key: string): Promise<Sent<T>> {
  const body = JSON.stringify(input)
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      agent, method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie: person.cookie, 'x-csrf-token': person.csrf, 'idempotency-key': key },
    }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => (text += String(chunk)))
      answer.on('error', reject)
      answer.on('end', () => {
        try {
          resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) as Sent<T>['body'] })
        } catch (error) {
          reject(error as Error)
        }
      })
    })
    asked.on('error', reject)
    asked.setTimeout(30_000, () => asked.destroy(new Error('no answer in 30 s')))
    asked.end(body)
  })
}
