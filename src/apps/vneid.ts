import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Provider } from 'oidc-provider'
import { acrOfLevel, readPeople, signInSettings, unmetError, type Person } from '#modules/identity'
import type { Log } from '#platform/log'
import type { Tools } from '#platform/tools'
import { choosePage, consentPage, faultPage, pageHeaders, unmetPage } from './vneid/pages.ts'
import { accountIdOf, cookieNames, makeProvider, type VneidClient } from './vneid/provider.ts'
import type { Locale } from './vneid/words.ts'

export type VneidOptions = {
  /** public address at which it is served; its path is where it is mounted */
  issuer: string
  /** what its keys are derived from */
  secret: string
  client: VneidClient
  people: readonly Person[]
  /** told of faults of the simulator itself */
  log: Pick<Log, 'error'>
}

/** What it is served with in this installation. Throws outside of a demonstration, where there are no invented people. */
export function vneidOptions({ config, province, log }: Pick<Tools, 'config' | 'province' | 'log'>): VneidOptions {
  const settings = signInSettings(config)
  if (config.mode !== 'demonstration' || !settings) throw new Error('the simulated national identity is served in a demonstration only')
  return { issuer: settings.issuer, client: settings.client, secret: config.secret, people: readPeople(province.folder), log }
}

/** a form of one or two short fields */
const mostBytes = 4096

/**
 * Serves the simulated national identity below the issuer's path: a real OpenID provider whose people do not exist. For demonstrations only; the caller
 * sees to that. Call before the server listens.
 */
export async function mountVneid(server: FastifyInstance, options: VneidOptions): Promise<void> {
  const issuer = new URL(options.issuer)
  const mount = issuer.pathname
  const headers = pageHeaders(options.client.returnAddress)
  const home = new URL('/', options.client.returnAddress).href
  const holders = options.people.filter(({ counterOnly }) => counterOnly !== true)
  const provider = makeProvider({
    ...options,
    renderError(context) {
      context.set(headers)
      context.body = faultPage(localeOf(context.query), home)
    },
  })
  provider.on('server_error', (_context, error) => options.log.error({ err: error }, 'vneid'))
  const handle = provider.callback()
  await server.register(async (scope) => {
    // the provider reads the body itself, and so do the two pages
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', (_request, _body, done) => done(null))
    scope.addHook('onRequest', (request, _reply, done) => {
      present(request.raw, issuer)
      done()
    })
    const show = (reply: FastifyReply, text: string, status = 200) => reply.status(status).headers(headers).send(text)
    const interaction = async (request: FastifyRequest, reply: FastifyReply, answer: (locale: Locale, asked: 1 | 2) => Promise<unknown>) => {
      const details = await provider.interactionDetails(request.raw, reply.raw).catch(() => undefined)
      const own = details?.uid === (request.params as { uid?: string }).uid
      return details && own ? answer(localeOf(details.params), levelAsked(details.params)) : show(reply, faultPage('vi', home), 400)
    }
    scope.get(`${mount}/interaction/:uid`, (request, reply) => interaction(request, reply, async (locale) => show(reply, choosePage(locale, holders))))
    scope.post(`${mount}/interaction/:uid`, (request, reply) => interaction(request, reply, async (locale, asked) => {
      const form = await readForm(request.raw)
      const person = holders.find(({ subject }) => subject === form.get('person'))
      if (form.get('answer') === 'no') return finish(provider, request, reply, { error: 'access_denied', error_description: 'the person did not agree' })
      if (!person) return show(reply, choosePage(locale, holders))
      if (form.get('answer') === 'unmet') return finish(provider, request, reply, { error: unmetError, error_description: 'the account has the first level only' })
      if (person.level < asked) return show(reply, unmetPage(locale, person))
      const level = levelChosen(form.get('answer'), person, asked)
      if (level === undefined) return show(reply, consentPage(locale, person, { asked, people: options.people }))
      const accountId = accountIdOf(person, level)
      return finish(provider, request, reply, { login: { accountId, acr: acrOfLevel[level] }, consent: { grantId: await grant(provider, options.client.id, accountId) } })
    }))
    scope.all(`${mount}/*`, (request, reply) => {
      reply.hijack()
      void handle(enter(request.raw, mount), reply.raw)
    })
  })
}

const localeOf = (params: { ui_locales?: unknown }): Locale => (params.ui_locales === 'en' ? 'en' : 'vi')

/** The level that the client asked for (`acr_values`); the first one when it asked for none. */
const levelAsked = (params: { acr_values?: unknown }): 1 | 2 => (typeof params.acr_values === 'string' && params.acr_values.split(' ').includes(acrOfLevel[2]) ? 2 : 1)

/** The level of a sign-in by the person's answer: all their account can prove, or the first where that is enough. Undefined: not answered yet. */
function levelChosen(answer: string | null, person: Person, asked: 1 | 2): 1 | 2 | undefined {
  if (answer === 'yes') return person.level
  return answer === 'first' && asked === 1 ? 1 : undefined
}

/** Makes the request look as it did at the public address, and as if nobody had signed in here before: each sign-in is somebody else's. */
function present(raw: IncomingMessage, issuer: URL): void {
  raw.headers['x-forwarded-host'] = issuer.host
  raw.headers['x-forwarded-proto'] = issuer.protocol.slice(0, -1)
  const cookies = (raw.headers.cookie ?? '').split(';').filter((each) => !each.trim().startsWith(cookieNames.session))
  raw.headers.cookie = cookies.join(';')
}

/** The request as the provider expects one that was mounted: the rest of the path in `url`, the whole in `originalUrl`. */
function enter(raw: IncomingMessage, mount: string): IncomingMessage {
  const whole = raw.url ?? '/'
  return Object.assign(raw, { originalUrl: whole, url: whole.slice(mount.length) || '/' })
}

async function finish(provider: Provider, request: FastifyRequest, reply: FastifyReply, result: Parameters<Provider['interactionResult']>[2]): Promise<unknown> {
  return reply.redirect(await provider.interactionResult(request.raw, reply.raw as ServerResponse, result, { mergeWithLastSubmission: false }), 303)
}

/** What the person agreed to: all that was asked for. */
async function grant(provider: Provider, clientId: string, accountId: string): Promise<string> {
  const agreed = new provider.Grant({ accountId, clientId })
  agreed.addOIDCScope('openid profile phone email address identity representation')
  return agreed.save()
}

async function readForm(raw: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of raw) {
    text += String(chunk)
    if (text.length > mostBytes) return new URLSearchParams()
  }
  return new URLSearchParams(text)
}
