import { beforeAll, describe, expect, it } from 'vitest'
import { session } from '#contract/identity'
import { sql } from '#platform/db'
import { dossierAlong } from '../factories/finished.ts'
import { openTown, type Town } from './town.ts'

let town: Town
let code: string
beforeAll(async () => {
  town = await openTown({ at: '2026-11-25T02:00:00Z' })
  code = (await dossierAlong(town.app, { submitted: '2026-11-25T09:00', accepted: '2026-11-25T09:30' })).code
  await town.app.drain()
})

const tools = ['/dev', '/dev/vai', '/dev/dong-ho', '/dev/su-kien', '/dev/viec', '/dev/tin-nhan', '/dev/quyen']

describe('the tools of a demonstration', () => {
  it('open, and read well on a phone', async () => {
    const visitor = await town.visit({ size: 'phone' })
    for (const path of [...tools, `/dev/ho-so/${code}`]) {
      expect([path, await visitor.open(path)]).toEqual([path, 200])
      await visitor.check(path)
    }
  })

  it('are there in English too, on a desk', async () => {
    const visitor = await town.visit({ locale: 'en' })
    for (const path of tools) expect([path, await visitor.open(path)]).toEqual([path, 200])
    expect(await visitor.page.getByRole('heading', { level: 1 }).innerText()).toBe('Rights')
  })

  it('lead to the way of one dossier: acts, events, jobs and messages in order', async () => {
    const visitor = await town.visit()
    await visitor.open('/dev')
    await visitor.page.getByLabel('Mã hồ sơ').fill(code.toLowerCase())
    await visitor.page.getByRole('button', { name: 'Mở' }).click()
    await visitor.page.getByRole('heading', { name: `Đường đi của ${code}` }).waitFor()
    const kinds = await visitor.page.locator('tbody .tag').allInnerTexts()
    for (const kind of ['việc làm', 'sự kiện', 'việc nền', 'tin nhắn']) expect(kinds).toContain(kind)
    await visitor.page.getByRole('link', { name: 'Sự kiện về hồ sơ này' }).click()
    expect(await visitor.page.locator('tbody tr').count()).toBeGreaterThanOrEqual(2)
    expect(await visitor.open('/dev/ho-so/khong-co-ma-nay')).toBe(404)
  })
})

describe('acting as somebody', () => {
  it('is one press for a citizen', async () => {
    const visitor = await town.visit()
    await visitor.open('/dev/vai')
    const person = visitor.page.locator('button[name="citizen"]').first()
    const name = await person.locator('b').innerText()
    await person.click()
    await visitor.page.waitForURL(`${town.url}/`)
    expect(await (await visitor.context.request.get(`${town.url}${session.path}`)).json()).toMatchObject({ kind: 'citizen', name })
  })
  it('is one press for an officer, found by name without accents, and without scripts', async () => {
    const visitor = await town.visit({ scripts: false })
    await visitor.open('/dev/vai')
    await visitor.page.getByLabel('Tìm theo tên, chức danh, cơ quan').fill('truc ban')
    await visitor.page.getByRole('button', { name: 'Tìm' }).click()
    await visitor.page.locator('table button[name="capacity"]').click()
    expect(new URL(visitor.page.url()).pathname).toBe('/dieu-hanh')
    expect(await (await visitor.context.request.get(`${town.url}${session.path}`)).json()).toMatchObject({ kind: 'officer', role: 'centre' })
  })
})

describe('the clock', () => {
  it('moves, and the banner and every page follow; then it goes back', async () => {
    const visitor = await town.visit()
    const { page } = visitor
    await visitor.open('/dev/dong-ho')
    await page.getByRole('button', { name: 'Thêm 1 tuần' }).click()
    await page.getByText('thứ Tư 02/12/2026').waitFor()
    expect(town.app.clock.now().toISOString().slice(0, 10)).toBe('2026-12-02')
    await visitor.open('/dev/quyen')
    expect(await page.locator('.strip').innerText()).toContain('Đồng hồ đã được dời: 09:')
    expect(await page.locator('.strip').innerText()).toContain('02/12/2026')
    await visitor.open('/dev/dong-ho')
    for (const [part, value] of [['day', '1'], ['month', '9'], ['year', '2026']] as const) await page.locator(`[name="date~${part}"]`).fill(value)
    await page.getByLabel('Lúc', { exact: true }).fill('7:05')
    await page.getByRole('button', { name: 'Dời đồng hồ' }).click()
    await page.getByText('07:05, thứ Ba 01/09/2026').first().waitFor()
    await page.getByRole('button', { name: 'Về giờ thật' }).click()
    await page.getByText('Đồng hồ đang theo giờ thật').waitFor()
    expect(await page.locator('.strip').innerText()).not.toContain('Đồng hồ đã được dời')
  })
  it('says what is wrong with a time, and does not move', async () => {
    const visitor = await town.visit()
    await visitor.open('/dev/dong-ho')
    const before = town.app.clock.offset()
    await visitor.page.locator('[name="date~month"]').fill('13')
    await visitor.page.getByLabel('Lúc', { exact: true }).fill('25:99')
    await visitor.page.getByRole('button', { name: 'Dời đồng hồ' }).click()
    expect(await visitor.page.locator('.wrong').count()).toBe(2)
    expect(town.app.clock.offset()).toBe(before)
    await visitor.check()
  })
})

describe('what is stuck', () => {
  it('a message that could not be sent is sent again', async () => {
    await sql`update platform.message set state = 'dead', error = 'no way out' where id = (select max(id::text)::uuid from platform.message)`.execute(town.app.db)
    const visitor = await town.visit()
    await visitor.open('/dev/tin-nhan')
    await visitor.check('dead message')
    await visitor.page.getByRole('button', { name: 'Gửi lại' }).click()
    await visitor.page.getByText('Tin đã vào lại hàng chờ.').waitFor()
    expect((await sql`select 1 from platform.message where state = 'dead'`.execute(town.app.db)).rows).toEqual([])
  })
  it('parked events run again', async () => {
    await sql`insert into platform.parked_event (subscription, epoch, xid, id, subject, attempts, next_at, needs_person, error)
      select s.name, e.epoch, e.xid, e.id, e.subject, 10, now(), true, 'it broke' from platform.subscription s, platform.event e order by e.id limit 1`.execute(town.app.db)
    const visitor = await town.visit()
    await visitor.open('/dev/su-kien')
    await visitor.check('parked')
    await visitor.page.getByRole('button', { name: 'Chạy lại' }).click()
    await visitor.page.getByText('Đã đưa 1 sự kiện vào chạy lại.').waitFor()
    await expect.poll(async () => (await sql`select 1 from platform.parked_event where needs_person`.execute(town.app.db)).rows.length).toBe(0)
  })
})

describe('rights', () => {
  it('are shown for as many routes as are served', async () => {
    const visitor = await town.visit()
    await visitor.open('/dev/quyen')
    const served = town.app.application.routes.length
    expect(await visitor.page.locator('.matrix__route').count()).toBe(served)
    expect(await visitor.page.getByText(`${served} đường`).count()).toBe(1)
    const accept = visitor.page.locator('.matrix__route', { hasText: 'dossiers.accept ' })
    expect((await accept.locator('td').allInnerTexts()).map((text) => text.replace(/[·\s]/g, ''))).toEqual(['không', 'không', 'được', 'không', 'không', 'không', 'không', 'không'])
  })
})

describe('a real installation', () => {
  it('has none of these pages, and takes nothing through them', async () => {
    const { config } = town.app.application.tools
    const visitor = await town.visit()
    await visitor.open('/dev/dong-ho')
    config.mode = 'production'
    try {
      const before = town.app.clock.offset()
      await visitor.page.getByRole('button', { name: 'Thêm 1 giờ' }).click()
      expect(town.app.clock.offset()).toBe(before)
      for (const path of [...tools, '/dev/bo-mau', `/dev/ho-so/${code}`, '/dev/goi-y']) expect([path, await visitor.open(path)]).toEqual([path, 404])
    } finally {
      config.mode = 'demonstration'
    }
  })
})
