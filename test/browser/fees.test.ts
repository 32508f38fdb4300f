import { beforeAll, describe, expect, it } from 'vitest'
import * as contract from '#contract/dossiers'
import { officer } from '../factories/people.ts'
import { openTown, type Town, type Visitor } from './town.ts'

let town: Town
let dossier: string
beforeAll(async () => {
  town = await openTown({ at: '2026-11-25T02:00:00Z' })
  const nothing = { born: '1980-01-01', gender: null, nationality: 'Việt Nam', ethnicity: null, phone: null, email: null, address: null, area: null }
  const visit = async (name: string, number: string) => (await town.app.call(await officer(town.app, 'clerk.001'), contract.intake, {
    procedure: '2.000635', procedureCase: 'birth', applicant: { ...nothing, name, number }, papers: [],
    answers: { registeredAt: '99001', registeredYear: '', copies: 3, receive: 'counter', collectAt: '99001', phone: '0999000999', email: '' },
  })).id
  dossier = await visit('Nguyễn Văn Khách', '999080000999')
  await visit('Trần Thị Sau', '999080000998')
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
    await page.getByLabel('Bàn giao cho').fill('Lê Thị Thủ Quỹ')
    await page.getByRole('button', { name: 'Chốt ca' }).click()
    await page.getByText('Đã chốt ca.').waitFor()
    expect(await page.locator('main').innerText()).toContain('Chưa ai xác nhận đã nhận')
    await clerk.check('closed')
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
