import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import * as contract from '#contract/dossiers'
import type { Actor } from '#platform/http'
import { buildingPermit } from '../factories/permits.ts'
import { pngBytes } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { openTown, type Town, type Visitor } from './town.ts'

// Wednesday 25/11/2026, 09:00 in Vietnam
const morning = '2026-11-25T02:00:00Z'
const local = (time: string) => new Date(`${time}:00+07:00`)

let town: Town
const people = {} as Record<'binh' | 'clerk' | 'officer' | 'leader', Actor & { id: string }>
beforeAll(async () => {
  town = await openTown({ at: morning })
  people.binh = await citizen(town.app, 'binh')
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(town.app, `${role}.001`)
})

const goOn = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click()
const choose = async (page: Page, label: string) => {
  await page.getByRole('radio', { name: new RegExp(`^${label}`) }).check()
  await goOn(page)
}
const write = async (page: Page, text: string) => {
  await page.getByRole('textbox').fill(text)
  await goOn(page)
}
const picture = async ({ page }: Visitor, name: string) => {
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true })
}
const main = (page: Page) => page.locator('main').innerText()
const drawing = { name: 'ban-ve.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n'), Buffer.alloc(1024 * 1024, '% '), Buffer.from('\ntrailer<</Root 1 0 R>>\n%%EOF\n')]) }
const photo = { name: 'hien-truong.png', mimeType: 'image/png', buffer: pngBytes }
const date = async (page: Page, day: string, month: string, year: string) => {
  for (const [part, text] of [['Ngày', day], ['Tháng', month], ['Năm', year]] as const) await page.getByLabel(part, { exact: true }).fill(text)
}

describe('a house is asked for, from a phone without scripts', () => {
  it('the questions, the drawings, and the dossier is sent', async () => {
    const binh = await town.visit({ size: 'phone', scripts: false })
    await binh.signIn('citizen:binh')
    const { page } = binh
    await binh.open(`/thu-tuc/${buildingPermit}`)
    expect(await main(page)).toContain('75.000')
    await binh.check('the procedure')
    await picture(binh, 'permit-procedure')
    await binh.open(`/nop-ho-so/${buildingPermit}`)
    await page.getByRole('button', { name: /Bắt đầu/ }).click()
    await choose(page, 'Cho tôi')
    await binh.check('the case')
    await choose(page, 'Đứng riêng')
    await page.getByRole('combobox').selectOption('99001')
    await page.getByRole('textbox').fill('Khu phố 3')
    await picture(binh, 'permit-site')
    await goOn(page)
    for (const text of ['215', '34', '120']) await write(page, text)
    await choose(page, 'Đất ở$')
    await choose(page, 'Có')
    for (const text of ['2', '80', '150', '8,4 m']) await write(page, text)
    await choose(page, 'Không')
    await write(page, 'Công ty Thiết kế Mẫu')
    await choose(page, 'Bản giấy tại quầy')
    await page.getByRole('combobox').selectOption('99001')
    await goOn(page)
    await write(page, '0999 000 202')
    await goOn(page)
    await page.getByRole('heading', { name: 'Giấy tờ phải nộp' }).waitFor()
    expect(await main(page)).toContain('Nhận PDF hoặc bản vẽ DWG, tối đa 50 MB một tệp.')
    // a photograph of a drawing is refused with what to send instead
    await page.locator('input[type=file]').setInputFiles(photo)
    await page.getByRole('button', { name: 'Tải tệp lên' }).click()
    await page.waitForURL(/loi=/)
    expect(await page.getByRole('alert').innerText()).toContain('Gửi PDF hoặc bản vẽ DWG')
    await binh.check('the papers')
    await picture(binh, 'permit-papers')
    await page.locator('input[type=file]').setInputFiles(drawing)
    await page.getByRole('button', { name: 'Tải tệp lên' }).click()
    await page.getByText('ban-ve.pdf').first().waitFor()
    await goOn(page)
    const check = await main(page)
    for (const told of ['Khu phố 3', '8,4 m', 'Công ty Thiết kế Mẫu', '75.000']) expect(check).toContain(told)
    await picture(binh, 'permit-check')
    await page.getByRole('button', { name: 'Cam đoan và gửi hồ sơ' }).click()
    await page.getByRole('heading', { name: 'Đã gửi hồ sơ' }).waitFor()
  })
})

describe('the desk finishes it', () => {
  let id: string
  const open = async (who: string, visit: Parameters<Town['visit']>[0] = {}) => {
    const visitor = await town.visit(visit)
    await visitor.signIn(who)
    return visitor
  }

  it('the officer asks the department of land, and makes an appointment to see the place', async () => {
    const [row] = (await town.app.call(people.binh, contract.myDossiers, {})).rows
    id = row?.id ?? ''
    await town.app.call(people.clerk, contract.accept, { id })
    await town.app.call(people.officer, contract.take, { id })
    const desk = await open('officer.001')
    const { page } = desk
    await desk.open(`/can-bo/ho-so/${id}`)
    expect(await main(page)).toContain('Chưa kiểm tra thực địa')
    await page.getByRole('button', { name: /Đạt/ }).first().click()
    await page.getByText('Chưa kiểm tra thực địa').waitFor()
    await page.getByRole('link', { name: 'Xin ý kiến cơ quan khác' }).click()
    await page.getByRole('heading', { name: 'Xin ý kiến cơ quan khác' }).waitFor()
    // nothing said: what is missing is named, box by box
    await page.getByRole('button', { name: 'Gửi xin ý kiến' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Điền nội dung xin ý kiến')
    await page.getByLabel('Cơ quan được hỏi').selectOption('Z99.11')
    await page.getByLabel('Nội dung xin ý kiến').fill('Đề nghị cho ý kiến: 1. Ranh thửa đất 215; 2. Hành lang bảo vệ kênh Mẫu.')
    await page.getByRole('checkbox', { name: /Bản vẽ thiết kế/ }).check()
    await date(page, '4', '12', '2026')
    await desk.check('asking')
    await picture(desk, 'desk-ask')
    await page.getByRole('button', { name: 'Gửi xin ý kiến' }).click()
    await page.getByText('Đã gửi xin ý kiến').waitFor()
    await page.getByRole('link', { name: 'Hẹn kiểm tra thực địa' }).click()
    await date(page, '27', '11', '2026')
    await page.getByLabel('Giờ', { exact: true }).fill('8h30')
    await page.getByRole('button', { name: 'Đặt lịch và báo người nộp' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Viết giờ theo mẫu 08:30')
    await page.getByLabel('Giờ', { exact: true }).fill('08:30')
    await page.getByLabel('Người nộp cần chuẩn bị').fill('Cắm mốc ranh thửa đất')
    await desk.check('an appointment')
    await picture(desk, 'desk-set-check')
    await page.getByRole('button', { name: 'Đặt lịch và báo người nộp' }).click()
    await page.getByText('Đã hẹn kiểm tra').waitFor()
    await page.getByRole('link', { name: 'Đổi lịch' }).click()
    await page.getByLabel('Giờ', { exact: true }).fill('14:00')
    await page.getByLabel('Vì sao đổi').fill('Sáng đó đường ngập')
    await picture(desk, 'desk-move-check')
    await page.getByRole('button', { name: 'Đổi lịch và báo người nộp' }).click()
    await page.getByText('Đã đổi lịch kiểm tra').waitFor()
    await desk.check('the dossier with its records')
    await picture(desk, 'desk-dossier')
  })

  it('the citizen sees the appointment on a phone', async () => {
    await town.app.drain()
    const binh = await open('citizen:binh', { size: 'phone', scripts: false })
    await binh.open(`/ho-so/${id}`)
    const told = await main(binh.page)
    for (const text of ['Hẹn kiểm tra thực địa', '14:00', 'Cắm mốc ranh thửa đất', 'Sáng đó đường ngập', 'Sở Nông nghiệp và Môi trường tỉnh Mẫu']) expect(told).toContain(text)
    expect(told).toContain('Bạn có mặt khi cán bộ đến kiểm tra thực địa.')
    expect(told).not.toContain('Hành lang bảo vệ kênh')
    await binh.check('my dossier')
    await picture(binh, 'mine-check')
    await binh.open('/thong-bao')
    expect(await main(binh.page)).toContain('Đổi lịch kiểm tra thực địa')
    await picture(binh, 'mine-notices')
  })

  it('the department finds the question in its list, reads what it is shown, and answers', async () => {
    const land = await open('officer.11')
    const { page } = land
    await land.open('/can-bo')
    await page.getByRole('link', { name: /Xin ý kiến/ }).first().click()
    await page.getByRole('link', { name: 'Giấy phép xây nhà' }).waitFor()
    await land.check('questions')
    await picture(land, 'land-questions')
    await page.getByRole('link', { name: 'Giấy phép xây nhà' }).click()
    await page.getByRole('heading', { name: 'Ý kiến của cơ quan bạn' }).waitFor()
    const shown = await main(page)
    expect(shown).toContain('Khu phố 3')
    expect(shown).not.toContain('Trần Văn Bình')
    await page.getByLabel('Giấy tờ kèm theo').setInputFiles(photo)
    await page.getByRole('button', { name: 'Thêm tệp' }).click()
    await page.getByText('Đã thêm: hien-truong.png').waitFor()
    await land.check('a question')
    await picture(land, 'land-question')
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Điền lý do')
    await page.getByRole('radio', { name: 'Đồng ý', exact: true }).check()
    await page.getByLabel('Lý do').fill('Ranh thửa đúng hồ sơ địa chính, ngoài hành lang bảo vệ kênh.')
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
    await page.getByText('Đã gửi ý kiến').waitFor()
    expect(await main(page)).toContain('Không có câu hỏi nào chờ trả lời')
    await land.open(`/can-bo/ho-so/${id}`)
    expect(await page.locator('body').innerText()).toContain('Không tìm thấy')
  })

  it('the officer writes the record of the check with a photograph, proposes; the leader signs; the counter collects and hands over', async () => {
    town.app.clock.moveTo(local('2026-11-27T15:00'))
    const desk = await open('officer.001')
    const { page } = desk
    await desk.open(`/can-bo/ho-so/${id}`)
    expect(await main(page)).toContain('Ranh thửa đúng hồ sơ địa chính')
    await page.getByRole('link', { name: 'Ghi biên bản' }).click()
    await page.getByLabel('Ảnh hoặc giấy tờ').setInputFiles(photo)
    await page.getByRole('button', { name: 'Thêm tệp' }).click()
    await page.getByRole('link', { name: 'hien-truong.png' }).waitFor()
    await page.getByLabel('Những ai có mặt').fill('Ông Trần Văn Bình, công chức địa chính')
    await page.getByLabel('Thấy gì ở thực địa').fill('Mốc ranh khớp bản đồ, chưa khởi công')
    await page.getByRole('radio', { name: 'Phù hợp', exact: true }).check()
    await desk.check('a record')
    await picture(desk, 'desk-record')
    await page.getByRole('button', { name: 'Ghi biên bản' }).click()
    await page.getByText('Đã ghi biên bản kiểm tra').waitFor()
    await picture(desk, 'desk-ready')
    await page.getByRole('link', { name: /^Trình lãnh đạo ký/ }).click()
    for (const [label, text] of [['Cốt nền xây dựng', '+0,20 m'], ['Chỉ giới xây dựng', 'lùi 3 m'], ['Diện tích tầng 1 được phép', '80'], ['Tổng diện tích sàn được phép', '150'], ['Số tầng được phép', '2'], ['Chiều cao được phép', '8,4 m']] as const) await page.getByLabel(label).fill(text)
    await desk.check('the proposal')
    await picture(desk, 'desk-propose')
    await page.getByRole('button', { name: /^Trình/ }).click()
    await page.getByText('Đã trình lãnh đạo ký').waitFor()
    const leader = await open('leader.001')
    await leader.open(`/can-bo/ho-so/${id}/ky`)
    await leader.page.getByRole('button', { name: /Ký/ }).first().click()
    await leader.page.getByText('Đã ký').first().waitFor()
    await town.app.drain()
    const counter = await open('clerk.001')
    await counter.open(`/can-bo/thu-phi/${id}`)
    await counter.page.getByRole('button', { name: /Đã nhận/ }).click()
    await counter.page.getByText(/Biên lai/).first().waitFor()
    await counter.open(`/can-bo/ho-so/${id}/tra-ket-qua`)
    await counter.page.getByRole('button', { name: 'Đã trả kết quả' }).click()
    await counter.page.getByText('Hồ sơ khép lại').waitFor()
    expect((await town.app.call(people.binh, contract.getDossier, { id })).state).toBe('handed_over')
    const binh = await open('citizen:binh', { size: 'phone', scripts: false })
    await binh.open(`/ho-so/${id}`)
    expect(await main(binh.page)).toContain('Thực địa phù hợp.')
    await binh.check('finished')
    await picture(binh, 'mine-finished')
  })
})
