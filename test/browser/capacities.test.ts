import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { realNow } from '#kernel/clock'
import { addDays, localDate } from '#kernel/local-time'
import type { Actor } from '#platform/http'
import { readPdf } from '../../src/platform/documents/read-pdf.ts'
import { accept, getDossier, propose, queueMoves, take } from '#contract/dossiers'
import { createOfficer } from '#contract/identity'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { openTown, sizes, type Town, type Visitor } from './town.ts'

type Person = Actor & { id: string; agency: string }

// rights run by the real day, so the business clock stands on it too
let town: Town
const people = {} as Record<'an' | 'clerk' | 'officer' | 'chair' | 'root' | 'colleague', Person>
const today = localDate(realNow())

beforeAll(async () => {
  town = await openTown({ at: realNow().toISOString() })
  people.an = (await citizen(town.app, 'an')) as Person
  people.clerk = await officer(town.app, 'clerk.001')
  people.officer = await officer(town.app, 'officer.001')
  people.chair = await officer(town.app, 'leader.001')
  people.root = await officer(town.app, 'administrator')
  const capacity = { role: 'officer' as const, agency: 'Z99.001', title: { vi: 'Công chức Văn phòng', en: 'Office clerk' }, from: today }
  await town.app.call(people.root, createOfficer, { username: 'mot.001', name: 'Đồng Nghiệp Một', capacity })
  people.colleague = await officer(town.app, 'mot.001', 'officer')
})

async function inHand(proposedToo: boolean): Promise<string> {
  const { id } = await submitted(town.app, people.an)
  await town.app.call(people.clerk, accept, { id })
  await town.app.call(people.officer, take, { id })
  if (proposedToo) await town.app.call(people.officer, propose, { id })
  return id
}

async function at(who: string, path: string): Promise<Visitor> {
  const visitor = await town.visit()
  await visitor.signIn(who)
  expect(await visitor.open(path)).toBe(200)
  return visitor
}

/** axe and overflow at both sizes, on the page as it stands. */
async function fits(visitor: Visitor, note: string): Promise<void> {
  for (const size of ['desktop', 'phone'] as const) {
    await visitor.page.setViewportSize(sizes[size])
    await visitor.check(`${note} ${size}`)
  }
  await visitor.page.setViewportSize(sizes.desktop)
}

const day = async ({ page }: Visitor, name: string, date: string): Promise<void> => {
  const [year = '', month = '', of = ''] = date.split('-')
  for (const [part, value] of [['day', of], ['month', month], ['year', year]]) await page.locator(`[name="${name}~${part}"]`).fill(value ?? '')
}

describe('several capacities', () => {
  it('are changed at the foot of the rail: one press, and the queues are others', async () => {
    const visitor = await at('clerk.002 clerk', '/can-bo')
    const { page } = visitor
    expect(await page.locator('.rail nav').innerText()).toContain('Cần tiếp nhận')
    await page.getByText('Đổi vai trò').click()
    await page.getByRole('button', { name: 'Công chức Tư pháp - Hộ tịch' }).click()
    await page.locator('.rail nav').getByText('Chờ nhận xử lý').waitFor()
    expect(await page.locator('.rail nav').innerText()).not.toContain('Cần tiếp nhận')
    expect(await page.locator('.rail__who').innerText()).toContain('Công chức Tư pháp - Hộ tịch')
    await visitor.check('after the change')
  })
})

describe('a delegation', () => {
  it('by the head: the officer signs TUQ., and when it is taken back the next press is refused', async () => {
    const [first, second] = [await inHand(true), await inHand(true)]
    const head = await at('leader.001', '/can-bo/uy-quyen')
    await fits(head, 'delegations, none yet')
    await head.page.getByRole('button', { name: 'Ủy quyền' }).click()
    await head.page.locator('.summary, [data-focus]').first().waitFor()
    await fits(head, 'delegations, refused')
    await head.page.getByLabel('Người nhận').selectOption(people.officer.id)
    await day(head, 'from', today)
    await day(head, 'to', addDays(today, 5))
    await head.page.getByLabel('Số quyết định').fill('15/QĐ-UBND')
    await head.page.getByRole('button', { name: 'Ủy quyền' }).click()
    await head.page.getByText('Đã ủy quyền.').waitFor()
    expect(await head.page.locator('.table').first().innerText()).toContain('TUQ. CHỦ TỊCH')

    const deputy = await at('officer.001 officer', '/can-bo')
    await deputy.page.getByText('Đổi vai trò').click()
    await deputy.page.getByRole('button', { name: 'TUQ. Chủ tịch UBND phường' }).click()
    await deputy.page.locator('.rail nav').getByText('Chờ tôi ký').waitFor()
    await deputy.open(`/can-bo/ho-so/${first}/ky`)
    await deputy.page.locator('main').getByRole('button', { name: /ký/i }).last().click()
    // her title stands in the rail before the press as well: only the address says that the act was done
    await deputy.page.waitForURL(/[?&]da=/)
    const view = await town.app.call(people.chair, getDossier, { id: first })
    expect(view.acts.find(({ action }) => action === 'approve')?.actor).toMatchObject({ name: people.officer.name, title: 'TUQ. Chủ tịch UBND phường' })
    const result = view.documents.find(({ kind }) => kind === 'result')
    const file = await deputy.context.request.get(`${town.url}/api/dossiers/${first}/documents/${result?.id}`)
    const words = JSON.stringify(readPdf(await file.body()))
    expect(words).toContain('TUQ. CHỦ TỊCH')
    expect(words).toContain('CÔNG CHỨC TƯ PHÁP - HỘ TỊCH')

    await deputy.open(`/can-bo/ho-so/${second}/ky`)
    await head.page.locator('.table summary').first().click()
    await head.page.locator('[name="revokeReason"]').fill('Chủ tịch đã về')
    await head.page.getByRole('button', { name: 'Thu hồi' }).click()
    await head.page.getByText('Đã thu hồi.', { exact: false }).first().waitFor()
    await fits(head, 'delegations, one taken back')
    await deputy.page.locator('main').getByRole('button', { name: /ký/i }).last().click()
    await deputy.page.getByRole('heading', { name: 'Bạn không mở được trang này' }).waitFor()
    expect((await town.app.call(people.chair, getDossier, { id: second })).state).toBe('awaiting_signature')
  })
})

describe('a sick officer’s queue', () => {
  it('goes to a colleague and comes back, and both are told', async () => {
    await inHand(false)
    const head = await at('leader.001', '/can-bo/chuyen-viec')
    await fits(head, 'move work')
    await head.page.getByRole('button', { name: 'Chuyển việc' }).click()
    await head.page.locator('[data-focus]').first().waitFor()
    await fits(head, 'move work, refused')
    await head.page.locator(`[name="from"][value="${people.officer.id}"]`).check()
    await head.page.locator(`[name="to[]"][value="${people.colleague.id}"]`).check()
    await head.page.getByLabel('Lý do').fill('Nghỉ ốm đến hết tuần')
    await head.page.getByRole('button', { name: 'Chuyển việc' }).click()
    await head.page.getByText(/Đã chuyển \d hồ sơ/).waitFor()
    const loads = async () => Object.fromEntries((await town.app.call(people.chair, queueMoves, {})).officers.map(({ id, open }) => [id, open]))
    const moved = (await loads())[people.colleague.id] ?? 0
    expect([moved > 0, (await loads())[people.officer.id]]).toEqual([true, 0])
    await town.app.drain()
    const told = await at('officer.001 officer', '/can-bo/thong-bao')
    expect(await told.page.locator('main').innerText()).toContain('Đồng Nghiệp Một')
    await fits(told, 'notices')
    await head.page.getByRole('button', { name: 'Hoàn lại' }).click()
    await head.page.getByText(/Đã hoàn lại \d hồ sơ/).waitFor()
    expect((await loads())[people.officer.id]).toBe(moved)
    await fits(head, 'move work, given back')
  })
})

describe('administration', () => {
  it('makes an officer, gives a role, ends one and closes the account, without a mouse where it matters', async () => {
    const root = await at('administrator', '/can-bo/quan-tri')
    const { page } = root
    await fits(root, 'administration')
    await page.locator('.go').getByText('Thêm cán bộ').click()
    await page.getByRole('button', { name: 'Lập tài khoản' }).click()
    await page.locator('[data-focus]').first().waitFor()
    await fits(root, 'new officer, refused')
    await page.getByLabel('Họ và tên').fill('Võ Thị Thử')
    await page.getByLabel('Tên đăng nhập').fill('thu.001')
    await page.locator('[name="capacity.role"]').selectOption('leader')
    await page.locator('[name="capacity.agency"]').selectOption('Z99.001')
    await page.locator('[name="capacity.title.vi"]').fill('Phó Chủ tịch')
    await page.locator('[name="capacity.title.en"]').fill('Deputy chair')
    await page.locator('[name="capacity.signing.mode"]').selectOption('KT')
    await page.locator('[name="capacity.signing.head"]').fill('Chủ tịch')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Võ Thị Thử' }).waitFor()
    expect(await page.locator('main').innerText()).toContain('KT. CHỦ TỊCH / PHÓ CHỦ TỊCH')
    await fits(root, 'officer')
    await page.getByRole('link', { name: 'Kết thúc' }).first().click()
    await page.locator('[name="how"][value="atOnce"]').check()
    await page.getByLabel('Lý do').fill('Giao nhầm người')
    await fits(root, 'end a role')
    await page.getByRole('button', { name: 'Kết thúc vai trò' }).click()
    await page.getByText('Đã kết thúc vai trò.').waitFor()
    await page.getByText('Đóng tài khoản').first().click()
    await page.getByLabel('Lý do').fill('Giao nhầm người')
    await page.getByRole('button', { name: 'Đóng tài khoản' }).click()
    await page.getByText('Đã đóng tài khoản.').waitFor()
    await page.getByRole('button', { name: 'Mở lại tài khoản' }).click()
    await page.getByText('Đã mở lại tài khoản.').waitFor()
    await root.open('/can-bo/quan-tri/can-bo?ten=thu')
    expect(await page.locator('.table').innerText()).toContain('thu.001')
    await fits(root, 'officers')
    await root.open('/can-bo/quan-tri/can-bo?ten=khong-co-ai')
    await fits(root, 'officers, none')
  })

  it('reviews the rights of an agency and prints them', async () => {
    const root = await at('administrator', '/can-bo/quan-tri/ra-soat')
    const { page } = root
    await fits(root, 'reviews')
    await page.locator('[name="agency"]').selectOption('Z99.003')
    await page.getByRole('button', { name: 'Mở lần rà soát' }).click()
    await page.getByRole('heading', { name: /Rà soát quyền: .*Mẫu Ba/ }).waitFor()
    await fits(root, 'review')
    const boxes = page.locator('[name="capacities[]"]')
    await boxes.first().check()
    await page.getByRole('button', { name: 'Kết thúc vai trò đã chọn' }).click()
    await page.locator('[data-focus]').first().waitFor()
    await page.getByLabel('Lý do kết thúc').fill('Không còn cần')
    await page.getByRole('button', { name: 'Kết thúc vai trò đã chọn' }).click()
    await page.getByText('Không còn cần').first().waitFor()
    await page.getByRole('button', { name: 'Hoàn thành rà soát' }).click()
    await page.getByText('chưa được quyết định', { exact: false }).first().waitFor()
    for (const box of await boxes.all()) await box.check()
    await page.getByRole('button', { name: 'Giữ vai trò đã chọn' }).click()
    await page.getByText('bởi Lâm Thị Hương').nth(1).waitFor()
    await page.getByRole('button', { name: 'Hoàn thành rà soát' }).click()
    await page.getByText(/^Xong /).first().waitFor()
    await root.open('/can-bo/quan-tri/bang-quyen')
    expect(await page.locator('.matrix').innerText()).toContain('dossiers.moveQueue')
    await fits(root, 'rights')
  })

  it('delegates for a head by the number of the decision', async () => {
    const root = await at('administrator', '/can-bo/uy-quyen')
    await fits(root, 'delegations of the scope')
    await root.page.locator('[name="cua"]').selectOption((await officer(town.app, 'leader.002')).capacityId)
    await root.page.getByRole('button', { name: 'Tiếp tục' }).click()
    await root.page.getByLabel('Người nhận').selectOption((await officer(town.app, 'deputy.002', 'leader')).id)
    await root.page.locator('[name="mode"][value="KT"]').check()
    await day(root, 'to', addDays(today, 2))
    await root.page.getByLabel('Số quyết định').fill('7/QĐ-UBND')
    await fits(root, 'a delegation by the administrator')
    await root.page.getByRole('button', { name: 'Ủy quyền' }).click()
    await root.page.getByText('Đã ủy quyền.').waitFor()
    expect(await root.page.locator('.table').first().innerText()).toContain('KT. CHỦ TỊCH')
  })

  it('is nobody else’s: a leader who goes there is told so', async () => {
    const leader = await town.visit()
    await leader.signIn('leader.001')
    for (const path of ['/can-bo/quan-tri', '/can-bo/quan-tri/can-bo', '/can-bo/quan-tri/ra-soat', '/can-bo/quan-tri/bang-quyen']) expect([path, await leader.open(path)]).toEqual([path, 403])
  })
})

describe('the rearrangement of units', () => {
  it('is rehearsed from a draft, printed, opened from a file, and put in force only by somebody who has read it', async () => {
    const root = await at('administrator', '/can-bo/quan-tri/sap-xep')
    const { page } = root
    await fits(root, 'rearrangement')
    await page.getByRole('link', { name: /phương án thử/ }).click()
    await page.getByRole('heading', { name: /Diễn tập: Nhập hai phường Mẫu Một và Mẫu Hai/ }).waitFor()
    const report = await page.locator('main').innerText()
    for (const words of ['Phương án áp dụng được', 'Phường Mẫu Hợp Nhất', 'Ủy ban nhân dân phường Mẫu Hợp Nhất', '26/12/2026', 'hồ sơ']) expect(report).toContain(words)
    await fits(root, 'rehearsal')
    await page.getByRole('button', { name: 'Áp dụng' }).click()
    await page.locator('[data-focus]').first().waitFor()
    await fits(root, 'rehearsal, not confirmed')
    await root.open('/can-bo/quan-tri/sap-xep')
    const plan = JSON.parse(readFileSync('provinces/sample/plans/merge-one-and-two.json', 'utf8')) as { id: string; units: { become: unknown[] } }
    await page.locator('[name="file"]').setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ ...plan, id: 'with-a-fault', units: { ...plan.units, become: plan.units.become.slice(1) } })) })
    await page.getByRole('button', { name: 'Diễn tập' }).click()
    await page.getByText('Đơn vị kết thúc mà không có nơi tiếp nhận').waitFor()
    expect(await page.getByRole('button', { name: 'Áp dụng' }).count()).toBe(0)
    await fits(root, 'rehearsal with a fault')
    await root.open('/can-bo/quan-tri/sap-xep/dien-tap?phuong-an=merge-one-and-two')
    await page.locator('[name="sure~boolean"]').check()
    await page.getByRole('button', { name: 'Áp dụng' }).click()
    await page.getByText('Đã áp dụng.').waitFor()
    await page.getByRole('link', { name: /phương án thử/ }).click()
    await page.getByText('Chờ đến ngày').waitFor()
    await fits(root, 'one in force')
  })
})
