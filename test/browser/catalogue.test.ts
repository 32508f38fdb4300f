import { beforeAll, describe, expect, it } from 'vitest'
import { openTown, type Town, type Visit, type Visitor } from './town.ts'

let town: Town
beforeAll(async () => { town = await openTown({ at: '2026-11-25T03:00:00Z' }) })

const shots = process.env['SHOTS']
const look = async ({ page }: Visitor, name: string) => { if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true }) }
const main = ({ page }: Visitor) => page.locator('main').innerText()

describe('somebody who wants something that cannot be filed here', () => {
  it('finds it, reads what to bring, and is told where to go; there is no button that leads nowhere (a phone, scripts off)', async () => {
    const visitor = await town.visit({ size: 'phone', scripts: false })
    const { page } = visitor
    await visitor.open('/thu-tuc?q=nuoi+bo+cau')
    expect(await main(visitor)).toContain('Chưa nộp được ở đây')
    await page.getByRole('main').getByRole('link', { name: /bồ câu/i }).first().click()
    await page.waitForURL(/9\.000101$/)
    const text = await main(visitor)
    for (const words of [
      'Nuôi bồ câu đưa thư', '5 ngày làm việc', '30.000', 'Giấy phép nuôi bồ câu', 'quầy của bất kỳ trung tâm phục vụ hành chính công nào', 'Ảnh chuồng chim', 'Bản sao hoặc bản chụp, 2 bản.',
      'Bạn không phải nộp: cơ quan tra trong Cơ sở dữ liệu quốc gia về dân cư.', 'Chỉ cần nếu có. Nếu chim đã tiêm.', 'Quầy xem giấy tờ và hẹn ngày trả.', 'UBND phường, xã nơi nuôi', 'Quyết định bịa 01/QĐ-MAU', 'minh họa',
    ]) expect(text, words).toContain(words)
    expect(await page.getByRole('link', { name: /Bắt đầu|Đăng nhập bằng/ }).count() + await page.locator('main form').count()).toBe(0)
    await visitor.check('an entry')
    await look(visitor, 'entry-phone')
  })

  it.each([
    ['9.000102', ['Nộp tại cơ quan tiếp nhận: Công an.', 'Cổng Dịch vụ công quốc gia', 'Có kết quả ngay khi nộp.', 'Vì sao chưa làm trọn trên mạng: Khách phải có mặt']],
    ['9.000103', ['Cổng Dịch vụ công quốc gia', 'Công ty điện, nước và dịch vụ khác']],
  ])('is sent where %s is received', async (code, all) => {
    const visitor = await town.visit({ size: 'desktop' })
    await visitor.open(`/thu-tuc/${code}`)
    const text = await main(visitor)
    for (const words of all) expect(text).toContain(words)
    expect(await visitor.page.getByRole('link', { name: 'Nộp trên mạng tại Cổng Dịch vụ công quốc gia' }).getAttribute('href')).toBe('https://dichvucong.gov.vn')
  })
})

describe('the catalogue', () => {
  it('is narrowed without scripts, with how many are left beside each choice, and says when nothing is', async () => {
    const visitor = await town.visit({ size: 'phone', scripts: false })
    const { page } = visitor
    await visitor.open('/thu-tuc')
    await page.locator('summary', { hasText: 'Lọc danh sách' }).click()
    await page.getByLabel('Nơi tiếp nhận').selectOption({ label: (await page.getByLabel('Nơi tiếp nhận').locator('option', { hasText: /^Công ty/ }).first().innerText()) })
    await page.getByRole('button', { name: 'Lọc', exact: true }).click()
    await page.waitForURL(/co-quan=company/)
    expect(await main(visitor)).toContain('Cấp điện mẫu cho nhà mới')
    expect(await main(visitor)).not.toContain('bồ câu')
    // the other choices count what would be left beside this one
    expect((await page.getByLabel('Cấp giải quyết').locator('option').allInnerTexts()).join()).not.toContain('Cấp xã')
    await visitor.check('narrowed')
    await look(visitor, 'catalogue-narrowed')
    await visitor.open('/thu-tuc?co-quan=company&cap=commune&muc-do=none&nop-o-day=yes')
    expect(await main(visitor)).toContain('Không có thủ tục nào khớp các mục đã chọn')
    await visitor.check('nothing fits')
    await page.getByRole('main').getByRole('link', { name: 'Bỏ lọc' }).first().click()
    await page.waitForURL(/\/thu-tuc$/)
    expect(await visitor.open('/thu-tuc?q=bo+cau&cap=ministry&nop-o-day=yes')).toBe(200)
    expect(await main(visitor)).toContain('Không có thủ tục nào khớp')
    expect(await visitor.open('/thu-tuc?nop-o-day=moon&cap=moon&muc-do=%00&co-quan=moon')).toBe(200)
  })

  it('shows at the first page what can be filed here, and only that', async () => {
    const visitor = await town.visit({ size: 'phone' })
    await visitor.open('/')
    const most = await visitor.page.locator('section[aria-labelledby=most]').innerText()
    expect(most).toContain('Xác nhận tình trạng hôn nhân')
    expect(most).not.toContain('Nuôi bồ câu đưa thư')
  })
})

describe('the essential services', () => {
  it('are a numbered list that says of each whether it is open, found from the catalogue', async () => {
    const visitor = await town.visit({ size: 'phone', scripts: false })
    await visitor.open('/thu-tuc')
    await visitor.page.getByRole('main').getByRole('link', { name: '25 dịch vụ thiết yếu' }).click()
    await visitor.page.waitForURL(/\/thu-tuc\/thiet-yeu$/)
    const items = await visitor.page.locator('ol.programme > li').allInnerTexts()
    expect(items.length).toBe(25)
    expect(items.flatMap((text, at) => (text.includes('Chưa mở') ? [at + 1] : []))).toEqual([15, 16])
    expect(items[14]).toContain('Suy luận, chưa có nguồn nào nói rõ')
    expect(await main(visitor)).toContain('23 trên 25 dịch vụ đã mở.')
  })
})

describe.each<Visit>([{ size: 'phone', locale: 'vi' }, { size: 'desktop', scripts: false, locale: 'en' }, { size: 'desktop', locale: 'vi' }])('the pages of the catalogue (%o)', (visit) => {
  it('are clean', async () => {
    const visitor = await town.visit(visit)
    for (const path of ['/thu-tuc', '/thu-tuc/thiet-yeu', '/thu-tuc?cap=commune', '/thu-tuc/9.000101', '/thu-tuc/9.000102', '/thu-tuc/9.000103']) {
      expect(await visitor.open(path), path).toBe(200)
      if (visit.scripts !== false) await visitor.page.evaluate(() => document.querySelectorAll('details').forEach((each) => void (each.open = true)))
      await visitor.check(path)
      await look(visitor, `${visit.size}-${visit.locale}${path.replaceAll(/\W+/g, '-')}`)
    }
  })
})
