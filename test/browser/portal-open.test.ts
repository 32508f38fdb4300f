import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import * as contract from '#contract/dossiers'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { openTown, type Town, type Visit, type Visitor } from './town.ts'

let town: Town
let sent: contract.Acknowledgement
beforeAll(async () => {
  town = await openTown({ at: '2026-11-25T03:00:00Z' })
  sent = await submitted(town.app, await citizen(town.app, 'an'))
  await town.app.call(await officer(town.app, 'clerk.001'), contract.accept, { id: sent.id })
  await town.app.call(await officer(town.app, 'officer.001'), contract.take, { id: sent.id })
})

const procedure = '/thu-tuc/1.004873'
const heading = (visitor: Visitor) => visitor.page.locator('h1').innerText()
const pathOf = (visitor: Visitor) => new URL(visitor.page.url()).pathname

describe.each<Visit>([{ scripts: true }, { scripts: false }])('a citizen of 70 with a cheap phone (%o)', ({ scripts }) => {
  it('finds the procedure without accents and with a typing error, reads it, signs in, and is back where they were', async () => {
    const cuc = await town.visit({ size: 'phone', scripts: scripts ?? true })
    const { page } = cuc
    expect(await cuc.open('/')).toBe(200)
    await page.getByRole('searchbox').or(page.getByRole('combobox')).fill('xac nhan hon nhna')
    await page.getByRole('button', { name: 'Tìm' }).click()
    await page.waitForURL(/\/thu-tuc\?q=/)
    await cuc.check('what was found')
    await page.getByRole('main').getByRole('link', { name: /Xác nhận tình trạng hôn nhân/i }).click()
    await page.waitForURL(/1\.004873$/)
    expect(await heading(cuc)).toBe('Xác nhận tình trạng hôn nhân')
    const answers = await page.locator('dl.facts').innerText()
    expect(answers).toContain('3 ngày làm việc')
    expect(answers).toContain('Không mất tiền')
    expect(answers).toContain('Giấy xác nhận tình trạng hôn nhân')
    expect(await page.locator('main').innerText()).toContain('minh họa')

    await page.getByRole('link', { name: 'Đăng nhập', exact: true }).click()
    await page.waitForURL(/\/dang-nhap\?/)
    await cuc.check('how to sign in')
    await page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click()
    await page.waitForURL(/\/vneid\/interaction\//)
    await page.getByRole('button', { name: /Lê Thị Cúc/ }).click()
    await page.getByRole('button', { name: 'Đồng ý chia sẻ' }).click()
    await page.waitForURL(/1\.004873$/)
    expect(pathOf(cuc)).toBe(procedure)
    await cuc.check('back at the procedure, signed in')

    await page.getByRole('link', { name: /^Tài khoản/ }).click()
    await page.waitForURL(/\/tai-khoan$/)
    expect(await page.locator('main').innerText()).toContain('Lê Thị Cúc')
    await cuc.check('the account')
    await page.getByRole('main').getByRole('button', { name: 'Đăng xuất' }).click()
    await page.waitForURL(`${town.url}/`)
    await page.getByRole('link', { name: 'Đăng nhập' }).waitFor()
    expect(await cuc.open('/tai-khoan')).toBe(200)
    expect(pathOf(cuc)).toBe('/dang-nhap')
  })

  it('who does not agree to share is told so, and can try again', async () => {
    const dung = await town.visit({ size: 'phone', scripts: scripts ?? true })
    await dung.open(`/dang-nhap/vneid?ve=${encodeURIComponent(procedure)}`)
    await dung.page.waitForURL(/\/vneid\/interaction\//)
    await dung.page.getByRole('button', { name: 'Quay lại, không đăng nhập' }).click()
    await dung.page.waitForURL(/\/dang-nhap\/vneid\?/)
    expect(await heading(dung)).toBe('Chưa đăng nhập được')
    expect(await dung.page.getByRole('alert').innerText()).toContain('chưa đồng ý chia sẻ')
    await dung.check('not signed in')
    expect(await dung.page.getByRole('link', { name: 'Đăng nhập lại' }).getAttribute('href')).toBe(`/dang-nhap/bat-dau?ve=${encodeURIComponent(procedure)}`)
  })
})

describe('suggestions', () => {
  it('come while typing, are walked with the arrows, and open the procedure', async () => {
    const { page, open, check } = await town.visit()
    await open('/')
    const box = page.getByRole('combobox')
    await box.pressSequentially('tinh trang hon nhn')
    await page.getByRole('option').first().waitFor()
    await check('suggestions')
    await box.press('ArrowDown')
    await box.press('Enter')
    await page.waitForURL(/1\.004873$/)
  })

  it('are none for an empty question, and as long a question as one likes is no fault', async () => {
    const { context } = await town.visit()
    for (const q of ['', '  ', 'x'.repeat(3000)]) {
      const answer = await context.request.get(`${town.url}/thu-tuc/goi-y?q=${q}`)
      expect(answer.status()).toBe(200)
      expect(await answer.json()).toEqual({ suggestions: [] })
    }
  })
})

describe('tracking with code and secret', () => {
  it.each([true, false])('shows how far it is and not whose (scripts: %s)', async (scripts) => {
    const visitor = await town.visit({ size: 'phone', scripts })
    const { page } = visitor
    // as the square code on the receipt says it
    await visitor.open(`/tra-cuu?ma=${encodeURIComponent(sent.code)}&khoa=${sent.secret}`)
    expect(await page.locator('#code').inputValue()).toBe(sent.code)
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
    await page.getByText('Chặng 3 trên 5').waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain(sent.code)
    expect(text).toContain('Đang xử lý')
    for (const secret of ['Nguyễn Thị An', 'hôn nhân', 'Mẫu Một']) expect(text).not.toContain(secret)
    await visitor.check('tracked')
    // the secret stands in no address, and the page stays in the other language and when it is loaded again
    expect(page.url()).toBe(`${town.url}/tra-cuu?xem=1`)
    await page.getByRole('contentinfo').getByRole('link', { name: 'English' }).click()
    await page.getByText('Stage 3 of 5').waitFor()
    await page.reload()
    expect(await page.locator('main').innerText()).toContain(sent.code)
    await visitor.open('/tra-cuu')
    expect(await page.locator('#code').inputValue()).toBe('')
    // a cookie that somebody made up shows nothing but the form
    await visitor.context.addCookies([{ name: 'tinhso-track', value: '%E0%A4%A', domain: 'localhost', path: '/tra-cuu' }])
    expect(await visitor.open('/tra-cuu?xem=1')).toBe(200)
    expect(await page.locator('#code').count()).toBe(1)
  })

  it('with a wrong secret says which two do not fit, and keeps what was typed', async () => {
    const visitor = await town.visit({ size: 'phone' })
    const { page } = visitor
    await visitor.open('/tra-cuu')
    await page.getByLabel('Mã hồ sơ').fill(sent.code.toLowerCase())
    await page.getByLabel('Mã tra cứu').fill('AAAAAAAA')
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.title()).toMatch(/^Lỗi: /)
    expect(await page.getByRole('alert').innerText()).toContain('Hai mã này không đi với nhau')
    expect([await page.locator('#code').inputValue(), await page.locator('#secret').inputValue()]).toEqual([sent.code.toLowerCase(), 'AAAAAAAA'])
    await visitor.check('wrong secret')
    await page.getByLabel('Mã tra cứu').fill(sent.secret.toLowerCase())
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
    await page.getByText('Chặng 3 trên 5').waitFor()
  })

  it('with nothing typed names both boxes', async () => {
    const visitor = await town.visit({ locale: 'en' })
    await visitor.open('/tra-cuu')
    await visitor.page.getByRole('button', { name: 'See the application' }).click()
    await visitor.page.getByRole('alert').waitFor()
    expect(await visitor.page.getByRole('alert').locator('a').allInnerTexts()).toEqual(['Enter the application code', 'Enter the tracking code'])
    await visitor.check('nothing typed')
  })
})

const pages: [path: string, vi: string, en: string][] = [
  ['/', 'Hôm nay bạn cần làm thủ tục gì?', 'What do you need to do today?'],
  ['/thu-tuc', 'Thủ tục hành chính', 'Administrative procedures'],
  ['/thu-tuc?viec=marriage&linh-vuc=civilStatus', 'Hôn nhân', 'Marriage'],
  ['/thu-tuc?viec=moon&linh-vuc=moon&sau=moon', 'Thủ tục hành chính', 'Administrative procedures'],
  ['/thu-tuc?q=zzzz', 'Tìm “zzzz”', 'Search for “zzzz”'],
  [procedure, 'Xác nhận tình trạng hôn nhân', 'Certificate of marital status'],
  ['/tra-cuu', 'Xem hồ sơ đã nộp', 'See a sent application'],
  ['/dang-nhap?ve=//elsewhere.example', 'Đăng nhập', 'Sign in'],
  ['/tro-giup', 'Trợ giúp', 'Help'],
  ['/kha-nang-tiep-can', 'Khả năng tiếp cận', 'Accessibility'],
  ['/api', 'Dành cho lập trình viên', 'For developers'],
]

describe.each<Visit>([
  { size: 'phone', scripts: true, locale: 'vi' }, { size: 'phone', scripts: false, locale: 'en' },
  { size: 'desktop', scripts: true, locale: 'en' }, { size: 'desktop', scripts: false, locale: 'vi' },
])('every open page (%o)', (visit) => {
  it('is there, in its language, clean', async () => {
    const visitor = await town.visit(visit)
    for (const [path, vi, en] of pages) {
      expect(await visitor.open(path), path).toBe(200)
      // the two lines of a heading are one sentence
      expect((await heading(visitor)).replace(/\s+/g, ' '), path).toBe(visit.locale === 'en' ? en : vi)
      expect(await visitor.page.locator('html').getAttribute('lang')).toBe(visit.locale)
      if (visit.size === 'phone') await openEverything(visitor, visit.scripts ?? true)
      await visitor.check(path)
    }
  })
})

// what stands behind a question must be as good as what is in sight; the narrow page shows whether it fits
async function openEverything({ page }: Visitor, scripts: boolean): Promise<void> {
  if (scripts) await page.evaluate(() => document.querySelectorAll('details').forEach((each) => void (each.open = true)))
}

describe('the pages', () => {
  it('change their language where one is', async () => {
    const visitor = await town.visit({ size: 'phone', scripts: false })
    await visitor.open(procedure)
    await visitor.page.getByRole('contentinfo').getByRole('link', { name: 'English' }).click()
    expect(await heading(visitor)).toBe('Certificate of marital status')
    expect(pathOf(visitor)).toBe(procedure)
  })

  it('carry one script of at most 15 kB and nothing of a framework', async () => {
    const { page, open, context } = await town.visit()
    for (const path of ['/', procedure, '/tra-cuu', '/api']) {
      await open(path)
      const scripts = await page.locator('script, link[rel=modulepreload]').evaluateAll((all) => all.map((each) => each.getAttribute('src') ?? each.getAttribute('href') ?? 'inline'))
      expect(scripts).toEqual([expect.stringMatching(/^\/assets\/enhance-[\w-]+\.js$/)])
      expect(gzipSync(await (await context.request.get(`${town.url}${scripts[0]}`)).body(), { level: 9 }).length).toBeLessThan(15_000)
    }
  })

  it('can be enlarged to twice the size on a phone without going sideways', async () => {
    const { page, open } = await town.visit({ size: 'phone' })
    for (const [path] of pages) {
      await open(path)
      await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'))
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), path).toBeLessThanOrEqual(0)
    }
  })

  it('are 404 for a procedure that nobody has, and a link signs nobody out', async () => {
    const visitor = await town.visit()
    expect([await visitor.open('/thu-tuc/9.999999'), await visitor.open('/thu-tuc/x')]).toEqual([404, 404])
    await visitor.signIn('citizen:cuc')
    await visitor.open('/dang-xuat')
    expect(await visitor.page.getByRole('link', { name: /^Tài khoản/ }).count()).toBe(1)
    await visitor.open('/dang-nhap?ve=/thu-tuc')
    expect(pathOf(visitor)).toBe('/thu-tuc')
  })

  it('show at the first page how the province works, with what was counted and how old it is', async () => {
    const { page, open } = await town.visit()
    await open('/')
    const figures = await page.locator('section', { hasText: 'Tỉnh làm việc ra sao' }).innerText()
    expect(figures).toContain('trên 1 hồ sơ đang giải quyết')
    expect(figures).toMatch(/Nguồn: Sổ hồ sơ\. Hồ sơ đổi gần nhất: \d\d:\d\d hôm nay/)
  })
})

describe('what is my ward called now', () => {
  it('is answered in one step, however the old name is typed, on a phone without scripts; a page for each unit shows both maps', async () => {
    const cuc = await town.visit({ size: 'phone', scripts: false })
    const { page } = cuc
    await cuc.open('/')
    await page.getByRole('link', { name: 'Phường, xã cũ nay là gì?' }).click()
    await page.getByRole('searchbox').fill('thi tran mau cu hai')
    await page.getByRole('button', { name: 'Tìm' }).click()
    await page.locator('main').getByText('nay là Phường Mẫu Một').first().waitFor()
    await page.getByRole('searchbox').fill('xa mau cu ba')
    await page.getByRole('button', { name: 'Tìm' }).click()
    await page.locator('main').getByText(/nay được chia: 60\s%\sthuộc Phường Mẫu Hai, 40\s%\sthuộc Xã Mẫu Ba/).first().waitFor()
    await page.getByRole('link', { name: /Xã Mẫu Cũ Ba/ }).first().click()
    expect(await heading(cuc)).toBe('Xã Mẫu Cũ Ba')
    const old = await page.locator('main').innerText()
    for (const words of ['Đơn vị này đã kết thúc.', 'Nay là', 'Phường Mẫu Hai', 'Ủy ban nhân dân xã Mẫu Cũ Ba', 'Ranh giới minh họa', 'Huyện Mẫu']) expect(old).toContain(words)
    const scripted = await town.visit({ size: 'phone' })
    for (const path of ['/don-vi', '/don-vi?q=khong+co+dau', '/don-vi?q=mau', '/don-vi/99001?ngay=2024-01-01', '/don-vi/99001', '/don-vi/990', '/don-vi/99']) {
      expect(await scripted.open(path), path).toBe(200)
      await scripted.check(path)
      if (process.env['SHOTS']) await scripted.page.screenshot({ path: `${process.env['SHOTS']}/unit${path.replaceAll(/\W+/g, '-')}.png`, fullPage: true })
    }
    expect(await scripted.page.locator('svg.units__map').count()).toBe(2)
    expect(await scripted.open('/don-vi/12345')).toBe(404)
    const english = await town.visit({ locale: 'en' })
    await english.open('/don-vi/99001')
    await english.check('a unit in English')
    expect(await english.page.locator('main').innerText()).toContain('Wards and communes of today')
  })
})
