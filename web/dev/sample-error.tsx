import { data } from 'react-router'
import type { Route } from './+types/sample-error.ts'

/** Breaks as asked, so that each error page can be looked at: `/dev/bo-mau/loi/503`, or the code of a refusal. */
export function loader({ params }: Route.LoaderArgs): never {
  const status = Number(params.code)
  if (status === 500) throw new Error('a fault, as asked for')
  const known = Number.isInteger(status) && status >= 400 && status <= 599
  const codes: Record<number, string> = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not_found', 413: 'too_large', 429: 'rate_limited', 503: 'unavailable' }
  throw data({ code: known ? (codes[status] ?? 'action_not_allowed') : params.code, status: known ? status : 409 }, { status: known ? status : 409, statusText: 'sample' })
}

export default function SampleError() {
  return null
}
