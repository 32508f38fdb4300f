import { Agent, request } from 'node:http'
import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { Secret, TOTP } from 'otpauth'
import { realNow } from '#kernel/clock'
import { uuidv7 } from '#kernel/ids'
import { sql, type Db } from '#platform/db'
import type { Sealer } from '#platform/sealer'

/** An officer of the bench: the password is everybody's, the second factor their own. */
type Officer = { username: string; totp: TOTP }

const password = 'Do-luong-2026!'
// what the program hashes with: the same work for the peer
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Puts `count` clerks in place, straight in the database of a program: each may sign in once in half a minute, as the code's rule says. */
export async function gatherOfficers(db: Db, sealer: Sealer, count: number): Promise<Officer[]> {
  const stored = await hash(password, cost)
  const { rows: [desk] } = await sql<{ code: string }>`select code from agencies.agency where kind = 'public_service_centre' and valid_to is null order by code limit 1`.execute(db)
  const officers = Array.from({ length: count }, (_, i) => ({ username: `bench.${i}`, secret: new Secret({ size: 20 }) }))
  for (const { username, secret } of officers) {
    const id = uuidv7()
    await sql`insert into identity.officer (id, username, name, password_hash, totp_sealed, demonstration, created_at)
      values (${id}, ${username}, 'Nguyễn Thị Đo', ${stored}, ${sealer.seal(secret.base32)}, true, ${realNow()})`.execute(db)
    await sql`insert into identity.capacity (id, officer, role, agency, title_vi, title_en, valid_from)
      values (${uuidv7()}, ${id}, 'clerk', ${desk?.code ?? ''}, 'Công chức', 'Clerk', '2026-01-01')`.execute(db)
  }
  return officers.map(({ username, secret }) => ({ username, totp: new TOTP({ secret, digits: 6, period: 30, algorithm: 'SHA1' }) }))
}

/**
 * Signs every officer in once over HTTP, password and code, `atOnce` at a time, each from an office of its own. Resolves to how many a second came
 * in; throws when one was refused.
 */
export async function signInAll(url: string, officers: readonly Officer[], atOnce: number): Promise<number> {
  const waiting = [...officers.entries()]
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [i, { username, totp }] = next
      const office = `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`
      const first = await post(agent, `${url}/api/officer-sign-in`, office, { username, password })
      const second = await post(agent, `${url}/api/officer-sign-in/code`, office, { code: totp.generate() }, first.cookie)
      if (first.status !== 200 || second.status !== 200) throw new Error(`${username} was refused: ${first.status}, ${second.status} ${second.body}`)
    }
    agent.destroy()
  }))
  return officers.length / ((performance.now() - started) / 1000)
}

function post(agent: Agent, address: string, office: string, input: unknown, cookie = ''): Promise<{ status: number; body: string; cookie: string }> {
  const body = JSON.stringify(input)
  return new Promise((resolve, reject) => {
    const asked = request(address, {
      agent, method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-forwarded-for': office, ...(cookie && { cookie }) },
    }, (answer) => {
      let text = ''
      answer.on('data', (chunk) => (text += String(chunk)))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text, cookie: (answer.headers['set-cookie'] ?? []).map((each) => each.split(';')[0]).join('; ') }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** The peer: how many such hashes a second this machine verifies with nothing else to do. */
export async function rawVerifications(seconds: number): Promise<number> {
  const stored = await hash(password, cost)
  const until = performance.now() + seconds * 1000
  let done = 0
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    while (performance.now() < until) {
      await verify(stored, password)
      done++
    }
  }))
  return done / seconds
}
