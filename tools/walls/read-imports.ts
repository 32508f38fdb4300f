import type { ESTree, VisitorObject } from 'vite'
import type { Source, Way } from './facts.ts'

/** The text of a string or of a template without values; null for anything that is computed. */
export function textOf(node: ESTree.Node | null | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null
  return null
}

/** The name in a list of imports or exports, also when it is written as text. */
export const nameOf = (node: ESTree.ModuleExportName): string => (node.type === 'Literal' ? node.value : node.name)

/** Collects every way in which a file can name another. */
export function importVisitor(source: Source): VisitorObject {
  const add = (way: Way, node: ESTree.Node, from: ESTree.Node | null | undefined, names: readonly string[]) =>
    source.imports.push({ way, specifier: textOf(from), names, line: source.lineAt(node.start) })
  return {
    ImportDeclaration(node) {
      const names = node.specifiers.map((each) => (each.type === 'ImportSpecifier' ? nameOf(each.imported) : each.type === 'ImportDefaultSpecifier' ? 'default' : '*'))
      add(node.importKind === 'type' ? 'import type' : 'import', node, node.source, names)
    },
    ExportAllDeclaration: (node) => void add('export', node, node.source, ['*']),
    ExportNamedDeclaration(node) {
      if (node.source) add('export', node, node.source, node.specifiers.map((each) => nameOf(each.local)))
    },
    TSImportType: (node) => void add('import type', node, node.source, [firstName(node.qualifier)]),
    TSExternalModuleReference: (node) => void add('require', node, node.expression, ['*']),
    ImportExpression: (node) => void add('import()', node, node.source, ['*']),
    CallExpression(node) {
      const callee = source.text.slice(node.callee.start, node.callee.end)
      const [first] = node.arguments
      if (/^(require|require\.resolve|import\.meta\.resolve)$/.test(callee)) add('require', node, first, ['*'])
      if (/^createRequire$/.test(callee)) add('require', node, null, ['*'])
      if (/^vi\.(mock|doMock|importMock)$/.test(callee)) add('mock', node, first?.type === 'ImportExpression' ? first.source : first, ['*'])
      if (callee === 'import.meta.glob') for (const each of first?.type === 'ArrayExpression' ? first.elements : [first]) add('glob', node, each, ['*'])
    },
    NewExpression(node) {
      const [first, base] = node.arguments
      const own = base !== undefined && source.text.slice(base.start, base.end) === 'import.meta.url'
      if (node.callee.type === 'Identifier' && node.callee.name === 'URL' && own && textOf(first) !== null) add('url', node, first, ['*'])
    },
  }
}

function firstName(qualifier: ESTree.TSImportType['qualifier']): string {
  let node = qualifier
  while (node?.type === 'TSQualifiedName') node = node.left
  return node?.type === 'Identifier' ? node.name : '*'
}
