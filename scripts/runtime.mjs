// Which Node runs the project, and are its packages installed. Built-in modules only; runs on Node 18.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { alone, root, run, say, Stop } from './process.mjs'

const minimum = '22.22'
const stampFile = join(root, 'node_modules', '.tinhso-stamp')

/** True when this version of Node runs the project: 22.22 or newer of the 22 line, or 24 and later (23 has ended and lacks parts). */
export function runsProject(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return (major === 22 && minor >= 22) || major >= 24
}

/**
 * Makes the machine ready: a Node that runs the project, and all packages of the lock. Resolves to the path of that Node.
 * When everything is there this reads two small files and does nothing else.
 */
export async function prepare() {
  const system = runsProject(process.versions.node)
  if (system) {
    await ensurePackages(process.execPath)
    return process.execPath
  }
  // npm leaves out optional packages (compilers among them) that do not declare the Node it runs on; from 20.19 on none is left out,
  // so both installs may go at once.
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) {
    const [node] = await Promise.all([ensureRuntime(), ensurePackages(process.execPath)])
    return node
  }
  const node = await ensureRuntime()
  await ensurePackages(node)
  return node
}

/** The environment for programs of the project: its Node comes first on the PATH. */
export const environment = (node, extra = {}) => ({ ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`, ...extra })

async function ensureRuntime() {
  const folder = join(root, 'tools', 'runtime')
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  const binary = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const pinned = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).optionalDependencies
  if (!pinned[name]) throw new Stop(`Node ${process.versions.node} is too old and there is no pinned Node for ${platform}-${process.arch}: install Node ${minimum} or newer.`)
  const current = () => existsSync(binary) && JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version === pinned[name]
  if (current()) return binary
  await alone('runtime', async () => {
    if (current()) return
    say(`Node ${process.versions.node} đã cũ, đang cài Node ${pinned[name]}`, `Node ${process.versions.node} is too old, installing Node ${pinned[name]} beside it (once)`)
    await install(process.execPath, folder)
    if (!current()) throw new Stop(`npm did not install ${name} ${pinned[name]}: install Node ${minimum} or newer yourself, or allow optional packages in npm's settings.`)
  })
  return binary
}

/** The stamp that node_modules carries when it holds exactly what the lock says. */
export const lockStamp = (folder = root) => createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex')

async function ensurePackages(node) {
  const wanted = lockStamp()
  const stamped = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8').trim() === wanted
  if (stamped()) return
  await alone('packages', async () => {
    if (stamped()) return
    if (!holdsTheLock()) {
      say('đang cài các gói thư viện', 'installing packages (once)')
      await install(node, root)
    }
    writeFileSync(stampFile, `${wanted}\n`)
  })
}

// A developer's own `npm install` leaves a complete folder without our stamp: it is adopted, not deleted under running programs.
function holdsTheLock() {
  const inventory = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(inventory)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(inventory, 'utf8')).packages
  const mine = (list = []) => list.length === 0 || (list.includes(process.platform) && !list.includes(`!${process.platform}`))
  return Object.entries(wanted).every(([path, item]) => {
    if (path === '') return true
    if (present[path]) return present[path].version === item.version && existsSync(join(root, path))
    // an optional package of this very platform must be there; those of other platforms are rightly absent
    return item.optional === true && !(item.os && mine([item.os].flat()) && item.cpu && [item.cpu].flat().includes(process.arch) && glibcOrAny(item))
  })
}

const glibcOrAny = (item) => !item.libc || [item.libc].flat().includes(process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl')

async function install(node, folder) {
  const common = ['--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional', '--engine-strict=false', '--loglevel=error']
  const strict = await npm(node, ['ci', ...common], folder)
  if (strict.code === 0) return
  say('npm ci không chạy được, thử npm install', 'npm ci refused, trying npm install')
  const loose = await npm(node, ['install', '--no-save', ...common], folder)
  if (loose.code === 0) return
  process.stderr.write(strict.output + loose.output)
  throw new Stop(`npm could not install the packages of ${folder}: its reasons are above.`)
}

async function npm(node, args, folder) {
  const script = npmScript()
  const modules = ['/usr/share/nodejs', '/usr/lib/nodejs'].filter((path) => existsSync(path)).join(delimiter)
  if (!script) return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { cwd: folder, quiet: true })
  // npm as Debian ships it finds its own parts only through the distribution's Node: NODE_PATH leads ours there
  return run(node, [script, ...args], { cwd: folder, quiet: true, env: environment(node, modules && node !== process.execPath ? { NODE_PATH: modules } : {}) })
}

// npm's own file, so that it can be run by the Node that we chose
function npmScript() {
  const given = process.env.npm_execpath
  if (given && /npm-cli\.c?js$/.test(given) && existsSync(given)) return given
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const link = join(folder, 'npm')
    if (!existsSync(link)) continue
    const real = realpathSync(link)
    if (/npm-cli\.c?js$/.test(real)) return real
  }
  return undefined
}
