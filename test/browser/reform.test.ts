import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import { accept } from '#contract/dossiers'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { openTown, type Town, type Visitor } from './town.ts'

const rehearsal = '/can-bo/quan-tri/sap-xep/dien-tap'
const draft = `${rehearsal}?phuong-an=merge-one-and-two`

let town: Town
beforeAll(async () => {
  town = await openTown({ at: realNow().toISOString() })
  const { app } = town
  const { id } = await submitted(app, await citizen(app, 'an'))
  await app.call(await officer(app, 'clerk.001'), accept, { id })
})

const shots = process.env['SHOTS']
async function fits(visitor: Visitor, name: string): Promise<void> {
  await visitor.check(name)
  if (shots) await visitor.page.screenshot({ path: `${shots}/reform-${name.replaceAll(/\W+/g, '-')}.png`, fullPage: true })
}

async function administrator(size: 'phone' | 'desktop' = 'desktop'): Promise<Visitor> {
  const root = await town.visit({ size })
  await root.signIn('administrator')
  return root
}
const main = (visitor: Visitor) => visitor.page.locator('main').innerText()

describe('an administrator who rehearses a merger', () => {
  it.each(['phone', 'desktop'] as const)('reads that nothing waits for a decision, who and what moves, and what to settle afterwards (%s)', async (size) => {
    const root = await administrator(size)
    expect(await root.open(draft)).toBe(200)
    await fits(root, `rehearsal ${size}`)
    const text = await main(root)
    expect(text).toContain('Trước khi áp dụng không có việc gì cần người quyết định')
    expect(text).toMatch(/Việc cần định sau khi áp dụng: Ủy ban nhân dân phường Mẫu Hợp Nhất nhận lãnh đạo của nhiều cơ quan/)
    expect(text).toMatch(/đang giải quyết: 1\s+đã xong: 0/)
    expect(text).toContain('2 kết thúc, 1 mới')
    await root.page.getByRole('region', { name: 'Cán bộ chuyển theo cơ quan' }).getByRole('link').first().click()
    await root.page.waitForURL(/quan-tri\/can-bo\/[\w-]{36}$/)
  })

  it('is told what is wrong in plain words: no tick, no file, a file that is none, a file with holes', async () => {
    const root = await administrator()
    const { page } = root
    await root.open(draft)
    await page.getByRole('button', { name: 'Áp dụng' }).click()
    await page.getByRole('link', { name: 'Đánh dấu ô xác nhận rồi bấm Áp dụng' }).waitFor()
    await fits(root, 'not ticked')
    await root.open('/can-bo/quan-tri/sap-xep')
    await fits(root, 'list')
    await page.getByRole('button', { name: 'Diễn tập' }).click()
    await page.getByRole('link', { name: 'Chọn tệp phương án để diễn tập' }).click()
    // the link leads to a field of this page, and the sample lies beside it
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('file')
    await page.getByRole('alert').getByText('Chọn tệp phương án để diễn tập').waitFor()
    await fits(root, 'no file')
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Tải tệp mẫu' }).click()])
    expect(file.suggestedFilename()).toBe('phuong-an-mau.json')
    const rehearse = async (content: string, why: string): Promise<string> => {
      await page.getByLabel('Mở tệp phương án').setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(content) })
      await page.getByRole('button', { name: 'Diễn tập' }).click()
      await page.getByRole('alert').getByText(why).waitFor()
      return page.getByRole('alert').innerText()
    }
    await rehearse('# xin chào', 'nội dung không phải là JSON')
    const holes = await rehearse('{"id": "A!"}', 'mục “id” chưa đúng dạng; mục “title” còn thiếu')
    expect(holes).not.toMatch(/Invalid|expected|pattern/)
    await fits(root, 'holes')
  })

  it('prints it with place, day and name, the notice of a demonstration, and without the form', async () => {
    const root = await administrator()
    await root.open(draft)
    await root.page.emulateMedia({ media: 'print' })
    const { page } = root
    expect(await page.getByText('Bản trình diễn').isVisible()).toBe(true)
    expect(await page.getByText(/^tỉnh Mẫu|^Tỉnh Mẫu/).isVisible()).toBe(true)
    expect(await page.locator('.admin__printed').innerText()).toMatch(/In lúc \d\d:\d\d · \d\d\/\d\d\/\d{4} · Người in: /)
    expect(await page.getByRole('heading', { name: 'Áp dụng phương án' }).isVisible()).toBe(false)
    expect(await page.getByRole('checkbox').count()).toBe(0)
    const folder = mkdtempSync(join(tmpdir(), 'print-'))
    writeFileSync(join(folder, 'a.pdf'), await page.pdf({ format: 'A4', preferCSSPageSize: true }))
    if (shots) writeFileSync(join(shots, 'reform.pdf'), readFileSync(join(folder, 'a.pdf')))
    rmSync(folder, { recursive: true })
  })
})

describe('a reform that is over', () => {
  it('says that it was there from the beginning, and how many units of each level', async () => {
    const root = await administrator()
    await root.open('/can-bo/quan-tri/sap-xep/2025-two-tiers')
    const text = await main(root)
    expect(text).toMatch(/Đã xong · Có sẵn khi lập hệ thống, ghi vào ngày/)
    expect(text).toMatch(/cấp xã: \d+ kết thúc/)
    await fits(root, 'finished')
    await root.open('/can-bo/quan-tri/sap-xep')
    expect(await main(root)).toContain('Không có hồ sơ, vai trò nào phải chuyển')
  })
})
