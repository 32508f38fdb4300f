import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/http'
import * as contract from '#contract/dossiers'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { openTown, sizes, type Town, type Visitor } from './town.ts'

let town: Town
const people = {} as Record<'an' | 'clerk' | 'officer' | 'leader', Actor & { id: string }>
beforeAll(async () => {
  town = await openTown({ at: '2026-11-25T02:00:00Z' })
  people.an = await citizen(town.app, 'an')
  people.clerk = await officer(town.app, 'clerk.001')
  people.officer = await officer(town.app, 'officer.001')
  people.leader = await officer(town.app, 'leader.001')
})

/** axe, overflow and a picture at both sizes. */
async function looks(visitor: Visitor, name: string): Promise<void> {
  for (const size of ['phone', 'desktop'] as const) {
    await visitor.page.setViewportSize(sizes[size])
    await visitor.check(`${name}, ${size}`)
    if (process.env['SHOTS']) await visitor.page.screenshot({ path: `${process.env['SHOTS']}/${name}-${size}.png`, fullPage: true })
  }
}

async function at(who: string, path: string, scripts = true): Promise<Visitor> {
  const visitor = await town.visit({ scripts })
  await visitor.signIn(who)
  expect(await visitor.open(path)).toBe(200)
  return visitor
}

/** A paper result of An's, signed and waiting at the counter. */
async function signed(): Promise<string> {
  const { id } = await submitted(town.app, people.an, { receive: 'counter', collectAt: '99001' })
  await town.app.call(people.clerk, contract.accept, { id })
  await town.app.call(people.officer, contract.take, { id })
  await town.app.call(people.officer, contract.propose, { id })
  await town.app.call(people.leader, contract.approve, { id })
  return id
}
const stateOf = async (id: string) => (await town.app.call(people.clerk, contract.getDossier, { id })).state

const visitAtCounter = (name: string) => town.app.call(people.clerk, contract.intake, {
  procedure: '2.000635', procedureCase: 'birth', applicant: { born: '1980-01-01', gender: null, nationality: 'Việt Nam', ethnicity: null, phone: null, email: null, address: null, area: null, name, number: '999080000999' }, papers: [],
  answers: { registeredAt: '99001', registeredYear: '', copies: 1, receive: 'counter', collectAt: '99001', phone: '0999000999', email: '' },
})

describe('a result on the shelf', () => {
  it('gets its place in the list of those that wait, and a label', async () => {
    const id = await signed()
    await signed()
    const clerk = await at('clerk.001', `/can-bo/ho-so/${id}?hang=cho-tra-ket-qua`)
    const { page } = clerk
    await page.getByText('Kết quả chưa có chỗ để, đã chờ 0 ngày.').waitFor()
    await page.getByRole('link', { name: /Xếp lên kệ/ }).click()
    await page.getByRole('button', { name: 'Ghi chỗ để' }).click()
    await page.getByRole('alert').getByRole('link', { name: /chỗ để/i }).waitFor()
    await looks(clerk, 'shelve')
    await page.getByLabel('Chỗ để').fill('kệ 2-b')
    await page.getByRole('button', { name: 'Ghi chỗ để' }).click()
    await page.getByText('Đã ghi chỗ để kết quả. In nhãn dán lên kết quả.').waitFor()
    const label = await page.request.get(`${town.url}${await page.getByRole('link', { name: 'In nhãn' }).getAttribute('href')}`)
    expect([label.status(), label.headers()['content-type']]).toEqual([200, 'application/pdf'])
    await looks(clerk, 'dossier-on-shelf')
    await clerk.open('/can-bo/hang-doi/cho-tra-ket-qua')
    await page.getByText('KỆ 2-B · 0 ngày').waitFor()
    await looks(clerk, 'worklist-shelf')
  })
})

describe('paper files', () => {
  it('go on a list from the counter, are confirmed line by line at the office, and print', async () => {
    await visitAtCounter('Nguyễn Văn Giấy')
    await visitAtCounter('Trần Thị Tờ')
    const clerk = await at('clerk.001', '/can-bo/ho-so-giay')
    const { page } = clerk
    await page.getByText('2 hồ sơ chờ').waitFor()
    await looks(clerk, 'paper-lists')
    await page.getByRole('listitem').filter({ hasText: 'Hồ sơ giấy chuyển cơ quan giải quyết' }).getByRole('link', { name: 'Lập danh sách' }).click()
    await page.getByRole('heading', { level: 1, name: /Lập danh sách bàn giao/ }).waitFor()
    await page.getByRole('button', { name: 'Lập danh sách' }).click()
    await page.getByRole('alert').getByRole('link', { name: /người nhận/ }).waitFor()
    await looks(clerk, 'paper-make')
    await page.getByRole('radio', { name: people.officer.name }).check()
    await page.getByRole('button', { name: 'Lập danh sách' }).click()
    await page.getByText('Đã lập danh sách. Mở để in rồi hai bên ký.').waitFor()
    await looks(clerk, 'paper-list-made')
    const pdf = await page.request.get(`${town.url}${await page.getByRole('link', { name: 'Mở để in và ký' }).getAttribute('href')}`)
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf'])
    await clerk.open('/can-bo/thu-phi/ca')
    await page.getByText('Hôm nay bạn đã lập 1 danh sách, 2 hồ sơ giấy.').waitFor()
    await looks(clerk, 'till-with-papers')

    const worker = await at('officer.001', '/can-bo/ho-so-giay')
    await worker.page.getByRole('heading', { name: 'Chờ tôi xác nhận' }).waitFor()
    await worker.page.getByRole('link', { name: '01/DS-BGHS' }).click()
    await worker.page.getByRole('group', { name: /Xác nhận .*0003/ }).getByLabel('Đã nhận').check()
    await worker.page.getByRole('button', { name: 'Xác nhận danh sách' }).click()
    await worker.page.getByRole('alert').waitFor()
    await looks(worker, 'paper-receive')
    await worker.page.getByRole('group', { name: /Xác nhận .*0004/ }).getByLabel('Thiếu').check()
    await worker.page.getByRole('textbox', { name: /Thiếu gì ở .*0004/ }).fill('Không có tờ khai')
    await worker.page.getByRole('button', { name: 'Xác nhận danh sách' }).click()
    await worker.page.getByText('Đã xác nhận danh sách.').waitFor()
    await worker.page.getByText('Không có tờ khai').waitFor()
    await looks(worker, 'paper-received')
  })
})

describe('a misprint', () => {
  it('is voided by the leader, mended by the officer, signed again and exchanged; the citizen reads what happens', async () => {
    const id = await signed()
    await town.app.call(people.clerk, contract.handOver, { id, recipient: people.an.name, relation: 'self' })
    const leader = await at('leader.001', `/can-bo/ho-so/${id}`)
    await leader.page.getByRole('link', { name: /Thu hồi để sửa lỗi in/ }).click()
    await leader.page.getByLabel('Lý do').fill('Tên đệm viết sai dấu')
    await looks(leader, 'void')
    await leader.page.getByRole('button', { name: 'Thu hồi kết quả' }).click()
    await leader.page.getByText(/Đã thu hồi kết quả\. Làm lại/).waitFor()
    await looks(leader, 'dossier-voided')

    const an = await at('citizen:an', `/ho-so/${id}`)
    await an.page.getByText(/đã thu hồi kết quả vì lỗi in và đang làm lại/).waitFor()
    await looks(an, 'mine-voided')

    const worker = await at('officer.001', `/can-bo/ho-so/${id}`)
    await worker.page.getByRole('link', { name: /Trình lãnh đạo ký/ }).click()
    const name = worker.page.getByLabel('Họ, chữ đệm, tên')
    expect(await name.inputValue()).toBe('Nguyễn Thị An')
    await looks(worker, 'propose-again')
    await name.fill('Nguyễn Thị Ân')
    await worker.page.getByRole('button', { name: 'Trình ký' }).click()
    await worker.page.getByText('Đã trình lãnh đạo ký.').waitFor()
    await town.app.call(people.leader, contract.approve, { id })

    const clerk = await at('clerk.001', `/can-bo/ho-so/${id}`, false)
    await clerk.page.getByRole('link', { name: /Trả kết quả/ }).click()
    await clerk.page.getByRole('button', { name: 'Đã trả kết quả' }).click()
    await clerk.page.getByRole('alert').waitFor()
    expect(await stateOf(id)).toBe('approved')
    await clerk.page.getByLabel('Đã nhận lại bản cũ').check()
    await looks(clerk, 'hand-over-exchange')
    await clerk.page.getByRole('button', { name: 'Đã trả kết quả' }).click()
    await clerk.page.getByText('Đã trả kết quả. Hồ sơ khép lại.').waitFor()
    expect(await stateOf(id)).toBe('handed_over')
    await looks(clerk, 'dossier-exchanged')
  })
})
