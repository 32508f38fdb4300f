import type { Refusal } from './call.ts'
import { areaOf, homes, signInAt } from './places.ts'
import type { RootData } from './root-data.ts'
import { Title } from './title.tsx'
import { sentence } from '../messages/index.ts'
import { useLocale, useWords } from './words.ts'

const pages = [401, 403, 404, 409, 413, 429, 500, 503] as const
export type ErrorStatus = (typeof pages)[number]

/** The page that tells of a status; what has none of its own is told as the nearest that a person can act on. */
export const pageOfStatus = (status: number): ErrorStatus => pages.find((page) => page === status) ?? (status === 400 || status === 410 || status === 422 ? 404 : status >= 400 && status < 500 ? 409 : 500)

// codes whose page says it all; every other refusal has something of its own to say
const plain = new Set(['not_found', 'unauthenticated', 'forbidden', 'internal', 'unavailable', 'rate_limited', 'too_large'])

/** What happened and what to do next, in plain words; with the incident's code when the fault is ours. */
export function ErrorPage({ status, refusal, root, path }: { status: number; refusal: Refusal | null; root: RootData | undefined; path: string }) {
  const { errors, shell } = useWords()
  const locale = useLocale()
  const page = pageOfStatus(status)
  const words = errors[page]
  const own = refusal && !plain.has(refusal.code) ? sentence(refusal.code, refusal.values, locale) : null
  return (
    <div className="wrap narrow stack">
      <Title>{words.title}</Title>
      <h1>{words.title}</h1>
      <p className="lead">{own ?? words.text}</p>
      <p>{words.next}</p>
      {page >= 500 && root && <p className="muted">{errors.incident}: <span className="num">{root.incident}</span></p>}
      <ul className="row">
        {page === 401 && <li><a href={signInAt(path)}>{shell.signIn}</a></li>}
        {(page === 409 || page >= 500 || page === 429) && <li><a href={path}>{errors.again}</a></li>}
        <li><a href={homes[areaOf(path)]}>{shell.home}</a></li>
      </ul>
    </div>
  )
}
