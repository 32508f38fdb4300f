import { beforeAll, describe, expect, it } from 'vitest'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import * as contract from '#contract/dossiers'
import * as payments from '#contract/payments'
import type { Actor } from '#platform/http'
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
const day = async (page: Page, parts: readonly [string, string, string]) => {
  for (const [at, part] of ['Ngày', 'Tháng', 'Năm'].entries()) await page.getByLabel(part, { exact: true }).fill(parts[at] ?? '')
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
const idOf = (page: Page): string => /ho-so\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''
const read = (who: Actor, id: string) => town.app.call(who, contract.getDossier, { id })

describe('a certified copy at the counter', () => {
  let id = ''

  it('is taken in on a short page: a name, the original, how many', async () => {
    const clerk = await at('clerk.001', '/can-bo/tiep-nhan')
    const { page } = clerk
    await page.getByRole('searchbox').fill('sao y')
    await page.getByRole('button', { name: 'Tìm thủ tục' }).click()
    await page.getByRole('link', { name: /Chứng thực bản sao từ bản chính/ }).click()
    await page.getByRole('button', { name: 'Tiếp nhận, trả ngay' }).waitFor()
    // nothing is asked about the person but the name, and there is no case to choose
    expect(await page.locator('[name^="applicant."]').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).name))).toEqual(['applicant.name', 'applicant.number', 'applicant.phone'])
    expect(await page.locator('input[type=radio]').count()).toBe(0)
    await page.getByRole('button', { name: 'Tiếp nhận, trả ngay' }).click()
    for (const what of [/họ, chữ đệm, tên/, /bản chính là/, /bản chính giấy tờ/]) await page.getByRole('alert').getByText(what).first().waitFor()
    await fits(clerk, 'copy-intake-refused')
    await page.getByLabel('Họ, chữ đệm, tên').fill('Võ Văn Khách')
    await page.getByLabel('Bản chính là').selectOption('diploma')
    await page.getByLabel('Số, ngày cấp của bản chính').fill('số A 123456')
    await page.getByLabel('Số trang của bản chính').fill('4')
    await page.getByLabel('Số bản sao').fill('3')
    await page.getByLabel(/Đã xem: Bản chính/).check()
    await page.getByText('Phải thu khi trả: 18.000').waitFor()
    await fits(clerk, 'copy-intake')
    await page.getByRole('button', { name: 'Tiếp nhận, trả ngay' }).dblclick()
    await page.getByRole('heading', { level: 1, name: 'Đã tiếp nhận, trả ngay' }).waitFor()
    id = idOf(page)
    expect(await main(page)).toMatch(/Số\s+1\s+Z99\.001\.01-261125-0001\s+Trả trước 17:00, 25\/11\/2026/)
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
    await page.getByRole('link', { name: /^Trả kết quả/ }).first().click()
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
