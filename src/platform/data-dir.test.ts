import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { claimDataDir, closedFolders, dataDirOwner, isAlive, prepareDataDir, readOrMake } from './data-dir.ts'

let dir: string
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'data-dir-'))))
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('the claim on a data folder', () => {
  it('is refused while its owner lives, in one sentence with the process', () => {
    const claim = claimDataDir(dir)
    expect(dataDirOwner(dir)).toBe(process.pid)
    expect(() => claimDataDir(dir)).toThrow(new RegExp(`^TINHSO_DATA ${dir} is in use by another start of this program \\(process ${process.pid}\\)[^\\n]*\\.$`))
    claim.release()
    expect(dataDirOwner(dir)).toBeUndefined()
    claimDataDir(dir).release()
  })

  it('does not outlive a killed owner, nor a number that another process has since', () => {
    writeFileSync(join(dir, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, born: '' }))
    claimDataDir(dir).release()
    if (!existsSync('/proc/self/stat')) return
    writeFileSync(join(dir, 'lock'), JSON.stringify({ pid: process.pid, born: 'an earlier start of the machine/17' }))
    expect(dataDirOwner(dir)).toBeUndefined()
    claimDataDir(dir).release()
    expect(existsSync(join(dir, 'lock'))).toBe(false)
  })

  it('does not trust a lock that was written half', () => {
    writeFileSync(join(dir, 'lock'), '{"pid":')
    claimDataDir(dir).release()
  })
})

it('a process that has ended is not alive', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await new Promise((resolve) => child.once('spawn', resolve))
  expect(isAlive(child.pid as number)).toBe(true)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  expect(isAlive(child.pid as number)).toBe(false)
})

it('a secret file keeps its first content', () => {
  const file = join(dir, 'one')
  expect(readOrMake(file, () => 'first')).toBe('first')
  expect(readOrMake(file, () => 'second')).toBe('first')
})

it('names the folders that others may not pass through, from the top down', () => {
  const inner = join(dir, 'a', 'b')
  mkdirSync(inner, { recursive: true })
  chmodSync(dir, 0o755)
  chmodSync(join(dir, 'a'), 0o700)
  chmodSync(inner, 0o750)
  expect(closedFolders(inner).filter((folder) => folder.startsWith(dir))).toEqual([join(dir, 'a'), inner])
  chmodSync(join(dir, 'a'), 0o701)
  expect(closedFolders(inner).filter((folder) => folder.startsWith(dir))).toEqual([inner])
})

it('says where it cannot write', () => {
  writeFileSync(join(dir, 'file'), '')
  expect(() => prepareDataDir(join(dir, 'file', 'data'))).toThrow(/^TINHSO_DATA is .* where this user cannot write \(ENOTDIR\): [^\n]+\.$/)
})
