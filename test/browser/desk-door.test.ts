import { beforeAll, describe, expect, it } from 'vitest'
import * as dossiers from '#contract/dossiers'
import type { Actor } from '#platform/http'
import { filledDraft, shortAnswers, submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { openTown, type Size, type Town, type Visit, type Visitor } from './town.ts'

// Wednesday 25/11/2026, 09:00 in Vietnam
const morning = '2026-11-25T02:00:00Z'
const toAnswer = '/can-bo/hang-doi/can-tiep-nhan'
const password = 'Trinh-dien-2026'
/** on the first page of a list of fifty and more */
const many = 51

let town: Town
let an: Actor & { id: string }
beforeAll(async () => {
  town = await openTown({ at: morning })
  an = await citizen(town.app, 'an')
  for (let half = 0; half < 9; half += 1) {
    moveTo(`2026-11-25T${String(9 + Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`)
    await submitted(town.app, an)
  }
  const clerk = await officer(town.app, 'clerk.001')
  const { rows } = await town.app.call(clerk, dossiers.worklist, { queue: 'to_answer' })
  for (const { id } of rows.slice(0, 3)) await town.app.call(clerk, dossiers.accept, { id })
  await town.app.drain()
  moveTo('2026-11-26T08:00')
}, 120_000)

const moveTo = (local: string): void => town.app.clock.moveTo(new Date(`${local}:00+07:00`))

/** A browser in which this officer sits. */
async function at(who: string, options: Visit = {}): Promise<Visitor> {
  const visitor = await town.visit(options)
  await visitor.signIn(who)
  return visitor
}

const path = ({ page }: Visitor): string => new URL(page.url()).pathname
const rowCodes = ({ page }: Visitor) => page.locator('.work tbody .work__code a').allTextContents()
/** Opens a list and waits until its keys work: scripts begin after the page is there. */
async function openAlive(visitor: Visitor, address: string): Promise<void> {
  await visitor.open(address)
  await visitor.page.locator('#keys').waitFor()
}
// on a phone the lists are folded away: what they hold is there all the same
const countOf = (visitor: Visitor, queue: string) => visitor.page.locator('.rail nav a').filter({ hasText: queue }).locator('b').first().textContent()
const codeNow = ({ page }: Visitor) => page.locator('output').innerText()

/** Fills in the two steps as a person would. */
async function signInByHand(visitor: Visitor, username: string): Promise<void> {
  const { page } = visitor
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.waitForURL(/\/can-bo\/dang-nhap\/ma/)
  await page.getByLabel('Mã 6 số').fill(await codeNow(visitor))
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
}

describe('the door', () => {
  it('takes in a clerk with password and code, and leads to the page she wanted', async () => {
    const visitor = await town.visit()
    const { page } = visitor
    await visitor.open(`${toAnswer}?tre=1`)
    expect(path(visitor)).toBe('/can-bo/dang-nhap')

    await page.getByLabel('Tên đăng nhập').fill('clerk.001')
    await page.getByLabel('Mật khẩu').fill('sai')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    expect(await page.getByRole('alert').innerText()).toMatch(/Tên đăng nhập hoặc mật khẩu chưa đúng.*Còn 4 lần thử/s)
    expect(await page.title()).toMatch(/^Lỗi: /)
    expect([await page.getByLabel('Tên đăng nhập').inputValue(), await page.getByLabel('Mật khẩu').inputValue()]).toEqual(['clerk.001', ''])

    await page.getByRole('link', { name: /Hồ Xuân Đạt/ }).click()
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.waitForURL(/\/can-bo\/dang-nhap\/ma/)
    const right = await codeNow(visitor)
    await page.getByLabel('Mã 6 số').fill(right === '000000' ? '000001' : '000000')
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    expect(await page.getByRole('alert').innerText()).toMatch(/Mã này chưa đúng/)
    await page.getByLabel('Mã 6 số').fill(await codeNow(visitor))
    await page.getByRole('button', { name: 'Đăng nhập' }).click()
    await page.waitForURL((url) => url.pathname === toAnswer)
    expect(new URL(page.url()).search).toBe('?tre=1')
    expect(await page.locator('.rail__who').innerText()).toContain('Hồ Xuân Đạt')
  })

  it('says until when a name is locked', async () => {
    const visitor = await town.visit()
    const { page } = visitor
    await visitor.open('/can-bo/dang-nhap')
    for (let tries = 0; tries < 5; tries += 1) {
      await page.getByLabel('Tên đăng nhập').fill('khong.co.ai')
      await page.getByLabel('Mật khẩu').fill('sai')
      await page.getByRole('button', { name: 'Tiếp tục' }).click()
      await page.getByRole('alert').waitFor()
    }
    expect(await page.getByRole('alert').innerText()).toMatch(/tạm khóa đăng nhập\. Thử lại sau \d\d:\d\d · \d\d\/\d\d\/\d{4}\./)
  })

  it('sends citizens away from the desk, and tells them whom it is for', async () => {
    const visitor = await at('citizen:an')
    for (const address of ['/can-bo', toAnswer, '/can-bo/tim']) {
      await visitor.open(address)
      expect(path(visitor)).toBe('/can-bo/dang-nhap')
    }
    expect(await visitor.page.getByText('Trang vừa mở dành cho cán bộ').count()).toBe(1)
    await visitor.check()
  })

  it('works without scripts', async () => {
    const visitor = await town.visit({ scripts: false, size: 'phone' })
    await visitor.open('/can-bo')
    await signInByHand(visitor, 'officer.001')
    await visitor.page.waitForURL(/hang-doi\/cho-nhan-xu-ly/)
    expect(await visitor.page.locator('h1').innerText()).toMatch(/^Chờ nhận xử lý/)
    await visitor.check()
  })
})

describe('the lock', () => {
  it('closes at a press and opens with the password on the same page', async () => {
    const visitor = await at('clerk.001')
    const { page } = visitor
    await visitor.open(`${toAnswer}?kenh=online`)
    await page.getByRole('button', { name: 'Khóa máy' }).click()
    await page.waitForURL(/mo-khoa/)
    await visitor.check('locked')
    await visitor.open('/can-bo/tim')
    expect(path(visitor)).toBe('/can-bo/mo-khoa')
    await visitor.open(`/can-bo/mo-khoa?ve=${encodeURIComponent(`${toAnswer}?kenh=online`)}`)
    await page.getByLabel('Mật khẩu').fill('sai')
    await page.getByRole('button', { name: 'Mở khóa' }).click()
    expect(await page.getByRole('alert').innerText()).toMatch(/mật khẩu chưa đúng/)
    await page.getByLabel('Mật khẩu').fill(password)
    await page.getByRole('button', { name: 'Mở khóa' }).click()
    await page.waitForURL(new URL(`${toAnswer}?kenh=online`, town.url).href)
    expect(await page.locator('h1').innerText()).toContain('Cần tiếp nhận')
  })

  it('closes by itself when nobody has touched the machine for as long as the server says', async () => {
    const visitor = await at('clerk.001')
    const { page } = visitor
    await page.clock.install()
    await openAlive(visitor, toAnswer)
    await page.clock.fastForward('14:00')
    await page.mouse.move(200, 200)
    await page.clock.fastForward('14:00')
    expect(path(visitor)).toBe(toAnswer)
    await page.clock.fastForward('02:00')
    await page.waitForURL(/mo-khoa/)
    expect(await page.locator('h1').innerText()).toBe('Máy đang khóa')
  })
})

describe('roles', () => {
  it('are changed by who has two, and the queues with them', async () => {
    const visitor = await at('clerk.002 clerk')
    const { page } = visitor
    await visitor.open('/can-bo')
    expect(path(visitor)).toBe(toAnswer)
    await page.getByText('Đổi vai trò').click()
    await visitor.check('roles')
    await page.getByRole('button', { name: /Công chức Tư pháp/ }).click()
    await page.waitForURL(/hang-doi\/cua-toi/)
    await page.getByRole('heading', { name: /^Của tôi/ }).waitFor()
    expect(await page.locator('.rail nav').innerText()).not.toContain('Cần tiếp nhận')
    await page.getByText('Đổi vai trò').click()
    await page.getByRole('button', { name: /Công chức tiếp nhận/ }).click()
    await page.waitForURL(/can-tiep-nhan/)
  })

  it('lead a leader and an officer to queues of their own, and keep them out of others', async () => {
    const leader = await at('leader.001')
    await leader.open('/can-bo')
    expect([path(leader), await countOf(leader, 'Chờ nhận xử lý'), await countOf(leader, 'Chờ tôi ký')]).toEqual(['/can-bo/hang-doi/cho-nhan-xu-ly', '3', '0'])
    expect(await leader.open(toAnswer)).toBe(403)
    expect(await leader.open('/can-bo/hang-doi/khong-co')).toBe(404)
    const centre = await at('centre')
    await centre.open('/can-bo')
    expect(path(centre)).toBe('/dieu-hanh')
  })
})

describe('a list', () => {
  it('is filtered by a press on a day, and by choices', async () => {
    const visitor = await at('clerk.001')
    const { page } = visitor
    await visitor.open(toAnswer)
    expect([await countOf(visitor, 'Cần tiếp nhận'), await countOf(visitor, 'Đang giải quyết')]).toEqual(['6', '3'])
    const all = await rowCodes(visitor)
    expect(all).toHaveLength(6)
    const strip = page.getByRole('navigation', { name: 'Số hồ sơ theo ngày hẹn trả' })
    await strip.getByRole('link', { name: /Hôm nay/ }).click()
    await page.waitForURL(/ngay=2026-11-26/)
    expect(await strip.locator('[aria-current]').innerText()).toMatch(/^6\s/)
    await strip.getByRole('link', { name: /Quá hạn/ }).click()
    await page.getByText('Không có hồ sơ nào hợp với bộ lọc').waitFor()
    await page.getByRole('link', { name: 'Bỏ lọc' }).first().click()
    await page.getByLabel('Kênh').selectOption('counter')
    await page.waitForURL(/kenh=counter/)
    await page.getByText('Không có hồ sơ nào hợp với bộ lọc').waitFor()
    await page.getByLabel('Kênh').selectOption('online')
    await page.waitForURL(/kenh=online/)
    await expect.poll(() => rowCodes(visitor)).toEqual(all)
    await visitor.open(`${toAnswer}?ngay=hom-nay`)
    expect(page.url()).toBe(`${town.url}${toAnswer}`)
  })

  it('is walked by keyboard, and opens a dossier', async () => {
    const visitor = await at('clerk.001')
    const { page } = visitor
    await openAlive(visitor, toAnswer)
    const codes = await rowCodes(visitor)
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    await page.keyboard.press('j')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    expect(await focused()).toContain(codes[1])
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Phím tắt' }).waitFor()
    await visitor.check('keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('jjj')
    expect(await page.getByRole('textbox', { name: 'Tìm trong hồ sơ của cơ quan' }).inputValue()).toBe('jjj')
    await page.locator('h1').click()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/can-bo\/ho-so\/[0-9a-f-]{36}\?hang=can-tiep-nhan$/)
  })

  it('lets its keys be switched off', async () => {
    const visitor = await at('clerk.001')
    const { page } = visitor
    await openAlive(visitor, toAnswer)
    await page.getByRole('button', { name: /mọi phím/ }).click()
    await page.getByLabel('Dùng phím tắt trên máy này').uncheck()
    await page.getByRole('button', { name: 'Đóng' }).click()
    await page.locator('h1').click()
    await page.keyboard.press('j')
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('A')
  })

  it('accepts a dossier after a question, by keys alone', async () => {
    const visitor = await at('clerk.001')
    const { page } = visitor
    await openAlive(visitor, toAnswer)
    const [first, second] = await rowCodes(visitor)
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await page.getByRole('heading', { name: `Tiếp nhận hồ sơ ${first}?` }).waitFor()
    await visitor.check('question')
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: /Tiếp nhận hồ sơ/ }).waitFor({ state: 'detached' })
    expect(await countOf(visitor, 'Cần tiếp nhận')).toBe('6')
    await page.locator('h1').click()
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await page.getByRole('heading', { name: /Tiếp nhận hồ sơ/ }).waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('confirm-yes')
    await page.keyboard.press('Enter')
    await page.getByText(`Đã tiếp nhận hồ sơ ${first}. Hẹn trả 08:0`).waitFor()
    expect([await countOf(visitor, 'Cần tiếp nhận'), await countOf(visitor, 'Đang giải quyết')]).toEqual(['5', '4'])
    expect((await rowCodes(visitor))[0]).toBe(second)
    expect(await page.getByRole('link', { name: 'In giấy tiếp nhận' }).getAttribute('href')).toMatch(/^\/api\/dossiers\/.+\/documents\//)
    await visitor.check('accepted')
  })

  it('says so when somebody else was quicker, and changes nothing', async () => {
    const visitor = await at('clerk.001')
    const { page } = visitor
    await visitor.open(toAnswer)
    await page.locator('[data-act]').first().click()
    await page.getByRole('heading', { name: /Tiếp nhận hồ sơ/ }).waitFor()
    const clerk = await officer(town.app, 'clerk.001')
    const { rows } = await town.app.call(clerk, dossiers.worklist, { queue: 'to_answer' })
    await town.app.call(clerk, dossiers.accept, { id: rows[0]?.id ?? '' })
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('Tình trạng đã đổi')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
    await expect.poll(() => countOf(visitor, 'Cần tiếp nhận')).toBe('4')
    await visitor.check('refused')
  })

  it('accepts and takes without scripts', async () => {
    const clerk = await at('clerk.001', { scripts: false })
    await clerk.open(toAnswer)
    await clerk.page.getByRole('link', { name: /^Tiếp nhận Z99/ }).first().click()
    await clerk.page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
    await clerk.page.getByText('Đã tiếp nhận hồ sơ').waitFor()
    expect(await countOf(clerk, 'Cần tiếp nhận')).toBe('3')
    await clerk.page.getByLabel('Kênh').selectOption('counter')
    await clerk.page.getByRole('button', { name: 'Lọc' }).click()
    await clerk.page.getByText('Không có hồ sơ nào hợp với bộ lọc').waitFor()

    const worker = await at('officer.001', { scripts: false, size: 'phone' })
    await worker.open('/can-bo/hang-doi/cho-nhan-xu-ly')
    const [code] = await rowCodes(worker)
    await worker.page.getByRole('button', { name: new RegExp(`^Nhận xử lý ${code}$`) }).click()
    await worker.page.getByText(`Bạn đã nhận xử lý hồ sơ ${code}`).waitFor()
    expect(await countOf(worker, 'Của tôi')).toBe('1')
    await worker.check()
  })

  it('takes by one press, and says who holds what', async () => {
    const visitor = await at('officer.001')
    const { page } = visitor
    await openAlive(visitor, '/can-bo/hang-doi/cho-nhan-xu-ly')
    const before = Number(await countOf(visitor, 'Của tôi'))
    await page.keyboard.press('j')
    await page.keyboard.press('a')
    await page.getByText('Bạn đã nhận xử lý hồ sơ').waitFor()
    expect(Number(await countOf(visitor, 'Của tôi'))).toBe(before + 1)
    await visitor.open('/can-bo/hang-doi/co-quan-dang-giai-quyet')
    await page.getByLabel('Người giữ').selectOption({ label: 'Lê Thanh Uyên' })
    await page.waitForURL(/nguoi-giu=/)
    await expect.poll(() => rowCodes(visitor)).toHaveLength(before + 1)
  })

  it('is turned page by page', async () => {
    const binh = await citizen(town.app, 'binh')
    for (let sent = 0; sent < many; sent += 1) {
      const { id } = await filledDraft(town.app, binh, 'neverMarried', shortAnswers)
      await town.app.call(binh, dossiers.submitDossier, { draft: id, oath: true })
    }
    const visitor = await at('clerk.002 clerk', { size: 'phone' })
    await visitor.open(toAnswer)
    expect(await visitor.page.getByText(`1 – 50 trên ${many}`).count()).toBe(1)
    await visitor.page.getByRole('link', { name: 'Trang sau' }).click()
    await visitor.page.getByText(`51 – ${many} trên ${many}`).waitFor()
    expect(await rowCodes(visitor)).toHaveLength(many - 50)
    await visitor.check('second page')
    await visitor.page.getByRole('link', { name: 'Về đầu danh sách' }).click()
    await visitor.page.getByText(`1 – 50 trên ${many}`).waitFor()
  }, 120_000)
})

describe('the search', () => {
  it('finds by name, code and number, and never writes them into an address', async () => {
    const visitor = await at('clerk.001')
    const { page } = visitor
    await openAlive(visitor, toAnswer)
    await page.keyboard.press('/')
    await page.keyboard.type('nguyen thi an')
    await page.keyboard.press('Enter')
    await page.getByText('9 hồ sơ').waitFor()
    expect(page.url()).toBe(`${town.url}/can-bo/tim`)
    await visitor.check('found')
    for (const [q, found] of [['999199000201', '9 hồ sơ'], ['z99.001.01-261125-0003', '1 hồ sơ'], ['Không Có Ai', 'Không thấy hồ sơ nào cho “Không Có Ai”'], ['x', 'Kiểm tra lại mã, tên hoặc số định danh']] as const) {
      await page.locator('#q').fill(q)
      await Promise.all([page.waitForResponse(/tim\.data/), page.getByRole('button', { name: 'Tìm', exact: true }).click()])
      await page.getByText(found).first().waitFor()
      expect(page.url()).toBe(`${town.url}/can-bo/tim`)
    }
    await visitor.check('refused')
    await visitor.page.goBack()
    expect(path(visitor)).not.toBe('/can-bo/dang-nhap')
  })

  it('works without scripts', async () => {
    const visitor = await at('leader.001', { scripts: false, size: 'phone' })
    await visitor.open('/can-bo/tim')
    await visitor.page.locator('#q').fill('An')
    await visitor.page.getByRole('button', { name: 'Tìm' }).click()
    await visitor.page.getByText(/^\d hồ sơ/).waitFor()
    await visitor.check()
  })
})

/** The pages of each person; the English ones are the same pages with other words. */
const pages: Record<string, readonly string[]> = {
  nobody: ['/can-bo/dang-nhap?ai=clerk.001', '/can-bo/dang-nhap/ma?ai=clerk.001', '/can-bo/mo-khoa'],
  'clerk.001': [toAnswer, '/can-bo/hang-doi/dang-giai-quyet', '/can-bo/tim', '/can-bo/khong-co'],
  'officer.001': ['/can-bo/hang-doi/cua-toi'],
  'leader.001': ['/can-bo/hang-doi/cho-ky'],
}

describe.each([['phone', 'vi'], ['desktop', 'vi'], ['phone', 'en']] as [Size, 'vi' | 'en'][])('every page on a %s in %s', (size, locale) => {
  it('is free of faults', async () => {
    for (const [who, addresses] of Object.entries(pages).slice(0, locale === 'vi' ? undefined : 2)) {
      const visitor = who === 'nobody' ? await town.visit({ size, locale }) : await at(who, { size, locale })
      for (const address of addresses) {
        await visitor.open(address)
        await visitor.check(`${size} ${locale} ${who} ${address}`)
      }
    }
  }, 120_000)
})
