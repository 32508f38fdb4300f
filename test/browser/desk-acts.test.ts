import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/http'
import { readPdf } from '../../src/platform/documents/read-pdf.ts'
import { accept, attachPaper, getDossier, propose, submitDossier, take, type DossierView } from '#contract/dossiers'
import { filledDraft, shortAnswers, submitted, uploaded } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { openTown, sizes, type Town, type Visitor } from './town.ts'

type Person = Actor & { id: string }

// Wednesday 25/11/2026, 09:00 in Vietnam
const morning = '2026-11-25T02:00:00Z'

let town: Town
const people = {} as Record<'an' | 'binh' | 'clerkOne' | 'clerkTwo' | 'officerOne' | 'officerTwo' | 'leaderOne', Person>
beforeAll(async () => {
  town = await openTown({ at: morning })
  people.an = await citizen(town.app, 'an')
  people.binh = await citizen(town.app, 'binh')
  people.clerkOne = await officer(town.app, 'clerk.001')
  people.clerkTwo = await officer(town.app, 'clerk.002', 'clerk')
  people.officerOne = await officer(town.app, 'officer.001')
  people.officerTwo = await officer(town.app, 'officer.002')
  people.leaderOne = await officer(town.app, 'leader.001')
})

const divorceAnswers = {
  whom: 'self', livesThere: 'yes', residenceSince: { from: '2010-01', to: null }, livedElsewhere: 'no', union: 'registered', spouseName: 'Lê Thị Cũ', divorceWhere: 'vietnam', decisionNumber: '12/2019/QĐST-HNGĐ',
  decisionDate: '2019-05-06', court: 'Tòa án nhân dân khu vực 1', purpose: 'loan', earlier: 'no', copies: '1', receive: 'counter', collectAt: '99002', phone: '0999000202', email: '',
}

/** A dossier with one picture in it, at the desk of ward two. */
async function withPicture(): Promise<string> {
  const draft = await filledDraft(town.app, people.binh, 'divorced', divorceAnswers)
  await town.app.call(people.binh, attachPaper, { draft: draft.id, paper: 'divorceDecision' }, { upload: await uploaded(town.app, 'quyet-dinh.png') })
  return (await town.app.call(people.binh, submitDossier, { draft: draft.id, oath: true })).id
}

/** A dossier without papers at the desk of ward one, to be collected there. */
const plain = async (): Promise<string> => (await submitted(town.app, people.an, { ...shortAnswers, receive: 'counter', collectAt: '99001' })).id

const read = (who: Person, id: string): Promise<DossierView> => town.app.call(who, getDossier, { id })
const stateOf = async (who: Person, id: string): Promise<string> => (await read(who, id)).state

async function at(who: string, path: string, visit?: Parameters<Town['visit']>[0]): Promise<Visitor> {
  const visitor = await town.visit(visit)
  await visitor.signIn(who)
  expect(await visitor.open(path)).toBe(200)
  if (visit?.scripts !== false) await alive(visitor)
  return visitor
}

/** Keys work once the page's scripts have taken it over; a person does not type within the first half second. */
async function alive({ page }: Visitor): Promise<void> {
  await page.waitForFunction(() => Object.keys(document.querySelector('main') ?? {}).some((name) => name.startsWith('__react')))
  await page.waitForTimeout(300)
}

/** axe and overflow at both sizes, on the page as it stands. */
async function fits(visitor: Visitor, note: string): Promise<void> {
  await visitor.page.setViewportSize(sizes.phone)
  await visitor.check(`${note}, phone`)
  await visitor.page.setViewportSize(sizes.desktop)
  await visitor.check(`${note}, desktop`)
}

/** What a PDF of ours says, without white space: where its lines break is another question. */
const wordsOf = (bytes: Uint8Array): string => readPdf(bytes).pages.map(({ text }) => text).join('').replace(/\s+/g, '')

const dossierAt = (id: string, rest = ''): string => `/can-bo/ho-so/${id}${rest}`

/** A PDF is shown in a frame of ours: it is asked for there, and comes as one that a browser may show in place. Not every browser has a viewer of its own. */
async function framed(page: Visitor['page'], path: string): Promise<void> {
  const frame = page.locator(`iframe[src*="${path}"]`)
  await frame.waitFor()
  const answer = await page.request.get(`${town.url}${await frame.getAttribute('src')}`)
  expect([answer.status(), answer.headers()['content-type'], answer.headers()['content-disposition']]).toEqual([200, 'application/pdf', expect.stringMatching(/^inline/)])
  expect(answer.headers()['content-security-policy'] ?? '').not.toContain("frame-ancestors 'none'")
}

describe('the desk', () => {
  it('shows a paper beside the declaration, says that it is bad, and asks once for all that is missing', async () => {
    const id = await withPicture()
    const clerk = await at('clerk.002 clerk', dossierAt(id, '?hang=can-tiep-nhan'))
    const { page } = clerk
    await fits(clerk, 'dossier with a picture')
    await page.getByRole('img', { name: /Nội dung Bản án/ }).waitFor()
    // "not good" wants a remark first: the key goes to its box, Enter sends it
    await page.keyboard.press('2')
    await page.keyboard.type('Ảnh mờ, không đọc được trang 2')
    await page.keyboard.press('Enter')
    await page.getByText('Đã ghi: giấy tờ chưa đạt.').waitFor()
    expect((await read(people.clerkTwo, id)).papers).toMatchObject([{ verdict: 'bad', remark: 'Ảnh mờ, không đọc được trang 2' }])
    await page.locator('body').press('b')
    await page.getByRole('heading', { level: 1, name: 'Yêu cầu bổ sung' }).waitFor()
    await fits(clerk, 'request for papers')
    // the remark is already there; the reason is not
    await page.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click()
    await page.getByRole('alert').getByRole('link', { name: /lý do/i }).waitFor()
    expect(await stateOf(people.clerkTwo, id)).toBe('submitted')
    expect(await page.getByRole('textbox', { name: /Bản án hoặc quyết định/ }).inputValue()).toBe('Ảnh mờ, không đọc được trang 2')
    await page.getByLabel('Vì sao phải bổ sung').fill('Ảnh quyết định ly hôn bị mờ')
    await page.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click()
    await page.getByText(/Đã yêu cầu bổ sung\. Phiếu yêu cầu/).waitFor()
    const view = await read(people.clerkTwo, id)
    expect([view.state, view.asked?.items.map(({ paper, what }) => [paper, what]), view.documents.map(({ kind }) => kind)]).toEqual([
      'desk_waiting', [['divorceDecision', 'Ảnh mờ, không đọc được trang 2']], ['form02'],
    ])
    await fits(clerk, 'dossier that waits')
  })

  it('takes the missing paper at the counter: scanned, then accepted', async () => {
    const id = await withPicture()
    const clerk = await at('clerk.002 clerk', dossierAt(id, '/yeu-cau-bo-sung'))
    const { page } = clerk
    await page.getByRole('textbox', { name: /Bản án hoặc quyết định/ }).fill('Chụp lại cho rõ')
    await page.getByLabel('Vì sao phải bổ sung').fill('Ảnh bị mờ, không đọc được')
    await page.getByRole('button', { name: 'Gửi yêu cầu bổ sung' }).click()
    await page.getByRole('link', { name: /Nhận bổ sung tại quầy/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Nhận bổ sung tại quầy' }).waitFor()
    await fits(clerk, 'papers at the counter')
    // nothing handed in yet
    await page.getByRole('button', { name: 'Đã nhận đủ' }).click()
    await page.getByRole('alert').getByText(/Chưa bổ sung đủ giấy tờ/).waitFor()
    await page.locator('input[type=file]').setInputFiles({ name: 'doi-dang.png', mimeType: 'image/png', buffer: Buffer.from('<html><script>alert(1)</script>') })
    await page.getByRole('button', { name: 'Tải lên' }).click()
    await page.getByRole('alert').getByText(/loại tệp|không khớp/).waitFor()
    await page.locator('input[type=file]').setInputFiles({ name: 'ro-hon.pdf', mimeType: 'application/pdf', buffer: onePagePdf })
    await page.getByRole('button', { name: 'Tải lên' }).click()
    await page.getByText('Đã có tệp ro-hon.pdf').waitFor()
    await page.getByRole('button', { name: 'Đã nhận đủ' }).click()
    await page.getByText('Đã nhận bổ sung.').waitFor()
    expect(await stateOf(people.clerkTwo, id)).toBe('submitted')
    // the PDF is in the browser's own viewer, in a frame of ours
    await page.getByRole('link', { name: /Bản án hoặc quyết định/ }).last().click()
    await framed(page, `/api/dossiers/${id}/papers/2/file`)
    await page.getByRole('button', { name: /^Tiếp nhận/ }).dblclick()
    await page.getByText(/Đã tiếp nhận\. Giấy tiếp nhận/).waitFor()
    expect((await read(people.clerkTwo, id)).acts.map(({ action }) => action)).toEqual(['submit', 'askSupplement', 'supply', 'accept'])
  })

  it('refuses with a reason and its ground: form 03', async () => {
    const id = await plain()
    const clerk = await at('clerk.001', dossierAt(id))
    const { page } = clerk
    await page.keyboard.press('Shift+R')
    await page.getByRole('heading', { level: 1, name: 'Từ chối tiếp nhận' }).waitFor()
    await fits(clerk, 'refusal')
    await page.getByRole('button', { name: 'Từ chối hồ sơ' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Lý do', { exact: true }).fill('Người yêu cầu không thường trú tại phường')
    const ground = page.getByLabel(/Căn cứ pháp lý/)
    const law = (await ground.locator('option').nth(1).textContent()) ?? ''
    await ground.selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Từ chối hồ sơ' }).click()
    await page.getByText(/Đã từ chối\. Phiếu từ chối/).waitFor()
    const view = await read(people.clerkOne, id)
    expect([view.state, view.documents.map(({ kind }) => kind), view.acts.at(-1)?.note]).toEqual(['refused', ['form03'], { reason: 'Người yêu cầu không thường trú tại phường', ground: law }])
    const pdf = await page.request.get(`${town.url}/api/dossiers/${id}/documents/${view.documents[0]?.id}`)
    expect([pdf.status(), pdf.headers()['content-type'], (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])
    expect(wordsOf(await pdf.body())).toContain(`Căn cứ: ${law}`.replace(/\s+/g, ''))
  })

  it('carries a dossier from the counter over the officer to the signature and back', async () => {
    const id = await plain()
    const clerk = await at('clerk.001', dossierAt(id))
    await clerk.page.keyboard.press('a')
    await clerk.page.getByText(/Đã tiếp nhận\. Giấy tiếp nhận/).waitFor()

    const worker = await at('officer.001', dossierAt(id, '?hang=cho-nhan-xu-ly'))
    await worker.page.getByRole('button', { name: /Nhận xử lý/ }).click()
    await worker.page.getByText('Bạn đã nhận xử lý hồ sơ này.').waitFor()
    await worker.page.getByRole('button', { name: 'Xem đủ số' }).click()
    await worker.page.getByText('999 199 000 201', { exact: false }).waitFor()
    expect(worker.page.url()).not.toContain('999199000201')
    await worker.page.getByText(/Số định danh đã được xem 1 lần/).waitFor()
    await worker.page.locator('body').press('t')
    await worker.page.getByRole('heading', { level: 1, name: 'Trình lãnh đạo ký' }).waitFor()
    await framed(worker.page, `/api/dossiers/${id}/result-draft`)
    await fits(worker, 'proposal')
    await worker.page.getByLabel(/Ý kiến trình/).fill('Đã đối chiếu sổ hộ tịch')
    await worker.page.getByRole('button', { name: 'Trình ký' }).click()
    await worker.page.getByText('Đã trình lãnh đạo ký.').waitFor()

    const leader = await at('leader.001', dossierAt(id, '?hang=cho-ky'))
    await leader.page.getByRole('link', { name: /Trả lại để sửa/ }).click()
    await leader.page.getByLabel('Lý do').fill('Ghi thêm thời gian cư trú')
    await fits(leader, 'sending back')
    await leader.page.getByRole('button', { name: 'Trả lại' }).click()
    await leader.page.getByText('Đã trả lại cho người xử lý').waitFor()
    await town.app.call(people.officerOne, propose, { id, note: 'Đã ghi thêm' })
    await leader.open(dossierAt(id, '?hang=cho-ky'))
    await alive(leader)
    await leader.page.keyboard.press('s')
    await leader.page.getByRole('heading', { level: 1, name: 'Duyệt và ký' }).waitFor()
    await leader.page.getByText('Đã ghi thêm').waitFor()
    await fits(leader, 'approval')
    await leader.page.getByRole('button', { name: 'Ký', exact: true }).click()
    await leader.page.getByText(/Đã ký\. Kết quả chuyển về nơi trả/).waitFor()
    await town.app.drain()

    await clerk.open(dossierAt(id, '?hang=cho-tra-ket-qua'))
    await alive(clerk)
    await clerk.page.locator('body').press('h')
    await clerk.page.getByRole('heading', { level: 1, name: 'Trả kết quả' }).waitFor()
    expect(await clerk.page.getByLabel('Người nhận', { exact: true }).inputValue()).toBe('Nguyễn Thị An')
    await fits(clerk, 'hand-over')
    await clerk.page.getByRole('button', { name: 'Đã trả kết quả' }).click()
    await clerk.page.getByText('Đã trả kết quả. Hồ sơ khép lại.').waitFor()
    expect((await read(people.clerkOne, id)).acts.at(-1)).toMatchObject({ action: 'handOver', note: { recipient: 'Nguyễn Thị An', relation: 'self' } })
    await fits(clerk, 'closed dossier')
  })

  it('lets a leader give the work to somebody, and a clerk write down a withdrawal', async () => {
    const id = await plain()
    await town.app.call(people.clerkOne, accept, { id })
    const leader = await at('leader.001', dossierAt(id))
    await leader.page.keyboard.press('c')
    await leader.page.getByRole('heading', { level: 1, name: 'Giao người xử lý' }).waitFor()
    await fits(leader, 'assignment')
    await leader.page.getByLabel(people.officerOne.name).check()
    await leader.page.getByRole('button', { name: 'Giao', exact: true }).click()
    await leader.page.getByText('Đã giao người xử lý.').waitFor()
    expect((await read(people.leaderOne, id)).holder?.name).toBe(people.officerOne.name)

    const other = await plain()
    const clerk = await at('clerk.001', dossierAt(other))
    await clerk.page.keyboard.press('Shift+W')
    await clerk.page.getByLabel('Lý do').fill('Người nộp xin rút để làm ở nơi khác')
    await fits(clerk, 'withdrawal')
    await clerk.page.getByRole('button', { name: 'Rút hồ sơ' }).click()
    await clerk.page.getByText('Đã ghi việc rút hồ sơ.').waitFor()
    expect(await stateOf(people.clerkOne, other)).toBe('withdrawn')
  })
})

describe('what has changed meanwhile', () => {
  it('is said, and nothing happens: on the page of an act and on the dossier', async () => {
    const id = await plain()
    const clerk = await at('clerk.001', dossierAt(id, '/tu-choi'))
    const second = await at('clerk.001', dossierAt(id))
    await town.app.call(people.clerkOne, accept, { id })
    await clerk.page.getByLabel('Lý do', { exact: true }).fill('Không thuộc thẩm quyền')
    const answered = clerk.page.waitForResponse((response) => response.request().method() === 'POST')
    await clerk.page.getByRole('button', { name: 'Từ chối hồ sơ' }).click()
    expect((await answered).status()).toBe(409)
    await clerk.page.getByRole('heading', { level: 1, name: 'Việc này không còn làm được' }).waitFor()
    await clerk.page.getByRole('alert').getByText(/Tình trạng đã đổi nên việc này không còn làm được/).waitFor()
    await fits(clerk, 'an act that is gone')
    await clerk.page.getByRole('link', { name: 'Xem tình trạng mới nhất' }).click()
    await clerk.page.getByText('Đã tiếp nhận, chờ xử lý').waitFor()
    await second.page.getByRole('button', { name: /^Tiếp nhận/ }).click()
    await second.page.getByRole('alert').getByText(/Tình trạng đã đổi nên việc này không còn làm được/).waitFor()
    await second.page.getByText('Đã tiếp nhận, chờ xử lý').waitFor()
    expect((await read(people.clerkOne, id)).acts.map(({ action }) => action)).toEqual(['submit', 'accept'])
    expect(await clerk.open(dossierAt(id, '/tu-choi'))).toBe(409)
  })

  it('is done once, however often it is pressed', async () => {
    const id = await plain()
    const clerk = await at('clerk.001', dossierAt(id))
    await clerk.page.getByRole('button', { name: /^Tiếp nhận/ }).dblclick()
    await clerk.page.getByText('Đã tiếp nhận, chờ xử lý').waitFor()
    expect(await clerk.page.getByRole('alert').count()).toBe(0)
    expect((await read(people.clerkOne, id)).acts.map(({ action }) => action)).toEqual(['submit', 'accept'])
  })

  it('another agency’s dossier is not there at all', async () => {
    const id = await plain()
    const stranger = await town.visit()
    await stranger.signIn('clerk.002 clerk')
    for (const path of ['', '/tu-choi', '/da-tiep-nhan']) expect(await stranger.open(dossierAt(id, path)), path).toBe(404)
    const nobody = await town.visit()
    await nobody.open(dossierAt(id))
    expect(new URL(nobody.page.url()).pathname).toBe('/can-bo/dang-nhap')
  })
})

describe('at the counter', () => {
  const fill = async ({ page }: Visitor): Promise<void> => {
    await page.getByLabel('Họ, chữ đệm, tên').fill('Đặng Thị Hồng')
    await page.getByLabel('Số định danh', { exact: true }).fill('999 177 000 777')
    await page.locator('[name="applicant.born~day"]').fill('3')
    await page.locator('[name="applicant.born~month"]').fill('2')
    await page.locator('[name="applicant.born~year"]').fill('1977')
    await page.getByLabel('Nữ', { exact: true }).check()
    await page.getByLabel('Dân tộc').fill('Kinh')
    await page.getByLabel('Phường, xã thường trú').selectOption('99003')
    await page.getByLabel('Số nhà, đường, tổ, khu phố, ấp').fill('Ấp Ba')
    await page.getByLabel('Chưa kết hôn lần nào').check()
    await page.locator('[name="answers.whom"][value=self]').check()
    await page.locator('[name="answers.livesThere"][value=yes]').check()
    await page.locator('[name="answers.residenceSince.from.month"]').fill('1')
    await page.locator('[name="answers.residenceSince.from.year"]').fill('2001')
    await page.locator('[name="answers.livedElsewhere"][value=no]').check()
    await page.locator('[name="answers.purpose"]').selectOption('property')
    await page.locator('[name="answers.earlier"][value=no]').check()
    await page.locator('[name="answers.receive"][value=counter]').check()
  }

  it('a visit is one page, and ends at the receipt', async () => {
    const clerk = await at('clerk.001', '/can-bo/tiep-nhan')
    const { page } = clerk
    await fits(clerk, 'choice of the procedure')
    await page.getByRole('searchbox').fill('tinh trang hon nhan')
    await page.getByRole('button', { name: 'Tìm thủ tục' }).click()
    await page.getByRole('link', { name: /tình trạng hôn nhân/ }).click()
    await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).waitFor()
    await fits(clerk, 'empty intake')
    await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click()
    // everything that is missing, at once: who it is, and what the form asks
    for (const what of [/họ, chữ đệm, tên/, /ngày sinh/, /Chọn một câu trả lời ở “Trường hợp”/, /thời gian cư trú/]) await page.getByRole('alert').getByText(what).first().waitFor()
    await fits(clerk, 'intake, refused')
    const wrong = page.locator('.boxed .is-wrong')
    const before = await wrong.count()
    await fill(clerk)
    // what has been answered is not called wrong any longer; what has not still is
    expect(before).toBeGreaterThan(10)
    expect(await page.locator('.boxed .is-wrong .label').allInnerTexts()).toEqual(['Điện thoại'])
    expect(await page.getByText('Bản điện tử, vào tài khoản của người nộp').count()).toBe(1)
    // this answer brings a question of its own, answered with the ward of the counter
    expect(await page.locator('[name="answers.collectAt"]').inputValue()).toBe('99001')
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/intake-refused.png`, fullPage: true })
    await page.locator('[name="answers.phone"]').fill('0999 000 777')
    await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click()
    await page.getByRole('heading', { level: 1, name: 'Đã tiếp nhận' }).waitFor()
    await fits(clerk, 'receipt')
    const href = (await page.getByRole('link', { name: 'Mở giấy tiếp nhận để in' }).getAttribute('href')) ?? ''
    const pdf = await page.request.get(`${town.url}${href}`)
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect(await page.getByText(/Z99\.001\.01-261125-\d{4}/).first().textContent()).toBeTruthy()
  })

  it('an old person without a phone is taken in from her card, and the second time her facts are there', async () => {
    const card = '999156000777|280123456|Lê Thị Sáu|20061956|Nữ|Số 3, đường Mẫu, Phường Mẫu Một, Tỉnh Mẫu|01052021'
    const visit = async (): Promise<Visitor> => {
      const clerk = await at('clerk.001', '/can-bo/tiep-nhan/1.004873')
      // the scanner types into the box that has the cursor, and Enter
      await clerk.page.locator('#scan:focus').waitFor()
      await clerk.page.keyboard.insertText(card)
      await clerk.page.keyboard.press('Enter')
      await clerk.page.getByText('Đã điền từ thẻ của Lê Thị Sáu.', { exact: false }).waitFor()
      return clerk
    }
    const wrong = await at('clerk.001', '/can-bo/tiep-nhan/1.004873')
    await wrong.page.locator('#scan').fill('https://example.com')
    await wrong.page.keyboard.press('Enter')
    await wrong.page.getByText('Đây không phải mã trên thẻ căn cước.', { exact: false }).waitFor()
    await fits(wrong, 'another code')
    const clerk = await visit()
    const { page } = clerk
    const box = (name: string) => page.locator(`[name="${name}"]`).inputValue()
    expect([await box('applicant.name'), await box('applicant.number'), await box('applicant.born~day'), await box('applicant.area'), await box('applicant.address'), await box('scan')])
      .toEqual(['Lê Thị Sáu', '999156000777', '20', '99001', 'Số 3, đường Mẫu', ''])
    expect(await page.locator('[name="applicant.gender"][value=female]').isChecked()).toBe(true)
    await fits(clerk, 'filled from the card')
    if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/card.png`, fullPage: true })
    // seven presses and one date stand between the card and the receipt
    await page.locator('[name="applicant.ethnicity"]').fill('Kinh')
    await page.locator('[name="withoutPhone~boolean"]').check()
    // sent too early, it names what is missing, and not the phone that there is none of
    await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click()
    const missing = page.locator('.wrong-list')
    await missing.waitFor()
    expect([(await missing.innerText()).includes('iện thoại'), await page.locator('[name="answers.phone"]').count()]).toEqual([false, 0])
    await page.getByLabel('Chưa kết hôn lần nào').check()
    await page.locator('[name="answers.whom"][value=self]').check()
    await page.locator('[name="answers.livesThere"][value=yes]').check()
    await page.locator('[name="answers.residenceSince.from.month"]').fill('1')
    await page.locator('[name="answers.residenceSince.from.year"]').fill('1990')
    await page.locator('[name="answers.livedElsewhere"][value=no]').check()
    await page.locator('[name="answers.purpose"]').selectOption('loan')
    await page.locator('[name="answers.earlier"][value=no]').check()
    await page.locator('[name="answers.receive"][value=counter]').check()
    await page.locator('[name="answers.collectAt"]').selectOption('99001')
    await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click()
    await page.getByRole('heading', { level: 1, name: 'Đã tiếp nhận' }).waitFor()
    const again = await visit()
    expect(await again.page.getByRole('status').innerText()).toContain('đã nộp 1 hồ sơ tại quầy')
    expect(await again.page.locator('[name="applicant.ethnicity"]').inputValue()).toBe('Kinh')
  })

  it('papers are seen or scanned', async () => {
    const clerk = await at('clerk.001', '/can-bo/tiep-nhan/1.004873')
    const { page } = clerk
    await fill(clerk)
    await page.getByLabel('Đã ly hôn, chưa kết hôn lại').check()
    await page.locator('[name="answers.union"][value=registered]').check()
    await page.locator('[name="answers.spouseName"]').fill('Lê Văn Cũ')
    await page.locator('[name="answers.divorceWhere"][value=vietnam]').check()
    await page.locator('[name="answers.decisionNumber"]').fill('12/2019/QĐST-HNGĐ')
    for (const [part, value] of [['day', '6'], ['month', '5'], ['year', '2019']] as const) await page.locator(`[name="answers.decisionDate~${part}"]`).fill(value)
    await page.locator('[name="answers.court"]').fill('Tòa án nhân dân khu vực 1')
    await page.locator('[name="answers.collectAt"]').selectOption('99001')
    await page.locator('[name="answers.phone"]').fill('0999000777')
    await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click()
    await page.getByRole('alert').getByRole('link', { name: /bản án hoặc quyết định/i }).waitFor()
    await page.locator('input[type=file]').setInputFiles({ name: 'quyet-dinh.pdf', mimeType: 'application/pdf', buffer: onePagePdf })
    await page.getByText('Đã quét: quyet-dinh.pdf').waitFor()
    await page.locator('[name="papers.divorceDecision.form"]').selectOption('copy')
    await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click()
    await page.getByRole('heading', { level: 1, name: 'Đã tiếp nhận' }).waitFor()
    const id = /ho-so\/([0-9a-f-]+)\//.exec(page.url())?.[1] ?? ''
    expect((await read(people.clerkOne, id)).papers).toMatchObject([{ code: 'divorceDecision', form: 'copy', source: 'counter', file: { name: 'quyet-dinh.pdf', type: 'application/pdf' } }])
  })

  it('works without scripts: questions follow the answers when the form comes back', async () => {
    const clerk = await at('clerk.001', '/can-bo/tiep-nhan/1.004873', { scripts: false })
    const { page } = clerk
    await fill(clerk)
    expect(await page.locator('[name="answers.collectAt"]').count()).toBe(0)
    await page.locator('[name="answers.phone"]').fill('0999000777')
    await page.getByRole('button', { name: 'Cập nhật câu hỏi theo trả lời' }).click()
    await page.locator('[name="answers.collectAt"]').selectOption('99001')
    expect(await page.getByLabel('Họ, chữ đệm, tên').inputValue()).toBe('Đặng Thị Hồng')
    await page.getByRole('button', { name: 'Tiếp nhận và in giấy hẹn' }).click()
    await page.getByRole('heading', { level: 1, name: 'Đã tiếp nhận' }).waitFor()
    await clerk.check('receipt without scripts')
  })
})

describe('without scripts', () => {
  it('a whole dossier: check, accept, take, propose, sign, hand over', async () => {
    const id = await withPicture()
    const visit = { scripts: false } as const
    const clerk = await at('clerk.002 clerk', dossierAt(id), visit)
    await clerk.page.getByRole('button', { name: /^Đạt/ }).click()
    await clerk.page.getByText('Đã ghi: giấy tờ đạt.').waitFor()
    await clerk.page.getByRole('button', { name: /^Tiếp nhận/ }).click()
    await clerk.page.getByText(/Đã tiếp nhận\. Giấy tiếp nhận/).waitFor()
    await town.app.call(people.officerTwo, take, { id })
    const worker = await at('officer.002', dossierAt(id), visit)
    await worker.page.getByRole('link', { name: /Trình lãnh đạo ký/ }).click()
    await worker.page.getByRole('button', { name: 'Trình ký' }).click()
    await worker.page.getByText('Đã trình lãnh đạo ký.').waitFor()
    const leader = await at('leader.002', dossierAt(id), visit)
    await leader.page.getByRole('link', { name: /Duyệt và ký/ }).click()
    await leader.page.getByRole('button', { name: 'Ký', exact: true }).click()
    await leader.page.getByText(/Đã ký\. Kết quả/).waitFor()
    await town.app.drain()
    await clerk.open(dossierAt(id))
    await clerk.page.getByRole('link', { name: /Trả kết quả/ }).click()
    await clerk.page.getByRole('button', { name: 'Đã trả kết quả' }).click()
    await clerk.page.getByText('Đã trả kết quả. Hồ sơ khép lại.').waitFor()
    expect(await stateOf(people.clerkTwo, id)).toBe('handed_over')
    await clerk.check('closed dossier without scripts')
  })
})

/** The smallest PDF with a page. */
const onePagePdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
