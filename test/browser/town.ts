import { createServer, type AddressInfo } from 'node:net'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { actAs, demonstrationPeople } from '#contract/identity'
import type { Actor } from '#platform/http'
import { makeHttpServer } from '../../src/apps/http-server.ts'
import { findBrowser } from '../../scripts/browser.mjs'
import { atEnd } from '../at-end.ts'
import { withApp, type TestApp } from '../with-app.ts'

/** The two sizes every page must be good at: a cheap phone and an office screen; and the wall. */
export const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 }, wall: { width: 1920, height: 1080 } } as const
export type Size = keyof typeof sizes

export type Visit = { size?: Size; scripts?: boolean; locale?: 'vi' | 'en' }

/** A running province with a browser in it. */
export type Town = {
  url: string
  app: TestApp
  /** a browser of its own (cookies, language); anything that a person would not see but a programmer would dread fails the test */
  visit(options?: Visit): Promise<Visitor>
}

export type Visitor = {
  page: Page
  context: BrowserContext
  /** opens a page of ours and waits until it is there; resolves to its status */
  open(path: string): Promise<number>
  /** becomes an invented citizen (`citizen:an`) or an officer in a role (`clerk.001`, `clerk.002 officer`), at once */
  signIn(who: string): Promise<void>
  /** axe, overflow to the side, title and language of the page as it stands; `note` names it in the message */
  check(note?: string): Promise<void>
  /** what the browser complained of so far */
  faults: string[]
}

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Starts the application on a database of this file's own, with its pages, and a browser. Everything ends with the file. */
export async function openTown(options: { at: string }): Promise<Town> {
  const app = await withApp(options)
  const { config } = app.application.tools
  // the simulated national identity learns the public address when the server is made, so the port must be known before
  config.port = await freePort()
  config.publicUrl = `http://localhost:${config.port}`
  const server = await makeHttpServer(app.application)
  await server.listen({ host: '127.0.0.1', port: config.port })
  await app.application.work()
  const browser = await chromium.launch({ executablePath: findBrowser() ?? 'chromium', args: flags })
  atEnd(async () => {
    await browser.close()
    await server.close()
  })
  return { url: config.publicUrl, app, visit: (visit = {}) => open(browser, app, config.publicUrl, visit) }
}

async function freePort(): Promise<number> {
  const listener = createServer()
  await new Promise<void>((resolve) => void listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  await new Promise((resolve) => void listener.close(resolve))
  return port
}

async function open(browser: Browser, app: TestApp, url: string, { size = 'desktop', scripts = true, locale = 'vi' }: Visit): Promise<Visitor> {
  const context = await browser.newContext({ viewport: sizes[size], javaScriptEnabled: scripts, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', ...(size === 'phone' && { hasTouch: true }) })
  if (locale === 'en') await context.addCookies([{ name: 'tinhso-lang', value: 'en', url }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`error in the page: ${error.message}`))
  page.on('console', (message) => {
    // a refused request is a fact the test looks at itself; everything else that is red is a fault
    if (message.type() === 'error' && !/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) faults.push(`console: ${message.text()}`)
  })
  return {
    page, context, faults,
    async open(path) {
      const response = await page.goto(new URL(path, url).href, { waitUntil: scripts ? 'load' : 'domcontentloaded' })
      return response?.status() ?? 0
    },
    signIn: (who) => signIn(app, context, url, who),
    async check(note = page.url()) {
      await checkPage(page, scripts, note)
      expect(faults, note).toEqual([])
    },
  }
}

async function signIn(app: TestApp, context: BrowserContext, url: string, who: string): Promise<void> {
  const somebody: Actor = { kind: 'nobody', id: null, role: 'nobody', agency: null, capacityId: null, name: '', level: 0 }
  const input = who.startsWith('citizen:') ? { citizen: who.slice(8) } : { capacity: await capacityOf(app, somebody, who) }
  const answer = await context.request.post(`${url}${actAs.path}`, { data: input, headers: { origin: url } })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** `clerk.002 officer`: the capacity of this name and role; the first one without a role. */
async function capacityOf(app: TestApp, somebody: Actor, who: string): Promise<string> {
  const [username = '', role] = who.split(' ')
  const { officer } = await import('../factories/people.ts')
  const actor = await officer(app, username, ...(role === undefined ? [] : [role as 'clerk']))
  const { capacities } = await app.call(somebody, demonstrationPeople, {})
  expect(capacities.map(({ id }) => id)).toContain(actor.capacityId)
  return actor.capacityId ?? ''
}

// what is true of eight rows is true of a hundred, and looking at each costs seconds
const alike = ['tbody > tr:nth-child(n + 9)', 'main li:nth-child(n + 9)']

async function checkPage(page: Page, scripts: boolean, note: string): Promise<void> {
  expect(await page.title(), note).not.toBe('')
  expect(await page.locator('html').getAttribute('lang'), note).toMatch(/^(vi|en)$/)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth).catch(() => 0)
  expect(overflow, `${note} overflows to the side`).toBeLessThanOrEqual(0)
  if (!scripts) return
  // axe itself in the page: its driver for this browser opens a second page each time, which takes three times as long
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async ({ values, but }) => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run({ include: [['html']], exclude: but.map((each) => [each]) }, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  }, { values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'], but: alike })
  expect(violations, note).toEqual([])
}
