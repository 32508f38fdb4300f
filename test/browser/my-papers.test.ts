import { expect, it } from 'vitest'
import * as contract from '#contract/dossiers'
import { divorcedAnswers, filledDraft, submitted, uploaded } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { openTown, sizes, type Visitor } from './town.ts'

async function fits(visitor: Visitor, note: string): Promise<void> {
  for (const size of ['desktop', 'phone'] as const) {
    await visitor.page.setViewportSize(sizes[size])
    await visitor.check(`${note} ${size}`)
    if (process.env['SHOTS']) await visitor.page.screenshot({ path: `${process.env['SHOTS']}/${note.replaceAll(' ', '-')}-${size}.png`, fullPage: true })
  }
}

it('a divorced man uses his decision again with one press, on a phone without scripts, and fetches what was signed for him', async () => {
  const town = await openTown({ at: '2026-11-25T02:00:00Z' })
  const { app } = town
  const binh = await citizen(app, 'binh')
  const begin = () => filledDraft(app, binh, 'divorced', divorcedAnswers)
  const before = await begin()
  await app.call(binh, contract.attachPaper, { draft: before.id, paper: 'divorceDecision' }, { upload: await uploaded(app, 'quyet-dinh.png') })
  await app.call(binh, contract.submitDossier, { draft: before.id, oath: true })
  const signed = await submitted(app, binh, { receive: 'counter', collectAt: '99002' })
  const [clerk, office, leader] = [await officer(app, 'clerk.002', 'clerk'), await officer(app, 'officer.002'), await officer(app, 'leader.002')]
  await app.call(clerk, contract.accept, { id: signed.id })
  await app.call(office, contract.take, { id: signed.id })
  await app.call(office, contract.propose, { id: signed.id })
  await app.call(leader, contract.approve, { id: signed.id })
  const draft = await begin()

  const visitor = await town.visit({ size: 'phone', scripts: false })
  await visitor.signIn('citizen:binh')
  const { page } = visitor
  await visitor.open(`/ho-so-nhap/${draft.id}/giay-to`)
  expect(await page.locator('.reuse').innerText()).toMatch(/Bạn đã nộp giấy này trước đây[^]*quyet-dinh\.png/)
  await visitor.check('offered again')
  await page.getByRole('button', { name: /^Dùng lại/ }).click()
  expect(await page.locator('.handin').innerText()).toContain('quyet-dinh.png')
  expect(await page.locator('.reuse').count()).toBe(0)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.waitForURL(/kiem-tra$/)

  // the result that waits stands first among what there is to do
  await visitor.open('/ho-so')
  expect(await page.locator('section', { hasText: 'Chờ bạn đến nhận' }).innerText()).toContain(signed.code)
  await page.getByRole('link', { name: /Giấy tờ của tôi/ }).click()
  const result = page.locator('section', { hasText: 'Kết quả đã cấp' }).getByRole('link')
  const file = await page.request.get(`${town.url}${await result.getAttribute('href')}`)
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf'])

  const scripted = await town.visit()
  await scripted.signIn('citizen:binh')
  await scripted.open('/giay-to')
  await fits(scripted, 'my papers')
  const other = await begin()
  await scripted.open(`/ho-so-nhap/${other.id}/giay-to`)
  await fits(scripted, 'a paper offered again')
  await scripted.open('/')
  await fits(scripted, 'home with figures')
  await scripted.open('/tro-giup')
  await fits(scripted, 'help with contacts')
  await scripted.open('/ho-so')
  await fits(scripted, 'my dossiers')
})
