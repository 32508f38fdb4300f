import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mapText, readEntries } from '../tools/map.ts'
import { makeModule, withModule } from '../tools/new-module.ts'
import { findBreaches } from '../tools/walls.ts'

const root = join(import.meta.dirname, '..')
const name = 'feedback'
const emptyList = `import type { Module } from '#platform/module'

/** Every module of this program, each after the ones it calls. */
export const modules: readonly Module[] = []
`

/** The project without its modules and pages, in a folder of its own. */
function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'tinhso-new-module-'))
  const noTests = (path: string) => !/\.test\.(ts|tsx|mjs)$/.test(path)
  const parts = ['package.json', 'tsconfig.json', 'vitest.config.ts', '.oxlintrc.json', 'src/kernel', 'src/platform', 'src/apps/application.ts', 'src/apps/machine-jobs.ts', 'src/apps/machine-routes.ts', 'src/apps/release.ts', 'src/apps/timeline.ts', 'provinces/sample', 'docs', 'tools']
  const wanted = (path: string) => noTests(path) && path !== join(root, 'tools/runtime')
  for (const path of parts) cpSync(join(root, path), join(copy, path), { recursive: true, filter: wanted })
  for (const file of readdirSync(join(root, 'test')).filter((each) => each.endsWith('.ts') && noTests(each))) cpSync(join(root, 'test', file), join(copy, 'test', file))
  writeFileSync(join(copy, 'src/apps/modules.ts'), emptyList)
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

let copy: string
let made: ReturnType<typeof run>
beforeAll(() => {
  copy = copyProject()
  made = run('tools/new-module.ts', name, 'Reports of citizens and the answers to them')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const run = (...args: string[]) => spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: copy, encoding: 'utf8' })
const concerns = (path: string) => path.startsWith(`src/modules/${name}/`) || path.startsWith('src/apps/modules.ts')

describe('a new module', () => {
  it('has its shelves and is the last of the list', () => {
    expect(made).toMatchObject({ status: 0, stderr: '' })
    expect(made.stdout).toContain('src/modules/feedback/http.ts\n')
    expect(readdirSync(join(copy, 'src/modules', name)).sort()).toEqual([
      'README.md', 'commands', 'contract.ts', 'events.ts', 'failures.ts', 'feedback.test.ts', 'http.ts', 'index.ts', 'migrations', 'module.ts', 'store.ts',
    ])
    expect(readFileSync(join(copy, 'src/modules', name, 'README.md'), 'utf8')).toContain('Reports of citizens and the answers to them. ')
    expect(readFileSync(join(copy, 'src/apps/modules.ts'), 'utf8')).toBe(withModule(emptyList, name))
  })

  it('stands within the walls', () => {
    expect(findBreaches(copy).filter(({ file }) => concerns(file))).toEqual([])
  })

  it('is drawn on the map', async () => {
    const entry = { name, purpose: 'Reports of citizens and the answers to them', needs: [], routes: 1, publishes: ['feedback.entry_added'], listens: [] }
    expect(await readEntries(copy)).toEqual([entry])
    expect(run('tools/map.ts').status).toBe(0)
    expect(readFileSync(join(copy, 'docs/architecture.md'), 'utf8')).toContain(mapText([entry]))
    expect(run('tools/map.ts', '--check')).toMatchObject({ status: 0, stdout: '', stderr: '' })
    writeFileSync(join(copy, 'src/apps/modules.ts'), emptyList)
    expect(run('tools/map.ts', '--check')).toMatchObject({ status: 1, stderr: 'the map in docs/architecture.md is not current: run node tools/map.ts\n' })
    writeFileSync(join(copy, 'src/apps/modules.ts'), withModule(emptyList, name))
  })

  it('has right types', { timeout: 120_000 }, () => {
    const { stdout } = run('node_modules/typescript/bin/tsc', '-p', '.', '--noEmit')
    expect(stdout.split('\n').filter(concerns)).toEqual([])
  })

  it('passes the linter', { timeout: 120_000 }, () => {
    const { status, stdout } = run('node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings', `src/modules/${name}`, 'src/apps/modules.ts')
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('Found 0 warnings and 0 errors') as string })
  })

  it('passes its own test, on a database of its own', { timeout: 120_000 }, () => {
    const { status, stdout, stderr } = run('node_modules/vitest/vitest.mjs', 'run', '--reporter=json', `src/modules/${name}`)
    expect(status, stdout + stderr).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ numPassedTests: 2, numTotalTests: 2 })
  })
})

describe('a name', () => {
  it.each([
    ['', 'cannot be a module'],
    ['Feedback', 'cannot be a module'],
    ['feed-back', 'cannot be a module'],
    ['../kernel', 'cannot be a module'],
    ['weather', 'not on the list of who may call whom. Write a decision record in docs/adr'],
    ['constructor', 'not on the list'],
    [name, 'there is a module feedback already'],
  ])('"%s" is refused, and nothing is written', (given, reason) => {
    const before = readFileSync(join(copy, 'src/apps/modules.ts'), 'utf8')
    expect(() => makeModule(copy, given)).toThrow(reason)
    expect(readFileSync(join(copy, 'src/apps/modules.ts'), 'utf8')).toBe(before)
    expect(readdirSync(join(copy, 'src/modules'))).toEqual([name])
  })

  it('that is refused ends the command with 1 and one sentence', () => {
    expect(run('tools/new-module.ts', 'Feedback')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^"Feedback" cannot be a module: .*\.\n$/) as string })
  })

  it('without a list of modules nothing is written either', () => {
    const bare = mkdtempSync(join(tmpdir(), 'tinhso-bare-'))
    cpSync(join(root, 'src/kernel/failure.ts'), join(bare, 'src/apps/modules.ts'))
    expect(() => makeModule(bare, name)).toThrow('does not hold')
    expect(existsSync(join(bare, 'src/modules'))).toBe(false)
    rmSync(bare, { recursive: true })
  })
})

it.each([
  ['one line', "import type { Module } from '#platform/module'\nimport areas from '../modules/areas/module.ts'\n\nexport const modules: readonly Module[] = [areas]\n", '[areas, feedback]'],
  ['several lines', 'export const modules: readonly Module[] = [\n  areas,\n  agencies,\n]\n', '[\n  areas,\n  agencies,\n  feedback,\n]'],
])('the list on %s takes one more', (_, list, expected) => {
  const text = withModule(list, name)
  expect(text).toContain(`export const modules: readonly Module[] = ${expected}\n`)
  expect(text).toContain("import feedback from '../modules/feedback/module.ts'\n")
})
