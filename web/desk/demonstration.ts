import { listAgencies } from '#contract/agencies'
import { demonstrationCodes } from '#contract/identity'
import type { App } from '#kernel/app'
import type { Locale } from '../messages/index.ts'

/** An invented officer one can sign in as. `works`: the titles with their agencies. */
export type Person = { username: string; password: string; name: string; works: Record<Locale, string> }

/** The officers of a demonstration; nobody anywhere else. */
export async function peopleOf(app: App): Promise<Person[]> {
  if (app.page.mode !== 'demonstration') return []
  const [{ officers }, { agencies }] = await Promise.all([app.call(demonstrationCodes, {}), app.call(listAgencies, {})])
  const names = new Map(agencies.map(({ code, shortName }) => [code, shortName]))
  const worksIn = (locale: Locale, { titles, agencies: codes }: (typeof officers)[number]): string =>
    titles.map((title, at) => [title[locale], names.get(codes[at] ?? '')?.[locale]].filter(Boolean).join(', ')).join('; ')
  return officers.map((officer) => ({ username: officer.username, password: officer.password, name: officer.name, works: { vi: worksIn('vi', officer), en: worksIn('en', officer) } }))
}

/** What the authenticator of an invented officer shows now; null for anybody else. */
export async function codeOf(app: App, username: string | null): Promise<{ name: string; code: string; seconds: number } | null> {
  if (username === null || app.page.mode !== 'demonstration') return null
  const { officers, seconds } = await app.call(demonstrationCodes, {})
  const officer = officers.find((each) => each.username === username.trim().toLowerCase())
  return officer ? { name: officer.name, code: officer.code, seconds } : null
}
