import { realNow, systemClock } from '#kernel/clock'
import { uuidv7 } from '#kernel/ids'
import { loadConfig } from '#platform/config'
import { openDb, sql, type Statement } from '#platform/db'
import { createLog } from '#platform/log'
import { cookieName, findSession, sessionControl } from '#platform/sessions'
import { actorOf } from '#modules/identity'
import { submitDossier } from '#contract/dossiers'
import { makeApplication } from '../../src/apps/application.ts'
import { modules } from '../../src/apps/modules.ts'
import { fillDrafts, type Somebody } from './crowd.ts'

/** The statements of one act, with what must be fresh when they are sent again: three ids, which also stand inside JSON. */
export type Script = { statements: { text: string; parameters: unknown[] }[]; ids: { draft: string; key: string; dossier: string }; drafts: string[] }

const rules = { idleLockMinutes: 15, citizenIdleMinutes: 60, longestHours: 12, secure: false }

/** Sends one form of each of these people through the dispatcher of this process, on the same database, and writes down what it asked. */
export async function captureSubmit(dataDir: string, databaseUrl: string, crowd: readonly Somebody[], draftsEach = 800): Promise<Script[]> {
  const config = loadConfig({ ...process.env, TINHSO_DATA: dataDir, LOG_LEVEL: 'error' })
  const statements: Statement[] = []
  const application = await makeApplication({ config, modules, url: databaseUrl, log: createLog({ level: 'error' }), openClock: async () => systemClock, onStatement: (statement) => statements.push(statement) })
  const db = openDb({ url: databaseUrl, poolSize: 2 })
  try {
    const route = application.routes.find(({ contract }) => contract.name === submitDossier.name)
    if (!route) throw new Error('there is no route to send a form')
    const drafts = await fillDrafts(db, crowd, draftsEach + 1, 'replay')
    const scripts: Script[] = []
    for (const [i, person] of crowd.entries()) {
      const [draft = '', ...rest] = drafts[i] ?? []
      const key = uuidv7()
      statements.length = 0
      const current = await findSession(application.tools.db, person.cookie.replace(`${cookieName}=`, ''), rules, realNow())
      const actor = await actorOf(application.tools.db, current)
      const session = sessionControl({ current, mark: null }, rules, [], realNow)
      const answer = (await application.dispatch({ route, actor, session, key, input: { draft, oath: true }, locale: 'vi', correlationId: uuidv7(), ip: '127.0.0.1' })) as { id: string }
      scripts.push({ ids: { draft, key, dossier: answer.id }, drafts: rest, statements: statements.map(({ text, parameters }) => ({ text, parameters: parameters.map(plain) })) })
    }
    await sql`select 1`.execute(db)
    return scripts
  } finally {
    await db.destroy()
    await application.stop()
  }
}

// bytes and times cross to the other process as marked text
const plain = (value: unknown): unknown => (Buffer.isBuffer(value) ? { bytes: value.toString('base64') } : value instanceof Date ? { time: value.toISOString() } : value)
