import { beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, only, reading, sql } from '#platform/db'
import { checkBoundaries, keepBoundaries } from '#modules/areas'
import { dossierAlong } from '../factories/finished.ts'
import { openTown, sizes, type Size, type Town, type Visitor } from './town.ts'

// Wednesday 25/11/2026, 09:00 in Vietnam
const morning = '2026-11-25T02:00:00Z'

let town: Town
const codes = { inTime: '', tooLate: '', stillOpen: '' }
beforeAll(async () => {
  town = await openTown({ at: morning })
  const { app } = town
  codes.inTime = (await dossierAlong(app, { submitted: '2026-11-16T09:00', accepted: '2026-11-16T10:00', signed: '2026-11-17T10:00' })).code
  codes.tooLate = (await dossierAlong(app, { submitted: '2026-11-16T09:00', accepted: '2026-11-16T10:00', signed: '2026-11-24T10:00' })).code
  codes.stillOpen = (await dossierAlong(app, { submitted: '2026-11-16T09:00', accepted: '2026-11-16T10:00' })).code
  await dossierAlong(app, { submitted: '2026-11-25T08:00' })
  app.clock.moveTo(new Date(morning))
})

/** What the database says, counted here by other words than the program's. */
async function truth(): Promise<{ finished: number; inTime: number; late: number; open: number; handedIn: number }> {
  const { rows } = await sql<{ finished: number; inTime: number; late: number; open: number; handedIn: number }>`
    select count(finished_at)::int as finished, count(*) filter (where finished_at <= due_at)::int as "inTime", count(*)::int as "handedIn",
           count(*) filter (where finished_at is null and accepted_at is not null)::int as open,
           count(*) filter (where finished_at is null and accepted_at is not null and due_at < ${new Date(morning)})::int as late from dossiers.dossier`.execute(town.app.db)
  return only(rows)
}

const share = (part: number, whole: number): string => (part === whole ? '100' : ((part / whole) * 100).toFixed(1).replace('.', ','))

async function centreAt(path: string, size: Size = 'desktop'): Promise<Visitor> {
  const visitor = await town.visit({ size })
  await visitor.signIn('centre')
  expect(await visitor.open(path)).toBe(200)
  return visitor
}

const tile = ({ page }: Visitor, name: string) => page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) })

describe('from a tile to the course of one dossier', () => {
  it.each(['desktop', 'phone'] as const)('the numbers are those of the database at each step (%s)', async (size) => {
    const { finished, inTime, late, open } = await truth()
    const visitor = await centreAt('/dieu-hanh', size)
    const { page } = visitor
    expect(await tile(visitor, 'Đúng hẹn').innerText()).toContain(share(inTime, finished))
    expect(await tile(visitor, 'Đúng hẹn').innerText()).toContain(`${inTime} trên ${finished}`)
    expect(await tile(visitor, 'Đang quá hạn').innerText()).toContain(`${late} trên ${open}`)
    await visitor.check(`board ${size}`)

    await page.getByRole('heading', { name: 'Đúng hẹn', exact: true }).getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: 'Đúng hẹn' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/dieu-hanh/chi-so/dossiers-on-time')
    expect(await page.getByRole('article').innerText()).toContain(`${inTime} trên ${finished}`)
    const line = page.getByRole('region', { name: 'Theo phường, xã' }).getByRole('row').nth(1)
    expect((await line.getByRole('cell').allInnerTexts()).slice(0, 4)).toEqual(['Phường Mẫu Một', `${share(inTime, finished)}\u00a0%`, String(inTime), String(finished)])
    await visitor.check(`indicator ${size}`)

    await page.getByRole('link', { name: `Xem ${finished} hồ sơ đã đếm` }).click()
    await page.getByRole('heading', { level: 1, name: 'Hồ sơ đã đếm: Đúng hẹn' }).waitFor()
    expect(await page.locator('tbody tr').count()).toBe(finished)
    await visitor.check(`records ${size}`)
    await page.getByRole('link', { name: `Không được đếm ${finished - inTime}` }).click()
    await page.getByRole('link', { name: codes.tooLate }).waitFor()
    await expect.poll(() => page.locator('tbody tr').count()).toBe(finished - inTime)

    await page.getByRole('link', { name: codes.tooLate }).click()
    await page.getByRole('heading', { level: 1, name: `Hồ sơ ${codes.tooLate}` }).waitFor()
    expect(await page.locator('.way h3').allInnerTexts()).toEqual(expect.arrayContaining([expect.stringContaining('Tiếp nhận'), expect.stringContaining('Ký kết quả')]))
    const { rows } = await sql<{ name: string }>`select applicant ->> 'name' as name from dossiers.dossier where code = ${codes.tooLate}`.execute(town.app.db)
    expect(await page.content()).not.toContain(only(rows).name)
    await visitor.check(`course ${size}`)
  })

  it('keeps to the ward, the agency and the period that are asked for', async () => {
    const visitor = await centreAt('/dieu-hanh')
    const { page } = visitor
    await page.getByLabel('Phường, xã', { exact: true }).selectOption({ label: 'Phường Mẫu Hai' })
    await page.getByRole('button', { name: 'Xem' }).click()
    await page.waitForURL(/xa=99002/)
    await expect.poll(() => tile(visitor, 'Đúng hẹn').innerText()).toContain('0 trên 0')
    await page.getByRole('link', { name: 'Bỏ lọc' }).click()
    await expect.poll(() => tile(visitor, 'Đúng hẹn').innerText()).toContain('1 trên 2')
    await page.getByLabel('Kỳ', { exact: true }).selectOption({ label: '7 ngày qua' })
    await page.getByRole('button', { name: 'Xem' }).click()
    await expect.poll(() => tile(visitor, 'Đúng hẹn').innerText()).toContain('0 trên 1')
  })

  it('colours the map by another indicator, and each place on it is a link', async () => {
    const visitor = await centreAt('/dieu-hanh')
    const { page } = visitor
    await page.getByRole('navigation', { name: 'Tô bản đồ theo' }).getByRole('link', { name: 'Đang quá hạn' }).click()
    await page.getByRole('heading', { name: 'Đang quá hạn theo phường, xã' }).waitFor()
    expect(await page.locator('.place-map > svg a').count()).toBe(3)
    await page.getByRole('link', { name: 'Phường Mẫu Một: 1, 1 trên 1' }).click()
    await page.waitForURL(/chi-so\/dossiers-late-now\?xa=99001/)
    await visitor.check()
  })

  it('speaks English, and works without scripts', async () => {
    const english = await town.visit({ locale: 'en', scripts: false })
    await english.signIn('centre')
    expect(await english.open('/dieu-hanh')).toBe(200)
    expect(await tile(english, 'In time').innerText()).toContain('out of')
    await english.check()
  })
})

describe('the wall', () => {
  it('shows everything on one screen without scrolling, and counts again by itself, but for as long as its network is gone', async () => {
    const visitor = await town.visit({ size: 'wall' })
    await visitor.signIn('centre')
    const { page } = visitor
    expect(await visitor.open('/dieu-hanh/tuong')).toBe(200)
    const size = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight])
    expect(size).toEqual([sizes.wall.width, sizes.wall.height])
    for (const column of await page.locator('.wall__column').all()) expect(await column.evaluate((box) => box.scrollHeight - box.clientHeight)).toBeLessThanOrEqual(1)
    expect(await page.getByText('Ranh giới minh họa').count()).toBe(1)
    expect(await tile(visitor, 'Đang quá hạn').innerText()).toContain('1 trên 1')
    await visitor.check('wall')
    await sql`delete from dossiers.dossier where code = ${codes.stillOpen}`.execute(town.app.db)
    await visitor.context.setOffline(true)
    await page.getByText('Sổ hồ sơ: mất kết nối, số của lúc 09:').waitFor()
    expect(await tile(visitor, 'Đang quá hạn').innerText()).toContain('1 trên 1')
    await visitor.context.setOffline(false)
    await expect.poll(() => tile(visitor, 'Đang quá hạn').innerText(), { timeout: 15_000 }).toContain('0 trên 0')
    await page.getByText('Sổ hồ sơ: đếm lúc 09:').waitFor()
  })
})

describe('one record less', () => {
  it('changes the tile and the list together', async () => {
    await sql`delete from dossiers.dossier where code = ${codes.tooLate}`.execute(town.app.db)
    const { finished, inTime } = await truth()
    expect([finished, inTime]).toEqual([1, 1])
    const visitor = await centreAt('/dieu-hanh')
    expect(await tile(visitor, 'Đúng hẹn').innerText()).toContain('1 trên 1')
    await visitor.open('/dieu-hanh/chi-so/dossiers-on-time/ho-so')
    expect(await visitor.page.locator('tbody tr').allInnerTexts()).toEqual([expect.stringContaining(codes.inTime)])
  })
})

describe('the map', () => {
  const square = (west: number, south: number): [number, number][] => [[west, south], [west + 0.1, south], [west + 0.1, south + 0.1], [west, south + 0.1], [west, south]]
  const parts: Record<string, [number, number][][]> = { '99001': [square(107.46, 11.46)], '99002': [square(107.56, 11.46), square(107.7, 11.46)], '99003': [square(107.56, 11.57)] }

  it('is drawn of illustrative cells and says so, until outlines are taken in; then of those, on the wall as well', async () => {
    const { page } = await centreAt('/dieu-hanh')
    const says = async () => [await page.locator('.place-map > svg path.cell').count(), (await page.locator('.board__map').innerText()).includes('Ranh giới minh họa'), await page.locator('.board__map').innerText()]
    expect((await says()).slice(0, 2)).toEqual([3, true])
    const file = JSON.stringify({ type: 'FeatureCollection', features: Object.entries(parts).map(([code, rings]) => ({ type: 'Feature', properties: { code }, geometry: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) } })) })
    const { taken } = await checkBoundaries(reading(town.app.db), file, { on: '2026-11-25', codeProperty: 'code' })
    await inTransaction(town.app.db, (tx) => keepBoundaries(tx, taken, 'Tệp của tỉnh Mẫu'))
    await page.reload()
    const [cells, illustrative, text] = await says()
    expect([cells, illustrative, text]).toEqual([3, false, expect.stringContaining('Ranh giới: Tệp của tỉnh Mẫu')])
    // a ward of two parts is one shape, and its link leads to its figures
    expect(await page.locator('.place-map > svg path.cell').evaluateAll((all) => all.map((each) => each.getAttribute('d')?.match(/M/g)?.length ?? 0).toSorted((a, b) => a - b))).toEqual([1, 1, 2])
    await page.locator('.place-map').getByRole('link', { name: /^Phường Mẫu Một:/ }).click()
    await page.waitForURL(/xa=99001/)
    const wall = await centreAt('/dieu-hanh/tuong')
    expect(await wall.page.locator('body').innerText()).toContain('Ranh giới: Tệp của tỉnh Mẫu')
  })
})

describe('who may not see it', () => {
  const pages = ['/dieu-hanh', '/dieu-hanh/tuong', '/dieu-hanh/chi-so/dossiers-on-time', '/dieu-hanh/chi-so/dossiers-on-time/ho-so']
  it.each(['citizen:an', 'clerk.001', 'officer.001'])('%s is refused everywhere', async (who) => {
    const visitor = await town.visit()
    await visitor.signIn(who)
    for (const path of pages) expect([path, await visitor.open(path)]).toEqual([path, 403])
  })
  it('nobody is sent to sign in, and back', async () => {
    const visitor = await town.visit()
    for (const path of pages) {
      const response = await visitor.context.request.get(`${town.url}${path}`, { maxRedirects: 0 })
      expect([response.status(), response.headers()['location']]).toEqual([302, `/can-bo/dang-nhap?ve=${encodeURIComponent(path)}`])
    }
  })
  it('a leader and an administrator may', async () => {
    for (const who of ['leader.001', 'administrator']) {
      const visitor = await town.visit()
      await visitor.signIn(who)
      expect(await visitor.open('/dieu-hanh')).toBe(200)
    }
  })
  it('what is not there is said to be not there', async () => {
    const visitor = await town.visit()
    await visitor.signIn('centre')
    expect(await visitor.open('/dieu-hanh/chi-so/khong-co')).toBe(404)
    expect(await visitor.open('/dieu-hanh/ho-so/01937c00-0000-7000-8000-00000000dead')).toBe(404)
  })
})
