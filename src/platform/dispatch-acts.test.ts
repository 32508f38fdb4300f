import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { ask, refusal, sessionOf, somebody, withTools } from '../../test/with-db-tools.ts'
import { openDb, only, sql, type Db, type Tx } from './db.ts'
import { makeDispatch } from './dispatch.ts'
import { route, type Call, type Route } from './http.ts'
import { forgetKeys } from './idempotency.ts'
import { makeLimiter } from './rate-limit.ts'

const trial = `create table trial.note (id int generated always as identity primary key, word text not null);
  create table trial.counter (one boolean primary key default true, last int not null)`
const { tools, db, url } = await withTools({ trial })

let commits = 0
const dispatch = makeDispatch({ tools, limiter: makeLimiter(), onCommit: () => void (commits += 1) })
const Input = z.strictObject({ word: z.string(), more: z.record(z.string(), z.unknown()).optional() })
const Output = z.object({ id: z.number(), at: z.string().optional() })
type NoteCall = Call<z.output<typeof Input>>
const contract = (name: string) => defineContract({ name: `trial.${name}`, method: 'POST', path: `/api/trial/${name}`, summary: name, input: Input, output: Output })
const write = async (tx: Tx, word: string) => only((await sql<{ id: number }>`insert into trial.note (word) values (${word}) returning id`.execute(tx)).rows)
const note = (name = 'note', options: object = {}, run: (call: NoteCall) => Promise<z.input<typeof Output>> = (call) => write(call.tx, call.input.word)): Route =>
  route(contract(name), { who: 'anyone', ...options }, run)
const notes = async () => (await sql<{ word: string }>`select word from trial.note order by id`.execute(db)).rows.map((row) => row.word)
const keys = async () => only((await sql<{ count: number }>`select count(*) as count from platform.idempotency`.execute(db)).rows).count
const an = somebody('citizen')

beforeEach(async () => {
  commits = 0
  await sql`truncate trial.note, trial.counter, platform.idempotency restart identity`.execute(db)
  await sql`insert into trial.counter (last) values (0)`.execute(db)
})

describe('a key', () => {
  it('gives the same answer to a second press, and one effect', async () => {
    const press = ask(note(), an, { word: 'one', more: { b: 1, a: [2, { d: 3, c: 4 }] } })
    const first = await dispatch(press)
    expect(await dispatch({ ...press, input: { more: { a: [2, { c: 4, d: 3 }], b: 1 }, word: 'one' } })).toEqual(first)
    expect([await notes(), commits]).toEqual([['one'], 2])
  })

  it.each([
    ['another body', 409, 'idempotency_mismatch', { input: { word: 'two' } }],
    ['another act', 409, 'idempotency_mismatch', { route: note('another') }],
    ['another person', 404, 'not_found', { actor: somebody('citizen') }],
    ['nobody', 404, 'not_found', { actor: somebody('nobody') }],
    ['an officer with the number of the citizen', 404, 'not_found', { actor: somebody('clerk', an.id ?? '') }],
  ] as const)('is refused to %s with %i', async (_whose, status, code, change) => {
    const press = ask(note(), an, { word: 'one' })
    await dispatch(press)
    expect(await refusal(dispatch({ ...press, ...change }))).toMatchObject({ status, code })
    expect(await notes()).toEqual(['one'])
  })

  it.each([['none', undefined], ['a word', 'again'], ['a number in capitals', uuidv7().toUpperCase()], ['an empty one', '']])('has to be there and to be a UUID: %s', async (_what, key) => {
    expect(await refusal(dispatch({ ...ask(note(), an, { word: 'one' }), key }))).toMatchObject({ code: 'idempotency_key_required', status: 400 })
    expect(await notes()).toEqual([])
  })

  it('is not asked for, nor looked at, where the act may be repeated', async () => {
    const row = note('say-again', { repeatable: 'saying it twice is no harm' })
    const press = ask(row, an, { word: 'one' })
    expect(await dispatch(press)).not.toEqual(await dispatch(press))
    await dispatch({ ...press, key: undefined })
    expect([await notes(), await keys()]).toEqual([['one', 'one', 'one'], 0])
  })

  it('makes the second of two presses at the same moment wait for the first', async () => {
    const { promise: inside, resolve: enter } = Promise.withResolvers<void>()
    const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
    let runs = 0
    const slow = note('slow', {}, async (call) => {
      runs += 1
      enter()
      await free
      return write(call.tx, call.input.word)
    })
    const press = ask(slow, an, { word: 'one' })
    const first = dispatch(press)
    await inside
    const second = dispatch(press)
    await expect.poll(async () => only((await sql<{ waiting: number }>`select count(*) as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)).rows).waiting).toBe(1)
    letGo()
    expect(await second).toEqual(await first)
    expect([await notes(), runs]).toEqual([['one'], 1])
  })

  it('is free again when the act was refused, and when it broke', async () => {
    const key = uuidv7()
    for (const error of [new Failure('action_not_allowed'), new TypeError('a fault')]) {
      await expect(dispatch(ask(note('note', {}, async (call) => {
        await write(call.tx, 'never')
        throw error
      }), an, { word: 'one' }, { key }))).rejects.toBe(error)
    }
    expect([await keys(), commits]).toEqual([0, 0])
    await dispatch(ask(note(), an, { word: 'one' }, { key }))
    expect(await notes()).toEqual(['one'])
  })

  it('of a file holds for the bytes too', async () => {
    const upload = (hash: string) => ({ upload: { hash, size: 1, type: 'application/pdf', scan: 'clean' as const, name: 'a.pdf' } })
    const press = ask(note(), an, { word: 'one' }, upload('a'.repeat(64)))
    expect(await dispatch(press)).toEqual(await dispatch(press))
    expect(await refusal(dispatch({ ...press, ...upload('b'.repeat(64)) }))).toMatchObject({ code: 'idempotency_mismatch' })
  })

  it('is forgotten when it is old', async () => {
    for (const age of [1, 9]) {
      const { key } = ask(note(), an, {})
      await dispatch(ask(note(), an, { word: 'one' }, { key }))
      await sql`update platform.idempotency set created_at = now() - make_interval(days => ${age}) where key = ${key}`.execute(db)
    }
    await forgetKeys(db as Tx, 7)
    expect(await keys()).toBe(1)
  })
})

describe('the answer of an act', () => {
  it('is kept as it left: what the contract does not name is not kept either', async () => {
    const row = note('note', {}, async (call) => ({ ...(await write(call.tx, call.input.word)), secret: 'never' }))
    const press = ask(row, an, { word: 'one' })
    expect([await dispatch(press), await dispatch(press)]).toEqual([{ id: 1 }, { id: 1 }])
    expect((await sql`select answer from platform.idempotency`.execute(db)).rows).toEqual([{ answer: { id: 1 } }])
  })

  it('that is not what the contract says undoes the act', async () => {
    const row = note('note', {}, async (call) => ({ id: String((await write(call.tx, call.input.word)).id) as never }))
    await expect(dispatch(ask(row, an, { word: 'one' }))).rejects.toThrow(/expected number/)
    expect([await notes(), await keys(), commits]).toEqual([[], 0, 0])
  })

  // how an act hands out numbers that everybody waits for: the row of the counter is locked at the very end
  const numbered = (order: string[] = []) => note('numbered', {
    replay: async (call: Call, stored: unknown) => {
      const kept = z.object({ word: z.string() }).parse(stored)
      return only((await sql<{ id: number }>`select id from trial.note where word = ${kept.word}`.execute(call.tx)).rows)
    },
  }, async (call) => {
    call.lastly(async () => {
      order.push('last')
      expect(await keysIn(call.tx)).toBe(1)
      const { last } = only((await sql<{ last: number }>`update trial.counter set last = last + 1 returning last`.execute(call.tx)).rows)
      return write(call.tx, `number ${last}: ${call.input.word}`)
    })
    order.push('act')
    return { word: `number 1: ${call.input.word}` } as never
  })
  const keysIn = async (tx: Tx) => only((await sql<{ count: number }>`select count(*) as count from platform.idempotency where answer is not null`.execute(tx)).rows).count

  it('may be made at the very end, and is then built again from what was kept', async () => {
    const order: string[] = []
    const press = ask(numbered(order), an, { word: 'one' })
    expect([await dispatch(press), await dispatch(press)]).toEqual([{ id: 1 }, { id: 1 }])
    expect([order, await notes()]).toEqual([['act', 'last'], ['number 1: one']])
  })

  it('made at the end without a way to build it again is a fault, and nothing is kept', async () => {
    const row = note('note', {}, async (call) => {
      await write(call.tx, 'never')
      call.lastly(async () => ({ id: 1 }))
      return { id: 0 }
    })
    await expect(dispatch(ask(row, an, { word: 'one' }))).rejects.toThrow('the route needs a replay')
    expect(await notes()).toEqual([])
    expect(await dispatch(ask(note('again', { repeatable: 'no key is kept' }, async (call) => (call.lastly(async () => ({ id: 7 })), { id: 0 })), an, { word: 'one' }))).toEqual({ id: 7 })
  })
})

describe('an act that opens its transactions itself', () => {
  it('keeps what it wrote although it refuses: a failed attempt is counted', async () => {
    const row = note('try', { transaction: 'own', repeatable: 'each attempt counts' }, async (call) => {
      await call.db.transaction().execute((tx) => write(tx, 'attempt'))
      throw new Failure('forbidden')
    })
    for (let attempt = 0; attempt < 2; attempt++) expect(await refusal(dispatch(ask(row, an, { word: 'one' })))).toMatchObject({ code: 'forbidden' })
    expect([await notes(), commits]).toEqual([['attempt', 'attempt'], 0])
  })
})

describe('what the server undoes for the sake of another', () => {
  it('is done again from the start, with the session as it was', async () => {
    let runs = 0
    const cookies: string[] = []
    const session = sessionOf('open', cookies)
    const signedIn: boolean[] = []
    const row = note('sign-out', {}, async (call) => {
      runs += 1
      signedIn.push(call.session.current !== null)
      await call.session.end(call.tx)
      await write(call.tx, call.input.word)
      if (runs === 1) await sql.raw("do $$ begin raise exception 'made up' using errcode = '40P01'; end $$").execute(call.tx)
      return { id: 1 }
    })
    await dispatch(ask(row, an, { word: 'one' }, { session }))
    expect([runs, signedIn, session.current, cookies.length, await notes()]).toEqual([2, [true, true], null, 1, ['one']])
  })
})

describe('an act that is refused after it changed the session', () => {
  it('leaves the browser the session that it had, and no cookie of one that was undone', async () => {
    const cookies: string[] = []
    const session = sessionOf('open', cookies)
    const before = session.current
    const row = note('sign-in', {}, async (call) => {
      await call.session.start(call.tx, { kind: 'citizen', subject: uuidv7() })
      throw new Failure('forbidden')
    })
    expect(await refusal(dispatch(ask(row, an, { word: 'one' }, { session })))).toMatchObject({ code: 'forbidden' })
    expect([session.current, cookies]).toEqual([before, []])
  })
})

describe('a database that goes away in the middle of an act', () => {
  const opened: Db[] = []
  afterAll(() => Promise.all(opened.map((each) => each.destroy())))

  it('is told as such; nothing of the act is kept, and its key is free for the next attempt', async () => {
    const own = openDb({ url, poolSize: 2 })
    opened.push(own)
    const fragile = makeDispatch({ tools: { ...tools, db: own }, limiter: makeLimiter() })
    let killed = false
    const row = note('note', {}, async (call) => {
      const written = await write(call.tx, call.input.word)
      if (!killed) {
        killed = true
        await sql`select pg_terminate_backend(${only((await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(call.tx)).rows).pid}, 5000)`.execute(db)
      }
      return written
    })
    const press = ask(row, an, { word: 'one' })
    expect(await refusal(fragile(press))).toMatchObject({ code: 'unavailable', status: 503 })
    expect([await notes(), await keys()]).toEqual([[], 0])
    expect(await fragile(press)).toMatchObject({ id: expect.any(Number) })
    expect(await notes()).toEqual(['one'])
  })
})
