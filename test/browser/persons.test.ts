import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { pngBytes } from '../factories/drafts.ts'
import { openTown, type Town, type Visitor } from './town.ts'

// Wednesday 25/11/2026, 09:00 in Vietnam
const morning = '2026-11-25T02:00:00Z'
const extracts = '2.000635'

let town: Town
beforeAll(async () => {
  town = await openTown({ at: morning })
})

const goOn = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click()
const choose = async (page: Page, label: string) => {
  await page.getByRole('radio', { name: new RegExp(`^${label}`) }).check()
  await goOn(page)
}
const picture = async (visitor: Visitor, name: string) => {
  if (process.env['SHOTS']) await visitor.page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true })
}

/** From the place of registration to the check: what the national identity cannot know. */
async function theRest(page: Page): Promise<void> {
  await page.getByRole('combobox').selectOption('99001')
  await goOn(page)
  await page.getByRole('textbox').fill('2016')
  await goOn(page)
  await choose(page, 'Bản giấy')
  await page.getByRole('combobox').selectOption('99001')
  await goOn(page)
  await page.getByRole('textbox').fill('2')
  await goOn(page)
  await page.getByRole('textbox').fill('0999 000 206')
  await goOn(page)
  await goOn(page)
}

describe('in the portal, on a phone without scripts', () => {
  it('a mother gets copies for her child, who is not asked for again', async () => {
    const giang = await town.visit({ size: 'phone', scripts: false })
    await giang.signIn('citizen:giang')
    const { page } = giang
    await giang.open(`/nop-ho-so/${extracts}`)
    await page.getByRole('button', { name: /Bắt đầu/ }).click()
    await page.getByRole('heading', { name: 'Bạn làm thủ tục này cho ai?' }).waitFor()
    await giang.check('for whom')
    await picture(giang, 'who')
    await goOn(page)
    expect(await page.getByRole('alert').innerText()).toContain('Chọn một câu trả lời')
    expect(await page.locator('main').innerText()).not.toContain('Gia Khang')
    await choose(page, 'Cho con tôi: Nguyễn Gia Huy')
    await choose(page, 'Khai sinh')
    await theRest(page)
    const check = await page.locator('main').innerText()
    expect(check).toContain('Nguyễn Gia Huy')
    expect(check).toMatch(/2 × 8\.000\sđ = 16\.000\sđ/)
    await giang.check('the check')
    await picture(giang, 'check-child')
    await page.getByRole('button', { name: 'Cam đoan và gửi hồ sơ' }).click()
    await page.getByRole('heading', { name: 'Đã gửi hồ sơ' }).waitFor()
    await giang.open('/ho-so')
    expect(await page.locator('main').innerText()).toContain('cho Nguyễn Gia Huy')
    await giang.check('my dossiers')
  })

  it('a neighbour names who authorised him, is told what is wrong with it, and hands the paper in', async () => {
    const khang = await town.visit({ size: 'phone', scripts: false })
    await khang.signIn('citizen:khang')
    const { page } = khang
    await khang.open(`/nop-ho-so/${extracts}`)
    await page.getByRole('button', { name: /Bắt đầu/ }).click()
    await choose(page, 'Cho người đã ủy quyền')
    await page.getByRole('heading', { name: 'Ai đã ủy quyền cho bạn?' }).waitFor()
    await khang.check('who authorised')
    await picture(khang, 'authoriser')
    await page.getByLabel('Họ, chữ đệm, tên').fill('Lê Thị Cúc')
    await goOn(page)
    expect(await page.getByRole('alert').innerText()).toContain('Viết số định danh, hoặc số hộ chiếu')
    await page.getByLabel('Số định danh cá nhân').fill('999 206 000 208')
    await goOn(page)
    expect(await page.getByRole('alert').innerText()).toContain('Đây là số của chính bạn')
    await page.getByLabel('Số định danh cá nhân').fill('999 156 000 203')
    await goOn(page)
    await choose(page, 'Khai sinh')
    for (const [part, text] of Object.entries({ Ngày: '20', Tháng: '6', Năm: '1956' })) await page.getByLabel(part, { exact: true }).fill(text)
    await goOn(page)
    await theRest(page)
    await page.getByRole('heading', { name: 'Giấy tờ phải nộp' }).waitFor()
    await page.locator('input[type=file]').first().setInputFiles({ name: 'uy-quyen.png', mimeType: 'image/png', buffer: pngBytes })
    await page.getByRole('button', { name: 'Tải tệp lên' }).click()
    await expect.poll(() => page.getByRole('button', { name: /^Bỏ/ }).count()).toBe(1)
    await goOn(page)
    expect(await page.locator('main').innerText()).toContain('Lê Thị Cúc')
    await page.getByRole('button', { name: 'Cam đoan và gửi hồ sơ' }).click()
    await page.getByRole('heading', { name: 'Đã gửi hồ sơ' }).waitFor()
    // and she finds it in her own account
    const cuc = await town.visit({ size: 'phone' })
    await cuc.signIn('citizen:cuc')
    await cuc.open('/ho-so')
    await cuc.page.getByRole('link', { name: /Bản sao trích lục hộ tịch/ }).click()
    expect(await cuc.page.locator('main').innerText()).toContain('Người nộp: Nguyễn Gia Khang')
  })

  it('a child of thirteen is told who applies', async () => {
    const lam = await town.visit({ size: 'phone', scripts: false })
    await lam.signIn('citizen:lam')
    await lam.open(`/nop-ho-so/${extracts}`)
    await lam.page.getByRole('button', { name: /Bắt đầu/ }).click()
    expect(await lam.page.getByRole('alert').innerText()).toContain('Nhờ cha, mẹ hoặc người giám hộ')
  })
})

describe('at the counter', () => {
  const open = async (): Promise<Visitor> => {
    const clerk = await town.visit()
    await clerk.signIn('clerk.001')
    await clerk.open(`/can-bo/tiep-nhan/${extracts}`)
    return clerk
  }
  const fillRest = async (page: Page) => {
    await page.getByLabel('Khai sinh').check()
    await page.locator('[name="answers.registeredAt"]').selectOption('99001')
    await page.locator('[name="answers.receive"][value=counter]').check()
    await page.locator('[name="answers.collectAt"]').selectOption('99001')
    await page.getByRole('button', { name: 'Tiếp nhận, lấy số' }).click()
  }
  const applicant = async (page: Page, name: string, born: readonly [string, string, string]) => {
    await page.locator('[name="applicant.name"]').fill(name)
    for (const [i, part] of (['day', 'month', 'year'] as const).entries()) await page.locator(`[name="applicant.born~${part}"]`).fill(born[i] ?? '')
    await page.locator('[name="applicant.area"]').selectOption('99001')
    await page.locator('[name="applicant.address"]').fill('Nhà trọ số 3')
  }

  it('somebody without papers and without a phone is served when another says who it is', async () => {
    const clerk = await open()
    const { page } = clerk
    await applicant(page, 'Thạch Thị Mơ', ['1', '1', '1952'])
    await page.locator('[name="applicant.paper"][value=none]').check()
    await page.locator('[name="withoutPhone~boolean"]').check()
    await clerk.check('without papers')
    await picture(clerk, 'intake-no-papers')
    await fillRest(page)
    await page.getByRole('alert').getByRole('link', { name: /ai xác nhận người này/i }).waitFor()
    await page.locator('[name="applicant.identifiedBy"]').fill('Ông Trần Văn Tư, trưởng khu phố Hai, ngày 25/11/2026')
    await page.getByRole('button', { name: 'Tiếp nhận, lấy số' }).click()
    await page.getByRole('heading', { level: 1, name: /^Đã tiếp nhận/ }).waitFor()
    await page.getByRole('link', { name: 'Mở hồ sơ' }).click()
    await page.getByText('Người xác nhận nhân thân').waitFor()
    await clerk.check('the dossier')
  })

  it('a mother with her child: the boxes of the child appear, and what is wrong is at its box', async () => {
    const clerk = await open()
    const { page } = clerk
    await applicant(page, 'Đỗ Thị Giang', ['8', '7', '1991'])
    await page.locator('[name="applicant.number"]').fill('999191000206')
    await page.locator('[name="principal.party"][value=child]').check()
    await page.locator('[name="principal.name"]').fill('Bé An')
    for (const [part, text] of [['day', '1'], ['month', '1'], ['year', '2000']] as const) await page.locator(`[name="principal.born~${part}"]`).fill(text)
    await page.locator('[name="principal.authority"]').fill('Giấy khai sinh số 5/2020')
    await page.locator('[name="answers.phone"]').fill('0999000206')
    await clerk.check('a child')
    await picture(clerk, 'intake-child')
    await fillRest(page)
    expect(await page.getByRole('alert').innerText()).toContain('Đã đủ 18 tuổi')
    await page.locator('[name="principal.born~year"]').fill('2020')
    await page.getByRole('button', { name: 'Tiếp nhận, lấy số' }).click()
    await page.getByRole('heading', { level: 1, name: /^Đã tiếp nhận/ }).waitFor()
    await page.getByRole('link', { name: 'Mở hồ sơ' }).click()
    await page.getByText('Bé An, Đỗ Thị Giang nộp thay').waitFor()
    await picture(clerk, 'dossier-child')
    await clerk.check('the dossier of a child')
  })
})

describe('in the office', () => {
  it('the extract is written from the register, and the leader sees it', async () => {
    const officer = await town.visit()
    await officer.signIn('officer.001')
    const { page } = officer
    await officer.open('/can-bo/hang-doi/cho-nhan-xu-ly')
    const row = page.getByRole('row').filter({ hasText: 'Bé An' })
    expect(await row.innerText()).toContain('Đỗ Thị Giang')
    await row.getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Nộp thay cho' }).waitFor()
    await page.locator('.toolbar button').first().click()
    await page.getByRole('link', { name: /Trình/ }).first().click()
    await page.getByRole('heading', { name: 'Ghi theo sổ, theo kết quả kiểm tra' }).waitFor()
    await officer.check('the officer’s questions')
    await picture(officer, 'propose-office')
    await page.getByRole('button', { name: /Trình ký/ }).click()
    await page.getByRole('alert').getByRole('link', { name: /số trong sổ/i }).waitFor()
    const put = (name: string, text: string) => page.locator(`[name="answers.${name}"]`).fill(text)
    await put('registerNumber', '12')
    await put('registerVolume', '01/2020')
    for (const name of ['registeredOn', 'entryBorn']) for (const [part, text] of [['day', '5'], ['month', '2'], ['year', '2020']] as const) await page.locator(`[name="answers.${name}~${part}"]`).fill(text)
    await put('entryName', 'Bé An')
    await page.locator('[name="answers.entryGender"][value=female]').check()
    await put('entryEthnicity', 'Kinh')
    await put('entryNationality', 'Việt Nam')
    await put('entryBirthplace', 'Bệnh viện Mẫu')
    const kept = page.waitForResponse((response) => response.request().method() === 'POST' && response.status() < 400)
    await page.getByRole('button', { name: 'Xem thử dự thảo' }).click()
    const asked = page.waitForRequest(/result-draft/)
    await kept
    await asked
    // the page is still the page, and what was written stands in it also when it is loaded again
    await page.getByRole('heading', { name: 'Ghi theo sổ, theo kết quả kiểm tra' }).waitFor()
    expect(new URL(page.url()).pathname).toMatch(/\/trinh-ky$/)
    await page.reload()
    expect(await Promise.all(['registerNumber', 'entryBirthplace', 'registeredOn~day'].map((name) => page.locator(`[name="answers.${name}"]`).inputValue()))).toEqual(['12', 'Bệnh viện Mẫu', '05'])
    await page.getByRole('button', { name: /Trình ký/ }).click()
    await page.getByText('Chờ ký').first().waitFor()
  })
})
