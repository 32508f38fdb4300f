import { beforeAll, describe, expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import { sql } from '#platform/db'
import { takeInTable } from '../../src/modules/procedures/index.ts'
import { openTown, type Town, type Visitor } from './town.ts'

// rights run by the real day, so the business clock stands on it too
let town: Town
beforeAll(async () => {
  town = await openTown({ at: realNow().toISOString() })
  const rows = Array.from({ length: 60 }, (_, at) => `9.6${String(at).padStart(5, '0')},Thủ tục nháp ${at},${at === 0 ? 'Cấp xã' : ''}`)
  await takeInTable(town.app.application.tools, new TextEncoder().encode(`code,name,level\n${rows.join('\n')}\n`))
  await sql`update procedures.version set lacks = '{}', body = (select body || '{"code": "9.600005"}' from procedures.version where procedure = '9.000103') where procedure = '9.600005'`.execute(town.app.db)
})

const shots = process.env['SHOTS']
async function fits(visitor: Visitor, name: string): Promise<void> {
  await visitor.check(name)
  if (shots) await visitor.page.screenshot({ path: `${shots}/admin-${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true })
}

describe('an administrator', () => {
  it('sees what each draft lacks, narrows the list, goes on, and publishes one that is whole', async () => {
    const root = await town.visit()
    await root.signIn('administrator')
    const { page } = root
    await root.open('/can-bo/quan-tri')
    await page.getByRole('link', { name: /Bản nháp thủ tục/ }).first().click()
    await page.getByRole('heading', { name: 'Thủ tục còn là bản nháp' }).waitFor()
    expect(await page.locator('main').innerText()).toContain('60 bản nháp, 1 bản đã đủ để công bố.')
    await fits(root, 'drafts')
    await page.getByRole('link', { name: 'Trang sau' }).click()
    await page.getByText('Thủ tục nháp 59').waitFor()
    await root.open('/can-bo/quan-tri/thu-tuc?thieu=level')
    expect(await page.locator('main').innerText()).toContain('58 bản nháp')
    await root.open('/can-bo/quan-tri/thu-tuc?thieu=moon')
    await page.getByText('Không bản nháp nào thiếu mục này').waitFor()
    await fits(root, 'no draft lacks it')
    await root.open('/can-bo/quan-tri/thu-tuc?thieu=nothing')
    await page.getByRole('button', { name: /Công bố/ }).click()
    await page.getByText('Đã công bố thủ tục.').waitFor()
    const citizen = await town.visit({ size: 'phone', scripts: false })
    expect(await citizen.open('/thu-tuc/9.600005')).toBe(200)
  })

  it('opens one of the essential services with a reason that everybody reads', async () => {
    const root = await town.visit()
    await root.signIn('administrator')
    const { page } = root
    await root.open('/can-bo/quan-tri/dich-vu-thiet-yeu')
    await fits(root, 'services')
    await page.getByRole('link', { name: /khai sinh, đăng ký thường trú/ }).click()
    await page.getByRole('button', { name: 'Ghi là đã mở' }).click()
    await page.getByRole('alert').waitFor()
    await fits(root, 'service without a reason')
    await page.getByLabel('Lý do').fill('Đã mở trên cả nước từ năm 2023')
    await page.getByRole('button', { name: 'Ghi là đã mở' }).click()
    await page.getByText('Đã ghi trạng thái mới.').waitFor()
    await page.getByRole('link', { name: /khai sinh, đăng ký thường trú/ }).click()
    await page.getByRole('button', { name: 'Ghi là chưa mở' }).waitFor()
    await fits(root, 'service with its history')
    const citizen = await town.visit({ size: 'phone', scripts: false })
    await citizen.open('/thu-tuc/thiet-yeu')
    expect(await citizen.page.locator('main').innerText()).toContain('Đã mở trên cả nước từ năm 2023')
    expect(await citizen.page.locator('main').innerText()).toContain('24 trên 25 dịch vụ đã mở.')
  })
})
