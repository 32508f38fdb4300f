// Makes a module that has every shelf, passes every check and does one small thing: `npm run new -- module <name> ["One sentence on what it is for."]`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { arrowsOf, moduleNames } from './may-call.ts'
import { filesOf } from './new-module/templates.ts'

/** Why a module cannot be made; nothing was written. */
export class NotMade extends Error {}

const listPath = 'src/apps/modules.ts'

/**
 * Writes the folder of a new module below `root` and puts the module at the end of the list. Returns the paths that were written. Throws
 * NotMade for a name that is taken, no name, or not on the list of who may call whom.
 */
export function makeModule(root: string, name: string, purpose = `What the province keeps as ${name}.`): string[] {
  refuseName(root, name)
  const list = withModule(readFileSync(join(root, listPath), 'utf8'), name)
  const written: string[] = []
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    written.push(path)
  }
  const sentence = purpose.trim().replace(/[.!?]?$/, (end) => end || '.')
  for (const [path, text] of filesOf(name, sentence)) write(`src/modules/${name}/${path}`, text)
  write(listPath, list)
  return written
}

function refuseName(root: string, name: string): void {
  if (!/^[a-z][a-z0-9]{2,29}$/.test(name)) throw new NotMade(`"${name}" cannot be a module: one English word in small letters, because it is also a schema and a folder.`)
  if (arrowsOf(name) === undefined) {
    throw new NotMade(`${name} is not on the list of who may call whom. Write a decision record in docs/adr on what it is and whom it calls, add its line to ` +
      `tools/may-call.ts, and try again. On the list: ${moduleNames.join(', ')}.`)
  }
  if (existsSync(join(root, 'src', 'modules', name))) throw new NotMade(`there is a module ${name} already.`)
}

/** The list of modules with one more at its end. Throws NotMade when the file does not look like the list. */
export function withModule(text: string, name: string): string {
  const array = /(export const modules: readonly Module\[\] = \[)([^\]]*)(\])/.exec(text)
  if (!array) throw new NotMade(`${listPath} does not hold "export const modules: readonly Module[] = [...]".`)
  const [whole, open = '', inside = '', close = ''] = array
  const names = inside.trimEnd()
  const rest = inside.slice(names.length)
  const end = names.endsWith(',') ? `${names}${inside.includes('\n') ? '\n  ' : ' '}${name},${rest}` : `${names}${names && ', '}${name}${rest}`
  const withName = text.replace(whole, `${open}${end}${close}`)
  const imports = [...withName.matchAll(/^import .*\n/gm)].at(-1)
  const at = imports ? imports.index + imports[0].length : 0
  return `${withName.slice(0, at)}import ${name} from '../modules/${name}/module.ts'\n${withName.slice(at)}`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [name = '', purpose] = process.argv.slice(2)
  try {
    for (const path of makeModule(join(import.meta.dirname, '..'), name, purpose)) console.log(path)
    console.log(`\nThe module ${name} is made. Next: node tools/map.ts, then put its own words in the place of "entry".`)
  } catch (error) {
    if (!(error instanceof NotMade)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}
