import { expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import { makeBreakGlass } from '#modules/identity'
import { openTown, sizes } from './town.ts'

it('nobody can administer: a sealed paper opens an administrator’s hour, the page stands red, and another person closes it', async () => {
  const town = await openTown({ at: realNow().toISOString() })
  const root = await town.visit()
  await root.signIn('administrator')
  await root.open('/can-bo/quan-tri/khan-cap')
  await root.check('uses, empty')
  expect(await root.page.locator('main').innerText()).toContain('Chưa có phong bì nào dùng được')
  const { code } = await makeBreakGlass(town.app.db)

  const engineer = await town.visit({ size: 'phone' })
  await engineer.open('/can-bo/dang-nhap')
  await engineer.page.locator('summary').last().click()
  await engineer.page.getByRole('link', { name: 'Truy cập khẩn cấp' }).click()
  await engineer.page.getByRole('button', { name: 'Mở truy cập khẩn cấp' }).click()
  expect(await engineer.page.getByRole('alert').innerText()).toContain('mã trong phong bì')
  await engineer.check('emergency access')
  if (process.env['SHOTS']) await engineer.page.screenshot({ path: `${process.env['SHOTS']}/emergency-phone.png`, fullPage: true })
  await engineer.page.locator('[name="passcode"]').fill(code)
  await engineer.page.locator('[name="reason"]').fill('Cả hai người quản trị đều vắng, máy quầy 3 bị khóa.')
  await engineer.page.getByRole('button', { name: 'Mở truy cập khẩn cấp' }).click()
  await engineer.page.waitForURL(/quan-tri/)
  await engineer.check('administration by the emergency access')

  await root.open('/can-bo/quan-tri')
  await root.page.getByRole('link', { name: 'Truy cập khẩn cấp' }).last().click()
  await root.page.getByText('máy quầy 3 bị khóa').waitFor()
  for (const size of ['phone', 'desktop'] as const) {
    await root.page.setViewportSize(sizes[size])
    await root.check(`a use ${size}`)
    if (process.env['SHOTS']) await root.page.screenshot({ path: `${process.env['SHOTS']}/emergency-use-${size}.png`, fullPage: true })
  }
  await root.page.locator('[name="review"]').fill('Đã xem nhật ký, đúng lý do.')
  await root.page.getByRole('button', { name: 'Ghi kết luận' }).click()
  await root.page.getByText('Đã ghi kết luận.').waitFor()
  expect(await root.page.locator('[name="review"]').count()).toBe(0)
})
