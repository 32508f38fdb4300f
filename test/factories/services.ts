import { realNow } from '#kernel/clock'
import { addDays, localDate } from '#kernel/local-time'
import type { Actor } from '#platform/http'
import { createService, type ServiceScope } from '#contract/identity'
import type { Answer, Http } from '../over-http.ts'
import type { TestApp } from '../with-app.ts'

export type MadeService = { id: string; clientId: string; secret: string }

/** A service account of the province with these scopes, for half a year unless told otherwise. */
export async function serviceAccount(app: TestApp, administrator: Actor, given: { name: string; scopes: ServiceScope[]; networks?: string[]; agency?: string; days?: number }): Promise<MadeService> {
  const { name, scopes, networks = [], agency = 'Z99', days = 180 } = given
  return app.call(administrator, createService, { name, agency, responsible: 'Lê Văn Trực, tổ kỹ thuật, 0999 000 300', purpose: 'Hiện thủ tục trên cổng dữ liệu', scopes, networks, until: addDays(localDate(realNow()), days) })
}

type Asking = { from?: string; headers?: Record<string, string>; fields?: Record<string, string> }

/** Asks for a token as another system does. */
export const askToken = (http: Http, { clientId, secret }: Pick<MadeService, 'clientId' | 'secret'>, { from = '203.0.113.9', headers = {}, fields = {} }: Asking = {}): Promise<Answer> =>
  http.nobody.send({
    method: 'POST', url: '/oauth/token', remoteAddress: from, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret, ...fields }).toString(),
  })

/** A token for a service account, which must get one. */
export async function tokenOf(http: Http, made: Pick<MadeService, 'clientId' | 'secret'>, asking: Asking = {}): Promise<string> {
  const answer = await askToken(http, made, asking)
  if (answer.status !== 200) throw new Error(`no token: ${answer.text}`)
  return String(answer.body['access_token'])
}
