import { posix } from 'node:path'

/** The rooms of the house. `free` may import whatever it likes: tests, tools, scripts, measurements, the province folders. */
export type Zone = 'kernel' | 'platform' | 'module' | 'apps' | 'web' | 'free'

/** Where a file stands. `name` is the module, or the part of the web; `inside` is the path below it. */
export type Place = { zone: Zone; name: string; inside: string }

/** The place of a path relative to the project, written with `/`. */
export function placeOf(path: string): Place {
  const [first = '', second = '', third = '', ...rest] = path.split('/')
  if (first === 'src' && second === 'kernel') return { zone: 'kernel', name: '', inside: [third, ...rest].join('/') }
  if (first === 'src' && second === 'platform') return { zone: 'platform', name: '', inside: [third, ...rest].join('/') }
  if (first === 'src' && second === 'modules') return { zone: 'module', name: third, inside: rest.join('/') }
  if (first === 'src') return { zone: 'apps', name: '', inside: [second, third, ...rest].join('/') }
  if (first === 'web') return { zone: 'web', name: second, inside: [third, ...rest].filter(Boolean).join('/') }
  return { zone: 'free', name: first, inside: [second, third, ...rest].filter(Boolean).join('/') }
}

/** Tests may use what the code they test may not: helpers, drivers, other modules' shapes. They stand beside it, or under test. */
export const isTest = (path: string): boolean => /\.test\.(ts|tsx|mjs)$/.test(path) || path.startsWith('test/')

/** Files of a module that compute and nothing else. Any other is made one by the ending `-rules.ts`. */
export const isPureFile = (inside: string): boolean => /^(states|rules|codes|rights|queues|fees|conditions|answers|deadlines|[a-z-]+-rules)\.ts$/.test(inside)

/** contract.ts and its parts: `contract-form.ts`, `contract/form.ts`. */
export const isContractPart = (inside: string): boolean => /^contract(-[a-z-]+|\/.+)?\.ts$/.test(inside)

/** Files of a module that may hold SQL. */
export const mayHoldSql = (inside: string): boolean => /^(store|measures|seed|demonstration)\.ts$|^(stores|measures|seed|demonstration)\//.test(inside)

export const readsEvents = (inside: string): boolean => /^subscriptions(\.ts$|\/)/.test(inside)

const aliases = ['kernel', 'platform', 'modules', 'events', 'contract'] as const
export type Alias = (typeof aliases)[number]

/** What a specifier points to. */
export type Target =
  | { kind: 'alias'; alias: Alias; name: string }
  | { kind: 'path'; path: string; place: Place }
  | { kind: 'node'; name: string }
  | { kind: 'package'; name: string }
  | { kind: 'wrong'; why: string }

/** Reads a specifier as it stands in the file at `from`; queries (`?url`) are left out. */
export function targetOf(from: string, specifier: string): Target {
  const bare = specifier.replace(/[?].*$/, '')
  if (bare.startsWith('#')) return aliasTarget(bare)
  if (bare.startsWith('.')) {
    const path = posix.normalize(posix.join(posix.dirname(from), bare))
    return { kind: 'path', path, place: placeOf(path) }
  }
  if (bare.startsWith('node:')) return { kind: 'node', name: bare.slice(5) }
  if (/^([a-z]+:|\/)/i.test(bare) && !bare.startsWith('virtual:')) return { kind: 'wrong', why: `the address ${bare}` }
  if (/^(src|web|test|tools|tinhso)(\/|$)/.test(bare)) return { kind: 'wrong', why: `the deep path ${bare}` }
  const [scope = '', name = ''] = bare.split('/')
  return { kind: 'package', name: scope.startsWith('@') ? `${scope}/${name}` : scope }
}

function aliasTarget(bare: string): Target {
  const [head = '', ...rest] = bare.slice(1).split('/')
  const alias = aliases.find((each) => each === head)
  const name = rest.join('/')
  if (!alias || name === '') return { kind: 'wrong', why: `${bare}, which is no import name of ours` }
  if (rest.some((part) => part === '' || part === '.' || part === '..')) return { kind: 'wrong', why: `${bare}, which climbs` }
  // `#modules/*` takes slashes too: a second step would walk past the door
  if (rest.length > 1 && alias !== 'kernel' && alias !== 'platform') return { kind: 'wrong', why: `${bare}, which walks past the door` }
  return { kind: 'alias', alias, name }
}
