import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#platform/db'
import type { Actor } from '#platform/http'
import * as contract from '#contract/dossiers'
import { submitted } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { codeOf, local } from '../outcome.ts'
import { withApp, type TestApp } from '../with-app.ts'

let app: TestApp
const people = {} as Record<'an' | 'clerk' | 'otherClerk' | 'officer' | 'leader', Actor & { id: string }>
const at = (time: string) => app.clock.moveTo(new Date(local(time)))
const calls = async (by: Actor = people.clerk) => (await app.call(by, contract.listCalls, {})).rows
const call = (id: string, reached: boolean, by: Actor = people.clerk) => app.call(by, contract.recordCall, { id, reached })

/** A certificate on paper of somebody who has no account, signed on 26 November and waiting at the counter. */
async function waiting(name: string, number: string, phone: string | null): Promise<string> {
  const { id } = await app.call(people.clerk, contract.intake, {
    procedure: '1.004873', procedureCase: 'neverMarried', papers: [], ...(phone === null && { withoutPhone: true }),
    applicant: { born: '1956-05-20', gender: 'male', nationality: 'Việt Nam', ethnicity: 'Kinh', phone, email: null, address: 'Số 8', area: '99001', name, number },
    answers: { whom: 'self', livesThere: 'yes', residenceSince: { from: '2010-01', to: null }, livedElsewhere: 'no', purpose: 'loan', earlier: 'no', copies: 1, receive: 'counter', collectAt: '99001', ...(phone !== null && { phone }), email: '' },
  })
  return signed(id)
}
async function signed(id: string): Promise<string> {
  await app.call(people.officer, contract.take, { id })
  await app.call(people.officer, contract.propose, { id })
  await app.call(people.leader, contract.approve, { id })
  return id
}

let [told, silent, collected] = ['', '', '']
beforeAll(async () => {
  app = await withApp({ at: local('2026-11-26T09:00') })
  people.an = await citizen(app, 'an')
  for (const role of ['clerk', 'officer', 'leader'] as const) people[role] = await officer(app, `${role}.001`)
  people.otherClerk = await officer(app, 'clerk.002', 'clerk')
  told = await waiting('Lý Văn Già', '999056000555', '0999000555')
  silent = await waiting('Trần Văn Vắng', '999056000556', null)
  collected = await waiting('Ngô Văn Nhận', '999056000557', '0999000557')
  const { id } = await submitted(app, people.an, { receive: 'counter', collectAt: '99001' })
  await app.call(people.clerk, contract.accept, { id })
  await signed(id)
})

describe('people without an account whose result waits', () => {
  it('are called on the days on which others are reminded, and not before; who has an account is not among them', async () => {
    at('2026-12-02T09:00')
    expect(await calls()).toEqual([])
    at('2026-12-09T09:00')
    expect((await calls()).map(({ name, phone, days, tried }) => [name, phone, days, tried])).toEqual([['Lý Văn Già', '0999000555', 13, 0], ['Trần Văn Vắng', null, 13, 0], ['Ngô Văn Nhận', '0999000557', 13, 0]])
    expect(await calls(people.otherClerk)).toEqual([])
    // people who were told and wait for the next reminder do not keep others off a list of a hundred
    await sql`update dossiers.dossier set reminders = 1 where id = ${told}`.execute(app.db)
    expect((await calls()).map(({ name }) => name)).toEqual(['Trần Văn Vắng', 'Ngô Văn Nhận'])
    at('2026-12-27T09:00')
    expect(await calls()).toHaveLength(3)
    await sql`update dossiers.dossier set reminders = 0 where id = ${told}`.execute(app.db)
    at('2026-12-09T09:00')
  })

  it('leave the list when they were told, until the next reminder; who did not answer comes again tomorrow', async () => {
    await Promise.all([call(told, true), call(silent, false)])
    expect((await calls()).map(({ id }) => id)).toEqual([collected])
    at('2026-12-10T09:00')
    expect((await calls()).map(({ id, tried }) => [id, tried])).toEqual([[silent, 1], [collected, 0]])
    expect((await app.call(people.clerk, contract.getDossier, { id: told })).acts.at(-1)).toMatchObject({ action: 'call', actor: { name: people.clerk.name }, note: { days: 13, reached: true } })
  })

  it('and once the result is collected', async () => {
    await app.call(people.clerk, contract.handOver, { id: collected, recipient: 'Ngô Văn Nhận', relation: 'self' })
    expect((await calls()).map(({ id }) => id)).toEqual([silent])
  })

  it('are called by their own counter only, about what waits, and counted once for one press', async () => {
    expect(await codeOf(call(silent, true, people.otherClerk))).toBe('dossier_not_found')
    expect(await codeOf(call(silent, true, people.officer))).toBe('forbidden')
    expect(await codeOf(call(collected, true))).toBe('action_not_allowed')
    const key = '01937c00-0000-7000-8000-0000000000b1'
    for (let press = 0; press < 2; press++) await app.call(people.clerk, contract.recordCall, { id: silent, reached: true }, { key })
    expect((await app.call(people.clerk, contract.getDossier, { id: silent })).acts.filter(({ action }) => action === 'call')).toHaveLength(2)
    expect(await calls()).toEqual([])
  })
})
