import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { alone, root, run } from './process.mjs'
import { lockStamp, runsProject } from './runtime.mjs'
import { webStamp } from './web-build.mjs'

it.each([['18.20.4', false], ['20.20.2', false], ['22.21.1', false], ['22.22.0', true], ['23.11.1', false], ['24.0.0', true], ['v26.10.0', true]])('Node %s runs the project: %s', (version, answer) => {
  expect(runsProject(version)).toBe(answer)
})

it('two starters do the same work one after the other', async () => {
  const seen = []
  const work = (name) => alone('test-two', async () => {
    seen.push(`${name} in`)
    await new Promise((resolve) => setTimeout(resolve, 20))
    seen.push(`${name} out`)
  })
  await Promise.all([work('a'), work('b')])
  expect(seen).toEqual(['a in', 'a out', 'b in', 'b out'])
})

it('a lock of a killed starter is taken over, and one that it could not finish after a while', async () => {
  const lock = join(root, 'build', '.lock-test-dead')
  mkdirSync(lock, { recursive: true })
  writeFileSync(join(lock, 'pid'), String(2 ** 22 + 1))
  expect(await alone('test-dead', async () => 'done')).toBe('done')
  mkdirSync(lock)
  expect(await alone('test-dead', async () => 'done')).toBe('done')
  expect(existsSync(lock)).toBe(false)
})

it('work that fails frees its lock', async () => {
  await expect(alone('test-fail', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(existsSync(join(root, 'build', '.lock-test-fail'))).toBe(false)
})

it('a program that was ended by a signal has a code, and its output is kept', async () => {
  expect(await run(process.execPath, ['-e', 'console.log("xin chào")'], { quiet: true })).toEqual({ code: 0, output: 'xin chào\n' })
  expect((await run(process.execPath, ['-e', 'process.kill(process.pid, "SIGKILL")'], { quiet: true })).code).toBe(137)
})

it('stamps are digests of contents, not of times', () => {
  const before = webStamp()
  utimesSync(join(root, 'package.json'), new Date(), new Date())
  expect(webStamp()).toBe(before)
  expect(before).toMatch(/^[0-9a-f]{64}$/)
  expect(lockStamp()).toMatch(/^[0-9a-f]{64}$/)
  rmSync(join(root, 'build', '.lock-test-two'), { recursive: true, force: true })
})
