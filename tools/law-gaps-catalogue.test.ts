import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lawGapsOfCatalogue, page } from './law-gaps-catalogue.ts'

const text = readFileSync(page, 'utf8')

it('the page of what the catalogue says without its source is current (node tools/law-gaps-catalogue.ts)', () => expect(text).toBe(lawGapsOfCatalogue()))

it('has a line for every procedure of the whole country, once', () => {
  const national = join(import.meta.dirname, '..', 'provinces', 'national')
  const codes = readdirSync(national, { recursive: true, encoding: 'utf8' }).flatMap((name) => /^(?:procedures|entries)\/(.*)\.json$/.exec(name)?.[1] ?? [])
  const lines = text.split('\n').filter((line) => /^\| \d\.\d{6} \|/.test(line))
  expect(codes.length).toBeGreaterThan(1)
  expect(lines.map((line) => line.slice(2, 10))).toEqual([...new Set(codes)].toSorted())
})

it('is named on the page of the law', () => {
  expect(readFileSync(join(import.meta.dirname, '..', 'docs', 'law-gaps.md'), 'utf8')).toContain('(law-gaps-catalogue.md)')
})
