import { describe, expect, it } from 'vitest'
import { mineAskOf, mineListAt, type MineAsk } from './list-ask.ts'

describe('the address of one’s own dossiers', () => {
  it.each<[MineAsk, string]>([
    [{}, '/ho-so'], [{ show: 'collect' }, '/ho-so?loc=cho-nhan'], [{ show: 'waiting', q: 'Trần Văn' }, '/ho-so?loc=can-bo-sung&q=Tr%E1%BA%A7n+V%C4%83n'], [{ q: '0042', after: 'x|y' }, '/ho-so?q=0042&sau=x%7Cy'],
  ])('%o is %s, there and back', (ask, address) => {
    expect(mineListAt(ask)).toBe(address)
    expect(mineAskOf(new URL(address, 'http://localhost').searchParams)).toEqual(ask)
  })
  it('asks for less when somebody changed it, never for an error', () => {
    expect(mineAskOf(new URLSearchParams(`loc=gi-do&q=${'a'.repeat(500)}&sau=${'b'.repeat(500)}`))).toEqual({ q: 'a'.repeat(60) })
  })
})
