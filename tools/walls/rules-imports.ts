import type { Import, Source } from './facts.ts'
import { isContractPart, isPureFile, mayHoldSql, readsEvents, targetOf, type Target, type Zone } from './places.ts'
import type { Breach, Rule } from './rules.ts'
import { arrowsOf } from '../may-call.ts'

type Finding = { rule: Rule; what: string } | undefined
type Judge = (source: Source, target: Target, named: Import) => Finding

const drivers = new Set(['fastify', 'pg', 'kysely', 'pg-boss', 'pg-copy-streams'])
/** Packages that only work, or only belong, on the server. */
const serverPackages = new Set([
  ...drivers, 'pino', 'prom-client', 'oidc-provider', 'openid-client', 'otpauth', 'file-type', '@node-rs/argon2', 'vite',
  '@fastify/cookie', '@fastify/multipart', '@fastify/rate-limit', '@fastify/static',
])
const webParts = new Set(['portal', 'desk', 'ioc', 'dev'])
const sharedParts = new Set(['kit', 'messages'])

/** What a target is called in a sentence. */
const called = (target: Target): string => {
  if (target.kind === 'alias') return `#${target.alias}/${target.name}`
  if (target.kind === 'path') return target.path
  if (target.kind === 'wrong') return target.why
  return target.kind === 'node' ? `node:${target.name}` : target.name
}

const zoneOf = (target: Target): Zone | undefined => {
  if (target.kind === 'path') return target.place.zone
  if (target.kind !== 'alias') return undefined
  return target.alias === 'kernel' || target.alias === 'platform' ? target.alias : 'module'
}

const isPackage = (target: Target): boolean => target.kind === 'package' || target.kind === 'node'

const judgeKernel: Judge = (source, target) => {
  const fits = zoneOf(target) === 'kernel' || (target.kind === 'package' && target.name === 'zod')
  const fitsTest = source.test && (isPackage(target) || zoneOf(target) === 'free')
  return fits || fitsTest ? undefined : { rule: 'kernel-alone', what: `the kernel imports ${called(target)}` }
}

const judgePlatform: Judge = (source, target) => {
  const zone = zoneOf(target)
  const fits = zone === 'kernel' || zone === 'platform' || isPackage(target)
  const fitsTest = source.test && (zone === 'free' || zone === 'apps')
  return fits || fitsTest ? undefined : { rule: 'platform-down', what: `the platform imports ${called(target)}` }
}

const judgeWall: Judge = (source, target, named) => {
  const { name } = source.place
  if (target.kind === 'wrong') return { rule: 'climb', what: `${name} imports ${target.why}` }
  if (target.kind === 'path') {
    const own = target.place.zone === 'module' && target.place.name === name
    const fitsTest = source.test && (target.place.zone === 'free' || target.place.zone === 'apps')
    return own || fitsTest ? undefined : { rule: 'climb', what: `${name} imports ${called(target)} by its path` }
  }
  if (source.test) return undefined
  if (target.kind === 'package') return drivers.has(target.name) ? { rule: 'driver', what: `${name} imports ${target.name}` } : undefined
  if (target.kind === 'node') return undefined
  return judgeDoor(source, target, named)
}

function judgeDoor(source: Source, target: Target & { kind: 'alias' }, named: Import): Finding {
  const { name, inside } = source.place
  const what = `${name} imports ${called(target)}`
  if (target.alias === 'platform') {
    const takesSql = target.name === 'db' && named.names.some((each) => each === 'sql' || each === '*' || each === 'default')
    return takesSql && !mayHoldSql(inside) ? { rule: 'sql-place', what: `${name}/${inside} takes sql from ${called(target)}` } : undefined
  }
  if (target.alias === 'kernel' || target.name === name) return undefined
  if (target.alias === 'contract') return { rule: 'contract-place', what }
  if (target.alias === 'events') return readsEvents(inside) ? undefined : { rule: 'events-place', what: `${name}/${inside} imports ${called(target)}` }
  const arrows = arrowsOf(name)
  if (!arrows) return { rule: 'may-call', what: `${name} has no line in tools/may-call.ts` }
  return arrows.includes(target.name) ? undefined : { rule: 'may-call', what: `${name} may call ${arrows.join(', ') || 'nobody'}, and it imports ${called(target)}` }
}

/** What single files of a module may import, whatever the module as a whole may. */
const judgeShelf: Judge = (source, target) => {
  const { name, inside } = source.place
  if (source.test) return undefined
  const file = `${name}/${inside}`
  const free = target.kind === 'package' && target.name === 'zod'
  const kernel = target.kind === 'alias' && target.alias === 'kernel'
  const own = target.kind === 'path' ? target.place.inside : target.kind === 'alias' && target.name === name ? `${target.alias}.ts` : ''
  const pure = isContractPart(own) || isPureFile(own)
  if (isContractPart(inside) && !(free || kernel || isContractPart(own))) return { rule: 'contract-pure', what: `${file} imports ${called(target)}` }
  const publishes = target.kind === 'alias' && target.alias === 'platform' && target.name === 'events'
  if (inside === 'events.ts' && !(free || kernel || pure || publishes)) return { rule: 'events-pure', what: `${file} imports ${called(target)}` }
  const clock = kernel && target.name === 'clock'
  const calm = (kernel && !clock) || free || pure || own === 'failures.ts'
  return isPureFile(inside) && !calm ? { rule: 'pure-file', what: `${file} imports ${called(target)}` } : undefined
}

const judgeWeb: Judge = (source, target) => {
  const what = `${source.path} imports ${called(target)}`
  if (target.kind === 'alias') {
    const fits = target.alias === 'kernel' || target.alias === 'contract' || source.test
    return fits ? undefined : { rule: 'web-walls', what }
  }
  if (target.kind === 'node') return source.test || /\.server\.tsx?$/.test(source.path) ? undefined : { rule: 'web-walls', what }
  if (target.kind === 'package') return serverPackages.has(target.name) && !source.test ? { rule: 'web-walls', what } : undefined
  if (target.kind === 'wrong') return { rule: 'web-walls', what }
  const { zone, name } = target.place
  if (zone !== 'web') return source.test && (zone === 'free' || zone === 'apps') ? undefined : { rule: 'web-walls', what }
  const { name: own } = source.place
  const strange = webParts.has(name) && name !== own && (webParts.has(own) || sharedParts.has(own))
  return strange ? { rule: 'web-parts', what } : undefined
}

const judges: Partial<Record<Zone, readonly Judge[]>> = { kernel: [judgeKernel], platform: [judgePlatform], module: [judgeWall, judgeShelf], web: [judgeWeb] }
/** Rooms whose imports must be readable; the platform and the programs load what is built or configured. */
const written = new Set<Zone>(['kernel', 'module', 'web'])

/** Breaches of the walls between files, whichever way the one names the other. */
export function importBreaches(source: Source): Breach[] {
  return source.imports.flatMap((named): Breach[] => {
    const at = { file: source.path, line: named.line }
    if (named.specifier === null) return written.has(source.place.zone) && !source.test ? [{ ...at, rule: 'dynamic-specifier', what: 'the imported name is computed' }] : []
    const target = targetOf(source.path, named.specifier)
    if (named.way === 'mock') return target.kind === 'package' || target.kind === 'node' ? [] : [{ ...at, rule: 'own-mock', what: `${called(target)} is mocked` }]
    const findings = (judges[source.place.zone] ?? []).map((judge) => judge(source, target, named))
    return findings.flatMap((finding) => (finding ? [{ ...at, ...finding }] : []))
  })
}
