import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const lines = (count: number, line: string) => `${line}\n`.repeat(count)
const longFile = (name: string) => `export const ${name} = [\n${lines(320, '  1,')}]\n`

/** One mistake per file, and the rule of `.oxlintrc.json` that must name it. */
const mistakes: readonly [rule: string, file: string, text: string][] = [
  ['no-console', 'src/modules/areas/console.ts', "export const x = () => console.log('x')\n"],
  ['no-console', 'web/kit/console.ts', "export const x = () => console.log('x')\n"],
  ['max-lines', 'src/modules/areas/long.ts', longFile('long')],
  ['max-lines-per-function', 'src/modules/areas/long-function.ts', `export function long(x: number): number {\n${lines(62, '  if (x > 1) return x')}  return 0\n}\n`],
  ['max-depth', 'src/modules/areas/deep.ts', 'export function deep(x: number) {\n  if (x > 1) { if (x > 2) { if (x > 3) { if (x > 4) { if (x > 5) { return 1 } } } } }\n  return 0\n}\n'],
  ['eqeqeq', 'src/kernel/equal.ts', 'export const x = (a: number, b: number) => a == b\n'],
  ['no-explicit-any', 'src/kernel/any.ts', 'export const x = (a: any) => [a]\n'],
  ['no-floating-promises', 'src/modules/areas/floating.ts', 'const work = async () => {}\nexport const x = () => {\n  work()\n}\n'],
  ['no-misused-promises', 'src/modules/areas/misused.ts', 'const work = async () => true\nexport const x = () => (work() ? 1 : 2)\n'],
  ['no-non-null-assertion', 'src/modules/areas/sure.ts', 'export const x = (a?: string) => a!.length\n'],
  ['no-unsafe-member-access', 'src/modules/areas/unsafe.ts', "export const x = () => JSON.parse('{}').name as string\n"],
  ['switch-exhaustiveness-check', 'src/modules/areas/cases.ts', "export function x(a: 'b' | 'c') {\n  switch (a) {\n    case 'b': return 1\n  }\n  return 0\n}\n"],
  ['consistent-type-imports', 'src/modules/areas/types.ts', "import { Stats } from 'node:fs'\nexport const x = (a: Stats) => a.size\n"],
  ['no-warning-comments', 'src/modules/areas/later.ts', '// FIXME later\nexport const x = 1\n'],
  ['ban-ts-comment', 'src/modules/areas/silenced.ts', '// @ts-ignore\nexport const x = 1\n'],
  ['no-cycle', 'src/modules/areas/ring-a.ts', "import { b } from './ring-b.ts'\nexport const a = () => b\n"],
  ['parameter-properties', 'src/modules/areas/properties.ts', 'export class X {\n  constructor(private readonly a: string) {}\n  read() { return this.a }\n}\n'],
  ['filename-case', 'src/modules/areas/camelCase.ts', 'export const x = 1\n'],
  ['no-danger', 'web/kit/danger.tsx', "export const X = () => <p dangerouslySetInnerHTML={{ __html: '' }} />\n"],
  ['alt-text', 'web/kit/picture.tsx', "export const X = () => <img src='x.png' />\n"],
  ['no-focused-tests', 'src/modules/areas/only.test.ts', "import { it } from 'vitest'\nit.only('x', () => {})\n"],
  ['no-disabled-tests', 'src/modules/areas/skip.test.ts', "import { it } from 'vitest'\nit.skip('x', () => {})\n"],
]

/** What is no mistake where it stands. */
const allowed: readonly [what: string, file: string, text: string][] = [
  ['a long list of messages', 'web/messages/long.vi.ts', longFile('long')],
  ['a long story of a test', 'src/modules/areas/long.test.ts', `import { it } from 'vitest'\nit('x', () => {\n${lines(320, "  'x'.trim()")}})\n`],
  ['a program that speaks to the terminal', 'src/apps/cli.ts', "export const x = () => console.log('x')\n"],
  ['a promise that is meant to run by itself', 'src/modules/areas/meant.ts', 'const work = async () => {}\nexport const x = () => {\n  void work()\n}\n'],
]

let folder: string
const found = new Map<string, string[]>()
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tinhso-lint-'))
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) cpSync(join(root, file), join(folder, file))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [, file, text] of [...mistakes, ...allowed, ['', 'src/modules/areas/ring-b.ts', "import { a } from './ring-a.ts'\nexport const b = () => a\n"] as const]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const { stdout } = spawnSync(process.execPath, ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '-f', 'json', '.'], { cwd: folder, encoding: 'utf8' })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }
  for (const { code, filename } of diagnostics) found.set(filename, [...(found.get(filename) ?? []), code.replace(/^.*\((.*)\)$/, '$1')])
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the linter', () => {
  it.each(mistakes)('%s names %s', (rule, file) => {
    expect(found.get(file)).toContain(rule)
  })

  it.each(allowed)('lets %s be', (_, file) => {
    expect(found.get(file)).toBeUndefined()
  })
})
