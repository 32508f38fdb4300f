import { expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import { listProcedures } from '#contract/procedures'
import { openTown, sizes, type Visitor } from './town.ts'

/** What a program of another house does with what the page showed. */
async function token({ context }: Visitor, url: string, [client, secret]: [string, string]): Promise<{ status: number; token: string }> {
  const answer = await context.request.post(`${url}/oauth/token`, { form: { grant_type: 'client_credentials', client_id: client, client_secret: secret } })
  return { status: answer.status(), token: String(((await answer.json()) as Record<string, unknown>)['access_token']) }
}

it('an administrator lets another system in, looks after its account, and shuts it out', async () => {
  const town = await openTown({ at: realNow().toISOString() })
  const root = await town.visit()
  const { page } = root
  const main = () => page.locator('main').innerText()
  const both = async (note: string) => {
    for (const size of ['phone', 'desktop'] as const) {
      await page.setViewportSize(sizes[size])
      await root.check(`${note} ${size}`)
      if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${note.replaceAll(' ', '-')}-${size}.png`, fullPage: true })
    }
  }
  const shown = async (): Promise<[string, string]> => {
    const text = await main()
    return [/[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text)?.[0] ?? '', /tinhso_secret_[0-9a-f]{64}/.exec(text)?.[0] ?? '']
  }
  await root.signIn('administrator')
  await root.open('/can-bo/quan-tri')
  await page.locator('main').getByRole('link', { name: 'Tài khoản dịch vụ' }).click()
  await page.getByText('Chưa có tài khoản dịch vụ nào').waitFor()
  await both('services empty')

  await page.getByRole('link', { name: 'Lập tài khoản dịch vụ' }).click()
  await page.getByLabel('Chỉ gọi được từ').fill('ở nhà')
  await page.getByLabel('Năm', { exact: true }).fill('2099')
  await page.getByRole('button', { name: 'Lập tài khoản dịch vụ' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toMatch(/tên hệ thống[^]*người chịu trách nhiệm[^]*mục đích[^]*ít nhất một việc[^]*203\.0\.113\.0\/24/)
  await both('new service wrong')
  await page.getByLabel('Tên hệ thống').fill('Cổng dữ liệu mở')
  await page.getByLabel('Cơ quan chủ quản').selectOption('Z99')
  await page.getByLabel('Người chịu trách nhiệm').fill('Lê Văn Trực, tổ kỹ thuật, 0999 000 300')
  await page.getByLabel('Để làm gì').fill('Hiện thủ tục trên cổng dữ liệu')
  await page.getByRole('checkbox', { name: /Đọc danh mục thủ tục/ }).check()
  await page.getByLabel('Chỉ gọi được từ').fill('127.0.0.0/8\n::1/128')
  await page.getByRole('button', { name: 'Lập tài khoản dịch vụ' }).click()
  await page.getByRole('alert').getByText('Chọn một ngày từ hôm nay').waitFor()
  await page.getByLabel('Năm', { exact: true }).fill(String(realNow().getFullYear() + 1))
  await page.getByLabel('Tháng', { exact: true }).fill('1')
  await page.getByRole('button', { name: 'Lập tài khoản dịch vụ' }).click()
  await page.getByText('chỉ hiện một lần').waitFor()
  await both('service secret')
  const first = await shown()

  const visitor = await town.visit()
  const got = await token(visitor, town.url, first)
  expect(got.status).toBe(200)
  const asked = (bearer: string) => visitor.context.request.get(`${town.url}${listProcedures.path}`, { headers: { authorization: `Bearer ${bearer}` } })
  expect((await asked(got.token)).status()).toBe(200)
  // pages are for people: there a token stands for nobody, a wrong one too
  expect((await visitor.context.request.get(town.url, { headers: { authorization: 'Bearer nothing' } })).status()).toBe(200)

  await page.getByRole('link', { name: 'Mở trang tài khoản' }).click()
  await page.getByText('mới nhất').waitFor()
  expect(await main()).not.toContain(first[1])
  await both('one service')
  await page.locator('summary', { hasText: 'Cấp khóa bí mật mới' }).click()
  await page.getByLabel('Khóa cũ còn dùng được').selectOption('0')
  await page.getByRole('button', { name: 'Cấp khóa bí mật mới' }).click()
  await page.getByText('chỉ hiện một lần').waitFor()
  await both('service rotated')
  const second = await shown()
  expect([second[0], second[1] === first[1]]).toEqual([first[0], false])
  expect([(await token(visitor, town.url, first)).status, (await asked(got.token)).status()]).toEqual([401, 401])
  const renewed = await token(visitor, town.url, second)
  expect((await asked(renewed.token)).status()).toBe(200)

  await page.getByRole('link', { name: 'Mở trang tài khoản' }).click()
  await page.locator('summary', { hasText: 'Thu hồi tài khoản' }).click()
  await page.getByRole('button', { name: 'Thu hồi tài khoản' }).click()
  await page.getByRole('alert').getByText('lý do').waitFor()
  await page.getByLabel('Lý do').fill('Hết hợp đồng')
  await page.getByRole('button', { name: 'Thu hồi tài khoản' }).click()
  await page.getByText('Không lần gọi nào').waitFor()
  await both('service revoked')
  expect((await asked(renewed.token)).status()).toBe(401)
  await page.getByRole('link', { name: 'Tài khoản dịch vụ' }).last().click()
  await page.waitForURL(/tai-khoan-dich-vu$/)
  await page.getByRole('table').getByText('Đã thu hồi').waitFor()
  await both('services list')
})
