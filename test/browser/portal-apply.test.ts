import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import * as contract from '#contract/dossiers'
import type { Actor } from '#platform/http'
import { filledDraft, maritalStatus, pngBytes, submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { openTown, type Town, type Visitor } from './town.ts'

// Wednesday 25/11/2026, 09:00 in Vietnam
const morning = '2026-11-25T02:00:00Z'

let town: Town
const people = {} as Record<'an' | 'binh' | 'cuc' | 'dung' | 'clerk' | 'officer' | 'leader', Actor & { id: string }>
beforeAll(async () => {
  town = await openTown({ at: morning })
  for (const name of ['an', 'binh', 'cuc', 'dung'] as const) people[name] = await citizen(town.app, name)
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(town.app, `${role}.001`)
})

const picture = { name: 'quyet-dinh.png', mimeType: 'image/png', buffer: pngBytes }
const goOn = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click()
// a choice is called by its words and its hint
const option = (page: Page, label: string) => page.getByRole('radio', { name: new RegExp(`^${label}`) })
const choose = async (page: Page, label: string) => {
  await option(page, label).check()
  await goOn(page)
}
const write = async (page: Page, label: string, text: string) => {
  await page.getByLabel(label).fill(text)
  await goOn(page)
}
const months = async (page: Page, month: string, year: string) => {
  await page.getByRole('group', { name: 'Từ', exact: true }).getByLabel('Tháng').fill(month)
  await page.getByRole('group', { name: 'Từ', exact: true }).getByLabel('Năm').fill(year)
  await goOn(page)
}
const day = async (page: Page, parts: Record<'Ngày' | 'Tháng' | 'Năm', string>) => {
  for (const [part, text] of Object.entries(parts)) await page.getByLabel(part, { exact: true }).fill(text)
  await goOn(page)
}
const wrong = (page: Page) => page.getByRole('alert').innerText()
const main = (page: Page) => page.locator('main').innerText()
/** each page as it is left for the next, checked */
type Looking = (name: string) => Promise<void>

/** From "begin" to the last question, as a divorced person with one court paper; mistakes on the way when asked. */
async function answerEverything({ page, open }: Visitor, looked: Looking, mistakes: boolean): Promise<void> {
  await open(`/nop-ho-so/${maritalStatus}`)
  await looked('begin')
  await page.getByRole('button', { name: /Bắt đầu/ }).click()
  await looked('case')
  if (mistakes) {
    await goOn(page)
    expect(await wrong(page)).toContain('Chọn một câu trả lời')
    expect(await page.title()).toMatch(/^Lỗi: /)
  }
  await choose(page, 'Đã ly hôn, chưa kết hôn lại')
  await looked('whom')
  await choose(page, 'Cho chính tôi')
  await choose(page, 'Có')
  if (mistakes) {
    await months(page, '13', '2010')
    expect(await wrong(page)).toContain('không có tháng này')
    expect(await page.getByRole('group', { name: 'Từ', exact: true }).getByLabel('Tháng').inputValue()).toBe('13')
  }
  await looked('months')
  await months(page, '5', '2010')
  await choose(page, 'Không, chỉ ở đây')
  await choose(page, 'Có, có Giấy chứng nhận kết hôn')
  await looked('text')
  await write(page, 'Vợ hoặc chồng tên là gì?', 'Lê Văn Cũ')
  await choose(page, 'Tòa án Việt Nam')
  await write(page, 'Bản án hoặc quyết định ly hôn số mấy?', '12/2019/QĐST-HNGĐ')
  if (mistakes) {
    await day(page, { Ngày: '6', Tháng: '5', Năm: '2032' })
    expect(await wrong(page)).toContain('phải là hôm nay hoặc trước hôm nay')
    expect(await page.getByLabel('Năm', { exact: true }).inputValue()).toBe('2032')
    expect(await page.getByLabel('Năm', { exact: true }).getAttribute('aria-invalid')).toBe('true')
  }
  await looked('date')
  await day(page, { Ngày: '6', Tháng: '5', Năm: '2019' })
  await write(page, 'Tòa án nào giải quyết?', 'Tòa án nhân dân khu vực 1')
  await choose(page, 'Vay vốn ngân hàng')
  await choose(page, 'Chưa')
  if (mistakes) {
    await write(page, 'Bạn cần mấy bản giấy?', '99')
    expect(await wrong(page)).toContain('từ 1 đến 10')
  }
  await write(page, 'Bạn cần mấy bản giấy?', '2')
  await choose(page, 'Cả bản điện tử và bản giấy')
  await looked('area')
  await page.getByLabel('Bạn đến nhận bản giấy ở phường, xã nào?').selectOption('99001')
  await goOn(page)
  expect(await main(page)).toContain('Lấy từ VNeID')
  await looked('phone')
  await goOn(page)
  await looked('email')
  await goOn(page)
}

async function handIn({ page }: Visitor, looked: Looking, mistakes: boolean): Promise<void> {
  expect(await main(page)).toMatch(/Không phải nộp\n[^]*Giấy tờ tùy thân/)
  if (mistakes) {
    await goOn(page)
    expect(await wrong(page)).toContain('Tải lên: Bản án hoặc quyết định ly hôn')
    await page.locator('input[type=file]').setInputFiles({ name: 'quyet-dinh.png', mimeType: 'image/png', buffer: Buffer.from('không phải ảnh') })
    await page.getByRole('button', { name: 'Tải tệp lên' }).click()
    await page.waitForURL(/loi=/)
    expect(await wrong(page)).toMatch(/Nội dung tệp không khớp|Không nhận loại tệp/)
  }
  await looked('papers')
  for (const count of mistakes ? [1, 2] : [1]) {
    await page.locator('input[type=file]').setInputFiles(picture)
    await page.getByRole('button', { name: 'Tải tệp lên' }).click()
    await expect.poll(() => page.getByRole('button', { name: /^Bỏ/ }).count()).toBe(count)
  }
  if (mistakes) {
    await page.getByRole('button', { name: /^Bỏ/ }).first().click()
    expect(await page.getByRole('button', { name: /^Bỏ/ }).count()).toBe(1)
  }
  await looked('papers given')
  await goOn(page)
}

const dossiersOf = async (who: Actor) => (await town.app.call(who, contract.myDossiers, {})).rows

/** Sends the form of the check again as it stood, as an impatient browser would. */
async function formOf(page: Page): Promise<Record<string, string>> {
  const boxes = page.locator('form', { has: page.getByRole('button', { name: 'Cam đoan và gửi hồ sơ' }) }).locator('input[type=hidden]')
  const fields: Record<string, string> = { 'oath~boolean': 'true' }
  for (const box of await boxes.all()) fields[(await box.getAttribute('name')) ?? ''] = (await box.getAttribute('value')) ?? ''
  return fields
}

describe('a citizen with a phone and no scripts', () => {
  let dossier = ''
  it('must sign in first, and comes back', async () => {
    const visitor = await town.visit({ size: 'phone', scripts: false })
    await visitor.open(`/nop-ho-so/${maritalStatus}`)
    expect(visitor.page.url()).toContain(`/dang-nhap?ve=${encodeURIComponent(`/nop-ho-so/${maritalStatus}`)}`)
    await visitor.open('/ho-so')
    expect(visitor.page.url()).toContain('/dang-nhap?ve=')
  })

  it('answers with mistakes, uploads a paper, changes an answer, sends twice and has one dossier', async () => {
    const visitor = await town.visit({ size: 'phone', scripts: false })
    const { page } = visitor
    await visitor.signIn('citizen:an')
    const looked: Looking = (name) => visitor.check(name)
    await answerEverything(visitor, looked, true)
    await handIn(visitor, looked, true)
    expect(page.url()).toMatch(/\/kiem-tra$/)
    const seen = await main(page)
    for (const text of ['06/05/2019', '05/2010 – nay', 'Lấy từ VNeID', 'Không mất tiền', '09:00 ngày mai', '1 tệp']) expect(seen, text).toContain(text)
    await page.getByRole('link', { name: 'Sửa Dùng để' }).click()
    expect(await option(page, 'Vay vốn ngân hàng').isChecked()).toBe(true)
    await choose(page, 'Việc khác')
    // another answer asks one more question, and then it is back to the check
    await write(page, 'Đó là việc gì?', 'Bổ sung hồ sơ nhận thừa kế')
    expect(page.url()).toMatch(/\/kiem-tra$/)
    expect(await main(page)).toContain('Bổ sung hồ sơ nhận thừa kế')
    await visitor.check('check')

    const again = await formOf(page)
    const check = page.url()
    await page.getByRole('button', { name: 'Cam đoan và gửi hồ sơ' }).dblclick()
    await page.waitForURL(/da-gui$/)
    expect(await main(page)).toMatch(/Z99\.001\.01-261125-0001/)
    await visitor.check('sent')
    const sent = page.url()
    const repeated = await visitor.context.request.post(check, { form: again, headers: { origin: town.url } })
    expect([repeated.status(), repeated.url()]).toEqual([200, sent])
    await page.goBack()
    expect(page.url()).toBe(sent)
    const rows = await dossiersOf(people.an)
    expect(rows.map(({ code }) => code)).toEqual(['Z99.001.01-261125-0001'])
    dossier = rows[0]?.id ?? ''
  })

  it('sees each act of the desk and the office, gives what was asked for, and opens the result', async () => {
    const { app } = town
    const visitor = await town.visit({ size: 'phone', scripts: false })
    const { page } = visitor
    await visitor.signIn('citizen:an')
    await app.call(people.clerk, contract.askSupplement, { id: dossier, items: [{ paper: 'divorceDecision', what: 'Chụp lại trang 2, thấy rõ dấu' }], reason: 'Ảnh quyết định ly hôn bị mờ' })
    await app.drain()
    await visitor.open('/ho-so')
    expect(await main(page)).toMatch(/Bạn cần làm\n[^]*chờ bạn bổ sung giấy tờ/)
    await page.getByRole('link', { name: /tình trạng hôn nhân/ }).first().click()
    expect(await main(page)).toMatch(/Chụp lại trang 2/)
    await visitor.check('asked')
    await page.getByRole('link', { name: 'Bổ sung giấy tờ', exact: true }).click()
    await page.getByRole('button', { name: 'Gửi giấy tờ bổ sung' }).click()
    expect(await wrong(page)).toContain('Tải lên: Bản án hoặc quyết định ly hôn')
    await page.locator('input[type=file]').setInputFiles(picture)
    await page.getByRole('button', { name: 'Tải tệp lên' }).click()
    await visitor.check('supply')
    await page.getByRole('button', { name: 'Gửi giấy tờ bổ sung' }).click()
    expect(page.url()).toMatch(new RegExp(`/ho-so/${dossier}$`))
    expect(await main(page)).toContain('Đã bổ sung giấy tờ')

    await app.call(people.clerk, contract.accept, { id: dossier })
    await app.call(people.officer, contract.take, { id: dossier })
    await visitor.open(`/ho-so/${dossier}`)
    expect(await main(page)).toContain(people.officer.name)
    await visitor.check('processing')
    await checkPapers(dossier)
    await app.call(people.officer, contract.propose, { id: dossier })
    await app.call(people.leader, contract.approve, { id: dossier })
    await app.drain()
    await app.call(people.clerk, contract.handOver, { id: dossier, recipient: people.an.name, relation: 'self' })
    await app.drain()
    await visitor.open(`/ho-so/${dossier}`)
    expect(await main(page)).toMatch(/Đã trả kết quả[^]*Tải bản điện tử/)
    await visitor.check('result')
    for (const link of await page.getByRole('link', { name: /PDF/ }).all()) {
      const file = await visitor.context.request.get(new URL((await link.getAttribute('href')) ?? '', town.url).href)
      expect([file.status(), (await file.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    }
    await visitor.open('/thong-bao')
    expect(await main(page)).toMatch(/Đã trả kết quả[^]*cần bổ sung giấy tờ[^]*Đã nộp hồ sơ/)
  })
})

async function checkPapers(id: string): Promise<void> {
  const { papers } = await town.app.call(people.officer, contract.getDossier, { id })
  for (const { number } of papers) await town.app.call(people.officer, contract.checkPaper, { id, number, verdict: 'good' })
}

describe('a citizen at a desk with scripts', () => {
  it('goes the same way', async () => {
    const visitor = await town.visit({ size: 'desktop' })
    const { page } = visitor
    await visitor.signIn('citizen:binh')
    // every page is looked at below
    const looked: Looking = async () => {}
    await answerEverything(visitor, looked, true)
    await handIn(visitor, looked, true)
    await page.waitForURL(/\/kiem-tra$/)
    await page.getByRole('button', { name: 'Cam đoan và gửi hồ sơ' }).dblclick()
    await page.waitForURL(/da-gui$/)
    await visitor.check('sent')
    expect(await dossiersOf(people.binh)).toHaveLength(1)
    await page.goBack()
    await page.waitForURL(/da-gui$/)
    expect(await dossiersOf(people.binh)).toHaveLength(1)
  })
})

describe('a draft', () => {
  it('is left for later, found again, and thrown away', async () => {
    const visitor = await town.visit({ size: 'phone', scripts: false })
    const { page } = visitor
    await visitor.signIn('citizen:dung')
    await visitor.open(`/nop-ho-so/${maritalStatus}`)
    await page.getByRole('button', { name: /Bắt đầu/ }).click()
    await choose(page, 'Chưa kết hôn lần nào')
    await option(page, 'Cho người khác').check()
    await page.getByRole('button', { name: 'Lưu lại, làm tiếp sau' }).click()
    expect(page.url()).toMatch(/\/ho-so$/)
    await page.getByRole('link', { name: /lưu lúc/ }).first().click()
    expect(page.url()).toMatch(/\/cau\/relation$/)
    await option(page, 'Người khác').check()
    await goOn(page)
    await write(page, 'Người được xác nhận tên là gì?', 'Nguyễn Thị Hoa')
    await page.getByRole('link', { name: 'Quay lại' }).click()
    expect(await page.getByLabel('Người được xác nhận tên là gì?').inputValue()).toBe('Nguyễn Thị Hoa')
    await visitor.open(`/nop-ho-so/${maritalStatus}`)
    expect(await main(page)).toContain('Bạn đang làm dở')
    await visitor.check('begin with a draft')
    await page.getByRole('link', { name: /^Xóa/ }).click()
    await visitor.check('discard')
    await page.getByRole('button', { name: 'Xóa bản nháp' }).click()
    expect(await main(page)).toContain('Chưa có hồ sơ nào')
    expect((await town.app.call(people.dung, contract.myDrafts, {})).drafts).toEqual([])
  })
})

describe('a neighbour', () => {
  it('finds nothing behind ids that are not theirs', async () => {
    const sent = await submitted(town.app, people.an)
    const draft = await filledDraft(town.app, people.an)
    const visitor = await town.visit({ size: 'phone' })
    await visitor.signIn('citizen:dung')
    for (const path of ['', '/da-gui', '/bo-sung', '/rut']) expect(await visitor.open(`/ho-so/${sent.id}${path}`), path).toBe(404)
    for (const path of ['', '/truong-hop', '/cau/whom', '/giay-to', '/kiem-tra', '/xoa']) expect(await visitor.open(`/ho-so-nhap/${draft.id}${path}`), path).toBe(404)
    await visitor.check('not found')
  })
})

describe('taking a dossier back', () => {
  it('wants a reason, and stops the work', async () => {
    const sent = await submitted(town.app, people.cuc)
    const visitor = await town.visit({ size: 'phone' })
    const { page } = visitor
    await visitor.signIn('citizen:cuc')
    await visitor.open(`/ho-so/${sent.id}`)
    await page.getByRole('link', { name: 'Rút hồ sơ' }).click()
    await page.getByLabel('Vì sao bạn rút hồ sơ?').fill('a')
    await page.getByRole('button', { name: 'Rút hồ sơ' }).click()
    expect(await wrong(page)).toContain('ít nhất 5 chữ')
    await visitor.check('withdraw')
    await page.getByLabel('Vì sao bạn rút hồ sơ?').fill('Không cần giấy này nữa')
    await page.getByRole('button', { name: 'Rút hồ sơ' }).click()
    await page.waitForURL(new RegExp(`/ho-so/${sent.id}$`))
    expect(await main(page)).toMatch(/Công dân yêu cầu rút hồ sơ[^]*Không cần giấy này nữa/)
    expect(await page.getByRole('link', { name: 'Rút hồ sơ' }).count()).toBe(0)
    await visitor.check('withdrawn')
  })
})

describe('every page', () => {
  const groups: Record<string, string[]> = { questions: [], 'questions about somebody else': [], 'my dossiers': [], 'one dossier': [] }
  beforeAll(async () => {
    const { app } = town
    const draft = await filledDraft(app, people.an)
    const other = await filledDraft(app, people.an, 'divorced', { whom: 'other', relation: 'family' })
    const [sent, asked, done] = [await submitted(app, people.an), await submitted(app, people.an), await submitted(app, people.an)]
    await app.call(people.clerk, contract.askSupplement, { id: asked.id, items: [{ paper: 'divorceDecision', what: 'Chụp lại trang 2' }], reason: 'Ảnh bị mờ, đọc không được' })
    await app.call(people.clerk, contract.accept, { id: done.id })
    await app.call(people.officer, contract.take, { id: done.id })
    await app.call(people.officer, contract.propose, { id: done.id })
    await app.call(people.leader, contract.approve, { id: done.id })
    await app.drain()
    groups['questions'] = ['truong-hop', 'cau/whom', 'cau/residenceSince', 'cau/phone', 'cau/copies', 'giay-to', 'kiem-tra', 'xoa'].map((path) => `/ho-so-nhap/${draft.id}/${path}`)
    groups['questions about somebody else'] = ['cau/name', 'cau/number', 'cau/born', 'cau/residence', 'giay-to'].map((path) => `/ho-so-nhap/${other.id}/${path}`)
    groups['my dossiers'] = [`/nop-ho-so/${maritalStatus}`, '/ho-so', '/thong-bao', `/ho-so/${sent.id}/da-gui`, `/ho-so/${sent.id}/rut`]
    groups['one dossier'] = [`/ho-so/${sent.id}`, `/ho-so/${asked.id}`, `/ho-so/${asked.id}/bo-sung`, `/ho-so/${done.id}`]
  })
  const cases = (['phone', 'desktop'] as const).flatMap((size) => Object.keys(groups).map((group) => ({ size, group })))

  it.each(cases)('passes axe and does not overflow: $group, $size', async ({ size, group }) => {
    const visitor = await town.visit({ size })
    await visitor.signIn('citizen:an')
    for (const path of groups[group] ?? []) {
      expect(await visitor.open(path), path).toBe(200)
      expect(new URL(visitor.page.url()).pathname, path).toBe(path)
      await visitor.check(path)
    }
  })
})

describe('in English', () => {
  it('asks, checks and shows in English', async () => {
    const visitor = await town.visit({ size: 'desktop', locale: 'en' })
    await visitor.signIn('citizen:an')
    const draft = await filledDraft(town.app, people.an)
    await visitor.open(`/ho-so-nhap/${draft.id}/cau/copies`)
    expect(await main(visitor.page)).toMatch(/How many paper copies[^]*Continue/)
    await visitor.page.getByLabel('How many paper copies').fill('x')
    await visitor.page.getByRole('button', { name: 'Continue' }).click()
    expect(await wrong(visitor.page)).toContain('Write a number from 1 to 10')
    await visitor.open(`/ho-so-nhap/${draft.id}/kiem-tra`)
    expect(await main(visitor.page)).toMatch(/Check your answers[^]*Declare and submit/)
    await visitor.check('check in English')
  })
})
