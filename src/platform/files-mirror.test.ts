import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFiles } from './files.ts'
import { openMirror } from './files-mirror.ts'

let folder: string
let faults: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mirror-'))
  faults = []
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const files = () => join(folder, 'files')
const mirrored = () => join(folder, 'archive', 'files')
const mirror = () => openMirror(mirrored(), (_error, hash) => faults.push(hash))
const names = () => readdirSync(mirrored(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)

describe('the copies of stored files', () => {
  it('are there when a file is kept, once however often it comes', async () => {
    const stored = await openFiles(files(), undefined, mirror())
    const { hash } = await stored.keep(Buffer.from('one'), 'text/plain')
    await Promise.all([stored.keep(Buffer.from('one'), 'text/plain'), stored.keep(Buffer.from('one'), 'text/plain')])
    expect([names(), faults]).toEqual([[hash.slice(2)], []])
  })

  it('that cannot be made stop nobody, are told, and are made up for later', async () => {
    mkdirSync(join(folder, 'archive'), { recursive: true })
    writeFileSync(mirrored(), 'something else stands in the way')
    const stored = await openFiles(files(), undefined, mirror())
    const { hash } = await stored.keep(Buffer.from('two'), 'text/plain')
    expect([await stored.has(hash), faults]).toEqual([true, [hash]])
    rmSync(mirrored())
    expect([await mirror().catchUp(files()), await mirror().catchUp(files())]).toEqual([1, 0])
    expect(names()).toEqual([hash.slice(2)])
  })
})
