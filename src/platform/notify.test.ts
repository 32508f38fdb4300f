import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { setTimeout as sleep } from 'node:timers/promises'
import { uuidv7 } from '#kernel/ids'
import { withTools } from '../../test/with-db-tools.ts'
import { inTransaction, openDb, sql } from './db.ts'
import { correlationId, withCorrelation } from './log.ts'
import { createMetrics } from './metrics.ts'
import { listMessages, messagesOf, notify, portalChannel, resendMessage, sendDue, startSending, type Channel, type Message } from './notify.ts'

const { db, url, log, logged } = await withTools()
const other = openDb({ url, poolSize: 4 })
afterAll(() => other.destroy())

const [an, binh] = [uuidv7(), uuidv7()]
const at = new Date('2026-11-25T02:00:00Z')
const tell = (key: string, person = an, subject = 'dossier-1') =>
  inTransaction(db, (tx) => notify(tx, { key, person, subject, template: 'dossier-accepted', facts: { code: 'H001', due: '2026-12-01' }, at }))

/** A channel that writes down what it was given, and does as `answer` says. */
function channel(answer: (message: Message) => Promise<void> = async () => {}): Channel & { sent: string[] } {
  const sent: string[] = []
  return { name: 'trial', sent, send: async (message) => (sent.push(message.key), answer(message)) }
}
const makeDue = () => sql`update platform.message set next_at = now() where state = 'waiting'`.execute(db)
const states = async () => Object.fromEntries((await listMessages(db, {})).map((message) => [message.key, message.state]))
const only = async () => (await listMessages(db, {}))[0]

beforeEach(async () => {
  logged.length = 0
  await sql`truncate platform.message`.execute(db)
})

describe('a notice', () => {
  it('exists when what it tells was kept, and not otherwise', async () => {
    await expect(inTransaction(db, async (tx) => {
      await notify(tx, { key: 'one', person: an, subject: 'x', template: 't', facts: {}, at })
      throw new Error('no')
    })).rejects.toThrow('no')
    expect(await states()).toEqual({})
  })

  it('is one by its key, also when two tell it at once, and whatever the second says', async () => {
    await Promise.all([tell('one'), tell('one'), tell('one', binh)])
    const trial = channel()
    expect([await sendDue(db, trial, log), await sendDue(db, trial, log), trial.sent]).toEqual([1, 0, ['one']])
    await tell('one')
    expect(await sendDue(db, trial, log)).toBe(0)
  })

  it('reaches the channel whole, with the correlation id of who told it', async () => {
    await withCorrelation('a-request-of-hers', () => tell('one'))
    const heard: unknown[] = []
    await sendDue(db, { name: 'trial', send: async ({ key, person, subject, template, facts, at: when }) => void heard.push({ key, person, subject, template, facts, when, correlation: correlationId() }) }, log)
    expect(heard).toEqual([{ key: 'one', person: an, subject: 'dossier-1', template: 'dossier-accepted', facts: { code: 'H001', due: '2026-12-01' }, when: at, correlation: 'a-request-of-hers' }])
  })

  it('goes out in the order in which it was told', async () => {
    for (let n = 0; n < 120; n++) await tell(String(n))
    const trial = channel()
    while ((await sendDue(db, trial, log)) > 0);
    expect(trial.sent).toEqual(Array.from({ length: 120 }, (_, n) => String(n)))
  })

  it('is listed for its person newest first, and for its subject as it went', async () => {
    await tell('one', an, 'dossier-1')
    await tell('two', binh, 'dossier-1')
    await tell('three', an, 'dossier-2')
    await sendDue(db, portalChannel, log)
    expect((await messagesOf(db, an)).map(({ key, state, channel: by }) => [key, state, by])).toEqual([['three', 'sent', 'portal'], ['one', 'sent', 'portal']])
    expect((await listMessages(db, { subject: 'dossier-1' })).map(({ key }) => key)).toEqual(['one', 'two'])
    expect((await messagesOf(db, an, 1)).map(({ key }) => key)).toEqual(['three'])
  })
})

describe('a channel that fails', () => {
  it('is tried again with growing pauses, then the notice waits for a person, who can send it again', async () => {
    await tell('one')
    const broken = channel(() => Promise.reject(new Error('quota exceeded')))
    const pauses: number[] = []
    for (let attempt = 0; attempt < 8; attempt++) {
      await makeDue()
      expect(await sendDue(db, broken, log)).toBe(1)
      pauses.push((await sql<{ pause: number }>`select round(extract(epoch from next_at - now()))::int as pause from platform.message`.execute(db)).rows[0]?.pause ?? 0)
    }
    expect(pauses.slice(0, 7)).toEqual([2, 4, 8, 16, 32, 64, 128])
    expect(await only()).toMatchObject({ state: 'dead', attempts: 8, error: 'quota exceeded', channel: 'trial', sentAt: null })
    expect(await sendDue(db, broken, log)).toBe(0)
    const id = (await only())?.id ?? ''
    expect(await resendMessage(db, id)).toBe(true)
    const mended = channel()
    await sendDue(db, mended, log)
    expect([mended.sent, await only()]).toMatchObject([['one'], { state: 'sent', error: null, sentAt: expect.any(Date) }])
    expect([await resendMessage(db, id), await resendMessage(db, uuidv7())]).toEqual([false, false])
    expect(logged.filter((line) => line['message'] === id)).toHaveLength(8)
  })

  it('for one notice does not keep the others', async () => {
    for (const key of ['one', 'two', 'three']) await tell(key)
    await sendDue(db, channel(({ key }) => (key === 'two' ? Promise.reject(new Error('no such person')) : Promise.resolve())), log)
    expect(await states()).toEqual({ one: 'sent', two: 'waiting', three: 'sent' })
  })

  it('because its server is away has failed, and not the database', async () => {
    for (const key of ['one', 'two']) await tell(key)
    const away = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:443'), { code: 'ECONNREFUSED' })
    expect(await sendDue(db, channel(() => Promise.reject(away)), log)).toBe(2)
    expect((await listMessages(db, {})).map(({ state, attempts, error }) => [state, attempts, error])).toEqual([['waiting', 1, away.message], ['waiting', 1, away.message]])
  })

  it('by never answering has failed too, and holds up the next ones no longer than its time', async () => {
    for (const key of ['one', 'two']) await tell(key)
    const hanging = channel(({ key }) => (key === 'one' ? new Promise(() => {}) : Promise.resolve()))
    expect(await sendDue(db, hanging, log, 0.4)).toBe(2)
    expect((await listMessages(db, {})).map(({ key, state, error }) => [key, state, error])).toEqual([['two', 'sent', null], ['one', 'waiting', 'no answer within 0.1 s']])
  })
})

describe('two processes that send', () => {
  it('send each notice once', async () => {
    for (let n = 0; n < 40; n++) await tell(String(n))
    const trial = channel(() => sleep(1))
    await Promise.all([sendDue(db, trial, log), sendDue(other, trial, log), sendDue(db, trial, log), sendDue(other, trial, log)])
    expect(trial.sent.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 40 }, (_, n) => String(n)))
  })

  it('never have the same notice at once, also when the channel is slower than the lease of a whole batch', async () => {
    for (let n = 0; n < 30; n++) await tell(String(n))
    const inHand = new Set<string>()
    const twice: string[] = []
    const slow = channel(async ({ key }) => {
      if (inHand.has(key)) twice.push(key)
      inHand.add(key)
      await sleep(40)
    })
    const work = async (from: typeof db) => {
      while (Object.values(await states()).includes('waiting')) {
        if ((await sendDue(from, slow, log, 0.5)) === 0) await sleep(10)
      }
    }
    await Promise.all([work(db), work(other)])
    expect([twice, slow.sent.length, (await only())?.attempts]).toEqual([[], 30, 1])
  })
})

describe('a process that is killed between sending and noting it', () => {
  it('has it sent again by another, with the same key, when its lease is over: the channel makes it one', async () => {
    await tell('one')
    const trial = channel()
    const dying = openDb({ url, poolSize: 1 })
    const killed = { ...trial, send: async (message: Message) => (await trial.send(message), dying.destroy()) }
    await expect(sendDue(dying, killed, log)).rejects.toThrow()
    expect([await sendDue(db, trial, log), await states()]).toEqual([0, { one: 'waiting' }])
    await makeDue()
    await sendDue(db, trial, log)
    expect([trial.sent, await only()]).toMatchObject([['one', 'one'], { state: 'sent', attempts: 2 }])
  })
})

describe('sending in the background', () => {
  it('sends what comes, ends after the notice in hand, and tells how old the oldest is', async () => {
    const metrics = createMetrics({ process: false })
    await tell('old')
    await sql`update platform.message set next_at = now() - interval '40 seconds'`.execute(db)
    const { promise: free, resolve: letGo } = Promise.withResolvers<void>()
    const trial = channel(() => free)
    const sending = startSending(db, trial, { log, metrics, pollMilliseconds: 10 })
    await expect.poll(() => trial.sent).toEqual(['old'])
    const stopped = sending.stop()
    letGo()
    await stopped
    expect(await states()).toEqual({ old: 'sent' })
    await tell('later')
    await sql`update platform.message set next_at = now() - interval '40 seconds' where key = 'later'`.execute(db)
    expect(await metrics.text()).toMatch(/tinhso_message_age_seconds (?:39|4\d)/)
    expect(trial.sent).toEqual(['old'])
  })
})
