import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '#platform/config'
import { faultsOf } from './body-rules.ts'
import { Body, type Question } from './contract-body.ts'
import { readProcedures } from './seed.ts'

const [first] = readProcedures(join(projectRoot, 'provinces', 'sample'))
if (!first?.versions[0]) throw new Error('the sample province has no procedure')
const good: Body = first.versions[0].body

const changed = (change: (body: Body) => void): Body => {
  const body = structuredClone(good)
  change(body)
  return body
}
const questionOf = (body: Body, code: string): Question => {
  const question = body.form.find((each) => each.code === code)
  if (!question) throw new Error(`there is no question ${code}`)
  return question
}

describe('a body that contradicts itself is named', () => {
  it.each<[string, (body: Body) => void]>([
    ['question whom is there twice', (body) => void body.form.push(questionOf(body, 'whom'))],
    ['paper identity is there twice', (body) => body.papers.push(...body.papers.filter(({ code }) => code === 'identity'))],
    ['the source of timeLimit is not named', (body) => { delete body.sources['timeLimit'] }],
    ['question whom: relation is not asked before', (body) => { questionOf(body, 'whom').when = { op: 'is', field: 'relation', value: 'family' } }],
    ['question relation: there is no case single', (body) => { questionOf(body, 'relation').when = { op: 'is', field: 'case', value: 'single' } }],
    ['question relation: whom has no option me', (body) => { questionOf(body, 'relation').when = { op: 'not', of: { op: 'is', field: 'whom', value: 'me' } } }],
    ['question livesThere: residence has no part street', (body) => { questionOf(body, 'livesThere').when = { op: 'answered', field: 'residence.street' } }],
    ['prefill of born: purpose is not asked before', (body) => { questionOf(body, 'born').prefill = { from: 'citizen.born', as: 'fact', when: { op: 'answered', field: 'purpose' } } }],
    ['question phone: citizen.name is no phone', (body) => { questionOf(body, 'phone').prefill = { from: 'citizen.name', as: 'fact' } }],
    ['question phone: there is no group here', (body) => { questionOf(body, 'phone').group = 'here' }],
    ['question singleTo: court is no earlier date', (body) => { const question = questionOf(body, 'singleTo'); if (question.kind === 'date') question.notBefore = 'court' }],
    ['question copies: least is more than most', (body) => { const question = questionOf(body, 'copies'); if (question.kind === 'number') question.min = 11 }],
    ['question copies: phone is no earlier number', (body) => { const question = questionOf(body, 'copies'); if (question.kind === 'number') question.notBelow = 'phone' }],
    ['question copies: livesThere is no date', (body) => { questionOf(body, 'copies').when = { op: 'olderThan', field: 'livesThere', days: 60 } }],
    ['question copies: there is no citizen.gender man', (body) => { questionOf(body, 'copies').when = { op: 'is', field: 'citizen.gender', value: 'man' } }],
    ['question copies: citizen.name is not asked before', (body) => { questionOf(body, 'copies').when = { op: 'answered', field: 'citizen.name' } }],
    ['no question may be called today', (body) => { questionOf(body, 'phone').code = 'today' }],
    ['notice 1: there is no case none', (body) => { body.notices = [{ when: { op: 'is', field: 'case', value: 'none' }, text: body.title }] }],
    ['question gender: an option is there twice', (body) => { const question = questionOf(body, 'gender'); if (question.kind === 'choice') question.options.push(...question.options) }],
    ['option loan of purpose: there is no case none', (body) => {
      const question = questionOf(body, 'purpose')
      const option = question.kind === 'choice' ? question.options.find(({ value }) => value === 'loan') : undefined
      if (option) option.when = { op: 'is', field: 'case', value: 'none' }
    }],
    ['paper identity: union has no option church', (body) => { const paper = body.papers.find(({ code }) => code === 'identity'); if (paper) paper.when = { op: 'is', field: 'union', value: 'church' } }],
    ['competence: phone is no question for a place', (body) => { body.competence = { ...body.competence, rule: 'residence', question: 'phone' } }],
    ['delivery: phone is no choice', (body) => { body.delivery = { question: 'phone', place: 'collectAt' } }],
    ['delivery: phone is no question for a place', (body) => { body.delivery = { question: 'receive', place: 'phone' } }],
    ['result: there is no question height', (body) => { body.result.facts['height'] = 'height' }],
    ['sentence status: there is no question priest', (body) => { body.result.sentences['status']?.unshift({ text: '{priest}' }) }],
    ['sentence status: the last one must hold always', (body) => { body.result.sentences['status']?.pop() }],
    ['why it is only partly online is not said', (body) => { body.onlineLevel = 'partial' }],
    ['papers: none is handed in by everybody, and the receipt lists them', (body) => { body.papers = body.papers.filter(({ source }) => source !== 'form') }],
    ['fee copy: phone is no number', (body) => { body.fees = [{ code: 'copy', name: body.title, amount: 2000, per: 'copies', collectedAt: 'result', scale: { question: 'phone', unit: body.title, steps: [{ from: 3, amount: 1000 }] } }] }],
    ['fee copy: its steps are not in order', (body) => { body.fees = [{ code: 'copy', name: body.title, amount: 2000, collectedAt: 'result', scale: { question: 'copies', unit: body.title, steps: [{ from: 3, amount: 1000 }, { from: 3, amount: 500 }] } }] }],
    ['result: the register wants the number of pages', (body) => { body.result.template = 'certified-copies' }],
    ['what is given at once is given at a counter', (body) => { body.immediate = true; body.ways = ['online'] }],
    ['competence: only who comes to a desk chooses it', (body) => { body.competence = { rule: 'desk', text: body.title } }],
    ['timeLimit: the same day is a whole number of working days', (body) => { body.timeLimit = { amount: 0.5, unit: 'working_day', sameDayUntil: '15:00' } }],
    ['paper identity: a look-up names its database, and nothing else does', (body) => { const paper = body.papers.find(({ code }) => code === 'identity'); if (paper) paper.source = 'upload' }],
  ])('%s', (fault, change) => {
    expect(faultsOf(changed(change))).toContain(fault)
  })

  it('what is given at once at the counter only has no receipt, and needs no paper for it', () => {
    const shown = changed((body) => { body.papers = body.papers.filter(({ source }) => source === 'lookup') })
    expect(faultsOf(shown)).not.toEqual([])
    expect(faultsOf({ ...shown, immediate: true, ways: ['counter'], onlineLevel: 'none' })).toEqual([])
  })

  it('and the good one has no fault', () => {
    expect(faultsOf(good)).toEqual([])
  })
})

describe('a body of the wrong shape is refused', () => {
  it.each<[string, (body: Record<string, unknown>) => void]>([
    ['without a part', (body) => { delete body['legalBasis'] }],
    ['with a part nobody knows', (body) => { body['colour'] = 'red' }],
    ['with a code that is none', (body) => { body['code'] = '1.23' }],
    ['with a title in one language', (body) => { body['title'] = { vi: 'x' } }],
    ['with a limit of nothing', (body) => { body['timeLimit'] = { amount: 0, unit: 'working_day' } }],
    ['with a fee in fractions', (body) => { body['fees'] = [{ code: 'a', name: { vi: 'x', en: 'x' }, amount: 0.5, collectedAt: 'reception' }] }],
    ['with a question of an unknown kind', (body) => { body['form'] = [{ kind: 'colour', code: 'a', group: 'person', question: { vi: 'x', en: 'x' }, label: { vi: 'x', en: 'x' } }] }],
    ['with no case', (body) => { body['cases'] = { question: { vi: 'x', en: 'x' }, options: [] } }],
  ])('%s', (_, change) => {
    const body = structuredClone(good) as Record<string, unknown>
    change(body)
    expect(Body.safeParse(body).success).toBe(false)
  })

  it('and the good one is read as it was written', () => {
    expect(Body.parse(JSON.parse(JSON.stringify(good)))).toEqual(good)
  })
})
