import { beforeAll, describe, expect, it } from 'vitest'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import * as contract from '#contract/dossiers'
import * as payments from '#contract/payments'
import type { Actor } from '#platform/http'
import { pngBytes } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { openTown, sizes, type Town, type Visitor } from './town.ts'

// Wednesday 25/11/2026, 09:00 in Vietnam
const morning = '2026-11-25T02:00:00Z'
const shots = process.env['SHOTS']

let town: Town
const people = {} as Record<'giang' | 'binh' | 'clerk' | 'officer' | 'leader', Actor & { id: string }>
beforeAll(async () => {
  town = await openTown({ at: morning })
  for (const name of ['giang', 'binh'] as const) people[name] = await citizen(town.app, name)
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(town.app, `${role}.001`)
})

const goOn = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click()
const choose = async (page: Page, label: string) => {
  await page.getByRole('radio', { name: new RegExp(`^${label}`) }).check()
  await goOn(page)
}
const write = async (page: Page, label: string, text: string) => {
  await page.getByLabel(label).fill(text)
  await goOn(page)
}
const day = async (page: Page, [date, month, year]: readonly [string, string, string]) => {
  for (const [part, text] of [['Ngày', date], ['Tháng', month], ['Năm', year]] as const) await page.getByLabel(part, { exact: true }).fill(text)
  await goOn(page)
}
const pick = async (page: Page, label: string, value: string) => {
  await page.getByLabel(label).selectOption(value)
  await goOn(page)
}
/** A place in two boxes. */
const place = async (page: Page, area: string, line: string) => {
  await page.getByLabel('Phường, xã').selectOption(area)
  await page.getByLabel(/^Số nhà/).fill(line)
  await goOn(page)
}
const wrong = (page: Page) => page.getByRole('alert').innerText()
const main = (page: Page) => page.locator('main').innerText()

/** Kept when somebody wants to look: `SHOTS` names the folder. */
async function shot({ page }: Visitor, name: string): Promise<void> {
  if (shots === undefined) return
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true })
}

/** axe and overflow at both sizes, on the page as it stands. */
async function fits(visitor: Visitor, name: string): Promise<void> {
  for (const size of ['phone', 'desktop'] as const) {
    await visitor.page.setViewportSize(sizes[size])
    await visitor.check(`${name}, ${size}`)
    await shot(visitor, `${name}-${size}`)
  }
}

async function at(who: string, path: string): Promise<Visitor> {
  const visitor = await town.visit()
  await visitor.signIn(who)
  expect(await visitor.open(path)).toBe(200)
  await alive(visitor)
  return visitor
}

/** Keys and boxes work once the page's scripts have taken it over. */
async function alive({ page }: Visitor): Promise<void> {
  await page.waitForFunction(() => Object.keys(document.querySelector('main') ?? {}).some((name) => name.startsWith('__react')))
  await page.waitForTimeout(300)
}

const dossierAt = (id: string, rest = ''): string => `/can-bo/ho-so/${id}${rest}`
const picture = { name: 'giay-chung-sinh.png', mimeType: 'image/png', buffer: pngBytes }
const idOf = (page: Page): string => /ho-so\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
const read = (who: Actor, id: string) => town.app.call(who, contract.getDossier, { id })

/** The officer's work in the browser: taken, what the register says written down, laid before the leader. */
async function written(id: string, fill: (page: Page) => Promise<void>, name: string): Promise<void> {
  const worker = await at('officer.001', dossierAt(id, '?hang=cho-nhan-xu-ly'))
  const { page } = worker
  await page.getByRole('button', { name: /Nhận xử lý/ }).click()
  await page.getByText('Bạn đã nhận xử lý hồ sơ này.').waitFor()
  for (const { number } of (await read(people.officer, id)).papers) await town.app.call(people.officer, contract.checkPaper, { id, number, verdict: 'good' })
  await worker.open(dossierAt(id, '/trinh-ky'))
  await alive(worker)
  await page.getByRole('button', { name: 'Trình ký' }).click()
  await page.getByRole('alert').waitFor()
  await fill(page)
  await fits(worker, `${name}-propose`)
  await page.getByRole('button', { name: 'Trình ký' }).click()
  await page.getByText('Đã trình lãnh đạo ký.').waitFor()
}

async function signed(id: string): Promise<void> {
  const leader = await at('leader.001', dossierAt(id, '/ky'))
  await leader.page.getByRole('button', { name: 'Ký', exact: true }).click()
  await leader.page.getByText(/Đã ký\. Kết quả chuyển về nơi trả/).waitFor()
  await town.app.drain()
}

describe('a mother registers her newborn on a phone without scripts', () => {
  let id = ''

  it('is asked about the child and the father, never who she is, and is told what is wrong with a name', async () => {
    const visitor = await town.visit({ size: 'phone', scripts: false })
    const { page } = visitor
    await visitor.signIn('citizen:giang')
    await visitor.open('/nop-ho-so/1.001193')
    await page.getByRole('button', { name: /Bắt đầu/ }).click()
    await choose(page, 'Cho tôi')
    await choose(page, 'Đã đăng ký kết hôn')
    await choose(page, 'Mẹ')
    for (const name of ['Bé 2', 'Nguyễn', 'Nguyễn Müller']) {
      await write(page, 'Con tên là gì?', name)
      expect(await wrong(page), name).toMatch(/tiếng Việt hoặc tiếng dân tộc|Viết đủ họ, chữ đệm, tên/)
    }
    await visitor.check('birth-name-wrong')
    await shot(visitor, 'birth-name-wrong')
    await write(page, 'Con tên là gì?', 'Nguyễn Gia Hân')
    await day(page, ['10', '11', '2026'])
    await choose(page, 'Nữ')
    await write(page, 'Con theo dân tộc nào?', 'Kinh')
    await write(page, 'Con có quốc tịch nước nào?', 'Việt Nam')
    await write(page, 'Con sinh ở đâu?', 'Bệnh viện Mẫu, phường Mẫu Một')
    await write(page, 'Quê quán của con ở đâu?', 'Xã Mẫu Ba, tỉnh Mẫu')
    await choose(page, 'Có giấy chứng sinh')
    // her own name, day and number are known: the father's come next
    await write(page, 'Người cha tên là gì?', 'Nguyễn Văn Hải')
    await day(page, ['3', '3', '1988'])
    await write(page, 'Số định danh cá nhân của người cha?', '999 088 000 999')
    await write(page, 'Người cha thuộc dân tộc nào?', 'Kinh')
    await write(page, 'Người cha có quốc tịch nước nào?', 'Việt Nam')
    expect(await page.locator('h1').innerText()).not.toContain('Người mẹ')
    await shot(visitor, 'birth-residence')
    await goOn(page)
    await choose(page, 'Tại quầy, tôi đến ký sổ')
    await write(page, 'Bạn cần thêm mấy bản sao trích lục khai sinh?', '2')
    await goOn(page)
    await goOn(page)
    await page.getByRole('button', { name: 'Tải tệp lên' }).click()
    expect(await wrong(page)).toContain('Chọn tệp trước, rồi bấm “Tải tệp lên”')
    await page.locator('input[type=file]').setInputFiles(picture)
    // going on would lose what is chosen and not sent: there is nothing to press but what sends it
    expect(await page.getByRole('button', { name: 'Tiếp tục' }).isVisible()).toBe(false)
    await page.getByText('Bạn đã chọn tệp nhưng tệp chưa được gửi.').waitFor()
    await visitor.check('birth-file-chosen')
    await shot(visitor, 'birth-file-chosen')
    await page.getByRole('button', { name: 'Tải tệp lên' }).click()
    await goOn(page)
    expect(page.url()).toMatch(/\/kiem-tra$/)
    const seen = await main(page)
    for (const text of ['Đỗ Thị Giang', 'Nguyễn Văn Hải', 'Nguyễn Gia Hân', '10/11/2026', '2 × 8.000', 'Lấy từ VNeID']) expect(seen, text).toContain(text)
    await visitor.check('birth-check')
    await shot(visitor, 'birth-check')
    await page.getByRole('button', { name: 'Cam đoan và gửi hồ sơ' }).dblclick()
    await page.waitForURL(/da-gui$/)
    const said = await main(page)
    for (const text of ['16.000', 'Chưa phải nộp bây giờ.', 'Bạn đến ký sổ và nhận kết quả', 'bản chính: Giấy chứng sinh']) expect(said, text).toContain(text)
    await visitor.check('birth-sent')
    await shot(visitor, 'birth-sent')
    const { rows } = await town.app.call(people.giang, contract.myDossiers, {})
    expect(rows).toHaveLength(1)
    id = rows[0]?.id ?? ''
  })

  it('is taken in, entered with the child’s number and signed', async () => {
    const clerk = await at('clerk.001', dossierAt(id))
    await clerk.page.getByRole('button', { name: /^Tiếp nhận/ }).click()
    await clerk.page.getByText(/Đã tiếp nhận\. Giấy tiếp nhận/).waitFor()
    await written(id, async (page) => {
      await page.getByLabel('Số định danh của trẻ').fill('999326000777')
      await page.getByLabel('Số trong sổ').fill('120')
      await page.getByLabel('Quyển số').fill('02/2026')
      for (const [part, text] of [['day', '25'], ['month', '11'], ['year', '2026']] as const) await page.locator(`[name="answers.registeredOn~${part}"]`).fill(text)
    }, 'birth')
    await signed(id)
  })

  it('is given to the mother alone, who signs the register: nobody else is offered', async () => {
    const clerk = await at('clerk.001', dossierAt(id, '/tra-ket-qua?hang=cho-tra-ket-qua'))
    const { page } = clerk
    await page.getByText('Chỉ giao cho chính người nộp').waitFor()
    expect([await page.getByText('Người nhà của người nộp').count(), await page.locator('input[name=relation][type=radio]').count()]).toEqual([0, 0])
    await fits(clerk, 'birth-hand-over')
    await page.getByRole('button', { name: /^Thu 16\.000/ }).click()
    await page.getByText('Đã trả kết quả. Hồ sơ khép lại.').waitFor()
    expect((await read(people.clerk, id)).acts.at(-1)).toMatchObject({ action: 'handOver', note: { recipient: 'Đỗ Thị Giang', relation: 'self' } })
    const visitor = await town.visit({ size: 'phone', scripts: false })
    await visitor.signIn('citizen:giang')
    await visitor.open(`/ho-so/${id}`)
    expect(await main(visitor.page)).toContain('Đã trả kết quả')
    await visitor.check('birth-done')
    await shot(visitor, 'birth-done')
  })
})

describe('a man opens a café on a phone without scripts', () => {
  let id = ''

  it('is told which names are not allowed, writes big sums with dots, and sees them so', async () => {
    const visitor = await town.visit({ size: 'phone', scripts: false })
    const { page } = visitor
    await visitor.signIn('citizen:binh')
    await visitor.open('/nop-ho-so/1.001612')
    await page.getByRole('button', { name: /Bắt đầu/ }).click()
    await choose(page, 'Cho tôi')
    await choose(page, 'Một mình tôi')
    await write(page, 'Chủ hộ đang cư trú ở đâu?', 'Số 2, đường Mẫu, phường Mẫu Hai')
    for (const [name, says] of [['Cà phê Bình', 'Viết bắt đầu bằng “Hộ kinh doanh”'], ['Hộ kinh doanh Công ty Bình', 'Bỏ những từ không được dùng: “công ty”'], ['Hộ kinh doanh', 'Viết thêm tên riêng sau']] as const) {
      await write(page, 'Hộ kinh doanh tên là gì?', name)
      expect(await wrong(page), name).toContain(says)
    }
    await visitor.check('household-name-wrong')
    await shot(visitor, 'household-name-wrong')
    await write(page, 'Hộ kinh doanh tên là gì?', 'Hộ kinh doanh Cà phê Bình')
    await place(page, '99001', 'Số 15, đường Mẫu')
    await pick(page, 'Bạn kinh doanh gì là chính?', 'restaurant')
    await write(page, 'Vốn kinh doanh bao nhiêu đồng?', '500')
    expect(await wrong(page)).toContain('từ 1.000.000 đến 100.000.000.000')
    await shot(visitor, 'household-capital')
    await write(page, 'Vốn kinh doanh bao nhiêu đồng?', '50.000.000')
    // the way back shows what was kept, with its dots and whole
    await page.getByRole('link', { name: 'Quay lại' }).click()
    const box = page.getByLabel('Vốn kinh doanh bao nhiêu đồng?')
    expect(await box.inputValue()).toBe('50.000.000')
    await box.fill('100.000.000.000')
    expect(await box.evaluate((input) => input.scrollWidth <= input.clientWidth)).toBe(true)
    await box.fill('50.000.000')
    await goOn(page)
    await write(page, 'Có bao nhiêu người làm, kể cả chủ?', '2')
    await choose(page, 'Bản giấy tại quầy')
    await pick(page, 'Nhận ở trung tâm của phường, xã nào?', '99001')
    await goOn(page)
    await goOn(page)
    expect(page.url()).toMatch(/\/kiem-tra$/)
    const seen = await main(page)
    for (const text of ['Hộ kinh doanh Cà phê Bình', '50.000.000', '100.000', 'Trần Văn Bình']) expect(seen, text).toContain(text)
    await visitor.check('household-check')
    await shot(visitor, 'household-check')
    await page.getByRole('button', { name: 'Cam đoan và gửi hồ sơ' }).click()
    await page.waitForURL(/da-gui$/)
    id = (await town.app.call(people.binh, contract.myDossiers, {})).rows[0]?.id ?? ''
  })

  it('is taken in where the café is, gets its code, is signed, paid and given at the counter', async () => {
    const clerk = await at('clerk.001', dossierAt(id))
    const { page } = clerk
    await page.getByRole('button', { name: /^Tiếp nhận/ }).click()
    await page.getByText(/Đã tiếp nhận\. Giấy tiếp nhận/).waitFor()
    await written(id, async (desk) => {
      await desk.getByLabel('Mã số hộ kinh doanh').fill('999085000202')
      for (const [part, text] of [['day', '25'], ['month', '11'], ['year', '2026']] as const) await desk.locator(`[name="answers.registeredOn~${part}"]`).fill(text)
    }, 'household')
    await signed(id)
    await clerk.open(dossierAt(id, '/tra-ket-qua?hang=cho-tra-ket-qua'))
    await alive(clerk)
    await fits(clerk, 'household-hand-over')
    await page.getByLabel('Người nhà của người nộp').check()
    await page.getByRole('button', { name: /^Thu 100\.000/ }).click()
    await page.getByRole('alert').getByText(/giấy tờ đã xem/).first().waitFor()
    // nothing was taken with what was refused
    expect((await read(people.clerk, id)).fee).toMatchObject({ state: 'due' })
    await page.getByLabel('Giấy tờ đã xem').fill('Giấy đăng ký kết hôn, căn cước của vợ')
    await page.getByLabel('Người nhận', { exact: true }).fill('Lê Thị Con')
    await page.getByRole('button', { name: /^Thu 100\.000/ }).click()
    await page.getByText('Đã trả kết quả. Hồ sơ khép lại.').waitFor()
    expect(await read(people.clerk, id)).toMatchObject({ state: 'handed_over', fee: { state: 'paid', total: 100_000 } })
  })
})

describe('a certified copy at the counter', () => {
  let id = ''

  it('is taken in on a short page: a name, the original, how many', async () => {
    const clerk = await at('clerk.001', '/can-bo/tiep-nhan')
    const { page } = clerk
    await page.getByRole('searchbox').fill('sao y')
    await page.getByRole('button', { name: 'Tìm thủ tục' }).click()
    await page.getByRole('link', { name: /Chứng thực bản sao từ bản chính/ }).click()
    await page.getByRole('button', { name: 'Tiếp nhận, lấy số' }).waitFor()
    // nothing is asked about the person but the name, and there is no case to choose
    expect(await page.locator('[name^="applicant."]').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).name))).toEqual(['applicant.name', 'applicant.number', 'applicant.phone'])
    expect(await page.locator('input[type=radio]').count()).toBe(0)
    await page.getByRole('button', { name: 'Tiếp nhận, lấy số' }).click()
    for (const what of [/họ, chữ đệm, tên/i, /bản chính là/i, /bản chính giấy tờ/i]) await page.getByRole('alert').getByText(what).first().waitFor()
    await fits(clerk, 'copy-intake-refused')
    await page.getByLabel('Họ, chữ đệm, tên').fill('Võ Văn Khách')
    await page.getByLabel('Bản chính là').selectOption('diploma')
    await page.getByLabel('Số, ngày cấp của bản chính').fill('số A 123456')
    await page.getByLabel('Số trang của bản chính').fill('4')
    await page.getByLabel('Số bản sao').fill('3')
    await page.getByLabel(/Đã xem: Bản chính/).check()
    await page.getByText('Phải thu khi trả: 18.000').waitFor()
    await fits(clerk, 'copy-intake')
    await page.getByRole('button', { name: 'Tiếp nhận, lấy số' }).dblclick()
    await page.getByRole('heading', { level: 1, name: 'Đã tiếp nhận, lấy số' }).waitFor()
    id = idOf(page)
    expect(await main(page)).toMatch(/Số\s+3\s+Z99\.001\.01-261125-0003\s+Chậm nhất 17:00, 25\/11\/2026/)
    await fits(clerk, 'copy-ticket')
    await page.emulateMedia({ media: 'print' })
    await shot(clerk, 'copy-ticket-print')
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0)
    expect((await read(people.clerk, id)).documents).toEqual([])
    expect((await town.app.call(people.clerk, contract.find, { q: 'võ văn khách' })).rows).toHaveLength(1)
  })

  it('stands first in the list of whoever signs, and is certified with what the counter saw beside it', async () => {
    const leader = await at('leader.001', '/can-bo/hang-doi/cho-ky')
    const { page } = leader
    await page.getByText('Trả ngay').first().waitFor()
    await fits(leader, 'copy-to-sign')
    await page.getByRole('link', { name: /^Ký/ }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Chứng thực bản sao' }).waitFor()
    const seen = await main(page)
    for (const text of ['Bằng tốt nghiệp', 'số A 123456', people.clerk.name]) expect(seen).toContain(text)
    await fits(leader, 'copy-certify')
    await page.getByRole('button', { name: 'Chứng thực', exact: true }).dblclick()
    await page.getByText('Đã chứng thực và vào sổ').waitFor()
    expect((await read(people.leader, id)).acts.map(({ action }) => action)).toEqual(['submit', 'accept', 'approve'])
    await fits(leader, 'copy-certified')
  })

  it('is paid and given in one press, and stands in the register', async () => {
    const clerk = await at('clerk.001', '/can-bo/hang-doi/cho-tra-ket-qua')
    const { page } = clerk
    await page.getByRole('link', { name: /18\.000/ }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Trả kết quả' }).waitFor()
    await fits(clerk, 'copy-hand-over')
    await page.getByRole('button', { name: /^Thu 18\.000\s?đ và trả kết quả/ }).dblclick()
    await page.getByText('Đã trả kết quả. Hồ sơ khép lại.').waitFor()
    expect((await town.app.call(people.clerk, payments.getCharge, { subject: id })).charge?.receipts).toHaveLength(1)
    await page.getByRole('link', { name: 'Sổ chứng thực bản sao' }).click()
    await page.getByRole('heading', { level: 1, name: /Sổ chứng thực bản sao/ }).waitFor()
    expect(await main(page)).toMatch(/1 lượt chứng thực, 3 bản sao, đã thu 18\.000/)
    await fits(clerk, 'copy-register')
    await page.emulateMedia({ media: 'print' })
    await shot(clerk, 'copy-register-print')
    await page.emulateMedia({ media: 'screen' })
    await page.locator('[name="to~month"]').fill('1')
    await page.getByRole('button', { name: 'Xem' }).click()
    await page.getByRole('alert').getByText(/đến ngày/).first().waitFor()
    await page.locator('[name="from~day"]').fill('1')
    await page.locator('[name="to~day"]').fill('2')
    await page.locator('[name="to~month"]').fill('11')
    await page.getByRole('button', { name: 'Xem' }).click()
    await page.getByText('Chưa có chứng thực nào trong những ngày này').waitFor()
    await fits(clerk, 'copy-register-empty')
  })

  it('is described for the public as given at once, at the counter only', async () => {
    const visitor = await town.visit({ size: 'phone', scripts: false })
    await visitor.open('/thu-tuc/2.000815')
    const said = await main(visitor.page)
    for (const text of ['Có kết quả ngay khi nộp', '1.000\u00a0đ – 2.000\u00a0đ một trang', 'Mang theo: quầy xem rồi trả lại bạn ngay']) expect(said).toContain(text)
    expect(await visitor.page.getByRole('link', { name: 'Bắt đầu' }).count()).toBe(0)
    await visitor.check('copy-procedure')
    await shot(visitor, 'copy-procedure-phone')
  })
})
