import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultDataDir, loadConfig, readConfig, settings } from './config.ts'
import { StartError } from './start-error.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'config-'))
  for (const name of ['here', 'there']) mkdirSync(join(root, 'provinces', name), { recursive: true })
  writeFileSync(join(root, 'provinces', 'default.txt'), 'here\n')
})
afterAll(() => rmSync(root, { recursive: true }))

const read = (env: Record<string, string>) => readConfig(env, root, 1000)
const refusal = (env: Record<string, string>) => {
  try {
    read(env)
  } catch (error) {
    expect(error).toBeInstanceOf(StartError)
    return (error as Error).message
  }
  throw new Error('the settings were accepted')
}

describe('settings', () => {
  it('have a default each for the demonstration', () => {
    expect(read({})).toMatchObject({
      port: 8080, host: '127.0.0.1', publicUrl: 'http://localhost:8080', mode: 'demonstration', province: 'here', provinceDir: join(root, 'provinces', 'here'),
      dataDir: join(root, '.tinhso'), databaseUrl: undefined, logLevel: 'warn', sessionIdleMinutes: 15, secret: '', dev: false,
    })
  })

  it('let the public address follow the port, and take an empty variable for absent', () => {
    expect(read({ PORT: '9000' }).publicUrl).toBe('http://localhost:9000')
    expect(read({ PORT: '', PUBLIC_URL: 'https://mot-cua.example.vn/' })).toMatchObject({ port: 8080, publicUrl: 'https://mot-cua.example.vn' })
  })

  it('put the data of root where the database can reach it, apart for each clone', () => {
    expect(defaultDataDir('/root/a', 0)).toMatch(/^\/var\/lib\/tinhso\/[0-9a-f]{12}$/)
    expect(defaultDataDir('/root/a', 0)).not.toBe(defaultDataDir('/root/b', 0))
    expect(defaultDataDir('/home/a', 1000)).toBe('/home/a/.tinhso')
    expect(read({ TINHSO_DATA: 'mine' }).dataDir).toBe(join(root, 'mine'))
  })

  const wrong: [string, string][] = [
    ['PORT', '80a'], ['PORT', '65536'], ['PORT', '-1'], ['HOST', 'a b'], ['PUBLIC_URL', 'localhost'], ['PUBLIC_URL', 'ftp://x'], ['DATABASE_URL', 'mysql://x/y'],
    ['LOG_LEVEL', 'loud'], ['NODE_ENV', 'staging'], ['TINHSO_MODE', 'prod'], ['TINHSO_PROVINCE', '../here'], ['TINHSO_PROVINCE', 'nowhere'], ['TINHSO_SECRET', 'short'],
    ['TINHSO_SESSION_IDLE_MINUTES', '0'], ['TINHSO_POOL_SIZE', '1'], ['TINHSO_TRUST_PROXY', 'everyone'], ['TINHSO_CLAMD', 'everyone'], ['TINHSO_WEB_STAMP', 'x'],
  ]
  it.each(wrong)('refuse %s=%s in one sentence that names it', (name, value) => {
    const sentence = refusal({ [name]: value })
    expect(sentence).toMatch(new RegExp(`^${name} must be [^\\n]+\\.$`))
    if (name === 'TINHSO_SECRET' || name === 'DATABASE_URL') expect(sentence).not.toContain(value)
  })

  it('refuse a variable that is misspelled', () => {
    expect(refusal({ TINHSO_PROVNICE: 'here' })).toMatch(/^TINHSO_PROVNICE is not a setting of this program: it knows .*TINHSO_PROVINCE/)
  })

  it('refuse a production without its own secret or without https', () => {
    const secret = 'x'.repeat(32)
    expect(refusal({ TINHSO_MODE: 'production' })).toMatch(/^TINHSO_SECRET must be given in production/)
    expect(refusal({ TINHSO_MODE: 'production', TINHSO_SECRET: secret, PUBLIC_URL: 'http://x.vn' })).toMatch(/^PUBLIC_URL must be given in production/)
    expect(read({ TINHSO_MODE: 'production', TINHSO_SECRET: secret, PUBLIC_URL: 'https://x.vn' })).toMatchObject({ mode: 'production', logLevel: 'info', secret })
  })

  it('say of each setting what it does and what it must be', () => {
    for (const schema of Object.values(settings)) expect(schema.meta()).toMatchObject({ description: expect.stringMatching(/\.$/), expects: expect.stringMatching(/\w/) })
  })
})

describe('the secret of a demonstration', () => {
  it('is made once and only the owner may read it', () => {
    const env = { TINHSO_DATA: join(root, 'data') }
    const { secret, dataDir } = loadConfig(env, root)
    expect(secret.length).toBeGreaterThanOrEqual(43)
    expect(loadConfig(env, root).secret).toBe(secret)
    expect(readFileSync(join(dataDir, 'secret'), 'utf8').trim()).toBe(secret)
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
  })
})
