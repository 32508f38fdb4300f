import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#platform/http'
import * as contract from '#contract/dossiers'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { codeOf } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

const local = (time: string) => new Date(`${time}:00+07:00`)
let app: TestApp
const people = {} as Record<'an' | 'clerk' | 'officer' | 'leader' | 'officerTwo' | 'leaderTwo', Actor & { id: string }>
beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  people.an = await citizen(app, 'an')
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(app, `${role}.001`)
  people.officerTwo = await officer(app, 'officer.002')
  people.leaderTwo = await officer(app, 'leader.002')
})
const reason = 'Người được xác nhận thường trú ở phường khác'

describe('a dossier that came to the wrong authority', () => {
  let id: string

  it('lies there for two days, and is sent on by the officer who has it', async () => {
    app.clock.moveTo(local('2026-11-25T09:00'))
    id = (await submitted(app, people.an)).id
    await app.call(people.clerk, contract.accept, { id })
    await app.call(people.officer, contract.take, { id })
    app.clock.moveTo(local('2026-11-27T09:00'))
    const before = await app.call(people.officer, contract.getDossier, { id })
    expect(before.dueAt?.slice(0, 16)).toBe('2026-11-30T02:00')
    expect(await codeOf(app.call(people.officer, contract.reroute, { id, agency: 'Z99.001', reason }))).toBe('agency_cannot')
    expect(await codeOf(app.call(people.officer, contract.reroute, { id, agency: 'Z99.002.01', reason }))).toBe('agency_cannot')
    expect(await codeOf(app.call(people.officer, contract.reroute, { id, agency: 'Z11.111', reason }))).toBe('agency_cannot')
    expect(await app.call(people.officer, contract.reroute, { id, agency: 'Z99.002', reason })).toMatchObject({ state: 'accepted', actions: [] })
  })

  it('whose time begins then: three working days from the minute, not from two days ago', async () => {
    expect(await codeOf(app.call(people.officer, contract.getDossier, { id }))).toBe('dossier_not_found')
    const view = await app.call(people.officerTwo, contract.getDossier, { id })
    expect(view).toMatchObject({ state: 'accepted', holder: null, office: { code: 'Z99.002' }, clock: { kind: 'left', minutes: 1440, share: 0 } })
    expect(view.dueAt?.slice(0, 16)).toBe('2026-12-02T02:00')
    // the day that was promised, and who had it, stay on record
    expect(view.firstDueAt?.slice(0, 16)).toBe('2026-11-30T02:00')
    expect(view.acts.at(-1)).toMatchObject({ action: 'reroute', note: { reason, from: 'Ủy ban nhân dân phường Mẫu Một', to: 'Ủy ban nhân dân phường Mẫu Hai' } })
  })

  it('a wait for papers at the second one counts from there alone', async () => {
    await app.call(people.officerTwo, contract.take, { id })
    app.clock.moveTo(local('2026-11-30T09:00'))
    await app.call(people.officerTwo, contract.propose, { id })
    await app.call(people.leaderTwo, contract.approve, { id })
    const view = await app.call(people.an, contract.getDossier, { id })
    expect(view).toMatchObject({ state: 'approved', clock: { kind: 'done', minutes: 960 } })
    expect(await codeOf(app.call(people.leaderTwo, contract.reroute, { id, agency: 'Z99.001', reason }))).toBe('action_not_allowed')
  })
})
