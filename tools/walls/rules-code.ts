import { basename } from 'node:path'
import type { Source } from './facts.ts'
import { isPureFile, targetOf } from './places.ts'
import type { Breach, Rule } from './rules.ts'

type Rest = Omit<Breach, 'file'>
const line = (at: number, rule: Rule, what: string): Rest => ({ line: at, rule, what })

/** Breaches inside a file: what it uses, what it is called, which checks it silences. */
export function codeBreaches(source: Source): Breach[] {
  const rests = [...faults(source), ...shape(source), ...uses(source), ...escapes(source), ...citizenNumbers(source)]
  return rests.map((rest) => ({ file: source.path, ...rest }))
}

const faults = (source: Source): Rest[] => source.faults.map((fault) => line(fault.line, 'unreadable', fault.what))

function shape({ path, place }: Source): Rest[] {
  return /\.[jt]sx$/.test(path) && place.zone !== 'web' ? [line(1, 'tsx-place', `${basename(path)} stands in ${place.name || place.zone}`)] : []
}

function uses(source: Source): Rest[] {
  const { place, path, test } = source
  if (place.zone === 'free' || test) return []
  const found: Rest[] = []
  for (const use of source.uses) {
    if (use.of === 'settings' && path !== 'src/platform/config.ts') found.push(line(use.line, 'settings-place', `${use.what} is read here`))
    if (use.of === 'clock' && place.zone === 'module') found.push(line(use.line, 'clock', `${use.what} asks the machine for the time`))
    if (use.of === 'network' && place.zone === 'module' && isPureFile(place.inside)) found.push(line(use.line, 'pure-file', `${use.what} uses the network`))
  }
  for (const named of source.imports) {
    const target = named.specifier === null ? undefined : targetOf(path, named.specifier)
    const env = (target?.kind === 'node' || target?.kind === 'package') && target.name === 'process' && named.names.includes('env')
    if (env && path !== 'src/platform/config.ts') found.push(line(named.line, 'settings-place', 'env of node:process is read here'))
  }
  return found
}

function escapes({ comments }: Source): Rest[] {
  return comments
    .filter(({ text }) => /@ts-(ignore|expect-error|nocheck)\b|\b(eslint|oxlint)-disable\b/.test(text))
    .map((comment) => line(comment.line, 'escape', `"${comment.text.trim()}" silences a check`))
}

/**
 * Twelve digits that could be somebody's: the first three are a province's code, 001 to 096 (Thông tư 07/2016/TT-BCA), written together or in
 * threes. The last group of a UUID is not one.
 */
const possibleNumber = /(?<![\w.]|[\da-f]{4}-)0(?:0[1-9]|[1-8]\d|9[0-6])(?: ?\d{3}){3}(?![\w])/g

function citizenNumbers({ text, lineAt }: Source): Rest[] {
  return [...text.matchAll(possibleNumber)].map((match) => line(lineAt(match.index), 'citizen-number', `${match[0].slice(0, 3)}… has the shape of a citizen number`))
}
