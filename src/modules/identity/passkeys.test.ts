import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '../../apps/vneid/town.ts'
import { overtaken } from '../../../test/factories/accounts.ts'
import { makeDevice, type Device, type Wrong } from '../../../test/factories/authenticator.ts'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { only, sql, type Db, type Tx } from '#platform/db'
import { account, actAs, addPasskey, askPasskey, beginNewPasskey, checkPasskey, demonstrationPeople, lock, officerNotices, removePasskey, session, unlockWithPasskey } from './contract.ts'

let app: TestApp
let town: Town
const password = 'Trinh-dien-2026'

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  town = await openTown(app.application)
})
afterAll(() => town.close())
beforeEach(async () => {
  await sql`delete from identity.attempt`.execute(app.db)
  await sql`delete from identity.passkey`.execute(app.db)
  await sql`update identity.officer set disabled_at = null`.execute(app.db)
})

async function at(username: string): Promise<Visitor> {
  const visitor = town.visitor()
  const { capacities } = (await visitor.call(demonstrationPeople, {})).body
  const { rows } = await sql<{ id: string }>`select c.id from identity.capacity c join identity.officer o on o.id = c.officer where o.username = ${username} order by c.valid_from, c.id limit 1`.execute(app.db)
  expect(capacities.map(({ id }) => id)).toContain(rows[0]?.id)
  await visitor.call(actAs, { capacity: rows[0]?.id ?? '' })
  return visitor
}

async function register(visitor: Visitor, device: Device, wrong: Wrong = {}, name = 'Máy ở quầy 3') {
  const { options } = (await visitor.call(beginNewPasskey, {})).body
  return visitor.call(addPasskey, { name, password, credential: device.create(options, wrong) })
}

/** An officer with a passkey in this device. */
async function owner(username: string): Promise<{ visitor: Visitor; device: Device }> {
  const visitor = await at(username)
  const device = makeDevice(town.url)
  expect((await register(visitor, device)).status).toBe(200)
  return { visitor, device }
}

async function signIn(device: Device, wrong: Wrong = {}, visitor = town.visitor()) {
  const { options } = (await visitor.call(askPasskey, {})).body
  return { visitor, answer: await visitor.call(checkPasskey, { credential: device.get(options, wrong) }) }
}

describe('a passkey', () => {
  test('is added with the password, signs in alone, and shows when it was used', async () => {
    const { visitor, device } = await owner('officer.001')
    const before = (await visitor.call(account, {})).body.passkeys
    expect(before).toMatchObject([{ name: 'Máy ở quầy 3', usedAt: null, synced: false }])
    const signed = await signIn(device)
    expect(signed.answer).toMatchObject({ status: 200, body: { next: 'desk', role: 'officer' } })
    expect((await signed.visitor.call(session, {})).body.kind).toBe('officer')
    expect((await signed.visitor.call(account, {})).body.passkeys[0]?.usedAt).not.toBeNull()
    await app.drain()
    expect((await visitor.call(officerNotices, {})).body.notices[0]).toMatchObject({ template: 'identity.passkey_added', facts: { name: 'Máy ở quầy 3' } })
  })

  test('asks for the two things that make it both factors: the person verified, and a key that needs no name', async () => {
    const visitor = await at('officer.001')
    expect((await visitor.call(beginNewPasskey, {})).body.options).toMatchObject({ rp: { id: '127.0.0.1' }, authenticatorSelection: { residentKey: 'required', userVerification: 'required' }, attestation: 'none' })
    expect((await town.visitor().call(askPasskey, {})).body.options).toMatchObject({ rpId: '127.0.0.1', userVerification: 'required' })
  })

  test('is not added with a wrong password, and the challenge is not used up by it', async () => {
    const visitor = await at('officer.001')
    const device = makeDevice(town.url)
    const { options } = (await visitor.call(beginNewPasskey, {})).body
    const credential = device.create(options)
    expect((await visitor.call(addPasskey, { name: 'x', password: 'wrong', credential })).code).toBe('wrong_credentials')
    expect((await visitor.call(addPasskey, { name: 'x', password, credential })).status).toBe(200)
    expect((await visitor.call(addPasskey, { name: 'x', password, credential })).code).toBe('sign_in_expired')
  })

  test.each([
    ['another origin', { origin: 'https://elsewhere.example' }], ['another party', { rpId: 'elsewhere.example' }], ['a person who was not verified', { verified: false }], ['another challenge', { challenge: 'AAAA' }],
  ] as [string, Wrong][])('is not added from %s', async (_what, wrong) => {
    const visitor = await at('officer.001')
    expect((await register(visitor, makeDevice(town.url), wrong)).code).toBe('passkey_refused')
    expect((await visitor.call(account, {})).body.passkeys).toEqual([])
  })

  test('is known once, also under another account, and there are at most ten', async () => {
    const { device } = await owner('officer.001')
    const other = await at('officer.002')
    expect((await register(other, device)).code).toBe('passkey_known')
    for (let count = 0; count < 10; count++) expect((await register(other, makeDevice(town.url), {}, `Máy ${count}`)).status).toBe(200)
    expect((await other.call(beginNewPasskey, {})).code).toBe('passkeys_full')
    expect((await other.call(account, {})).body.actions).not.toContain('addPasskey')
  })

  test('is not added to credentials that were taken away while the device was asked', async () => {
    const visitor = await at('officer.001')
    const device = makeDevice(town.url)
    const { options } = (await visitor.call(beginNewPasskey, {})).body
    const credential = device.create(options)
    const own = only((await sql<{ id: string; hash: string }>`select id, password_hash as hash from identity.officer where username = 'officer.001'`.execute(app.db)).rows)
    const setHash = (tx: Tx | Db, hash: string) => sql`update identity.officer set password_hash = ${hash} where id = ${own.id}`.execute(tx)
    const answer = await overtaken(app, own.id, { act: () => visitor.call(addPasskey, { name: 'Máy ở quầy 3', password, credential }), by: (tx) => setHash(tx, `${own.hash}.`) })
    await setHash(app.db, own.hash)
    expect(answer.code).toBe('credentials_changed')
    expect((await visitor.call(account, {})).body.passkeys).toEqual([])
  })

  test('that was removed signs in no more; nobody removes somebody else’s', async () => {
    const { visitor, device } = await owner('officer.001')
    const id = (await visitor.call(account, {})).body.passkeys[0]?.id ?? ''
    expect((await (await at('officer.002')).call(removePasskey, { id })).code).toBe('passkey_not_found')
    expect((await visitor.call(removePasskey, { id })).status).toBe(200)
    expect((await visitor.call(removePasskey, { id })).code).toBe('passkey_not_found')
    expect((await signIn(device)).answer.code).toBe('wrong_passkey')
  })
})

describe('a signature', () => {
  test.each([
    ['another origin', { origin: 'https://elsewhere.example' }], ['another party', { rpId: 'elsewhere.example' }], ['a person who was not verified', { verified: false }], ['another key', { signedByAnother: true }],
    ['another challenge', { challenge: 'AAAA' }], ['another person’s handle', { userHandle: 'AAAAAAAAcACAAAAAAAAAAA' }],
  ] as [string, Wrong][])('of %s is refused, counts as a try, and begins nothing', async (_what, wrong) => {
    const { device } = await owner('officer.001')
    const { visitor, answer } = await signIn(device, wrong)
    expect(answer).toMatchObject({ status: 401, code: 'wrong_passkey', values: { left: 4 } })
    expect((await visitor.call(session, {})).body.kind).toBe('nobody')
    expect((await signIn(device)).answer.status).toBe(200)
  })

  test('of a key that nobody has is refused without telling more', async () => {
    const stranger = makeDevice(town.url)
    stranger.create({ user: { id: 'AAAA' }, challenge: 'AAAA' })
    expect((await signIn(stranger)).answer).toMatchObject({ code: 'wrong_passkey', values: {} })
  })

  test('is taken once, in the browser that was asked, also when it comes twice at the same moment', async () => {
    const { device } = await owner('officer.001')
    const visitor = town.visitor()
    const { options } = (await visitor.call(askPasskey, {})).body
    const credential = device.get(options)
    expect((await town.visitor().call(checkPasskey, { credential })).code).toBe('sign_in_expired')
    const answers = await Promise.all([visitor.call(checkPasskey, { credential }), visitor.call(checkPasskey, { credential })])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400])
  })

  test('comes too late after ten minutes', async () => {
    const { device } = await owner('officer.001')
    const visitor = town.visitor()
    const { options } = (await visitor.call(askPasskey, {})).body
    await sql`update identity.pending set expires_at = now() - interval '1 second'`.execute(app.db)
    expect((await visitor.call(checkPasskey, { credential: device.get(options) })).code).toBe('sign_in_expired')
  })

  test('with a counter that did not grow betrays a copy: refused, and the officer is told', async () => {
    const { visitor, device } = await owner('officer.001')
    expect((await signIn(device, { counter: 7 })).answer.status).toBe(200)
    expect((await signIn(device, { counter: 7 })).answer.code).toBe('wrong_passkey')
    expect((await signIn(device, { counter: 3 })).answer.code).toBe('wrong_passkey')
    await app.drain()
    expect((await visitor.call(officerNotices, {})).body.notices.map(({ template }) => template)).toContain('identity.passkey_copied')
    expect((await signIn(device, { counter: 8 })).answer.status).toBe(200)
  })

  test('of a device that does not count is taken with 0 each time', async () => {
    const visitor = await at('officer.001')
    const device = makeDevice(town.url)
    await register(visitor, device, { counter: 0 })
    expect((await signIn(device, { counter: 0 })).answer.status).toBe(200)
    expect((await signIn(device, { counter: 0 })).answer.status).toBe(200)
  })

  test('five wrong ones lock the name; a locked or closed account is not opened by a right one', async () => {
    const { device } = await owner('officer.001')
    for (let left = 4; left > 0; left--) expect((await signIn(device, { signedByAnother: true })).answer.values).toEqual({ left })
    expect((await signIn(device, { signedByAnother: true })).answer.code).toBe('sign_in_locked')
    expect((await signIn(device)).answer.code).toBe('sign_in_locked')
    await sql`delete from identity.attempt`.execute(app.db)
    await sql`update identity.officer set disabled_at = now() where username = 'officer.001'`.execute(app.db)
    expect((await signIn(device)).answer.code).toBe('wrong_passkey')
  })
})

describe('a locked session', () => {
  const open = async (visitor: Visitor, device: Device, wrong: Wrong = {}) => {
    const { options } = (await visitor.call(askPasskey, {})).body
    return visitor.call(unlockWithPasskey, { credential: device.get(options, wrong) })
  }

  test('is opened by a passkey of the same person, and by nobody else’s', async () => {
    const { visitor, device } = await owner('officer.001')
    const other = await owner('officer.002')
    await visitor.call(lock, {})
    expect((await visitor.call(account, {})).code).toBe('session_locked')
    expect((await open(visitor, other.device)).code).toBe('wrong_passkey')
    expect((await open(visitor, device)).status).toBe(200)
    expect((await visitor.call(account, {})).status).toBe(200)
  })

  test('ends when the name is locked', async () => {
    const { visitor, device } = await owner('officer.001')
    await visitor.call(lock, {})
    for (let count = 0; count < 4; count++) expect((await open(visitor, device, { verified: false })).code).toBe('wrong_passkey')
    expect((await open(visitor, device, { verified: false })).code).toBe('sign_in_locked')
    expect((await visitor.call(session, {})).body.kind).toBe('nobody')
  })
})

test('what is no answer of a device is refused by its shape', async () => {
  const visitor = town.visitor()
  await visitor.call(askPasskey, {})
  for (const credential of ['', '{', '[]', '{"id":"A"}', JSON.stringify({ id: '../', rawId: 'A', type: 'public-key', response: {} })]) expect((await visitor.call(checkPasskey, { credential })).code).toBe('invalid_input')
})
