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

describe('people without an account', () => {
  it('are called by the counter, which says who answered', async () => {
    const { id } = await town.app.call(people.clerk, contract.intake, {
      procedure: '1.004873', procedureCase: 'neverMarried', papers: [],
      applicant: { born: '1956-05-20', gender: 'male', nationality: 'Việt Nam', ethnicity: 'Kinh', phone: '0999000556', email: null, address: 'Số 8', area: '99001', name: 'Lý Văn Già', number: '999056000556' },
      answers: { whom: 'self', livesThere: 'yes', residenceSince: { from: '2010-01', to: null }, livedElsewhere: 'no', purpose: 'loan', earlier: 'no', copies: 1, receive: 'counter', collectAt: '99001', phone: '0999000556', email: '' },
    })
    await town.app.call(people.officer, contract.take, { id })
    await town.app.call(people.officer, contract.propose, { id })
    await town.app.call(people.leader, contract.approve, { id })
    const now = town.app.clock.now()
    town.app.clock.moveTo(new Date(now.getTime() + 14 * 86_400_000))
    const clerk = await at('clerk.001', '/can-bo/hang-doi/cho-tra-ket-qua')
    const { page } = clerk
    await page.getByRole('link', { name: 'Cần gọi điện' }).click()
    await page.getByRole('row').filter({ hasText: 'Lý Văn Già' }).waitFor()
    await looks(clerk, 'calls')
    await page.getByRole('button', { name: 'Đã báo Lý Văn Già' }).click()
    await page.getByText('Đã ghi là đã báo.').waitFor()
    expect(await page.getByRole('row').filter({ hasText: 'Lý Văn Già' }).count()).toBe(0)
    town.app.clock.moveTo(now)
  })
})

describe('one person with many dossiers', () => {
  it('is taken in again without typing who they are, gets one receipt, and collects everything with one signature', async () => {
    const ids: string[] = []
    const visit = () => town.app.call(people.clerk, contract.intake, {
      procedure: '1.004873', procedureCase: 'neverMarried', papers: [],
      applicant: { born: '1980-05-20', gender: 'male', nationality: 'Việt Nam', ethnicity: 'Kinh', phone: '0999000555', email: null, address: 'Số 8', area: '99001', name: 'Lý Văn Thuê', number: '999080000555' },
      answers: { whom: 'self', livesThere: 'yes', residenceSince: { from: '2010-01', to: null }, livedElsewhere: 'no', purpose: 'loan', earlier: 'no', copies: 1, receive: 'counter', collectAt: '99001', phone: '0999000555', email: '' },
    })
    for (let i = 0; i < 12; i++) ids.push((await visit()).id)
    for (const id of ids.slice(0, 9)) {
      await town.app.call(people.officer, contract.take, { id })
      await town.app.call(people.officer, contract.propose, { id })
      await town.app.call(people.leader, contract.approve, { id })
    }
    const clerk = await at('clerk.001', `/can-bo/ho-so/${ids[0] ?? ''}/da-tiep-nhan`)
    const { page } = clerk
    await looks(clerk, 'receipt-again')
    await page.getByRole('link', { name: 'Hồ sơ nữa, cùng thủ tục' }).click()
    await page.getByText('Điền sẵn người nộp Lý Văn Thuê từ hồ sơ trước.').waitFor()
    expect([await page.getByLabel('Họ, chữ đệm, tên').inputValue(), await page.getByLabel('Số định danh').inputValue()]).toEqual(['Lý Văn Thuê', '999080000555'])
    expect(await page.getByRole('radio', { name: /Chưa kết hôn lần nào/ }).isChecked()).toBe(true)
    await looks(clerk, 'intake-again')
    await page.getByRole('link', { name: 'Mọi hồ sơ của người này' }).click()
    await page.getByRole('heading', { level: 1, name: 'Hồ sơ của Lý Văn Thuê' }).waitFor()
    const receipt = await page.request.get(`${town.url}${await page.getByRole('link', { name: 'In giấy tiếp nhận chung' }).getAttribute('href')}`)
    expect([receipt.status(), receipt.headers()['content-type']]).toEqual([200, 'application/pdf'])
    await looks(clerk, 'same-person')
    const boxes = page.getByRole('checkbox', { name: /^Trả / })
    expect(await boxes.count()).toBe(9)
    for (const box of await boxes.all()) await box.uncheck()
    await page.getByRole('button', { name: 'Đã trả các kết quả đã chọn' }).click()
    await page.getByRole('alert').getByText('Chọn ít nhất một kết quả').waitFor()
    for (const box of (await boxes.all()).slice(1)) await box.check()
    await page.getByRole('button', { name: 'Đã trả các kết quả đã chọn' }).click()
    await page.getByText('Đã ghi một lần trả cho các kết quả đã chọn.').waitFor()
    const sheet = await page.request.get(`${town.url}${await page.getByRole('link', { name: 'In bảng kê để ký' }).getAttribute('href')}`)
    expect([sheet.status(), sheet.headers()['content-type']]).toEqual([200, 'application/pdf'])
    await looks(clerk, 'same-person-done')
    expect([await stateOf(ids[0] ?? ''), await stateOf(ids[8] ?? '')]).toEqual(['approved', 'handed_over'])
  })

  it('has a list on the portal that says what needs them, and finds one of many', async () => {
    for (let i = 0; i < 6; i++) await submitted(town.app, people.an)
    const an = await at('citizen:an', '/ho-so')
    const { page } = an
    await page.getByRole('heading', { level: 2, name: 'Chờ bạn đến nhận' }).waitFor()
    await looks(an, 'mine-many')
    await page.getByRole('navigation', { name: 'Chọn loại hồ sơ' }).getByRole('link', { name: /Đang giải quyết/ }).click()
    await page.getByRole('heading', { level: 2, name: 'Đang giải quyết' }).waitFor()
    await an.check('one kind')
    await page.getByRole('searchbox', { name: 'Tìm trong hồ sơ của bạn' }).fill('không có ai')
    await page.keyboard.press('Enter')
    await page.getByText('Không có hồ sơ nào như vậy').waitFor()
    await looks(an, 'mine-none')
  })
})

describe('a print after the first one', () => {
  it('is on record, and has its number on its face', async () => {
    const id = await signed()
    await town.app.call(people.clerk, contract.shelve, { id, place: 'B2' })
    const clerk = await at('clerk.001', `/can-bo/ho-so/${id}`, false)
    const { page } = clerk
    await page.getByRole('button', { name: 'In lại Giấy tiếp nhận và hẹn trả (mẫu 01)' }).click()
    await page.getByText('Đã ghi việc in lại.').waitFor()
    const print = await page.request.get(`${town.url}${await page.locator('iframe').getAttribute('src')}`)
    expect(page.url()).toContain('lan=1')
    expect(print.status()).toBe(200)
    await page.getByRole('button', { name: 'In lại nhãn' }).click()
    const label = await page.request.get(`${town.url}${await page.getByRole('link', { name: 'Mở bản in lại số 1' }).getAttribute('href')}`)
    expect([label.status(), label.headers()['content-type']]).toEqual([200, 'application/pdf'])
    await looks(clerk, 'dossier-reprinted')
  })
})
