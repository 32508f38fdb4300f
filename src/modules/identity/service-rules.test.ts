import { describe, expect, it } from 'vitest'
import { isFrom } from './networks.ts'
import { latestDay, serviceActions, serviceFault, serviceState } from './service-rules.ts'

const day = '2026-11-25'
const standing = { revokedAt: null as Date | null, until: '2027-06-30', agencyEnded: false, locked: false }
const revokedAt = new Date('2026-11-01T00:00:00Z')

describe('a service account', () => {
  it.each<[what: string, change: Partial<typeof standing>, state: string, fault: string | undefined, actions: string]>([
    ['in use', {}, 'active', undefined, 'rotate revoke'],
    ['with thirty-one days left', { until: '2026-12-26' }, 'active', undefined, 'rotate revoke'],
    ['with thirty days left', { until: '2026-12-25' }, 'ending', undefined, 'rotate revoke'],
    ['on its last day', { until: day }, 'ending', undefined, 'rotate revoke'],
    ['a day later', { until: '2026-11-24' }, 'expired', 'expired', 'rotate revoke'],
    ['locked', { locked: true }, 'locked', undefined, 'unlock rotate revoke'],
    ['locked with few days left', { locked: true, until: day }, 'locked', undefined, 'unlock rotate revoke'],
    ['whose agency has ended', { agencyEnded: true, locked: true }, 'agency_ended', 'agency_ended', 'revoke'],
    ['revoked, whatever else', { revokedAt, until: '2026-01-01', agencyEnded: true, locked: true }, 'revoked', 'revoked', ''],
    ['expired, whose agency has ended', { until: '2026-01-01', agencyEnded: true }, 'agency_ended', 'agency_ended', 'revoke'],
  ])('%s', (_, change, state, fault, actions) => {
    const given = { ...standing, ...change }
    const judged = serviceState(given, day)
    expect([judged, serviceFault(given, day), serviceActions(judged).join(' ')]).toEqual([state, fault, actions])
  })

  it('lives a year at most', () => expect([latestDay(day), latestDay('2028-02-29')]).toEqual(['2027-11-25', '2029-02-28']))
})

describe('where it is called from', () => {
  it.each<[networks: string[], ip: string, inside: boolean]>([
    [[], '203.0.113.9', true], [['203.0.113.0/24'], '203.0.113.9', true], [['203.0.113.0/24'], '203.0.114.9', false], [['203.0.113.7/32'], '203.0.113.8', false], [['203.0.113.7/32'], '203.0.113.7', true],
    [['10.0.0.0/8', '203.0.113.0/24'], '203.0.113.200', true], [['203.0.113.0/24'], '::ffff:203.0.113.9', true], [['2001:db8::/32'], '2001:db8:1::5', true], [['2001:db8::/32'], '2001:db9::5', false],
    [['2001:db8::/32'], '203.0.113.9', false], [['0.0.0.0/0'], '203.0.113.9', true], [['203.0.113.0/24'], 'nowhere', false],
  ])('%j lets %s in: %s', (networks, ip, inside) => expect(isFrom(networks, ip)).toBe(inside))
})
