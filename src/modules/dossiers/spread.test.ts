import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spread, type Taker } from './spread.ts'

const procedure = fc.constantFrom('a', 'b', 'c')
const dossiers = fc.array(procedure, { maxLength: 60 }).map((list) => list.map((each, i) => ({ id: `d${i}`, procedure: each })))
const takers: fc.Arbitrary<Taker[]> = fc.array(fc.record({ load: fc.nat(20), procedures: fc.option(fc.subarray(['a', 'b', 'c'])) }), { maxLength: 6 }).map((list) => list.map((each, i) => ({ id: `t${i}`, ...each })))

describe('spreading a queue', () => {
  it('gives each dossier once, to somebody who may have it, and names those that nobody may', () => {
    fc.assert(fc.property(dossiers, takers, (list, people) => {
      const { to, nobody } = spread(list, people)
      expect([...to.keys(), ...nobody].toSorted()).toEqual(list.map(({ id }) => id).toSorted())
      for (const { id, procedure: code } of list) {
        const able = people.filter(({ procedures }) => procedures === null || procedures.includes(code)).map((each) => each.id)
        expect(nobody.includes(id)).toBe(able.length === 0)
        if (able.length > 0) expect(able).toContain(to.get(id))
      }
    }))
  })
  it('evens out: among people without limits who begin alike, nobody gets two more than another', () => {
    fc.assert(fc.property(dossiers, fc.integer({ min: 1, max: 6 }), (list, many) => {
      const people = Array.from({ length: many }, (_none, i): Taker => ({ id: `t${i}`, load: 3, procedures: null }))
      const counts = people.map(({ id }) => [...spread(list, people).to.values()].filter((to) => to === id).length)
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }))
  })
  it('gives first to whoever holds less already', () => {
    const people = [{ id: 'busy', load: 4, procedures: null }, { id: 'free', load: 1, procedures: null }]
    expect([...spread(['d1', 'd2', 'd3', 'd4'].map((id) => ({ id, procedure: 'a' })), people).to.values()]).toEqual(['free', 'free', 'free', 'busy'])
  })
})
