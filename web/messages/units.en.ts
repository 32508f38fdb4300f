import type { units as vi } from './units.vi.ts'

export const units: typeof vi = {
  title: 'What is my ward called now?', link: 'What is my old ward now?', lead: 'Type the name of an old or new ward, commune, township or district. Letters without marks will do.', label: 'Name of the unit', find: 'Find', none: (q) => `No unit is called “${q}”`, noneText: 'Type fewer letters, or choose from the list below.',
  results: 'Results', list: 'Wards and communes of today', nowIs: (name) => `now ${name}`, nowSplit: (names) => `now divided: ${names}`, still: 'in place', ended: (day) => `ended on ${day}`, within: (name) => `in ${name}`, part: (share, name) => `${share} in ${name}`,
  back: 'Find another unit', asOf: (day) => `As of ${day}`, today: 'See today', was: 'This unit has ended.', code: 'Code', kind: 'Kind', lies: 'Lies in', since: 'Since', until: 'Until the end of', area: 'Area', population: 'Population', office: 'Head office', source: 'Source', km2: (n) => `${n} km²`, people: (n) => `${n} people`, unknown: 'no figure yet',
  kinds: { province: 'Province', city: 'City', district: 'District', town: 'Town', ward: 'Ward', commune: 'Commune', township: 'Township', special_zone: 'Special zone' },
  agencies: 'Agencies that serve it', agenciesNone: 'No agency is recorded for this unit on that day.', before: 'It was before', after: 'It is now', contains: 'It consists of', beforeNone: 'No earlier change is recorded.', split: 'Shares are of the area, measured on open boundaries (illustrative). To which side an address belongs, ask the committee of the ward.', whole: 'all of it', share: (percent) => `${percent} of the area`, goes: 'takes the old dossiers',
  maps: 'On the map', mapBefore: (day) => `Wards and communes until ${day}`, mapAfter: 'Wards and communes of today', illustrative: 'Illustrative outlines, drawn from centres and sizes: they settle no boundary.', mapSays: (name, names) => `Map of the wards and communes; marked: ${names === '' ? name : names}.`,
}
