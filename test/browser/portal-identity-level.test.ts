import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import * as contract from '#contract/dossiers'
import type { Actor } from '#platform/http'
import { filledDraft } from '../factories/drafts.ts'
import { citizen } from '../factories/people.ts'
import { openTown, type Town } from './town.ts'

let town: Town
const people = {} as Record<'an' | 'dung', Actor & { id: string }>
beforeAll(async () => {
  town = await openTown({ at: '2026-11-25T02:00:00Z' })
  for (const name of ['an', 'dung'] as const) people[name] = await citizen(town.app, name)
})

const main = (page: Page) => page.locator('main').innerText()

/** Through the door of the portal and the national identity's pages, as this person. */
async function signIn(page: Page, name: string, answer: string): Promise<void> {
  await page.getByRole('link', { name: 'Đăng nhập bằng VNeID' }).click()
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.getByRole('button', { name: answer, exact: true }).click()
}

describe.each([{ size: 'phone', scripts: false }, { size: 'desktop', scripts: true }] as const)('on a $size, scripts $scripts', ({ size, scripts }) => {
  it('who signed in with the first level proves the second before sending, and finds everything as it was', async () => {
    const visitor = await town.visit({ size, scripts })
    const { page } = visitor
    const draft = await filledDraft(town.app, people.an)
    const check = `/ho-so-nhap/${draft.id}/kiem-tra`
    await visitor.open(check)
    await signIn(page, 'Nguyễn Thị An', 'Đồng ý, lần này chỉ xác thực mức độ 1')
    await page.waitForURL(`**${check}`)
    const before = await main(page)
    await page.getByRole('button', { name: 'Cam đoan và gửi hồ sơ' }).click()
    await page.waitForURL(/muc-2/)
    expect(await main(page)).toMatch(/Xác thực mức 2[^]*vẫn còn nguyên[^]*công an phường, xã/)
    await visitor.check('step up')
    await page.getByRole('link', { name: 'Về trang đang làm' }).click()
    await page.waitForURL(`**${check}`)
    await page.getByRole('button', { name: 'Cam đoan và gửi hồ sơ' }).click()
    await page.getByRole('link', { name: 'Xác thực mức 2 bằng VNeID' }).click()
    await page.getByRole('button', { name: /Nguyễn Thị An/ }).click()
    expect(await page.getByRole('button', { name: /mức độ 1/ }).count()).toBe(0)
    await page.getByRole('button', { name: 'Đồng ý chia sẻ', exact: true }).click()
    await page.waitForURL(`**${check}`)
    expect(await main(page)).toBe(before)
    await page.getByRole('button', { name: 'Cam đoan và gửi hồ sơ' }).click()
    await page.waitForURL(/da-gui$/)
    // and there is nothing left to prove
    await visitor.open(`/dang-nhap/muc-2?ve=${encodeURIComponent('/ho-so')}`)
    expect(page.url()).toBe(`${town.url}/ho-so`)
  })

  it('whoever has the first level only is told where to raise it, and goes back to what they were doing', async () => {
    const visitor = await town.visit({ size, scripts })
    const { page } = visitor
    const draft = await filledDraft(town.app, people.dung)
    const check = `/ho-so-nhap/${draft.id}/kiem-tra`
    await visitor.open(check)
    await signIn(page, 'Phạm Minh Dũng', 'Đồng ý chia sẻ')
    await page.waitForURL(`**${check}`)
    await page.getByRole('button', { name: 'Cam đoan và gửi hồ sơ' }).click()
    await page.getByRole('link', { name: 'Xác thực mức 2 bằng VNeID' }).click()
    await page.getByRole('button', { name: /Phạm Minh Dũng/ }).click()
    expect(await main(page)).toContain('Tài khoản này mới ở mức độ 1')
    await page.getByRole('button', { name: /^Quay lại Cổng/ }).click()
    await page.waitForURL(/dang-nhap\/vneid/)
    expect(await main(page)).toMatch(/công an phường, xã[^]*vẫn còn nguyên/)
    await visitor.check('level unmet')
    await page.getByRole('link', { name: 'Về trang đang làm' }).click()
    await page.waitForURL(`**${check}`)
    expect(await main(page)).toContain('Phạm Minh Dũng')
    expect((await town.app.call(people.dung, contract.myDrafts, {})).drafts.map(({ id }) => id)).toContain(draft.id)
  })
})

describe('at the first level', () => {
  it('the page for taking back asks before anything is typed', async () => {
    const draft = await filledDraft(town.app, people.an)
    const { id } = await town.app.call(people.an, contract.submitDossier, { draft: draft.id, oath: true })
    const visitor = await town.visit({ size: 'phone' })
    await visitor.open(`/ho-so/${id}/rut`)
    await signIn(visitor.page, 'Nguyễn Thị An', 'Đồng ý, lần này chỉ xác thực mức độ 1')
    await visitor.page.waitForURL(new RegExp(`muc-2\\?ve=${encodeURIComponent(`/ho-so/${id}/rut`)}`))
    expect(await main(visitor.page)).toContain('Xác thực mức 2')
  })
})
