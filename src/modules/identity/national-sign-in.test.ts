import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Answer, type Town, type Visitor } from '../../apps/vneid/town.ts'
import { withApp, type TestApp } from '../../../test/with-app.ts'
import { sql } from '#platform/db'
import { markCookieName } from '#platform/sessions'
import { findCitizenByNumber, getCitizen, keepCitizen, NationalClaims } from './citizens.ts'
import { beginSignIn, completeSignIn, session, signInAnswer, signOut } from './contract.ts'
import { readPeople } from './demonstration.ts'
import identity from './module.ts'

let app: TestApp
let town: Town

beforeAll(async () => {
  app = await withApp({ at: '2026-11-25T02:00:00Z' })
  town = await openTown(app.application)
})
afterAll(() => town.close())

/** Goes to the national identity, chooses a person, answers the question; ends where the browser was sent back to. */
async function choose(visitor: Visitor, person: string, answer: 'yes' | 'no' = 'yes', returnTo = '/thu-tuc?trang=2'): Promise<URL> {
  const { body } = await visitor.call(beginSignIn, { returnTo })
  const page = await visitor.get(body.location)
  await visitor.post(page.url, { person })
  return new URL((await visitor.post(page.url, { person, answer })).url)
}

const complete = (visitor: Visitor, back: URL): Promise<Answer<{ returnTo: string }>> => visitor.call(completeSignIn, signInAnswer(back.searchParams))

async function signIn(person: string): Promise<Visitor> {
  const visitor = town.visitor()
  await complete(visitor, await choose(visitor, person))
  return visitor
}

const accounts = async () => Number((await sql<{ count: number }>`select count(*) from identity.citizen`.execute(app.db)).rows[0]?.count)

describe('a citizen', () => {
  test('signs in, is sent on, and is who the national identity says', async () => {
    const visitor = town.visitor()
    const back = await choose(visitor, 'an')
    expect(back.pathname).toBe('/dang-nhap/vneid')
    expect(await complete(visitor, back)).toMatchObject({ status: 200, body: { returnTo: '/thu-tuc?trang=2' } })
    expect((await visitor.call(session, {})).body).toMatchObject({ kind: 'citizen', role: 'citizen', name: 'Nguyễn Thị An', level: 2, locked: false, capacities: [] })
  })

  test('has the level that was proven, in the session', async () => {
    expect((await (await signIn('dung')).call(session, {})).body).toMatchObject({ name: 'Phạm Minh Dũng', level: 1 })
  })

  test('has one account however often they sign in', async () => {
    const before = await accounts()
    await Promise.all([signIn('cuc'), signIn('cuc'), signIn('cuc')])
    await signIn('cuc')
    expect(await accounts()).toBe(before + 1)
  })

  test('is found by the number, with every fact, and by no other', async () => {
    await signIn('an')
    const { sealer } = app.application.tools
    const [an] = readPeople(app.application.tools.province.folder)
    const found = await app.db.transaction().execute((tx) => findCitizenByNumber(tx, sealer, '999199000201'))
    expect(found).toEqual({
      id: found?.id, name: an?.name, number: '999199000201', born: '1999-03-14', gender: 'female', phone: an?.phone, email: an?.email, address: an?.address,
      area: '99001', nationality: 'Việt Nam', ethnicity: 'Kinh', level: 2, kind: 'citizen', passport: null, represents: { dependants: [], organisations: [] },
    })
    expect(await app.db.transaction().execute((tx) => getCitizen(tx, sealer, found?.id ?? ''))).toEqual(found)
    expect(await app.db.transaction().execute((tx) => findCitizenByNumber(tx, sealer, '999199000202'))).toBeUndefined()
  })

  test('may be somebody else the next time, in the same browser', async () => {
    const visitor = await signIn('an')
    await complete(visitor, await choose(visitor, 'binh'))
    expect((await visitor.call(session, {})).body.name).toBe('Trần Văn Bình')
  })

  test('signs out, and is nobody', async () => {
    const visitor = await signIn('an')
    expect((await visitor.call(signOut, {})).status).toBe(200)
    expect((await visitor.call(session, {})).body).toMatchObject({ kind: 'nobody', role: 'nobody', name: '' })
  })
})

describe('people of every kind', () => {
  const kept = async (subject: string) => {
    await signIn(subject)
    const person = readPeople(app.application.tools.province.folder).find((each) => each.subject === subject)
    return app.db.transaction().execute((tx) => findCitizenByNumber(tx, app.application.tools.sealer, person?.number ?? ''))
  }

  test('a parent has the children that the national identity names', async () => {
    expect((await kept('giang'))?.represents).toEqual({
      organisations: [],
      dependants: [
        { citizen_number: '999216000207', name: 'Nguyễn Gia Huy', birthdate: '2016-05-02', gender: 'male', relation: 'parent', address: 'Số 6, đường Mẫu, khu phố Một', nationality: 'Việt Nam', area_code: '99001', ethnicity: 'Kinh' },
        { citizen_number: '999206000208', name: 'Nguyễn Gia Khang', birthdate: '2006-02-01', gender: 'male', relation: 'parent', address: 'Số 6, đường Mẫu, khu phố Một', nationality: 'Việt Nam', area_code: '99001', ethnicity: 'Kinh' },
      ],
    })
  })

  test('a director represents a company', async () => {
    expect((await kept('binh'))?.represents.organisations).toEqual([{ code: '9900000011', name: 'Công ty TNHH Mẫu', address: 'Số 20, đường Mẫu, khu phố Hai', area_code: '99002', title: 'Giám đốc' }])
  })

  test('a foreigner has a passport', async () => {
    expect(await kept('smith')).toMatchObject({ kind: 'foreigner', passport: 'P12345678', nationality: 'Anh' })
  })

  test('none of it lies open in the database', async () => {
    await Promise.all(['giang', 'smith'].map((subject) => signIn(subject)))
    const { rows } = await sql<{ text: string }>`select c::text as text from identity.citizen c`.execute(app.db)
    for (const secret of ['999216000207', 'Gia Huy', 'P12345678', ...['999216000207', 'Gia Huy', 'P12345678'].map((text) => Buffer.from(text).toString('hex'))]) expect(rows.map(({ text }) => text).join('\n')).not.toContain(secret)
  })

  test.each(['huy', 'mo'])('somebody without an account (%s) cannot be chosen', async (subject) => {
    const visitor = town.visitor()
    const page = await visitor.get((await visitor.call(beginSignIn, { returnTo: '/' })).body.location)
    expect(page.text).not.toContain(`value="${subject}"`)
    const answered = await visitor.post(page.url, { person: subject, answer: 'yes' })
    expect(answered.url).toBe(page.url)
    expect((await visitor.call(session, {})).body.kind).toBe('nobody')
  })
})

describe('an account follows the person', () => {
  const claims = (change: Partial<NationalClaims>): NationalClaims => NationalClaims.parse({ sub: 'x-1', name: 'Người Một', citizen_number: '999099000901', identity_level: 1, ...change })
  const keep = (change: Partial<NationalClaims>) => app.db.transaction().execute((tx) => keepCitizen(tx, app.application.tools.sealer, claims(change), new Date()))

  test('through a new name, a new level, a corrected number and a new subject', async () => {
    const id = await keep({})
    expect(await keep({ name: 'Người Một Mới', identity_level: 2 })).toBe(id)
    expect(await keep({ citizen_number: '999099000902' })).toBe(id)
    expect(await keep({ citizen_number: '999099000902', sub: 'x-2' })).toBe(id)
  })

  test('and is never made out of two', async () => {
    await keep({ sub: 'y-1', citizen_number: '999099000911' })
    await keep({ sub: 'y-2', citizen_number: '999099000912' })
    await expect(keep({ sub: 'y-1', citizen_number: '999099000912' })).rejects.toMatchObject({ code: 'identity_conflict' })
  })
})

describe('a sign-in is refused, and nobody is signed in,', () => {
  async function refused(visitor: Visitor, answer: Answer<unknown>, code: string): Promise<void> {
    expect(answer.code).toBe(code)
    expect((await visitor.call(session, {})).body.kind).toBe('nobody')
  }

  test('when the person does not agree to share', async () => {
    const visitor = town.visitor()
    const back = await choose(visitor, 'an', 'no')
    expect(back.searchParams.get('error')).toBe('access_denied')
    const answer = await complete(visitor, back)
    await refused(visitor, answer, 'sign_in_refused')
    expect(answer.values).toEqual({ returnTo: '/thu-tuc?trang=2' })
  })

  test('when the person goes back without choosing', async () => {
    const visitor = town.visitor()
    const page = await visitor.get((await visitor.call(beginSignIn, { returnTo: '/' })).body.location)
    const back = await visitor.post(page.url, { answer: 'no' })
    await refused(visitor, await complete(visitor, new URL(back.url)), 'sign_in_refused')
  })

  test('when the state is forged; and the sign-in is used up by it', async () => {
    const visitor = town.visitor()
    const back = await choose(visitor, 'an')
    const forged = new URL(back)
    forged.searchParams.set('state', 'forged')
    await refused(visitor, await complete(visitor, forged), 'sign_in_invalid')
    await refused(visitor, await complete(visitor, back), 'sign_in_expired')
  })

  test('when the answer comes a second time', async () => {
    const visitor = town.visitor()
    const back = await choose(visitor, 'an')
    expect((await complete(visitor, back)).status).toBe(200)
    await visitor.call(signOut, {})
    await refused(visitor, await complete(visitor, back), 'sign_in_expired')
  })

  test('when two answers race: one wins', async () => {
    const visitor = town.visitor()
    const back = await choose(visitor, 'an')
    const answers = await Promise.all([complete(visitor, back), complete(visitor, back)])
    expect(answers.map(({ code }) => code ?? 'done').toSorted((a, b) => a.localeCompare(b))).toEqual(['done', 'sign_in_expired'])
  })

  test('when the answer is carried to another browser', async () => {
    const [owner, thief] = [town.visitor(), town.visitor()]
    const back = await choose(owner, 'an')
    await refused(thief, await complete(thief, back), 'sign_in_expired')
    // and to one that has a sign-in of its own under way
    await thief.call(beginSignIn, { returnTo: '/' })
    await refused(thief, await complete(thief, back), 'sign_in_invalid')
    expect((await complete(owner, back)).status).toBe(200)
  })

  test('when the browser has lost its mark', async () => {
    const visitor = town.visitor()
    const back = await choose(visitor, 'an')
    visitor.cookies.splice(visitor.cookies.findIndex(({ name }) => name === markCookieName), 1)
    await refused(visitor, await complete(visitor, back), 'sign_in_expired')
  })

  test('when it took too long', async () => {
    const visitor = town.visitor()
    const back = await choose(visitor, 'an')
    await sql`update identity.pending set expires_at = now() - interval '1 second'`.execute(app.db)
    await refused(visitor, await complete(visitor, back), 'sign_in_expired')
  })

  test('when the code was used up elsewhere', async () => {
    const visitor = town.visitor()
    const back = await choose(visitor, 'an')
    back.searchParams.set('code', 'x'.repeat(43))
    await refused(visitor, await complete(visitor, back), 'sign_in_invalid')
  })

  test.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'thu-tuc', '/a\nb', '', `/${'a'.repeat(500)}`])('when it would lead to %j', async (returnTo) => {
    const visitor = town.visitor()
    await refused(visitor, await visitor.call(beginSignIn, { returnTo }), 'invalid_input')
  })
})

test('what is kept of a sign-in under way opens nothing without the secret, and goes when it is old', async () => {
  const visitor = town.visitor()
  const { location } = (await visitor.call(beginSignIn, { returnTo: '/mot-noi-rieng' })).body
  const state = new URL(location).searchParams.get('state') ?? ''
  const { rows } = await sql<{ text: string }>`select p::text as text from identity.pending p`.execute(app.db)
  const kept = rows.map(({ text }) => text).join('\n')
  const mark = visitor.cookies.find(({ name }) => name === markCookieName)?.value ?? ''
  for (const secret of [state, mark, '/mot-noi-rieng']) {
    expect(kept).not.toContain(secret)
    expect(kept).not.toContain(Buffer.from(secret).toString('hex'))
  }
  await sql`update identity.pending set expires_at = now() - interval '1 second'`.execute(app.db)
  const job = identity.jobs?.find(({ name }) => name === 'identity.forget-old')
  await job?.run(app.application.tools, {})
  expect((await sql`select 1 from identity.pending`.execute(app.db)).rows).toEqual([])
})
