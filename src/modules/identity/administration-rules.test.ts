import { describe, expect, it } from 'vitest'
import { accountKindOf, administrationFault, capacityState, flagsOf, givenRoles, idleBefore, reviewedBefore, reviewFlags, rootOfScope } from './administration-rules.ts'

const province = { code: 'P', parent: null, kind: 'committee' }
const centre = { code: 'P.9', parent: 'P', kind: 'operations_centre' }
const department = { code: 'P.5', parent: 'P', kind: 'department' }
const ward = { code: 'P.1', parent: 'P', kind: 'committee' }

describe('administration', () => {
  it.each([
    ['the province', province, undefined, 'P'], ['the centre that runs the platform', centre, province, 'P'], ['a department', department, province, 'P.5'], ['a ward', ward, province, 'P.1'],
    ['a centre below a ward', { ...centre, parent: 'P.1' }, ward, 'P.9'],
  ])('of %s', (_who, own, parent, root) => expect(rootOfScope(own, parent)).toBe(root))

  // role of the one who is concerned, act, where: the whole table of what an administrator of ward one may do
  const scope = ['P.1', 'P.1.1']
  const acts = ['give', 'end'] as const
  const places = { own: 'P.1', below: 'P.1.1', above: 'P', 'next door': 'P.2' } as const
  const table = givenRoles.flatMap((role) => acts.flatMap((act) => (Object.keys(places) as (keyof typeof places)[]).flatMap((place) => ['another', 'self'].map((who) => [role, act, place, who] as const))))
  it.each(table)('%s: %s, at an agency %s, of %s', (role, act, place, who) => {
    const fault = administrationFault({
      actor: 'me', officer: who === 'self' ? 'me' : 'them', scope, agencies: [places[place]], takesAdministration: act === 'end' && role === 'administrator', otherAdministrators: 0,
    })
    const inside = place === 'own' || place === 'below'
    expect(fault).toBe(who === 'self' ? 'own_rights' : !inside ? 'agency_not_yours' : act === 'end' && role === 'administrator' ? 'last_administrator' : undefined)
  })
  it('takes an administrator away while another one is left', () => {
    expect(administrationFault({ actor: 'me', officer: 'them', scope, agencies: ['P.1'], takesAdministration: true, otherAdministrators: 1 })).toBeUndefined()
  })
  it('knows an administrator’s account from one that works on cases', () => {
    expect(givenRoles.map(accountKindOf)).toEqual(['operation', 'operation', 'operation', 'operation', 'administration'])
  })
})

describe('a capacity', () => {
  const day = '2026-11-26'
  it.each([
    ['2026-11-26', '2026-11-26', 'holds'], ['2026-11-27', null, 'coming'], ['2025-01-01', '2026-11-25', 'past'], ['2025-01-01', null, 'holds'],
  ] as const)('from %s to %s %s', (validFrom, validTo, state) => {
    expect(capacityState({ validFrom, validTo, endedAt: null }, day)).toBe(state)
    expect(capacityState({ validFrom, validTo, endedAt: new Date('2026-11-20T00:00:00Z') }, day)).toBe('past')
  })

  const usual = { validTo: null, usedOn: '2026-11-20', delegated: false }
  it.each([
    ['in use', usual, []], ['used 45 days ago', { ...usual, usedOn: '2026-10-12' }, []], ['used 46 days ago', { ...usual, usedOn: '2026-10-11' }, ['idle']], ['not used yet', { ...usual, usedOn: null }, ['never_used']],
    ['delegated, and over next month', { validTo: '2026-12-26', usedOn: day, delegated: true }, ['delegated', 'ends_soon']], ['over the day after', { ...usual, validTo: '2026-12-27' }, []],
  ])('%s is shown with its flags', (_what, facts, flags) => expect(flagsOf(facts, day)).toEqual(flags))

  it('is looked at again after six months, an account is idle after 45 days', () => {
    expect([idleBefore(day), reviewedBefore(day), reviewedBefore('2026-08-31'), reviewFlags.length]).toEqual(['2026-10-12', '2026-05-26', '2026-02-28', 4])
  })
})
