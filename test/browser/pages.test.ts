import { matchRoutes } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import { addressOf, enter, everyRoute, isPage, makeFacts, parts, sample, type Entry, type Facts, type PageEntry, type Part } from '../pages/index.ts'
import { vietnameseIn } from '../pages/language.ts'
import { openTown, sizes, type Town, type Visitor } from './town.ts'

/** a part is many pages, and the machine may be busy with other tests */
const patience = 300_000

/** how many browsers look at once */
const atOnce = 3

let town: Town
beforeAll(async () => {
  town = await openTown({ at: realNow().toISOString() })
})

const all: [string, Entry][] = Object.values(parts).flatMap((entries) => Object.entries(entries) as [string, Entry][])
const routes = everyRoute()

it('has a line for every route, for no other, and says of each page what the browser shall see', () => {
  expect(all.map(([pattern]) => pattern).toSorted()).toEqual(routes.map(({ pattern }) => pattern).toSorted())
  expect(new Set(all.map(([pattern]) => pattern)).size).toBe(all.length)
  expect(all.filter(([pattern, entry]) => isPage(entry) !== (routes.find((route) => route.pattern === pattern)?.page ?? false)).map(([pattern]) => pattern).filter((pattern) => !sendsOn.has(pattern))).toEqual([])
  const portal = Object.entries(parts.portal) as [string, Entry][]
  expect(portal.filter(([, entry]) => isPage(entry) && entry.en === undefined).map(([pattern]) => pattern)).toEqual([])
})

/** A page whose whole work is to lead elsewhere: what it would draw is drawn only when that fails. */
const sendsOn = new Set(['/dang-nhap/bat-dau', '/can-bo'])

/** Visitors by who they are and their language: a browser of their own for each, opened once. */
function crowd(facts?: Facts) {
  const known = new Map<string, Promise<Visitor>>()
  const arrive = async (who: string, locale: 'vi' | 'en'): Promise<Visitor> => {
    const visitor = await town.visit({ size: 'phone', locale })
    const cookies = await enter({ url: town.url, app: town.app, cast: sample }, who, facts)
    await visitor.context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: town.url })))
    return visitor
  }
  return (who: string, locale: 'vi' | 'en'): Promise<Visitor> => {
    const key = `${locale} ${who}`
    if (!known.has(key)) known.set(key, arrive(who, locale))
    return known.get(key) as Promise<Visitor>
  }
}
type Crowd = ReturnType<typeof crowd>

const told = (text: string): string => text.replace(/\s+/g, ' ').trim()
const says = (text: string, said: string): boolean => (said.endsWith('…') ? told(text).startsWith(said.slice(0, -1).trim()) : told(text) === said)
const patternOf = (path: string): string => matchRoutes(routes.map(({ pattern }) => ({ path: pattern })), path)?.at(-1)?.route.path ?? ''

type Look = { locale: 'vi' | 'en'; seen: readonly { width: number; height: number }[] }

/** The portal is for everybody, in both languages. The tools of a demonstration are read on a phone in dev.test.ts. */
const looks: Record<Part, readonly Look[]> = {
  portal: [{ locale: 'vi', seen: [sizes.phone, sizes.desktop] }, { locale: 'en', seen: [sizes.phone, sizes.desktop] }],
  desk: [{ locale: 'vi', seen: [sizes.phone, sizes.desktop] }], centre: [{ locale: 'vi', seen: [sizes.phone, sizes.desktop] }], tools: [{ locale: 'vi', seen: [sizes.desktop] }],
}

/** Does each piece of work, those of one visitor one after the other; resolves to what was found wrong. */
async function inspected<T>(list: readonly T[], whose: (each: T) => string, work: (each: T) => Promise<string[]>): Promise<string[]> {
  const queues = [...Map.groupBy(list, whose).values()]
  const faults: string[] = []
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift()) for (const each of queue) faults.push(...(await work(each)))
  }))
  return faults
}

/** What is wrong with a page as it stands: axe, overflow, console, title, language. */
async function checked(visitor: Visitor, note: string): Promise<string[]> {
  const found = await visitor.check(note).then(() => [], (error: unknown) => [`${note}: ${error instanceof Error ? `${error.message} ${JSON.stringify('actual' in error ? error.actual : '')}` : String(error)}`])
  visitor.faults.length = 0
  return found
}

/** Opens a page as the table says and looks at it in each size, without opening it twice. */
async function lookAt(visitor: Visitor, [pattern, entry]: [string, PageEntry], facts: Facts, { locale, seen }: Look): Promise<string[]> {
  const { page } = visitor
  const note = `${pattern} (${locale})`
  const [first = sizes.desktop, ...others] = seen
  await page.setViewportSize(first)
  const status = await visitor.open(addressOf(entry, facts))
  if (status !== (entry.status ?? 200)) return [`${note} answered ${status}`]
  const { pathname } = new URL(page.url())
  if (patternOf(pathname) !== pattern) return [`${note}: ${pathname} is not it`]
  const faults = (await worded(visitor, entry, locale)).map((fault) => `${note} ${fault}`)
  faults.push(...(await checked(visitor, `${note}, ${first.width}`)))
  for (const size of others) {
    await page.setViewportSize(size)
    faults.push(...(await checked(visitor, `${note}, ${size.width}`)))
  }
  return faults
}

/** One heading, that of the table; a title with the name of the site; one language; and rows only where it is said what stands there without them. */
async function worded({ page }: Visitor, entry: PageEntry, locale: 'vi' | 'en'): Promise<string[]> {
  const headings = await page.locator('h1').allInnerTexts()
  const said = (locale === 'en' ? entry.en : entry.says) ?? ''
  const title = await page.title()
  const drawn = entry.empty === undefined && entry.always === undefined ? await page.locator(rows).count() : 0
  return [
    ...(headings.length === 1 && says(headings[0] ?? '', said) ? [] : [`says ${JSON.stringify(headings)}, not “${said}”`]),
    ...(/\S - \S/.test(title) ? [] : [`is called “${title}”`]),
    ...(locale === 'en' ? (await vietnameseIn(page)).map((text) => `is not in English: ${text}`) : []),
    ...(drawn === 0 ? [] : ['draws rows: say what it shows without any (empty), or why there are always some (always)']),
  ]
}

/** Rows of records: lines of tables, and rows that go somewhere. */
const rows = 'main table tbody tr, main ul.go > li, main ul.told > li, main ul.admin__plain > li'

describe('before anything has happened', () => {
  it('every list says that there is nothing in it, and what will be', async () => {
    const come = crowd()
    const lists = Object.entries(parts).flatMap(([part, entries]) => (Object.entries(entries) as [string, Entry][]).flatMap(([pattern, entry]) => (isPage(entry) && entry.empty ? [{ part, pattern, entry, empty: entry.empty }] : [])))
    expect(lists.length).toBeGreaterThan(20)
    const faults = await inspected(lists, ({ entry, empty }) => empty.as ?? entry.as, async ({ pattern, entry, empty }) => {
      const visitor = await come(empty.as ?? entry.as, 'vi')
      await visitor.open(empty.at ?? addressOf(entry, {} as Facts))
      const stated = await visitor.page.locator('main .empty :is(h2, h3)').allInnerTexts()
      const wrong = stated.some((text) => says(text, empty.says)) ? [] : [`${pattern} says ${JSON.stringify(stated)} without rows, not “${empty.says}”`]
      return [...wrong, ...(await checked(visitor, `${pattern} without rows`))]
    })
    expect(faults).toEqual([])
  })
})

it('the first page tells no figures while there is nothing to count', async () => {
  const visitor = await town.visit()
  await visitor.open('/')
  expect(await visitor.page.locator('.home__open').count()).toBe(0)
})

describe('when there is something of everything', () => {
  let facts: Facts
  let come: Crowd
  beforeAll(async () => {
    facts = await makeFacts(town.app, sample)
    come = crowd(facts)
  }, patience)

  it.each(Object.keys(parts) as Part[])('every page of the part “%s” is there, has its title and heading, is clean in both sizes', async (part) => {
    const entries = Object.entries(parts[part]) as [string, Entry][]
    const visits = entries.flatMap(([pattern, entry]) => (isPage(entry) ? looks[part].map((look) => ({ pattern, entry, look })) : []))
    const faults = await inspected(visits, ({ entry, look: { locale } }) => `${locale} ${entry.as}`, async ({ pattern, entry, look }) => lookAt(await come(entry.as, look.locale), [pattern, entry], facts, look))
    expect(faults).toEqual([])
  }, patience)

  it('every address without a page leads where it says', async () => {
    const others = all.flatMap(([pattern, entry]) => (isPage(entry) ? [] : [{ pattern, entry }]))
    const faults = await inspected(others, ({ entry }) => entry.as, async ({ pattern, entry }) => {
      const visitor = await come(entry.as, 'vi')
      const answer = await visitor.context.request.get(`${town.url}${addressOf(entry, facts)}`)
      const { pathname } = new URL(answer.url())
      const right = answer.status() === 200 && (entry.leads === 'data' ? /json/.test(answer.headers()['content-type'] ?? '') : says(pathname, entry.leads))
      return right ? [] : [`${pattern} leads to ${pathname} (${answer.status()})`]
    })
    expect(faults).toEqual([])
  })
})
