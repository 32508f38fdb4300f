import { describe, expect, it } from 'vitest'
import type { Body, Condition, Paper } from '#contract/procedures'
import { chanceOf, papersByCase } from './paper-cases.ts'

const isCase = (value: string): Condition => ({ op: 'is', field: 'case', value })
const answered: Condition = { op: 'is', field: 'whom', value: 'other' }

describe('what a condition promises before the questions', () => {
  it.each<[string, Condition | undefined, string]>([
    ['no condition', undefined, 'yes'],
    ['this case', isCase('married'), 'yes'],
    ['another case', isCase('divorced'), 'no'],
    ['one of several cases', { op: 'oneOf', field: 'case', values: ['married', 'widowed'] }, 'yes'],
    ['an answer', answered, 'perhaps'],
    ['a date that is long past', { op: 'olderThan', field: 'childBorn', days: 60 }, 'perhaps'],
    ['not another case', { op: 'not', of: isCase('divorced') }, 'yes'],
    ['not an answer', { op: 'not', of: answered }, 'perhaps'],
    ['this case and an answer', { op: 'and', of: [isCase('married'), answered] }, 'perhaps'],
    ['another case and an answer', { op: 'and', of: [isCase('divorced'), answered] }, 'no'],
    ['this case or an answer', { op: 'or', of: [answered, isCase('married')] }, 'yes'],
    ['another case or an answer', { op: 'or', of: [isCase('divorced'), answered] }, 'perhaps'],
  ])('%s', (_name, condition, chance) => expect(chanceOf(condition, 'married')).toBe(chance))
})

describe('papers by case', () => {
  const paper = (code: string, when?: Condition) => ({ code, when }) as unknown as Paper
  const body = {
    cases: { options: [{ code: 'single' }, { code: 'divorced' }] },
    papers: [paper('form'), paper('authorisation', answered), paper('judgment', isCase('divorced')), paper('abroad', { op: 'and', of: [isCase('divorced'), answered] })],
  } as unknown as Body

  it('keep what everybody needs apart from what a case adds', () => {
    const { always, cases } = papersByCase(body)
    expect(always.map(({ paper: { code }, perhaps }) => [code, perhaps])).toEqual([['form', false], ['authorisation', true]])
    expect(cases.map(({ code, papers }) => [code, papers.map((row) => [row.paper.code, row.perhaps])])).toEqual([['single', []], ['divorced', [['judgment', false], ['abroad', true]]]])
  })
})
