import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Keeps a second copy of each stored file elsewhere, as `<root>/ab/cdef…`: beside the write-ahead log, so that a moment between two backups can be restored with its papers. A copy appears whole or not at all.
 */
export type Mirror = {
  /** Copies one file that is at `path`; nothing when it is there already. A fault is told and not thrown: people go on, and `catchUp` comes back to it. */
  keep(hash: string, path: string): Promise<void>
  /** Copies what is not there yet of a folder of stored files. Resolves to how many were copied. */
  catchUp(files: string): Promise<number>
}

/** Opens the mirror below a folder. `fault` hears of every file that could not be copied. */
export function openMirror(root: string, fault: (error: Error, hash: string) => void): Mirror {
  const at = (hash: string): string => join(root, hash.slice(0, 2), hash.slice(2))
  const copy = async (hash: string, path: string): Promise<boolean> => {
    const into = at(hash)
    if (await stat(into).then(() => true, () => false)) return false
    const part = `${into}.${randomBytes(6).toString('hex')}.part`
    try {
      await mkdir(dirname(into), { recursive: true, mode: 0o700 })
      await copyFile(path, part)
      const handle = await open(part, 'r+')
      try { await handle.sync() } finally { await handle.close() }
      await rename(part, into)
      return true
    } catch (error) {
      await rm(part, { force: true }).catch(() => {})
      fault(error as Error, hash)
      return false
    }
  }
  return {
    keep: async (hash, path) => void (await copy(hash, path)),
    async catchUp(files) {
      let copied = 0
      for (const shelf of (await readdir(files)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
        for (const rest of await readdir(join(files, shelf))) if (/^[0-9a-f]{62}$/.test(rest) && (await copy(shelf + rest, join(files, shelf, rest)))) copied++
      }
      return copied
    },
  }
}
