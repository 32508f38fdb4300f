import { describe, expect, it } from 'vitest'
import { agencyKinds, resolutionSystems } from '#contract/procedures'
import { placesOf, type Place } from './where-to.ts'

type Way = 'online' | 'counter' | 'post'
const ask = (ways: Way[], receivingAgencyKind: (typeof agencyKinds)[number], resolutionSystem: (typeof resolutionSystems)[number]) => placesOf({ ways, receivingAgencyKind, resolutionSystem })

describe('where a procedure that cannot be filed here is handed in', () => {
  it.each<[ways: Way[], kind: (typeof agencyKinds)[number], system: (typeof resolutionSystems)[number], places: Place[]]>([
    [['counter'], 'public_service_centre', 'local', ['centre']],
    [['counter', 'online'], 'public_service_centre', 'local', ['centre', 'national']],
    [['counter', 'online'], 'police', 'ministry', ['national', 'agency']],
    [['online'], 'company', 'national', ['national']],
    [['online'], 'tax', 'local', ['national']],
    [['post'], 'department', 'local', ['agency', 'post']],
    [['online', 'counter', 'post'], 'social_insurance', 'ministry', ['national', 'agency', 'post']],
    [['counter'], 'ministry', 'ministry', ['agency']],
  ])('%j at %s, decided by the system of %s: %j', (ways, kind, system, places) => expect(ask(ways, kind, system)).toEqual(places))

  it('is somewhere, and never a counter that does not receive it, whatever the entry says', () => {
    const ways: Way[][] = [['online'], ['counter'], ['post'], ['online', 'counter'], ['online', 'post'], ['counter', 'post'], ['online', 'counter', 'post']]
    for (const kind of agencyKinds) for (const system of resolutionSystems) for (const way of ways) {
      const places = ask(way, kind, system)
      expect(places.length, `${kind} ${system} ${way.join()}`).toBeGreaterThan(0)
      expect(places.includes('centre'), `${kind} ${system} ${way.join()}`).toBe(kind === 'public_service_centre' && (way.includes('counter') || !way.includes('online')))
      expect(places.includes('national')).toBe(way.includes('online'))
    }
  })
})
