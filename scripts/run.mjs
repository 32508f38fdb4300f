// Every npm script but `start`: makes the machine ready, then runs one command of the table below with the project's Node.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { main, root, run, say, Stop } from './process.mjs'
import { environment, prepare } from './runtime.mjs'
import { buildWeb, webStamp } from './web-build.mjs'
import { findBrowser } from './browser.mjs'

const typescript = ['--disable-warning=ExperimentalWarning']
const results = join(root, 'test-results')

const commands = {
  test: (node, args) => test(node, args),
  check: (node) => check(node),
  dev: (node, args) => script(node, 'src/apps/server.ts', args, ['--watch', '--watch-preserve-output'], { NODE_ENV: 'development' }),
  cli: (node, args) => script(node, 'src/apps/cli.ts', args),
  bench: (node, args) => named(node, 'bench', args),
  prove: (node, args) => vitest(node, 'prove', args).then((step) => report([step])),
  new: (node, [kind, ...args]) => script(node, `tools/new-${kind ?? 'module'}.ts`, args),
}

await main(async () => {
  const [name, ...args] = process.argv.slice(2)
  const command = commands[name]
  if (!command) throw new Stop(`there is no command ${name ?? ''}; there are ${Object.keys(commands).join(', ')}.`)
  const node = await prepare()
  process.exit(await command(node, args))
})

/** Runs a file of ours and resolves to its exit code. */
async function script(node, file, args, flags = [], env = {}) {
  if (!existsSync(join(root, file))) throw new Stop(`there is no ${file}.`)
  return (await run(node, [...typescript, ...flags, join(root, file), ...args], { env: environment(node, env) })).code
}

async function named(node, folder, [name, ...args]) {
  const files = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts')) : []
  const names = files.map((file) => file.replace(/\.ts$/, ''))
  if (!name || !names.includes(name)) throw new Stop(`npm run ${folder} -- NAME, where NAME is one of: ${names.join(', ') || '(there is none)'}.`)
  await webOrStop(node)
  return script(node, `${folder}/${name}.ts`, args)
}

async function webOrStop(node) {
  if (!(await buildWeb(node, webStamp(), () => {}))) throw new Stop('the web could not be built: its reasons are above.')
}

function bin(...path) {
  return join(root, 'node_modules', ...path)
}

/** One step of the check: a name, how many things passed and failed. A step that is not made of tests counts as one. */
async function step(name, node, args) {
  console.log(`\n== ${name}`)
  const started = Date.now()
  const { code } = await run(node, args, { env: environment(node) })
  return { name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds: (Date.now() - started) / 1000 }
}

async function checks(node) {
  const steps = [
    await step('types of the routes', node, [bin('@react-router', 'dev', 'bin.cjs'), 'typegen']),
    await step('types', node, [bin('typescript', 'bin', 'tsc'), '-p', root, '--noEmit']),
    await step('lint', node, [bin('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings', '--no-error-on-unmatched-pattern', '.']),
    await step('lock', node, [join(root, 'tools', 'lock-complete.mjs')]),
  ]
  if (existsSync(join(root, 'tools', 'walls.ts'))) steps.push(await step('walls', node, [...typescript, join(root, 'tools', 'walls.ts')]))
  return steps
}

async function check(node) {
  return report(await checks(node))
}

/** Tests of one project of vitest.config.ts. A test that was skipped counts as failed: nothing is left out in silence. */
async function vitest(node, project, args = []) {
  console.log(`\n== ${project}`)
  mkdirSync(results, { recursive: true })
  const file = join(results, `${project}.json`)
  rmSync(file, { force: true })
  const started = Date.now()
  const { code } = await run(node, [
    ...typescript, bin('vitest', 'vitest.mjs'), 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args,
  ], { env: environment(node) })
  const seconds = (Date.now() - started) / 1000
  if (!existsSync(file)) return { name: project, passed: 0, failed: 1, seconds }
  const found = JSON.parse(readFileSync(file, 'utf8'))
  const skipped = found.numPendingTests + found.numTodoTests
  if (skipped > 0) console.log(`${project}: ${skipped} skipped, which counts as failed`)
  const failed = found.numFailedTests + skipped
  // a file that cannot be loaded fails the run without a failed test of its own
  return { name: project, passed: found.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, seconds }
}

async function browserTests(node) {
  if (findBrowser()) return vitest(node, 'browser')
  console.log('\n== browser\nNo browser was found: run "apt-get install -y chromium-headless-shell" (or chromium) as root, or set CHROME to the program of a Chromium or Chrome.')
  return { name: 'browser (no browser found)', passed: 0, failed: 1, seconds: 0 }
}

async function test(node, args) {
  if (args.length > 0) return report([await vitestAnywhere(node, args)])
  const steps = await checks(node)
  // tests of both kinds open pages
  await webOrStop(node)
  for (const project of ['unit', 'integration']) steps.push(await vitest(node, project))
  steps.push(await browserTests(node))
  return report(steps)
}

// `npm test -- path`: only these files, whichever project they belong to
async function vitestAnywhere(node, args) {
  await webOrStop(node)
  const { code } = await run(node, [...typescript, bin('vitest', 'vitest.mjs'), 'run', ...args], { env: environment(node) })
  return { name: args.join(' '), passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds: 0 }
}

function report(steps) {
  say('kết quả', 'result')
  for (const { name, passed, failed, seconds } of steps) console.log(`  ${failed ? 'FAIL' : 'ok  '}  ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`)
  const sum = (key) => steps.reduce((total, each) => total + each[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}
