import type { FastifyRequest } from 'fastify'
import type { App, Standing } from '#kernel/app'
import { Failure } from '#kernel/failure'
import type { Incoming } from '#platform/request'
import { isMovable } from '#platform/business-clock'
import { failureOf } from '#platform/problem'
import { reading, type Db } from '#platform/db'
import type { Actor } from '#platform/http'
import { agencyName } from '#modules/agencies'
import { capacityTitle } from '#modules/identity'
import type { Application } from './application.ts'

/** The request's own reading of its session; the same one that a JSON route would get. */
export type ReadIncoming = (request: FastifyRequest) => Promise<Incoming>

/**
 * The application as a page sees it, bound to one request: the same dispatcher, the same rights, the same refusals as the JSON routes.
 * That a posted form came from our own page (its token, its origin) is looked at where the form is read: in web.ts and by the router.
 */
export function makeAppFor(application: Application, incoming: ReadIncoming): (request: FastifyRequest) => Promise<App> {
  const byName = new Map(application.routes.map((route) => [route.contract.name, route]))
  const { config, province, clock, log, db } = application.tools
  return async (request) => {
    const asking = await incoming(request)
    return {
      async call(contract, input, options = {}) {
        const route = byName.get(contract.name)
        if (!route) throw new Failure('not_found', { contract: contract.name })
        try {
          return (await application.dispatch({ ...asking, route, input, key: options.key })) as never
        } catch (error) {
          const failure = failureOf(error)
          if (failure.status >= 500) log.error({ err: failure.cause ?? failure, code: failure.code, contract: contract.name }, 'page call failed')
          throw failure
        }
      },
      viewer: { kind: asking.actor.kind, role: asking.actor.role, name: asking.actor.name, agency: asking.actor.agency, ...(await standingOf(db, asking.actor)) },
      locale: asking.locale,
      page: {
        mode: config.mode, provinceName: province.name, authority: province.authority, hotline: province.hotline, publicUrl: config.publicUrl,
        now: clock.now().toISOString(), clockMoved: isMovable(clock) && clock.offset() !== 0,
      },
      csrf: asking.csrf,
      setCookies: asking.cookies,
    }
  }
}

async function standingOf(db: Db, { agency, capacityId }: Actor): Promise<Standing> {
  return {
    agencyName: agency === null ? null : await agencyName(reading(db), agency),
    title: capacityId === null ? null : await capacityTitle(reading(db), capacityId),
  }
}
