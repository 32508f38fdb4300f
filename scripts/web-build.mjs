// The web is built when its sources changed, beside everything else that a start does. Built-in modules only; runs on Node 18.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone, root, run, say } from './process.mjs'
import { environment } from './runtime.mjs'

const stampFile = join(root, 'build', '.stamp')
const settings = ['package.json', 'package-lock.json', 'tsconfig.json']

function* filesBelow(folder, keep = () => true) {
  if (!existsSync(join(root, folder))) return
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) yield* filesBelow(path, keep)
    else if (keep(path)) yield path
  }
}

function* sources() {
  yield* settings
  for (const name of readdirSync(root).sort()) if (/^(vite\.|react-router\.config\.)/.test(name)) yield name
  yield* filesBelow('web')
  yield* filesBelow('public')
  yield* filesBelow('src/kernel')
  yield* filesBelow('src/modules', (path) => /^src\/modules\/[^/]+\/contract[^/]*\.ts$/.test(path))
}

/** sha256 over everything that the web build reads: its own folder, contracts, kernel, configurations and the lock. */
export function webStamp() {
  const hash = createHash('sha256')
  for (const path of sources()) hash.update(`${path}\0`).update(readFileSync(join(root, path))).update('\0')
  return hash.digest('hex')
}

/** True when `build/` holds the web of this stamp, whole. */
export const isBuilt = (stamp) => existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === stamp && existsSync(join(root, 'build', 'server', 'index.js'))

/**
 * Builds the web unless it is there. The stamp is taken away first and written last, so a build that was killed is seen as absent.
 * Resolves to true, or to false when the build failed (its output has then been shown). `onSpawn` is given the running build.
 */
export async function buildWeb(node, stamp, onSpawn) {
  if (isBuilt(stamp)) return true
  return alone('web', async () => {
    if (isBuilt(stamp)) return true
    say('đang dựng giao diện', 'building the web (once)')
    rmSync(stampFile, { force: true })
    const { code, output } = await run(node, [join(root, 'node_modules', '@react-router', 'dev', 'bin.cjs'), 'build'], {
      quiet: true, env: environment(node, { NODE_ENV: 'production' }), onSpawn,
    })
    if (code !== 0) {
      process.stderr.write(output)
      return false
    }
    writeFileSync(stampFile, `${stamp}\n`)
    return true
  })
}
