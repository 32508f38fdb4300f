import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#platform/config'
import { holds } from './contract-conditions.ts'
import type { Body, Question } from './contract-body.ts'
import { answerPage, checkAnswers, factsOf, neighboursOf, nextQuestion, pagesOf, papersOf, type Answers, type Filling, type Known } from './contract-form.ts'
import { answerLines, resultText } from './contract-text.ts'
import { readProcedures } from './seed.ts'

const [first] = readProcedures(join(projectRoot, 'provinces', 'sample'))
if (!first?.versions[0]) throw new Error('the sample province has no procedure')
const body: Body = first.versions[0].body

const name = fc.constantFrom('Nguyễn Thị Hoa', 'A', 'x'.repeat(200), '  Trần  Văn  Nam ', 'Nguyễn 4', '')
const day = fc.oneof(fc.date({ min: new Date('1850-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10)), fc.constantFrom('9/2/2021', '31/2/2021', 'x'),
  fc.record({ day: fc.integer({ min: 0, max: 40 }).map(String), month: fc.integer({ min: 0, max: 14 }).map(String), year: fc.constantFrom('2001', '', '1') }))
const month = fc.oneof(day.map((value) => (typeof value === 'string' ? value.slice(0, 7) : value)), fc.constantFrom('5/2010', '', null))
const code = fc.constantFrom('99001', '99002', '99999', '1')

/** Answers that look right, to each kind of question. */
const plausible = (question: Question): fc.Arbitrary<unknown> => {
  switch (question.kind) {
    case 'choice': return fc.constantFrom(...question.options.map(({ value }) => value), 'else')
    case 'date': return day
    case 'months': return fc.record({ from: month, to: month }, { requiredKeys: [] })
    case 'area': return code
    case 'address': return fc.record({ area: code, line: name }, { requiredKeys: [] })
    case 'number': return fc.oneof(fc.integer({ min: -3, max: 20 }), fc.constantFrom('2', '1.000', 'x'))
    case 'year': return fc.integer({ min: 1890, max: 2030 }).map(String)
    case 'personNumber': return fc.constantFrom('999199000101', '999 199 000 101', '12')
    case 'phone': return fc.constantFrom('0901234567', '+84901234567', '12')
    case 'email': return fc.constantFrom('hoa@example.com', 'hoa', '')
    default: return name
  }
}

// everything a request can carry, and a little more: objects whose text cannot be made, names that every object inherits
const wild = fc.anything({ withNullPrototype: true, withBigInt: false, maxDepth: 2 })
const answersOf = (likely: number): fc.Arbitrary<Answers> =>
  fc.tuple(
    fc.record(Object.fromEntries(body.form.map((question) => [question.code, fc.oneof({ weight: likely, arbitrary: plausible(question) }, { weight: 1, arbitrary: wild })])), { requiredKeys: [] }),
    fc.dictionary(fc.constantFrom('case', 'constructor', '__proto__', 'toString', 'unknown'), wild, { maxKeys: 3 }),
  ).map(([answers, others]) => ({ ...answers, ...others }))

const known: fc.Arbitrary<Known> = fc.record({
  'citizen.name': name, 'citizen.number': fc.constantFrom('999199000101', 'x'), 'citizen.born': fc.constantFrom('1999-03-14', '2999-01-01', ''), 'citizen.gender': fc.constantFrom('male', 'female', 'x'),
  'citizen.ethnicity': name, 'citizen.nationality': name, 'citizen.residence.area': code, 'citizen.residence.line': name, 'citizen.phone': fc.constantFrom('0901234567', 'x'),
}, { requiredKeys: [] }).map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === 'string')))

const filling: fc.Arbitrary<Filling> = fc.record({
  case: fc.constantFrom(...body.cases.options.map((option) => option.code), 'unknown', 'constructor', null), answers: fc.oneof(answersOf(12), answersOf(1)), known,
  today: fc.constant('2026-11-25'), isArea: fc.constant((given: string) => given === '99001' || given === '99002'),
})

/** What conditions read, made without the code under test: kept answers, what is known, and the case. */
function readerOf(given: Filling): (field: string) => string | undefined {
  const { answers } = checkAnswers(body, given)
  const values = new Map<string, unknown>([
    ...factsOf(body, given).map(({ question, value }): [string, unknown] => [question.code, value]), ...Object.entries(answers),
    ...body.cases.options.filter((option) => option.code === given.case).map((option): [string, unknown] => ['case', option.code]),
  ])
  return (field) => {
    const [head = '', part] = field.split('.')
    const value = values.get(head)
    const text = part === undefined ? value : (value as Record<string, unknown> | null | undefined)?.[part]
    return typeof text === 'string' ? text : typeof text === 'number' ? String(text) : undefined
  }
}

const property = (claim: (given: Filling) => void) => fc.assert(fc.property(filling, claim), { numRuns: 400 })

describe('whatever is sent', () => {
  it('checking what was checked changes nothing', () => {
    property((given) => {
      const once = checkAnswers(body, given)
      const twice = checkAnswers(body, { ...given, answers: once.answers })
      expect(twice.answers).toEqual(once.answers)
      expect(Object.keys(twice.errors).map((field) => field.split('.')[0])).toEqual(
        [...new Set(Object.keys(once.errors).map((field) => field.split('.')[0]))].filter((field) => field === 'case' || body.form.find((question) => question.code === field)?.required))
    })
  })

  it('kept answers survive being stored', () => {
    property((given) => {
      const { answers } = checkAnswers(body, given)
      expect(JSON.parse(JSON.stringify(answers))).toEqual(answers)
    })
  })

  it('every page that is asked applies, and every other does not or is known', () => {
    property((given) => {
      const asked = new Set(pagesOf(body, given))
      const facts = new Set(factsOf(body, given).map(({ question }) => question))
      const read = readerOf(given)
      for (const question of body.form) expect(asked.has(question) || facts.has(question)).toBe(holds(question.when, read))
      for (const question of facts) expect(asked.has(question)).toBe(false)
    })
  })

  it('nothing is kept that is not asked, and each fault is of a page that is asked', () => {
    property((given) => {
      const { answers, errors } = checkAnswers(body, given)
      const asked = pagesOf(body, given).map((question) => question.code)
      expect(asked).toEqual(expect.arrayContaining(Object.keys(answers)))
      expect(['case', ...asked]).toEqual(expect.arrayContaining(Object.keys(errors).map((field) => field.split('.')[0] ?? '')))
    })
  })

  it('there is a next question as long as something is missing, and only then', () => {
    property((given) => {
      const { answers, errors } = checkAnswers(body, given)
      const missing = pagesOf(body, given).filter((question) => !Object.hasOwn(answers, question.code))
      expect(nextQuestion(body, given)).toBe(missing[0])
      for (const field of Object.keys(errors)) if (field !== 'case') expect(missing.map((question) => question.code)).toContain(field.split('.')[0])
    })
  })

  it('the papers that are asked for are those whose condition holds', () => {
    property((given) => {
      const read = readerOf(given)
      expect(papersOf(body, given)).toEqual(body.papers.filter((paper) => holds(paper.when, read)))
    })
  })

  it('an answer to one page changes no other answer that still applies', () => {
    fc.assert(fc.property(filling, fc.nat(), wild, (given, pick, raw) => {
      const pages = pagesOf(body, given)
      const page = pages[pick % Math.max(1, pages.length)]
      if (!page) return
      const before = checkAnswers(body, given).answers
      const taken = answerPage(body, given, page.code, { [page.code]: raw })
      if (!taken) throw new Error('a page that is asked took no answer')
      for (const [field, value] of Object.entries(taken.answers)) if (field !== page.code && field in before) expect(value).toEqual(before[field])
      for (const field of Object.keys(taken.errors)) expect(field.split('.')[0]).toBe(page.code)
    }), { numRuns: 300 })
  })

  it('can be shown', () => {
    property((given) => {
      for (const line of answerLines(body, given, { locale: 'vi' })) expect(line.text).not.toMatch(/undefined|\[object|NaN/)
      resultText(body, given, {})
      for (const question of pagesOf(body, given)) expect(neighboursOf(body, given, question.code)?.number).toBeGreaterThan(0)
    })
  })
})
