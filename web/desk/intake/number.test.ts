import { describe, expect, it } from 'vitest'
import { clerkWhoSaw } from '../dossier/shown.ts'
import { endsWithNumber } from './visit.ts'

describe('what a visit ends with', () => {
  const delivery = { question: 'receive', place: 'collectAt' }
  const table: [string, Parameters<typeof endsWithNumber>[0], Record<string, string>, boolean][] = [
    ['an ordinary procedure', { immediate: false, delivery }, {}, false], ['given at once, with no choice', { immediate: true }, {}, true],
    ['nothing said yet', { immediate: true, delivery }, {}, true], ['on paper', { immediate: true, delivery }, { receive: 'counter' }, true],
    ['on paper, here', { immediate: true, delivery }, { receive: 'counter', collectAt: '99001' }, true], ['on paper, elsewhere', { immediate: true, delivery }, { receive: 'counter', collectAt: '99002' }, false],
    ['electronic', { immediate: true, delivery }, { receive: 'electronic' }, false],
  ]
  it.each(table)('%s', (_, body, answers, number) => expect(endsWithNumber(body, { answers }, '99001')).toBe(number))
})

describe('who saw a paper at the counter', () => {
  const acts = [{ action: 'accept', actor: { name: 'Lê Thị Cúc' } }] as unknown as Parameters<typeof clerkWhoSaw>[0]['acts']
  const table: ['online' | 'counter', 'online' | 'counter' | 'supplement', string | null][] = [
    ['counter', 'counter', 'Lê Thị Cúc'], ['counter', 'supplement', null], ['online', 'online', null], ['online', 'counter', null],
  ]
  it.each(table)('a dossier %s, a paper %s: %s', (channel, source, name) => expect(clerkWhoSaw({ channel, acts }, { source })).toBe(name))
})
