import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import * as contract from '#contract/dossiers'
import type { Actor } from '#platform/http'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { openTown, sizes, type Town, type Visitor } from './town.ts'

const shots = process.env['SHOTS']
let town: Town
const people = {} as Record<'an' | 'clerk' | 'officer' | 'leader', Actor & { id: string }>
let id = ''
beforeAll(async () => {
  town = await openTown({ at: '2026-11-25T02:00:00Z' })
  people.an = await citizen(town.app, 'an')
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(town.app, `${role}.001`)
  id = (await submitted(town.app, people.an, { receive: 'counter', collectAt: '99001' })).id
  await town.app.call(people.clerk, contract.accept, { id })
  await town.app.call(people.officer, contract.take, { id })
})

const main = (page: Page) => page.locator('main').innerText()
async function fits(visitor: Visitor, name: string): Promise<void> {
  for (const size of ['phone', 'desktop'] as const) {
    await visitor.page.setViewportSize(sizes[size])
    await visitor.check(`${name}, ${size}`)
    if (shots === undefined) continue
    mkdirSync(shots, { recursive: true })
    await visitor.page.screenshot({ path: join(shots, `${name}-${size}.png`), fullPage: true })
  }
}
async function at(who: string, path: string): Promise<Visitor> {
  const visitor = await town.visit()
  await visitor.signIn(who)
  await visitor.open(path)
  await visitor.page.waitForFunction(() => Object.keys(document.querySelector('main') ?? {}).some((name) => name.startsWith('__react')))
  return visitor
}
const reason = 'Sổ hộ tịch ghi bà đã đăng ký kết hôn năm 2020 và chưa ly hôn.'

describe('what an office does not grant', () => {
  it('is written by the officer, who is told when it is the wrong way', async () => {
    const worker = await at('officer.001', `/can-bo/ho-so/${id}?hang=cua-toi`)
    const { page } = worker
    await page.getByRole('link', { name: /Đề nghị không giải quyết/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Đề nghị không giải quyết hồ sơ' }).waitFor()
    expect(await main(page)).toContain('Thiếu giấy tờ thì yêu cầu bổ sung')
    await page.getByRole('button', { name: 'Trình lãnh đạo ký thông báo' }).click()
    await page.getByRole('alert').waitFor()
    await fits(worker, 'not-granted-propose')
    await page.getByLabel('Lý do').fill(reason)
    await page.getByRole('button', { name: 'Trình lãnh đạo ký thông báo' }).click()
    await page.getByText('Đã trình lãnh đạo ký thông báo không giải quyết.').waitFor()
  })

  it('is marked in the leader’s list, read as the notice that it will be, and signed', async () => {
    const leader = await at('leader.001', '/can-bo/hang-doi/cho-ky')
    const { page } = leader
    await page.getByText('Không giải quyết', { exact: true }).waitFor()
    await leader.open(`/can-bo/ho-so/${id}/ky?hang=cho-ky`)
    await page.getByRole('heading', { level: 1, name: 'Ký thông báo không giải quyết' }).waitFor()
    expect(await main(page)).toContain(reason)
    await fits(leader, 'not-granted-sign')
    await page.getByRole('button', { name: 'Ký thông báo' }).click()
    await page.getByText('Đã ký thông báo không giải quyết.').waitFor()
    await fits(leader, 'not-granted-signed')
    await town.app.drain()
  })

  it('is read by the citizen on a phone without scripts, with the reason and what can be done', async () => {
    const visitor = await town.visit({ size: 'phone', scripts: false })
    const { page } = visitor
    await visitor.signIn('citizen:an')
    await visitor.open('/ho-so')
    expect(await main(page)).toContain('Không giải quyết')
    await visitor.open(`/ho-so/${id}`)
    const text = await main(page)
    for (const words of ['Không giải quyết', reason, 'quyền khiếu nại trong 90 ngày', 'Tải thông báo', 'Lãnh đạo đã ký thông báo không giải quyết']) expect(text, words).toContain(words)
    await fits(visitor, 'not-granted-mine')
    await visitor.open('/thong-bao')
    expect(await main(page)).toContain('không được giải quyết')
    expect(await main(page)).not.toContain('đã có kết quả')
  })

  it('is handed over with what was handed in on paper', async () => {
    const clerk = await at('clerk.001', `/can-bo/ho-so/${id}/tra-ket-qua?hang=cho-tra-ket-qua`)
    const { page } = clerk
    expect(await main(page)).toContain('Đưa thông báo và trả lại giấy tờ')
    await fits(clerk, 'not-granted-hand-over')
    await page.getByRole('button', { name: 'Đã trả kết quả' }).click()
    await page.getByText('Đã trả kết quả. Hồ sơ khép lại.').waitFor()
  })
})
