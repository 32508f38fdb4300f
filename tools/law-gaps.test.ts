import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs', 'law-gaps.md'), 'utf8')
const part = (title: string) => page.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
const lines = (text: string) => text.split('\n').filter((line) => line.startsWith('| ')).slice(1)

describe('the page of the law', () => {
  it('names only files that are there', () => {
    const named = [...page.matchAll(/`((?:src|provinces|docs)\/[^`]+)`/g)].map((found) => found[1] ?? '')
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([])
  })

  it.each(['Carried out', 'In doubt, and therefore data'])('says for each rule that is %s where it is', (title) => {
    expect(lines(part(title)).length).toBeGreaterThan(5)
    for (const line of lines(part(title))) expect(line.split('|')[3], line).toMatch(/`[^`]+`/)
  })

  it('names a basis for what is not yet there', () => {
    for (const line of lines(part('Not yet there'))) expect(line.split('|')[2], line).toMatch(/\d/)
  })
})
