import { expect, it } from 'vitest'
import { findRing, mayCall, moduleNames, unknownNames } from './may-call.ts'

it('the list of who may call whom has no ring and points at nothing unknown', () => {
  expect(findRing(mayCall)).toBeUndefined()
  expect(unknownNames(mayCall)).toEqual([])
  expect(moduleNames).toContain('dossiers')
})

it.each([
  ['a module that calls itself', { a: ['a'] }, ['a', 'a']],
  ['two that call each other', { a: ['b'], b: ['a'] }, ['a', 'b', 'a']],
  ['a long way round, behind a tail that is not part of it', { tail: ['a'], a: ['b'], b: ['c'], c: ['a'] }, ['a', 'b', 'c', 'a']],
  ['two ways to one module, which is no ring', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, undefined],
])('%s', (_, arrows, ring) => {
  expect(findRing(arrows)).toEqual(ring)
})

it('an arrow to a module without a line is named', () => {
  expect(unknownNames({ a: ['b', 'c'], b: [] })).toEqual(['a -> c'])
})
