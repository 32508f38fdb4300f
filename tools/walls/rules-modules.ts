import type { ESTree } from 'vite'
import type { Source } from './facts.ts'
import { textOf } from './read-imports.ts'
import { targetOf } from './places.ts'
import type { Breach } from './rules.ts'
import { arrowsOf } from '../may-call.ts'

const listPath = 'src/apps/modules.ts'

type Manifest = { name: string | null; needs: readonly string[] | null; line: number }

/** Breaches that need all files: what a module says it needs against what it imports, and the list of modules. */
export function moduleBreaches(sources: readonly Source[]): Breach[] {
  const byModule = Map.groupBy(sources.filter(({ place }) => place.zone === 'module' && place.inside !== ''), ({ place }) => place.name)
  const manifests = new Map<string, Manifest>()
  const found: Breach[] = []
  for (const [name, files] of byModule) {
    const source = files.find(({ place }) => place.inside === 'module.ts')
    const manifest = source?.program ? readManifest(source, source.program) : undefined
    if (manifest) manifests.set(name, manifest)
    found.push(...(manifest ? manifestBreaches(name, manifest, files) : [missing(name, source ? 'declares no module' : 'is missing')]), ...unloadedFailures(name, files))
  }
  return [...found, ...listBreaches(sources.find(({ path }) => path === listPath), manifests)]
}

const missing = (name: string, what: string): Breach => ({ file: `src/modules/${name}/module.ts`, line: 1, rule: 'manifest', what: `the manifest of ${name} ${what}` })

function unloadedFailures(name: string, files: readonly Source[]): Breach[] {
  const file = `src/modules/${name}/failures.ts`
  if (!files.some(({ path }) => path === file)) return []
  const loads = ({ path, imports }: Source) => imports.some(({ way, specifier }) => {
    const target = specifier === null || way === 'import type' ? undefined : targetOf(path, specifier)
    return target?.kind === 'path' && target.path === file
  })
  return files.some((source) => !source.test && loads(source)) ? [] : [{ file, line: 1, rule: 'failures-loaded', what: `no file of ${name} imports its failures` }]
}

function readManifest(source: Source, program: ESTree.Program): Manifest | undefined {
  for (const node of program.body) {
    if (node.type !== 'ExportDefaultDeclaration' || node.declaration.type !== 'CallExpression') continue
    const [given] = node.declaration.arguments
    if (given?.type !== 'ObjectExpression') continue
    const valueOf = (key: string) =>
      given.properties.flatMap((each) => (each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === key ? [each.value] : []))[0]
    const needs = valueOf('needs')
    const names = needs?.type === 'ArrayExpression' ? needs.elements.map((each) => textOf(each)) : [null]
    return { name: textOf(valueOf('name')), needs: names.includes(null) ? null : names.filter((each) => each !== null), line: source.lineAt((needs ?? node).start) }
  }
  return undefined
}

function manifestBreaches(name: string, manifest: Manifest, files: readonly Source[]): Breach[] {
  const breach = (what: string, line = manifest.line, file = `src/modules/${name}/module.ts`): Breach => ({ file, line, rule: 'manifest', what })
  const found: Breach[] = []
  if (manifest.name !== name) found.push(breach(`${name} calls itself ${manifest.name ?? 'something computed'}`))
  if (manifest.needs === null) return [...found, breach(`the needs of ${name} are not a list of names`)]
  const used = new Set<string>()
  for (const file of files.filter(({ test }) => !test)) {
    for (const { specifier, line } of file.imports) {
      const target = specifier === null ? undefined : targetOf(file.path, specifier)
      if (target?.kind !== 'alias' || target.alias !== 'modules' || target.name === name || used.has(target.name)) continue
      used.add(target.name)
      if (!manifest.needs.includes(target.name)) found.push(breach(`${name} imports #modules/${target.name}, which its needs do not name`, line, file.path))
    }
  }
  for (const need of manifest.needs) {
    if (!used.has(need)) found.push(breach(`${name} needs ${need}, and no file of it imports #modules/${need}`))
    if (!arrowsOf(name)?.includes(need)) found.push({ ...breach(`${name} needs ${need}`), rule: 'may-call' })
  }
  return found
}

function listBreaches(source: Source | undefined, manifests: ReadonlyMap<string, Manifest>): Breach[] {
  const breach = (what: string, line = 1): Breach => ({ file: listPath, line, rule: 'registered', what })
  if (!source?.program) return manifests.size === 0 ? [] : [breach('the list of modules is missing')]
  const listed = listedModules(source, source.program)
  const found: Breach[] = []
  const before = new Set<string>()
  for (const { name, line } of listed) {
    const manifest = manifests.get(name)
    if (before.has(name)) found.push(breach(`${name} is listed twice`, line))
    const late = manifest?.needs?.filter((need) => !before.has(need)) ?? []
    if (late.length > 0) found.push(breach(`${name} stands before ${late.join(', ')}, which it needs`, line))
    before.add(name)
  }
  for (const name of manifests.keys()) if (!before.has(name)) found.push(breach(`${name} is not listed`))
  return found
}

/** The modules of the list in their order; what is no imported manifest is left out, and then missing. */
function listedModules(source: Source, program: ESTree.Program): { name: string; line: number }[] {
  const imported = new Map<string, string>()
  const listed: { name: string; line: number }[] = []
  for (const node of program.body) {
    if (node.type === 'ImportDeclaration') {
      const target = targetOf(source.path, node.source.value)
      const local = node.specifiers.find((each) => each.type === 'ImportDefaultSpecifier')?.local.name
      if (local && target.kind === 'path' && target.place.zone === 'module' && target.place.inside === 'module.ts') imported.set(local, target.place.name)
    }
    if (node.type !== 'ExportNamedDeclaration' || node.declaration?.type !== 'VariableDeclaration') continue
    for (const { id, init } of node.declaration.declarations) {
      if (id.type !== 'Identifier' || id.name !== 'modules' || init?.type !== 'ArrayExpression') continue
      for (const each of init.elements) {
        const name = each?.type === 'Identifier' ? imported.get(each.name) : undefined
        if (each && name) listed.push({ name, line: source.lineAt(each.start) })
      }
    }
  }
  return listed
}
