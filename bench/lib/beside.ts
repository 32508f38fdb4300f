import type { z } from 'zod'
import { realNow, systemClock } from '#kernel/clock'
import type { Contract } from '#kernel/contract'
import { uuidv7 } from '#kernel/ids'
import { loadConfig } from '#platform/config'
import type { Db } from '#platform/db'
import type { Actor } from '#platform/http'
import { createLog } from '#platform/log'
import { sessionControl } from '#platform/sessions'
import { makeApplication, type Application } from '../../src/apps/application.ts'
import { modules } from '../../src/apps/modules.ts'

export type Beside = {
  application: Application
  db: Db
  call<C extends Contract>(actor: Actor, contract: C, input: z.input<C['input']>, options?: { upload?: never }): Promise<z.output<C['output']>>
  drain(): Promise<void>
  stop(): Promise<void>
}

const rules = { idleLockMinutes: 15, citizenIdleMinutes: 60, longestHours: 12, secure: false }

/** A second application on the folder and the database of a running program, to let things happen there that nobody waits for. */
export async function applicationBeside(dataDir: string, url: string): Promise<Beside> {
  const config = loadConfig({ ...process.env, TINHSO_DATA: dataDir, LOG_LEVEL: 'error' })
  const application = await makeApplication({ config, modules, url, log: createLog({ level: 'error' }), openClock: async () => systemClock })
  const byName = new Map(application.routes.map((route) => [route.contract.name, route]))
  return {
    application, db: application.tools.db, drain: application.drain, stop: () => application.stop(),
    async call(actor, contract, input, given = {}) {
      const route = byName.get(contract.name)
      if (!route) throw new Error(`there is no route ${contract.name}`)
      const session = sessionControl({ current: null, mark: null }, rules, [], realNow)
      return (await application.dispatch({ route, actor, input, session, key: uuidv7(), correlationId: uuidv7(), ip: '127.0.0.1', locale: 'vi', ...given })) as never
    },
  }
}
