import { beforeAll, describe, expect, it } from 'vitest'
import * as contract from '#contract/dossiers'
import { officer } from '../factories/people.ts'
import { openTown, type Town, type Visitor } from './town.ts'

let town: Town
let dossier: string
let second: string
beforeAll(async () => {
  town = await openTown({ at: '2026-11-25T02:00:00Z' })
  const nothing = { born: '1980-01-01', gender: null, nationality: 'Việt Nam', ethnicity: null, phone: null, email: null, address: null, area: null }
  const visit = async (name: string, number: string) => (await town.app.call(await officer(town.app, 'clerk.001'), contract.intake, {
    procedure: '2.000635', procedureCase: 'birth', applicant: { ...nothing, name, number }, papers: [],
    answers: { registeredAt: '99001', registeredYear: '', copies: 3, receive: 'counter', collectAt: '99001', phone: '0999000999', email: '' },
  })).id
  dossier = await visit('Nguyễn Văn Khách', '999080000999')
  second = await visit('Trần Thị Sau', '999080000998')
})

const picture = async (visitor: Visitor, name: string) => {
  if (process.env['SHOTS']) await visitor.page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true })
}

describe('the till', () => {
  it('a clerk collects a fee, voids the receipt, collects again and closes the day', async () => {
    const clerk = await town.visit()
    await clerk.signIn('clerk.001')
    const { page } = clerk
    await clerk.open('/can-bo/thu-phi')
    await clerk.check('what is owed')
    await picture(clerk, 'fees-due')
    expect(await page.locator('main').innerText()).toContain('48.000')
    await page.getByRole('row').filter({ hasText: 'Nguyễn Văn Khách' }).getByRole('link').click()
    await page.getByAltText('Mã QR để người nộp chuyển khoản').waitFor()
    await clerk.check('one charge')
    await picture(clerk, 'fees-charge')
    await page.getByRole('button', { name: /Đã nhận 24\.000/ }).click()
    await page.getByText('Đã ghi biên lai.').waitFor()
    await page.getByText('Hủy biên lai', { exact: true }).click()
    await page.getByRole('button', { name: 'Hủy biên lai này' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Lý do hủy').fill('Máy in kẹt giấy')
    await page.getByRole('button', { name: 'Hủy biên lai này' }).click()
    await page.getByText('Đã hủy biên lai.').waitFor()
    await page.getByRole('radio', { name: /Chuyển khoản/ }).check()
    await page.getByLabel('Mã giao dịch').fill('FT26329001')
    await page.getByRole('button', { name: /Đã nhận/ }).click()
    await page.getByText('Đã ghi biên lai.').waitFor()
    await clerk.check('paid')
    await picture(clerk, 'fees-paid')
    await clerk.open(`/can-bo/ho-so/${dossier}`)
    await page.getByRole('link', { name: /Phí, lệ phí/ }).waitFor()
    await clerk.open('/can-bo/thu-phi/ca')
    await clerk.check('the till')
    await picture(clerk, 'fees-till')
    await page.getByRole('button', { name: 'Chốt ca' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Tiền mặt đếm được').fill('0')
    await page.getByLabel('Bàn giao cho').selectOption({ label: 'Lê Thanh Uyên, Công chức Tư pháp - Hộ tịch' })
    await picture(clerk, 'fees-close')
    await page.getByRole('button', { name: 'Chốt ca' }).click()
    await page.getByText('Đã chốt ca.').waitFor()
    expect(await page.locator('main').innerText()).toContain('Chờ Lê Thanh Uyên xác nhận.')
    await clerk.check('closed')
    await picture(clerk, 'fees-closed')
    await town.app.drain()
    const receiver = await town.visit({ size: 'phone' })
    await receiver.signIn('officer.001')
    await receiver.open('/can-bo/thong-bao')
    expect(await receiver.page.locator('main').innerText()).toContain('bàn giao tiền cho bạn')
    await receiver.open('/can-bo/thu-phi/ca')
    await receiver.page.getByRole('heading', { level: 1, name: 'Nhận bàn giao tiền' }).waitFor()
    await receiver.check('to receive')
    await picture(receiver, 'fees-receive')
    await receiver.page.getByRole('button', { name: /Tôi đã nhận đủ/ }).click()
    await receiver.page.getByText('Đã ghi việc nhận bàn giao.').waitFor()
    expect(await receiver.page.locator('main').innerText()).toMatch(/Lê Thanh Uyên xác nhận đã nhận/)
  })

  it('one person’s results go out together, with the fees of what is ticked', async () => {
    const nothing = { born: null, gender: null, nationality: null, ethnicity: null, phone: null, email: null, address: null, area: null }
    const ids: string[] = []
    for (const copies of [1, 3]) {
      const { id } = await town.app.call(await officer(town.app, 'clerk.001'), contract.intake, {
        procedure: '2.000815', procedureCase: 'copy', applicant: { ...nothing, name: 'Lê Thị Hai Việc', number: '999180000777' }, papers: [{ code: 'original', form: 'original', copies: 1, file: null }],
        answers: { paper: 'diploma', paperMark: null, pages: 1, copies },
      })
      await town.app.call(await officer(town.app, 'leader.001'), contract.approve, { id })
      ids.push(id)
    }
    const clerk = await town.visit()
    await clerk.signIn('clerk.001')
    await clerk.open(`/can-bo/ho-so/${ids[0]}/cung-nguoi`)
    const { page } = clerk
    await page.getByText('Cả các kết quả trên còn 8.000').waitFor()
    expect(await page.getByLabel('Mã giao dịch').isVisible()).toBe(false)
    await clerk.check('two results with fees')
    await picture(clerk, 'fees-together')
    await page.getByRole('button', { name: 'Thu phí và trả các kết quả đã chọn' }).click()
    await page.getByText('Đã ghi một lần trả').waitFor()
    for (const id of ids) expect(await town.app.call(await officer(town.app, 'clerk.001'), contract.getDossier, { id })).toMatchObject({ state: 'handed_over', fee: { state: 'paid' } })
  })

  it('a fee that is owed leads every page to where it is collected, and from there to the result', async () => {
    const register = {
      registerNumber: '1', registerVolume: '1', registeredOn: '1980-01-05', entryName: 'Nguyễn Văn Khách', entryBorn: '1980-01-01', entryGender: 'male', entryEthnicity: 'Kinh', entryNationality: 'Việt Nam', entryBirthplace: 'Mẫu',
    }
    const office = await officer(town.app, 'officer.001')
    const rail = (visitor: Visitor) => visitor.page.getByRole('navigation', { name: 'Hàng việc' }).locator('a[aria-current]').allInnerTexts()
    const worker = await town.visit()
    await worker.signIn('officer.001')
    await worker.open(`/can-bo/ho-so/${second}?hang=cho-nhan-xu-ly`)
    expect((await rail(worker)).join()).toContain('Chờ nhận xử lý')
    await worker.page.getByRole('button', { name: /Nhận xử lý/ }).click()
    await worker.page.getByText('Bạn đã nhận xử lý hồ sơ này.').waitFor()
    // it has left the list that it was opened from; it is in hand now
    expect(await rail(worker)).toEqual([])
    expect(await worker.page.locator('main').innerText()).toContain('Đang giữ')
    await worker.open(`/can-bo/ho-so/${second}/trinh-ky`)
    // day, month and year of a date stand in one line, also in the narrow form beside the draft
    const boxes = await worker.page.locator('[name^="answers.registeredOn~"]').all()
    expect(new Set(await Promise.all(boxes.map(async (box) => Math.round((await box.boundingBox())?.y ?? 0)))).size).toBe(1)
    expect(boxes).toHaveLength(3)
    await worker.check('the office form')
    await picture(worker, 'fees-office')
    await worker.open(`/can-bo/ho-so/${second}`)
    await town.app.call(office, contract.propose, { id: second, answers: register })
    // nobody waits to be taken any more
    await town.app.call(office, contract.take, { id: dossier })

    const head = await town.visit()
    await head.signIn('leader.001')
    // the first list that holds something, not the first of all
    await head.open('/can-bo')
    expect(new URL(head.page.url()).pathname).toBe('/can-bo/hang-doi/cho-ky')
    await head.page.getByRole('link', { name: 'Trần Thị Sau' }).click()
    await head.page.getByRole('link', { name: /Duyệt và ký/ }).click()
    await head.page.getByRole('button', { name: 'Ký', exact: true }).click()
    await head.page.getByText('Người nộp không có tài khoản ở đây').waitFor()
    const signedPage = await head.page.locator('main').innerText()
    expect(signedPage).not.toMatch(/Đang giữ|chưa có số và chữ ký/)
    await picture(head, 'fees-signed')

    const clerk = await town.visit()
    await clerk.signIn('clerk.001')
    const { page } = clerk
    await clerk.open('/can-bo')
    expect(new URL(page.url()).pathname).toBe('/can-bo/hang-doi/cho-tra-ket-qua')
    expect(await page.locator('main').innerText()).toContain('Xếp theo lúc ký')
    await page.getByRole('link', { name: /^Thu 24\.000.*trả/ }).waitFor()
    await clerk.check('the list of results')
    await picture(clerk, 'fees-list')
    await page.getByRole('link', { name: 'Trần Thị Sau' }).click()
    await page.getByRole('group', { name: 'Việc làm được lúc này' }).getByRole('link', { name: 'Thu 24.000' }).waitFor()
    await clerk.check('a dossier with a fee')
    await picture(clerk, 'fees-dossier')
    await page.getByRole('link', { name: /Trả kết quả/ }).last().click()
    await page.getByText(/Chưa thu: 24\.000/).waitFor()
    expect(await page.locator('main').innerText()).toContain('In 3 bản')
    await clerk.check('hand over with a fee')
    await picture(clerk, 'fees-hand-over')
    await page.getByRole('link', { name: 'Mã QR để người nộp chuyển khoản' }).click()
    await page.getByText('Kho bạc minh hoạ (không có thật)').waitFor()
    await page.getByRole('button', { name: /Đã nhận 24\.000/ }).click()
    await page.getByRole('link', { name: 'Trả kết quả' }).click()
    await page.getByRole('heading', { name: 'Trả kết quả' }).waitFor()
    expect(await page.locator('main').innerText()).not.toContain('Chưa thu')
  })

  it('is good on a phone, in English, and empty when nothing is owed', async () => {
    const clerk = await town.visit({ size: 'phone', locale: 'en' })
    await clerk.signIn('clerk.002 clerk')
    await clerk.open('/can-bo/thu-phi')
    expect(await clerk.page.locator('main').innerText()).toContain('Nothing is owed')
    await clerk.check('nothing owed')
    await clerk.open('/can-bo/thu-phi/ca')
    await clerk.check('an empty till')
  })
})
