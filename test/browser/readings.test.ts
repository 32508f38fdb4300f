import { expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import { accept, getDossier } from '#contract/dossiers'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { openTown, sizes, type Visitor } from './town.ts'

async function fits(visitor: Visitor, note: string): Promise<void> {
  for (const size of ['desktop', 'phone'] as const) {
    await visitor.page.setViewportSize(sizes[size])
    await visitor.check(`${note} ${size}`)
  }
}

it('a clerk opens a dossier, the person sees it on the phone without scripts and asks why, an administrator answers', async () => {
  const town = await openTown({ at: realNow().toISOString() })
  const { id } = await submitted(town.app, await citizen(town.app, 'an'))
  const clerk = await officer(town.app, 'clerk.001')
  await town.app.call(clerk, accept, { id })
  await town.app.call(clerk, getDossier, { id })

  const an = await town.visit({ size: 'phone', scripts: false })
  await an.signIn('citizen:an')
  await an.open('/ho-so')
  await an.page.getByRole('link', { name: 'Ai đã xem dữ liệu của tôi' }).click()
  const seen = await an.page.locator('main').innerText()
  for (const words of ['Giải quyết hồ sơ', 'Hồ Xuân Đạt', 'Công chức tiếp nhận và trả kết quả', 'Trung tâm Phục vụ hành chính công phường Mẫu Một', 'Đã thấy:', 'giấy tờ']) expect(seen).toContain(words)
  await an.page.getByRole('link', { name: /Hỏi về lần xem/ }).first().click()
  await an.page.getByRole('button', { name: 'Gửi câu hỏi' }).click()
  expect(await an.page.getByRole('alert').innerText()).toContain('câu hỏi')
  await an.page.locator('[name="text"]').fill('Vì sao xem hồ sơ của tôi?')
  await an.page.getByRole('button', { name: 'Gửi câu hỏi' }).click()
  expect(await an.page.locator('main').innerText()).toContain('Chờ xác nhận')

  const root = await town.visit()
  await root.signIn('administrator')
  await root.open('/can-bo/quan-tri/nhat-ky-xem')
  expect(await root.page.locator('.table').innerText()).toContain('Hồ Xuân Đạt')
  await fits(root, 'log of readings')
  await root.open('/can-bo/quan-tri/nhat-ky-xem?ngay=2020-01-01')
  await fits(root, 'log of readings, empty')
  await root.open('/can-bo/quan-tri/cau-hoi-du-lieu')
  await root.page.getByRole('button', { name: 'Xác nhận đã nhận' }).click()
  await root.page.getByText('Đã xác nhận.').waitFor()
  await root.page.locator('.table summary').click()
  await root.page.locator('[name="answer"]').fill('Cán bộ xem để tiếp nhận hồ sơ của bà.')
  await fits(root, 'questions')
  await root.page.getByRole('button', { name: 'Trả lời' }).click()
  await root.page.getByText('Đã trả lời.').waitFor()

  const again = await town.visit({ size: 'phone' })
  await again.signIn('citizen:an')
  await again.open('/ai-da-xem')
  expect(await again.page.locator('main').innerText()).toContain('Cán bộ xem để tiếp nhận hồ sơ của bà.')
  await fits(again, 'who read my data')
  await again.open('/ai-da-xem/1/hoi')
  await fits(again, 'question')
  await again.page.setViewportSize(sizes.phone)
  await again.open('/ai-da-xem')
  if (process.env['SHOTS']) await again.page.screenshot({ path: `${process.env['SHOTS']}/who-read.png`, fullPage: true })
  if (process.env['SHOTS']) {
    await root.open('/can-bo/quan-tri/nhat-ky-xem')
    await root.page.setViewportSize(sizes.desktop)
    await root.page.screenshot({ path: `${process.env['SHOTS']}/log.png` })
    await root.open('/can-bo/quan-tri/cau-hoi-du-lieu')
    await root.page.screenshot({ path: `${process.env['SHOTS']}/questions.png` })
  }
})
