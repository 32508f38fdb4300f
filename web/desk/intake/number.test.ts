import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Body } from '#contract/procedures'
import { clerkWhoSaw } from '../dossier/shown.ts'
import { isGivenHere } from './visit.ts'

describe('what a visit ends with', () => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'provinces', 'national', 'procedures')
  const bodyOf = (code: string): Body => Body.parse((JSON.parse(readFileSync(join(folder, `${code}.json`), 'utf8')) as { versions: { body: unknown }[] }).versions.at(-1)?.body)
  const here = { registeredAt: '99001', receive: 'counter', collectAt: '99001' }
  it.each<[string, string, Record<string, string>, boolean]>([
    ['an ordinary procedure', '1.004873', here, false], ['certified copies, whatever is said', '2.000815', {}, true], ['an extract, nothing said yet', '2.000635', {}, false],
    ['kept here and given here', '2.000635', here, true], ['kept elsewhere', '2.000635', { ...here, registeredAt: '99002' }, false], ['given elsewhere', '2.000635', { ...here, collectAt: '99002' }, false],
    ['electronic', '2.000635', { ...here, receive: 'electronic' }, false],
  ])('%s', (_, code, answers, number) => {
    const body = bodyOf(code)
    expect(isGivenHere(body, { case: body.cases.options[0]?.code ?? null, answers, today: '2026-11-25' }, '99001')).toBe(number)
  })
})

describe('who saw a paper at the counter', () => {
  const acts = [{ action: 'accept', actor: { name: 'Lê Thị Cúc' } }] as unknown as Parameters<typeof clerkWhoSaw>[0]['acts']
  const table: ['online' | 'counter', 'online' | 'counter' | 'supplement', string | null][] = [
    ['counter', 'counter', 'Lê Thị Cúc'], ['counter', 'supplement', null], ['online', 'online', null], ['online', 'counter', null],
  ]
  it.each(table)('a dossier %s, a paper %s: %s', (channel, source, name) => expect(clerkWhoSaw({ channel, acts }, { source })).toBe(name))
})
