import { describe, expect, it } from 'vitest'
import type { Question } from '#contract/procedures'
import { acceptedFacts } from './draft.ts'

type Answered = Pick<Question, 'code' | 'prefill'>

const known = { 'citizen.name': 'Đỗ Thị Giang', 'citizen.residence.area': '99003', 'citizen.residence.line': 'Số 6' }
const name: Answered = { code: 'motherName', prefill: { from: 'citizen.name', as: 'fact' } }
const residence: Answered = { code: 'residence', prefill: { from: 'citizen.residence', as: 'fact' } }

describe('what the page does not ask because identity says it', () => {
  it('stays so when another question, which identity would answer in another case, has an answer', () => {
    expect(acceptedFacts({ answers: { fatherName: 'Nguyễn Văn Hải' }, known, problems: {} }, [name, residence])).toEqual(known)
  })

  it.each([
    ['that the server has an answer to', { residence: { area: '99001', line: 'Số 1' } }, {}],
    ['that the server misses', {}, { residence: 'required' }],
    ['of which the server misses a part', {}, { 'residence.area': 'required' }],
  ])('is asked all the same, a question %s', (_, answers, problems) => {
    expect(acceptedFacts({ answers, known, problems }, [name, residence])).toEqual({ 'citizen.name': 'Đỗ Thị Giang' })
  })
})
