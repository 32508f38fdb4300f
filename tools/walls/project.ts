import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Source } from './facts.ts'
import { readSource } from './source.ts'

const folders = ['src', 'web', 'test', 'bench', 'provinces', 'tools', 'scripts']
/** Code is read for its walls, the rest for words and numbers that must not stand there. */
const read = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs|sql|css|html|json|csv|md|typ|svg|txt)$/
const skipped = /(^|\/)node_modules(\/|$)|^tools\/runtime\//
/** Larger files are data that somebody measured or made; people's numbers are not typed into them. */
const largestBytes = 4_000_000

/** Reads the project below `root`. */
export function readProject(root: string): Source[] {
  return folders.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name.split(sep).join('/')}`)
      .filter((path) => read.test(path) && !skipped.test(path))
      .sort()
      .flatMap((path) => {
        const stat = statSync(join(root, path), { throwIfNoEntry: false })
        return stat?.isFile() && stat.size <= largestBytes ? [readSource(path, readFileSync(join(root, path), 'utf8'))] : []
      }))
}

/** The invented province: tests and examples live there, and they may say so. */
const invented = 'sample'

/**
 * Names of provinces: of their folders, of their mastheads, and those without the word for province in front or behind. A single syllable is left as it
 * is: alone it is an ordinary word.
 */
export function provinceNames(root: string): string[] {
  const names = new Set<string>()
  const base = join(root, 'provinces')
  if (!existsSync(base)) return []
  for (const folder of readdirSync(base)) {
    const file = join(base, folder, 'province.json')
    if (folder === invented || !existsSync(file)) continue
    const { name, place } = JSON.parse(readFileSync(file, 'utf8')) as { name?: { vi?: string; en?: string }; place?: string }
    names.add(folder)
    for (const each of [name?.vi, name?.en, place]) {
      if (!each) continue
      names.add(each)
      const short = each.replace(/^(tỉnh|thành phố)\s+/i, '').replace(/\s+(province|city)$/i, '')
      if (/\s/.test(short)) names.add(short)
    }
  }
  return [...names]
}
