import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '#kernel/app'
import { fixedClock, realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { projectRoot, type Config } from '#platform/config'
import type { Request } from '#platform/dispatch'
import { openDocuments } from '#platform/documents'
import { openFiles } from '#platform/files'
import { nobody, type Actor, type Route } from '#platform/http'
import { createLog, type Log } from '#platform/log'
import { migrate, type MigrationSource } from '#platform/migrate'
import { openProvince } from '#platform/province'
import { makeSealer } from '#platform/sealer'
import { sessionControl, type Session, type SessionControl, type SessionRules } from '#platform/sessions'
import type { Tools } from '#platform/tools'
import { atEnd } from './at-end.ts'
import { testConfig } from './settings.ts'
import { withEmptyDb, type TestDatabase } from './with-db.ts'

/** The machinery on a database of its own, with the schema `trial` as the only one beside it: no module of the program is needed. */
export type TestTools = TestDatabase & {
  tools: Tools
  log: Log
  /** what was logged, one object per line */
  logged: Record<string, unknown>[]
}

/** A folder of migrations with these files in it. */
export function migrationFolder(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** The migrations of the machinery itself. */
export const platformMigrations: MigrationSource = { schema: 'platform', folder: join(projectRoot, 'src', 'platform', 'migrations') }

/** Tools for tests of the machinery. `trial` is the SQL that makes the tables of the schema `trial`. */
export async function withTools(given: { trial?: string; config?: Partial<Config>; at?: string } = {}): Promise<TestTools> {
  const database = await withEmptyDb()
  const { db, folder } = database
  const sources = [platformMigrations]
  if (given.trial !== undefined) sources.push({ schema: 'trial', folder: migrationFolder(join(folder, 'migrations'), { '0001-trial.sql': given.trial }) })
  await migrate(db, sources)
  const logged: Record<string, unknown>[] = []
  const log = createLog({ level: 'info', destination: { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) } })
  const config = testConfig(folder, given.config)
  const documents = openDocuments({ log })
  atEnd(() => documents.stop())
  const tools: Tools = {
    db, config, documents, log,
    clock: fixedClock(given.at ?? '2026-11-25T02:00:00Z'),
    province: openProvince(config.provinceDir),
    files: await openFiles(join(folder, 'files')),
    jobs: { ask: () => Promise.reject(new Error('this test opened no queue')) },
    sealer: makeSealer(config.secret),
    followers: new Map(),
    measures: new Map(),
  }
  return { ...database, tools, log, logged }
}

const rules: SessionRules = { idleLockMinutes: 15, citizenIdleMinutes: 30, longestHours: 12, secure: false }

/** Somebody of this role; two calls make two people unless they are given the same id. */
export function somebody(role: Role, id: string = uuidv7()): Actor {
  if (role === 'nobody') return nobody
  if (role === 'service') return { kind: 'service', id, role, agency: 'A1', capacityId: null, name: `service ${id.slice(-4)}`, level: 0, scopes: [] }
  const officer = role !== 'citizen'
  return { kind: officer ? 'officer' : 'citizen', id, role, agency: officer ? 'A1' : null, capacityId: officer ? id : null, name: `${role} ${id.slice(-4)}`, level: officer ? 0 : 2 }
}

/** What a request holds of a session: none, or an open or a locked one. */
export function sessionOf(state: 'none' | 'open' | 'locked' = 'none', cookies: string[] = []): SessionControl {
  const current: Session = { tokenHash: Buffer.alloc(32), kind: 'officer', subject: uuidv7(), capacity: null, level: 0, locked: state === 'locked', createdAt: realNow() }
  return sessionControl({ current: state === 'none' ? null : current, mark: null }, rules, cookies, realNow)
}

/** A request as it reaches the dispatcher, with a key of its own unless one is given. */
export const ask = (route: Route, actor: Actor, input: unknown, given: Partial<Request> = {}): Request => ({
  route, actor, input, session: sessionOf(), key: uuidv7(), correlationId: uuidv7(), ip: '127.0.0.1', locale: 'vi', ...given,
})

/** Resolves to the refusal; fails the test when the work was not refused, or by an error that is none of ours. */
export async function refusal(work: Promise<unknown>): Promise<Failure> {
  try {
    await work
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('it was not refused')
}
