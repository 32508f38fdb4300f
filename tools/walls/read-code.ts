import type { ESTree, VisitorObject } from 'vite'
import { nameOf, textOf } from './read-imports.ts'
import type { Source, SqlText } from './facts.ts'

/** What the calls of kysely's `sql` do with a text; `sql.lit` and the like make values of it. */
const sqlCalls = new Map<string, SqlText['kind']>([['raw', 'statement'], ['id', 'name'], ['ref', 'name'], ['table', 'name']])

const environments = new Set(['process', 'globalThis.process'])

/** Collects identifiers, text that may be SQL, and uses of what must be handed in. */
export function codeVisitor(source: Source): VisitorObject {
  const { text, lineAt } = source
  const seen = new Set<number>()
  const sqlNames = new Set(['sql'])
  const use = (of: Source['uses'][number]['of'], node: ESTree.Node) =>
    void source.uses.push({ of, what: text.slice(node.start, node.end).split('\n')[0] ?? '', line: lineAt(node.start) })
  const isSql = (node: ESTree.Node): boolean =>
    node.type === 'Identifier' ? sqlNames.has(node.name) : node.type === 'MemberExpression' && node.property.type === 'Identifier' && node.property.name === 'sql'
  const keep = (kind: SqlText['kind'], node: ESTree.Node) => {
    const found = literalText(text, node)
    if (found === null || seen.has(node.start)) return
    seen.add(node.start)
    source.sql.push({ kind, text: found, start: node.start })
  }
  return {
    ImportSpecifier(node) {
      if (nameOf(node.imported) === 'sql') sqlNames.add(node.local.name)
    },
    Identifier: (node) => void source.identifiers.push({ name: node.name, line: lineAt(node.start) }),
    TaggedTemplateExpression(node) {
      if (isSql(node.tag) || (node.tag.type === 'MemberExpression' && isSql(node.tag.object))) keep('statement', node.quasi)
    },
    CallExpression(node) {
      const { callee } = node
      if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier' && isSql(callee.object)) {
        const kind = sqlCalls.get(callee.property.name)
        if (kind) for (const each of node.arguments) keep(kind, each)
      }
      if (callee.type === 'Identifier' && callee.name === 'Date') use('clock', node)
      if (callee.type === 'Identifier' && callee.name === 'fetch') use('network', node)
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) use('clock', node)
    },
    MemberExpression(node) {
      const object = text.slice(node.object.start, node.object.end)
      const property = node.computed ? textOf(node.property) : node.property.type === 'Identifier' ? node.property.name : null
      if (environments.has(object) && property === 'env') use('settings', node)
      if (object === 'Date' && property === 'now') use('clock', node)
    },
    VariableDeclarator(node) {
      const taken = node.id.type === 'ObjectPattern' ? node.id.properties : []
      const takesEnv = taken.some((each) => each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === 'env')
      if (takesEnv && node.init && environments.has(text.slice(node.init.start, node.init.end))) use('settings', node)
    },
    Literal: (node) => keep('text', node),
    TemplateLiteral: (node) => keep('text', node),
  }
}

/** A literal's own characters at their own offsets, everything else of it blanked; null when it is no text. */
function literalText(text: string, node: ESTree.Node): string | null {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  if (node.type === 'Literal' && typeof node.value === 'string') return ` ${text.slice(node.start + 1, node.end - 1)} `
  if (node.type !== 'TemplateLiteral') return null
  let result = ''
  let at = node.start
  for (const quasi of node.quasis) {
    const from = quasi.start + 1
    const to = quasi.end - (quasi.tail ? 1 : 2)
    result += blank(text.slice(at, from)) + text.slice(from, to)
    at = to
  }
  return result + blank(text.slice(at, node.end))
}
