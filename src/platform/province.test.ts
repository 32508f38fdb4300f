import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { projectRoot } from './config.ts'
import { openProvince } from './province.ts'
import { StartError } from './start-error.ts'

const provinces = join(projectRoot, 'provinces')
const root = mkdtempSync(join(tmpdir(), 'province-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const sample = JSON.parse(readFileSync(join(provinces, 'sample', 'province.json'), 'utf8')) as Record<string, unknown>

/** A folder with this province in it, as text. */
function folder(name: string, content?: string): string {
  const path = join(root, name.replaceAll(' ', '-'))
  mkdirSync(path, { recursive: true })
  if (content !== undefined) writeFileSync(join(path, 'province.json'), content)
  return path
}

describe('every province of the project', () => {
  const names = readdirSync(provinces).filter((name) => name !== 'national' && statSync(join(provinces, name)).isDirectory())

  it('is there', () => expect(names.length).toBeGreaterThan(1))

  it.each(names)('%s opens, with hours that make eight of a working day', (name) => {
    const province = openProvince(join(provinces, name))
    const minutes = province.sessions.reduce((sum, { from, to }) => sum + minuteOf(to) - minuteOf(from), 0)
    expect([minutes, province.folder]).toEqual([480, join(provinces, name)])
    expect(province.weeklyRest).toContain(7)
    expect([province.name.vi, province.authority.vi, province.place].every((text) => text === text.normalize('NFC'))).toBe(true)
  })
})

const minuteOf = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3))

describe('a folder that is none stops the start with one sentence that names the file', () => {
  it.each<[string, string | undefined, RegExp]>([
    ['nothing in it', undefined, /province\.json is missing: a province needs it\.$/],
    ['half a file', '{"name": {"vi": "A"', /province\.json: /],
    ['no object', '[]', /province\.json: /],
    ['no name', JSON.stringify({ ...sample, name: undefined }), /name /],
    ['a field that nobody knows', JSON.stringify({ ...sample, mayor: 'An' }), /mayor/],
    ['hours that are none', JSON.stringify({ ...sample, sessions: [{ from: '7h30', to: '11:30' }] }), /sessions\.0\.from /],
    ['an eighth day', JSON.stringify({ ...sample, weeklyRest: [8] }), /weeklyRest\.0 /],
    ['no hours to answer in', JSON.stringify({ ...sample, deskAnswerHours: 0 }), /deskAnswerHours /],
    ['a third identity level', JSON.stringify({ ...sample, identityLevel: { submit: 3, withdraw: 2, readResult: 2 } }), /identityLevel\.submit /],
    ['an act without its identity level', JSON.stringify({ ...sample, identityLevel: { submit: 2, withdraw: 2 } }), /identityLevel\.readResult /],
    ['an act that asks for a level and is none', JSON.stringify({ ...sample, identityLevel: { submit: 2, withdraw: 2, readResult: 2, look: 2 } }), /identityLevel /],
    ['hours that run backwards', JSON.stringify({ ...sample, sessions: [{ from: '11:30', to: '07:30' }] }), /./],
    ['an hour that no day has', JSON.stringify({ ...sample, sessions: [{ from: '07:30', to: '25:00' }] }), /./],
  ])('%s', (name, content, sentence) => {
    const path = folder(name, content)
    let error: unknown
    try {
      openProvince(path)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(StartError)
    expect((error as Error).message).toMatch(sentence)
    expect((error as Error).message).toContain(join(path, 'province.json'))
    expect((error as Error).message.split('\n')).toHaveLength(1)
  })
})
