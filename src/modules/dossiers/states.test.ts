import { describe, expect, it } from 'vitest'
import type { Role } from '#kernel/app'
import { roles } from '#kernel/app'
import { actionsFor, grants, isGranted, obstacle, type Person, type Standing } from './rights.ts'
import { actions, actionsFrom, isFinal, isWaiting, moves, nextState, openStates, published, stageOf, states, type Action, type State } from './states.ts'

// Written down a second time, by hand, from the description of the procedure: which act leads where.
const table: Record<State, Partial<Record<Action, State>>> = {
  submitted: { accept: 'accepted', refuse: 'refused', askSupplement: 'desk_waiting', withdraw: 'withdrawn' },
  desk_waiting: { supply: 'submitted', refuse: 'refused', withdraw: 'withdrawn' },
  accepted: { take: 'processing', assign: 'processing', reroute: 'accepted', propose: 'awaiting_signature', approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  processing: { assign: 'processing', reroute: 'accepted', askSupplement: 'office_waiting', propose: 'awaiting_signature', proposeRefusal: 'awaiting_signature', withdraw: 'withdrawn' },
  office_waiting: { supply: 'processing', withdraw: 'withdrawn' },
  awaiting_signature: { approve: 'approved', sendBack: 'processing' },
  approved: { handOver: 'handed_over', shelve: 'approved', archive: 'archived', voidResult: 'processing' },
  archived: { handOver: 'handed_over', voidResult: 'processing' },
  handed_over: { voidResult: 'processing' }, refused: {}, withdrawn: {},
}

describe('where an act leads', () => {
  const cells = states.flatMap((state) => actions.map((action) => [state, action, table[state][action]] as const))
  it.each(cells)('%s, %s: %s', (state, action, to) => expect(nextState(state, action)).toBe(to))

  it('every state can be reached from the beginning, and every one that is not final can be left', () => {
    const reached = new Set<State>(['submitted'])
    for (const state of reached) for (const action of actionsFrom(state)) reached.add(nextState(state, action) ?? state)
    expect([...reached].sort()).toEqual([...states].sort())
    expect(states.filter(isFinal)).toEqual(['handed_over', 'refused', 'withdrawn'])
    expect(states.filter(isWaiting)).toEqual(['desk_waiting', 'office_waiting'])
  })

  it('every state has one of the ten published ones, and a stage that never goes back along the way', () => {
    expect(Object.keys(published).sort()).toEqual([...states].sort())
    for (const state of states) expect(published[state]).toBeOneOf([1, 2, 3, 4, 5, 7, 9, 10])
    for (const state of states) for (const action of actionsFrom(state)) {
      const to = nextState(state, action) ?? state
      // what was sent to the wrong authority begins again at the right one, and a misprint is written again
      if ((isFinal(to) && to !== 'handed_over') || action === 'reroute' || action === 'voidResult') continue
      expect(stageOf[to], `${state} ${action}`).toBeGreaterThanOrEqual(stageOf[state])
    }
    expect(openStates.every((state) => Object.keys(moves[state]).length > 0)).toBe(true)
  })
})

const dossier: Standing = { state: 'processing', procedure: 'marriage', citizen: 'lan', receivingAgency: 'desk', collectingAgency: 'counter', competentAgency: 'office', holder: 'ha', supplementAsked: false, consulted: 'asked' }
const person = (role: Role, agency: string | null, id = 'somebody'): Person => ({ role, agency, id })

// Everybody there is around a dossier: the parties to it, their neighbours, and those who have nothing to do with it.
const everybody: Record<string, Person> = {
  'the citizen': person('citizen', null, 'lan'),
  'another citizen': person('citizen', null, 'minh'),
  nobody: { role: 'nobody', agency: null, id: null },
  'a clerk of the desk': person('clerk', 'desk'),
  'a clerk of the counter': person('clerk', 'counter'),
  'a clerk elsewhere': person('clerk', 'elsewhere'),
  'a clerk of the office': person('clerk', 'office'),
  'the officer at work': person('officer', 'office', 'ha'),
  'a colleague': person('officer', 'office', 'binh'),
  'the officer at work, now elsewhere': person('officer', 'elsewhere', 'ha'),
  'an officer of the desk': person('officer', 'desk', 'ha'),
  'the leader': person('leader', 'office'),
  'a leader elsewhere': person('leader', 'elsewhere'),
  'an officer who is asked': person('officer', 'asked', 'ha'),
  'a leader who is asked': person('leader', 'asked'),
  'a clerk of an agency that is asked': person('clerk', 'asked'),
  'the operations centre': person('centre', 'office'),
  'the administrator': person('administrator', 'office'),
  'an officer without a role today': person('nobody', null, 'ha'),
}

const may: Record<keyof typeof grants, string[]> = {
  view: ['the citizen', 'a clerk of the desk', 'a clerk of the counter', 'the officer at work', 'a colleague', 'the leader'],
  accept: ['a clerk of the desk'],
  refuse: ['a clerk of the desk', 'the leader'],
  askSupplement: ['a clerk of the desk', 'the officer at work'],
  supply: ['the citizen', 'a clerk of the desk'],
  withdraw: ['the citizen', 'a clerk of the desk'],
  take: ['the officer at work', 'a colleague'],
  assign: ['the leader'],
  reroute: ['the officer at work', 'the leader'],
  checkPaper: ['a clerk of the desk', 'the officer at work'],
  propose: ['the officer at work'],
  proposeRefusal: ['the officer at work'],
  seeResultDraft: ['the officer at work', 'a colleague', 'the leader'],
  approve: ['the leader'],
  sendBack: ['the leader'],
  handOver: ['a clerk of the counter'],
  shelve: ['a clerk of the counter'],
  call: ['a clerk of the counter'],
  archive: [],
  reprint: ['a clerk of the desk', 'a clerk of the counter', 'the officer at work', 'a colleague', 'the leader'],
  voidResult: ['the officer at work', 'the leader'],
  consult: ['the officer at work'],
  seeQuestion: ['an officer who is asked', 'a leader who is asked'],
  answerQuestion: ['an officer who is asked'],
  checkPlace: ['the officer at work'],
  seeRecords: ['the officer at work', 'a colleague', 'the leader'],
}

describe('who may', () => {
  const asked = (Object.keys(may) as (keyof typeof grants)[]).flatMap((act) => Object.keys(everybody).map((who) => [act, who, may[act].includes(who)] as const))
  it.each(asked)('%s: %s %s', (act, who, answer) => expect(isGranted(act, dossier, everybody[who] ?? person('nobody', null))).toBe(answer))

  it('nobody without a role, and no role that is in no row, may do anything at all', () => {
    const named = new Set(Object.values(grants).flat().map(([role]) => role))
    for (const role of roles.filter((each) => !named.has(each))) {
      for (const act of Object.keys(grants) as (keyof typeof grants)[]) expect(isGranted(act, dossier, { role, agency: 'office', id: 'lan' }), `${role} ${act}`).toBe(false)
    }
  })

  it.each([
    ['to this procedure', ['marriage'], true], ['to this and others', ['birth', 'marriage'], true], ['to another one', ['birth'], false], ['to a field that has none', [], false], ['to nothing', null, true],
  ])('a capacity limited %s reaches that alone, whatever the act', (_what, procedures, reached) => {
    for (const who of Object.keys(everybody)) for (const act of Object.keys(may) as (keyof typeof grants)[]) {
      const somebody = everybody[who] ?? person('nobody', null)
      const own = somebody.role === 'citizen'
      expect([who, act, isGranted(act, dossier, { ...somebody, procedures })]).toEqual([who, act, may[act].includes(who) && (own || reached)])
    }
  })

  it('a person without an id or an agency never stands to a dossier that has none', () => {
    const unowned: Standing = { ...dossier, citizen: null, holder: null }
    expect(isGranted('view', unowned, { role: 'citizen', agency: null, id: null })).toBe(false)
    expect(isGranted('propose', unowned, { role: 'officer', agency: 'office', id: null })).toBe(false)
  })
})

describe('a dossier that is given at once', () => {
  const free: Standing = { ...dossier, state: 'accepted', holder: null, immediate: 'write' }
  const offered = (standing: Standing) => Object.fromEntries(Object.entries(everybody).flatMap(([who, each]) => {
    const acts = actionsFor(standing, each)
    return acts.length === 0 ? [] : [[who, acts]]
  }))

  it('is written by any officer of the office, whoever is free', () => expect(offered(free)).toEqual({
    'the citizen': ['withdraw'], 'a clerk of the desk': ['refuse', 'withdraw'], 'the officer at work': ['take', 'propose'], 'a colleague': ['take', 'propose'], 'the leader': ['assign', 'refuse'],
  }))
  it('is certified by the leader alone, and nobody lies in between', () => expect(offered({ ...free, immediate: 'certify' })).toEqual({
    'the citizen': ['withdraw'], 'a clerk of the desk': ['refuse', 'withdraw'], 'the leader': ['approve', 'refuse'],
  }))
  it('and once an officer has it, it is that one’s', () => expect(offered({ ...free, state: 'processing', holder: 'ha' })).toMatchObject({ 'the officer at work': ['askSupplement', 'propose', 'proposeRefusal'], 'the leader': ['assign'] }))
})

describe('what stands in the way', () => {
  const clerk = person('clerk', 'desk')
  const officer = person('officer', 'office', 'ha')
  it.each([
    ['one request is free', 'askSupplement', { ...dossier }, officer, undefined],
    ['a second one is a fault', 'askSupplement', { ...dossier, supplementAsked: true }, officer, 'supplement_already_asked'],
    ['the desk asks before the acceptance', 'askSupplement', { ...dossier, state: 'submitted' }, clerk, undefined],
    ['the desk does not ask after it', 'askSupplement', { ...dossier }, clerk, 'action_not_allowed'],
    ['the office does not ask before it', 'askSupplement', { ...dossier, state: 'submitted' }, officer, 'action_not_allowed'],
    ['the desk takes back what is still at the desk', 'withdraw', { ...dossier, state: 'submitted' }, clerk, undefined],
    ['and not what the office has', 'withdraw', { ...dossier, state: 'processing' }, clerk, 'action_not_allowed'],
    ['the desk takes back what is given at once and not signed yet', 'withdraw', { ...dossier, state: 'accepted', immediate: 'certify' }, clerk, undefined],
    ['the desk refuses before the acceptance', 'refuse', { ...dossier, state: 'submitted' }, clerk, undefined],
    ['the leader does not refuse what the desk has', 'refuse', { ...dossier, state: 'submitted' }, person('leader', 'office'), 'action_not_allowed'],
    ['nobody refuses what is accepted', 'refuse', { ...dossier, state: 'accepted' }, clerk, 'action_not_allowed'],
    ['but what is given at once, the leader who would sign it', 'refuse', { ...dossier, state: 'accepted', immediate: 'certify' }, person('leader', 'office'), undefined],
    ['nobody signs what no officer has examined', 'approve', { ...dossier, state: 'accepted' }, person('leader', 'office'), 'action_not_allowed'],
    ['nor what an officer writes first', 'approve', { ...dossier, state: 'accepted', immediate: 'write' }, person('leader', 'office'), 'action_not_allowed'],
    ['a copy that was compared at the counter is certified at once', 'approve', { ...dossier, state: 'accepted', immediate: 'certify' }, person('leader', 'office'), undefined],
    ['an officer takes a dossier before it is proposed', 'propose', { ...dossier, state: 'accepted' }, officer, 'action_not_allowed'],
    ['but writes at once what is given at once', 'propose', { ...dossier, state: 'accepted', immediate: 'write' }, officer, undefined],
    ['there is nothing to take of a copy', 'take', { ...dossier, state: 'accepted', immediate: 'certify' }, officer, 'action_not_allowed'],
    ['who came here for it at once is not sent elsewhere', 'reroute', { ...dossier, state: 'accepted', immediate: 'write' }, officer, 'action_not_allowed'],
    ['a number in the register stays', 'voidResult', { ...dossier, state: 'approved', immediate: 'certify' }, person('leader', 'office'), 'action_not_allowed'],
    ['the citizen may take it back from the office', 'withdraw', { ...dossier }, person('citizen', null, 'lan'), undefined],
    ['but not while a misprint is being corrected', 'withdraw', { ...dossier, signedBefore: true }, person('citizen', null, 'lan'), 'action_not_allowed'],
    ['nor are papers asked for then', 'askSupplement', { ...dossier, signedBefore: true }, officer, 'action_not_allowed'],
    ['nor is another authority', 'reroute', { ...dossier, signedBefore: true }, officer, 'action_not_allowed'],
    ['nor is a result turned into a notice that it is not granted', 'proposeRefusal', { ...dossier, signedBefore: true, refusal: null }, officer, 'action_not_allowed'],
    ['it is written again as what it was', 'propose', { ...dossier, signedBefore: true, refusal: null }, officer, undefined],
    ['a notice is written again as a notice', 'proposeRefusal', { ...dossier, signedBefore: true, refusal: {} }, officer, undefined],
    ['and not as a result', 'propose', { ...dossier, signedBefore: true, refusal: {} }, officer, 'action_not_allowed'],
    ['a result on paper lies on a shelf', 'shelve', { ...dossier, state: 'approved', receive: 'counter' }, person('clerk', 'counter'), undefined],
    ['and one that is wanted electronically does not', 'shelve', { ...dossier, state: 'approved', receive: 'electronic' }, person('clerk', 'counter'), 'action_not_allowed'],
  ] as const)('%s', (_what, act, standing, who, answer) => expect(obstacle(act, standing, who)).toBe(answer))

  it('what is offered is what would be done: in every state, to everybody', () => {
    for (const state of states) for (const supplementAsked of [false, true]) for (const immediate of [null, 'certify', 'write'] as const) for (const who of Object.values(everybody)) {
      const standing = { ...dossier, state, supplementAsked, immediate }
      const offered = actionsFor(standing, who)
      const done = actions.filter((act) => isGranted(act, standing, who) && nextState(state, act) !== undefined && obstacle(act, standing, who) === undefined)
      expect([...offered].sort()).toEqual([...done].sort())
    }
  })
})
