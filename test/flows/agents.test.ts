import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { readPdf } from '#platform/documents/read-pdf'
import type { Actor } from '#platform/http'
import * as contract from '#contract/dossiers'
import { collect } from '#contract/payments'
import { citizen, officer } from '../factories/people.ts'
import { shortAnswers, submitted } from '../factories/drafts.ts'
import { codeOf, local } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
const people = {} as Record<'an' | 'binh' | 'clerk' | 'otherClerk' | 'officer' | 'leader', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: local('2026-11-25T09:00') })
  people.an = await citizen(app, 'an')
  people.binh = await citizen(app, 'binh')
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(app, `${role}.001`)
  people.otherClerk = await officer(app, 'clerk.002', 'clerk')
})

const at = (time: string) => app.clock.moveTo(new Date(local(time)))
const textOf = async (answer: unknown): Promise<string> => readPdf(await app.application.tools.files.read((answer as { file: string }).file)).pages.map((page) => page.text).join(' ').replace(/\s+/g, ' ')
const stateOf = async (id: string) => (await app.call(people.clerk, contract.getDossier, { id })).state

const agent = { born: '1980-05-20', gender: 'male', nationality: 'Việt Nam', ethnicity: 'Kinh', phone: '0999000555', email: null, address: 'Số 8', area: '99001', name: 'Lý Văn Thuê', number: '999080000555' } as const
const marital = { whom: 'self', livesThere: 'yes', residenceSince: { from: '2010-01', to: null }, livedElsewhere: 'no', purpose: 'loan', earlier: 'no', copies: 1, receive: 'counter', collectAt: '99001', phone: '0999000555', email: '' }
const extract = { registeredAt: '99001', registeredYear: '', copies: 1, receive: 'counter', collectAt: '99001', phone: '0999000555', email: '' }
const visit = (change: Partial<z.input<typeof contract.Intake>> = {}) => app.call(people.clerk, contract.intake, { procedure: '1.004873', procedureCase: 'neverMarried', applicant: agent, papers: [], answers: marital, ...change })
const register = { registerNumber: '1', registerVolume: '1', registeredOn: '1980-06-05', entryName: agent.name, entryBorn: agent.born, entryGender: 'male', entryEthnicity: 'Kinh', entryNationality: 'Việt Nam', entryBirthplace: 'Mẫu' }
const finish = async (id: string, answers: Record<string, unknown> = {}) => {
  await app.call(people.officer, contract.take, { id })
  await app.call(people.officer, contract.propose, { id, answers })
  await app.call(people.leader, contract.approve, { id })
}
const handOver = (dossiers: readonly string[], change: Partial<z.input<typeof contract.handOverMany.input>> = {}, by: Actor = people.clerk) => app.call(by, contract.handOverMany, { dossiers: [...dossiers], recipient: agent.name, relation: 'self', ...change })

describe('one person with thirty dossiers', () => {
  let ids: string[]

  it('is typed once: the next one begins with everything that is the same', async () => {
    const first = await visit()
    const again = await app.call(people.clerk, contract.applicantAgain, { id: first.id })
    expect(again).toMatchObject({ applicant: { name: agent.name }, number: agent.number, procedure: '1.004873', procedureCase: 'neverMarried', party: 'self', organisation: null })
    ids = [first.id]
    for (let i = 1; i < 30; i++) ids.push((await visit({ applicant: { ...again.applicant, number: again.number, paper: again.paper } })).id)
    expect(new Set(ids).size).toBe(30)
  })

  it('gets one receipt with all of the day’s codes and when each is due', async () => {
    await visit({ applicant: { ...agent, name: 'Người Khác', number: '999080000556' } })
    const found = await app.call(people.clerk, contract.samePerson, { id: ids[7] ?? '' })
    expect([found.applicantName, found.today.map(({ id }) => id), found.ready, found.underWay]).toEqual([agent.name, ids, [], 30])
    const text = await textOf(await app.call(people.clerk, contract.combinedReceipt, { id: ids[3] ?? '' }))
    for (const line of found.today) expect(text).toContain(line.code)
    expect(text).toContain('Cộng: 30 hồ sơ')
    expect(text).toContain('09:00 · 30/11/2026')
    expect(text).not.toContain('Người Khác')
    // the next day there is nothing of that day, and yesterday's is made again
    at('2026-11-26T09:00')
    expect(await codeOf(app.call(people.clerk, contract.combinedReceipt, { id: ids[3] ?? '' }))).toBe('document_not_found')
    expect(await textOf(await app.call(people.clerk, contract.combinedReceipt, { id: ids[3] ?? '', day: '2026-11-25' }))).toContain('Cộng: 30 hồ sơ')
  })

  it('collects everything that is ready in one act with one signature', async () => {
    for (const id of ids.slice(0, 28)) await finish(id)
    for (const id of ids.slice(0, 3)) await app.call(people.clerk, contract.shelve, { id, place: 'D4' })
    const found = await app.call(people.clerk, contract.samePerson, { id: ids[29] ?? '' })
    expect([found.ready.map(({ id }) => id), found.underWay, found.ready[0]?.shelf]).toEqual([ids.slice(0, 28), 2, 'D4'])
    const pressed = await Promise.all([1, 2, 3].map(() => codeOf(handOver(ids.slice(0, 28)))))
    expect(pressed.filter((each) => each === 'done')).toHaveLength(1)
    expect(pressed.filter((each) => each === 'action_not_allowed')).toHaveLength(2)
    for (const id of ids.slice(0, 28)) expect(await stateOf(id)).toBe('handed_over')
    const acts = await Promise.all(ids.slice(0, 28).map(async (id) => (await app.call(people.clerk, contract.getDossier, { id })).acts.filter(({ action }) => action === 'handOver').map(({ note }) => [note['recipient'], note['together']])))
    expect(new Set(acts.map((each) => JSON.stringify(each)))).toEqual(new Set([JSON.stringify([[agent.name, '01/TKQ']])]))
  })

  it('all of them or none: one that is not ready, owes a fee or is somebody else’s refuses the whole', async () => {
    const owing = (await visit({ procedure: '2.000635', procedureCase: 'birth', answers: extract })).id
    await finish(ids[28] ?? '')
    expect(await codeOf(handOver([ids[28] ?? '', ids[29] ?? '']))).toBe('action_not_allowed')
    await finish(owing, register)
    const found = await app.call(people.clerk, contract.samePerson, { id: owing })
    expect(found.ready.find(({ id }) => id === owing)?.feeDue).toBe(8000)
    expect(await codeOf(handOver([ids[28] ?? '', owing]))).toBe('fee_due')
    expect(await stateOf(ids[28] ?? '')).toBe('approved')
    const other = (await visit({ applicant: { ...agent, name: 'Người Khác', number: '999080000556' } })).id
    await finish(other)
    expect(await codeOf(handOver([ids[28] ?? '', other]))).toBe('not_one_person')
    expect(await codeOf(handOver([ids[28] ?? ''], {}, people.otherClerk))).toBe('dossier_not_found')
    expect(await codeOf(handOver([ids[28] ?? ''], { relation: 'authorised' }))).toBe('invalid_input')
    expect(await codeOf(app.call(people.otherClerk, contract.samePerson, { id: owing }))).toBe('dossier_not_found')
    await app.call(people.clerk, collect, { subject: owing, method: 'cash' })
    const done = await handOver([ids[28] ?? '', owing], { recipient: 'Trần Thị Đồng Nghiệp', relation: 'authorised', authority: 'Giấy ủy quyền ngày 20/11/2026' })
    expect(done).toMatchObject({ number: '02/TKQ', count: 2 })
    const text = await textOf(await app.call(people.clerk, contract.handOverSheet, { handOver: done.id }))
    for (const said of ['BẢNG KÊ TRẢ KẾT QUẢ', 'Số: 02/TKQ', 'Trần Thị Đồng Nghiệp', 'Giấy ủy quyền ngày 20/11/2026', agent.name, 'Cộng: 2']) expect(text).toContain(said)
    expect(await codeOf(app.call(people.otherClerk, contract.handOverSheet, { handOver: done.id }))).toBe('hand_over_not_found')
  })

  it('people who showed no paper are not taken for one, though they have one name', async () => {
    const nobody = { ...agent, number: null, paper: 'none', identifiedBy: 'Trưởng khu phố 3 xác nhận ngày 25/11/2026' } as const
    const subject = { ...extract, subjectName: 'Lê Văn Cũ', subjectNumber: '', subjectBorn: '1950-01-01' }
    const two = []
    for (let i = 0; i < 2; i++) two.push((await visit({ procedure: '2.000635', procedureCase: 'birth', answers: subject, applicant: nobody })).id)
    expect((await app.call(people.clerk, contract.samePerson, { id: two[0] ?? '' })).today.map(({ id }) => id)).toEqual([two[0]])
    expect(await codeOf(handOver(two))).toBe('not_one_person')
  })
})

describe('an organisation’s representative', () => {
  it('finds the organisation filled in again, with its code', async () => {
    const { id } = await app.call(people.clerk, contract.intake, {
      procedure: '2.000635', procedureCase: 'birth', applicant: agent, papers: [{ code: 'introduction', form: 'original', copies: 1, file: null }], answers: { ...extract, subjectName: 'Lê Văn Cũ', subjectNumber: '', subjectBorn: '1950-01-01' },
      principal: { party: 'organisation', name: 'Văn phòng Công chứng Mẫu', born: null, gender: null, nationality: null, ethnicity: null, phone: null, email: null, address: 'Số 1', area: '99001', relation: 'representative', title: 'Nhân viên', authority: 'Giấy giới thiệu số 5', number: null, passport: null, code: '0300000042' },
    })
    expect(await app.call(people.clerk, contract.applicantAgain, { id })).toMatchObject({ party: 'organisation', organisation: { name: 'Văn phòng Công chứng Mẫu', title: 'Nhân viên', code: '0300000042' } })
  })
})

describe('the portal’s list of somebody with many', () => {
  it('says how many need what, shows each kind by itself, and finds by code and by name', async () => {
    at('2026-11-27T08:00')
    const sent: string[] = []
    for (let i = 0; i < 4; i++) sent.push((await submitted(app, people.an, { ...shortAnswers, receive: 'counter', collectAt: '99001' })).id)
    const [waits, ready, over, open] = sent as [string, string, string, string]
    await app.call(people.clerk, contract.askSupplement, { id: waits, items: [{ paper: 'divorceDecision', what: 'Chụp lại' }], reason: 'Ảnh bị mờ' })
    for (const id of [ready]) {
      await app.call(people.clerk, contract.accept, { id })
      await finish(id)
    }
    await app.call(people.an, contract.withdraw, { id: over, reason: 'Không cần nữa' })
    const mine = (input: z.input<typeof contract.myDossiers.input>, by: Actor = people.an) => app.call(by, contract.myDossiers, input)
    const idsOf = async (input: z.input<typeof contract.myDossiers.input>) => (await mine(input)).rows.map(({ id }) => id)
    expect((await mine({})).counts).toEqual({ waiting: 1, collect: 1, open: 1, done: 1 })
    expect([await idsOf({ show: 'waiting' }), await idsOf({ show: 'collect' }), await idsOf({ show: 'open' }), await idsOf({ show: 'done' })]).toEqual([[waits], [ready], [open], [over]])
    const { code: written } = await app.call(people.an, contract.getDossier, { id: open })
    expect(await idsOf({ q: written.toLowerCase() })).toEqual([open])
    expect(await idsOf({ q: written.slice(-4), show: 'done' })).toEqual([])
    expect(await idsOf({ q: 'THI AN' })).toHaveLength(4)
    expect(await idsOf({ q: '%' })).toEqual([])
    expect((await mine({ q: written }, people.binh)).rows).toEqual([])
  })
})
