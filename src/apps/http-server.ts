import type { FastifyInstance } from 'fastify'
import { localDate } from '#kernel/local-time'
import { reading } from '#platform/db'
import { cookieFlags } from '#platform/sessions'
import { incomingReader, localeCookie } from '#platform/request'
import { pendingMigrations } from '#platform/migrate'
import { pendingSeeds } from '#platform/seeds'
import { makeMeasure } from '#platform/dispatch'
import { makeServer } from '#platform/server'
import { actorOf } from './actors.ts'
import { idleLockMinutesOf, serviceOf } from '#modules/identity'
import { hasCurrentVersion } from '#modules/procedures'
import { sentence } from '../../web/messages/index.ts'
import { migrationSources, type Application } from './application.ts'
import { makeAppFor } from './page-app.ts'
import { mountTokens } from './tokens.ts'
import { mountVneid, vneidOptions } from './vneid.ts'
import { isWebReady, web } from './web.ts'

/** hours after which a session ends whatever happens, minutes after which a citizen's does without a request */
const longestHours = 12
const citizenIdleMinutes = 60

/** The application on the network: JSON routes, pages, and in demonstration the simulated national identity. The caller listens and closes. */
export async function makeHttpServer(application: Application): Promise<FastifyInstance> {
  const { tools, routes, dispatch, metrics } = application
  const { config, db, log, files, province } = tools
  const rules = { idleLockMinutes: config.sessionIdleMinutes, idleLockMinutesOf, citizenIdleMinutes, longestHours, secure: config.publicUrl.startsWith('https:') }
  const incoming = incomingReader({ db, config, rules, actorOf, serviceOf: (token, ip) => serviceOf(tools, token, ip) })
  const server = await makeServer({
    config, incoming, routes, dispatch, measure: makeMeasure({ tools }), log, metrics, sentence, title: `Tỉnh Số · ${province.name.vi}`, identityLevel: province.identityLevel,
    ready: () => readiness(application, server),
    filePath: (hash) => files.path(hash), storeFile: (bytes, limits) => files.store(bytes, limits),
  })
  serveLanguage(server, rules.secure)
  await mountTokens(server, tools)
  if (config.mode === 'demonstration') await mountVneid(server, vneidOptions(tools))
  await web(server, { dev: config.dev, projectRoot: config.projectRoot, webStamp: config.webStamp, appFor: makeAppFor(application, incoming) })
  return server
}

/** Everything that must stand before people are let in; a part that cannot be asked counts as absent. */
async function readiness(application: Application, server: FastifyInstance): Promise<Record<string, boolean>> {
  const { tools, modules } = application
  const { db, config, clock } = tools
  const ask = (question: Promise<boolean>): Promise<boolean> => question.catch(() => false)
  const none = (list: Promise<string[]>): Promise<boolean> => ask(list.then((found) => found.length === 0))
  const [migrations, data, procedure] = await Promise.all([
    none(pendingMigrations(db, migrationSources(config.projectRoot, modules))), none(pendingSeeds(modules, tools)), ask(hasCurrentVersion(reading(db), localDate(clock.now()))),
  ])
  return { migrations, data, procedure, web: isWebReady(server) }
}

// A plain link, so that it works without scripts: sets the language and goes back to the page it was on.
function serveLanguage(server: FastifyInstance, secure: boolean): void {
  server.get<{ Params: { locale: string }; Querystring: { ve?: string } }>('/ngon-ngu/:locale', async (request, reply) => {
    const locale = request.params.locale === 'en' ? 'en' : 'vi'
    const back = request.query.ve ?? '/'
    const own = /^\/(?![/\\])[^\s\\]*$/.test(back) ? back : '/'
    return reply.header('set-cookie', `${localeCookie}=${locale}; ${cookieFlags(secure)}; Max-Age=31536000`).redirect(own, 303)
  })
}
