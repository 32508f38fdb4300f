import { uuidv7 } from '#kernel/ids'
import { actAs, checkPaper, checkPassword, choosePassword, lock } from '#contract/identity'
import { cookieName, csrfToken, findSession } from '#platform/sessions'
import { officer } from '../factories/people.ts'
import type { TestApp } from '../with-app.ts'
import type { Cast, Facts } from './facts.ts'

/** A running program, what it keeps, and who is who in it: enough to become somebody there. */
export type Door = { url: string; app: Pick<TestApp, 'application' | 'db'>; cast: Cast }

/** the password of every invented officer of a demonstration */
const password = 'Trinh-dien-2026'

const citizens = new Set(['citizen', 'parent', 'unproven'])

type Cookies = Map<string, string>
const rules = { idleLockMinutes: 15, citizenIdleMinutes: 60, longestHours: 12, secure: false }

/**
 * Becomes somebody, as a browser would, and resolves to the cookies of it: `nobody`, or one of the cast; `clerk password` has given the password and not
 * yet the code, `newcomer paper` came with a one-time paper, `newcomer chosen` has chosen a password after it, `clerk locked` has locked the session.
 */
export async function enter(door: Door, who: string, facts?: Facts): Promise<Cookies> {
  const cookies: Cookies = new Map()
  const [name = '', way] = who.split(' ')
  const account = door.cast[name as keyof Cast]
  if (name === 'nobody') return cookies
  if (name === 'newcomer') {
    await post(door, cookies, checkPaper.path, { username: facts?.newcomer ?? '', passcode: facts?.paperCode ?? '' })
    if (way === 'chosen') await post(door, cookies, choosePassword.path, { newPassword: 'sông Đồng Nai 47', passwordAgain: 'sông Đồng Nai 47' })
  } else if (way === 'password') await post(door, cookies, checkPassword.path, { username: account, password })
  else if (citizens.has(name)) await post(door, cookies, actAs.path, { citizen: account })
  else {
    const { capacityId } = await officer(door.app as TestApp, account)
    await post(door, cookies, actAs.path, { capacity: capacityId })
    if (way === 'locked') await post(door, cookies, lock.path, {}, await tokenOf(door, cookies))
  }
  return cookies
}

/** The cookies as a request carries them. */
export const cookieHeader = (cookies: Cookies): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

async function post({ url }: Door, cookies: Cookies, path: string, body: object, csrf = ''): Promise<void> {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST', body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', origin: url, 'idempotency-key': uuidv7(), 'x-csrf-token': csrf, cookie: cookieHeader(cookies) },
  })
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    cookies.set(name, value)
  }
}

async function tokenOf({ app }: Door, cookies: Cookies): Promise<string> {
  const { db, config } = app.application.tools
  return csrfToken(config.secret, await findSession(db, cookies.get(cookieName), rules, new Date()))
}
