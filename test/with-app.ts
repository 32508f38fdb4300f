import type { z } from 'zod'
import { makeMovableClock, realNow, type MovableClock } from '#kernel/clock'
import type { Contract } from '#kernel/contract'
import { uuidv7 } from '#kernel/ids'
import type { Config } from '#platform/config'
import { sql } from '#platform/db'
import { createLog, type Log } from '#platform/log'
import type { Actor, UploadedFile } from '#platform/http'
import type { Module } from '#platform/module'
import type { Channel } from '#platform/notify'
import { sessionControl, type Session } from '#platform/sessions'
import { makeApplication, type Application } from '../src/apps/application.ts'
import { modules } from '../src/apps/modules.ts'
import { atEnd } from './at-end.ts'
import { testConfig } from './settings.ts'
import { withDb, type TestDatabase } from './with-db.ts'

export type TestApp = TestDatabase & {
  application: Application
  clock: MovableClock
  /** Calls a contract as this person, with a key of its own unless one is given. */
  call<C extends Contract>(actor: Actor, contract: C, input: z.input<C['input']>, options?: { key?: string; upload?: UploadedFile; session?: Session }): Promise<z.output<C['output']>>
  /** events, jobs and notices until nothing is left */
  drain(): Promise<void>
}

/**
 * A whole application on a database of this file's own, its business clock standing at `at` and running on from there. The clock moves
 * only when the test moves it further than the test takes. `production` opens the same database as a real installation would be.
 * `reach` gives the address under which the application finds its database, when a test stands between the two. It logs nothing, unless to `log`.
 */
export async function withApp(options: { at: string; modules?: readonly Module[]; channel?: Channel; config?: Partial<Config>; reach?: (url: string) => Promise<string>; log?: Log }): Promise<TestApp> {
  const database = await withDb()
  const clock = makeMovableClock({ now: realNow })
  clock.moveTo(new Date(options.at))
  // the template was made as a demonstration, and an installation never changes its mode
  if (options.config?.mode === 'production') await sql`delete from platform.setting where name = 'mode'`.execute(database.db)
  const application = await makeApplication({
    config: testConfig(database.folder, options.config), url: options.reach ? await options.reach(database.url) : database.url, modules: options.modules ?? modules, log: options.log ?? createLog({ level: 'silent' }), openClock: async () => clock,
    onStatement: database.watch, ...(options.channel && { channel: options.channel }),
  })
  atEnd(() => application.stop())
  const byName = new Map(application.routes.map((route) => [route.contract.name, route]))
  return {
    ...database, application, clock,
    async call(actor, contract, input, given = {}) {
      const route = byName.get(contract.name)
      if (!route) throw new Error(`there is no route ${contract.name}`)
      const session = sessionControl({ current: given.session ?? null, mark: null }, { idleLockMinutes: 15, citizenIdleMinutes: 30, longestHours: 12, secure: false }, [], realNow)
      const answer = await application.dispatch({
        route, actor, input, session, key: given.key ?? uuidv7(), correlationId: uuidv7(), ip: '127.0.0.1', locale: 'vi', ...(given.upload && { upload: given.upload }),
      })
      return answer as never
    },
    drain: application.drain,
  }
}
