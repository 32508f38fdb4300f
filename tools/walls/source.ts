import { parseSync, Visitor } from 'vite'
import type { Source } from './facts.ts'
import { codeVisitor } from './read-code.ts'
import { importVisitor } from './read-imports.ts'
import { isTest, placeOf } from './places.ts'

const parsed = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/
const languages = { ts: 'ts', mts: 'ts', cts: 'ts', tsx: 'tsx', js: 'js', mjs: 'js', cjs: 'js', jsx: 'jsx' } as const

/** Reads a file. `path` is relative to the project, with `/`. Never throws: what cannot be parsed is a fault of the file. */
export function readSource(path: string, text: string): Source {
  const source: Source = {
    path, place: placeOf(path), test: isTest(path), text, lineAt: lineFinder(text),
    imports: [], sql: [], identifiers: [], uses: [], comments: [], program: null, faults: [],
  }
  if (path.endsWith('.sql')) source.sql.push({ kind: 'statement', text, start: 0 })
  const extension = parsed.exec(path)?.[1] as keyof typeof languages | undefined
  if (!extension) return source
  const result = parseSync(path, text, { lang: languages[extension], astType: 'ts' })
  for (const error of result.errors) source.faults.push({ what: error.message, line: source.lineAt(error.labels[0]?.start ?? 0) })
  source.comments = result.comments.map((comment) => ({ text: comment.value, line: source.lineAt(comment.start) }))
  source.program = result.program
  for (const visits of [importVisitor(source), codeVisitor(source)]) new Visitor(visits).visit(result.program)
  return source
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
