import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { mapText, purposeOf, readEntries, withMap } from './map.ts'

const root = join(import.meta.dirname, '..')

it('the map in docs/architecture.md is current: node tools/map.ts writes it', async () => {
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8')
  expect(withMap(page, mapText(await readEntries(root)))).toBe(page)
})

it('a map shows who calls whom, who hears of what, and what each is for', () => {
  const map = mapText([
    { name: 'areas', purpose: 'Units | of the province', needs: [], routes: 2, publishes: ['areas.ended'], listens: [] },
    { name: 'agencies', purpose: 'Organisations', needs: ['areas'], routes: 0, publishes: [], listens: ['areas.ended', 'areas.merged'] },
  ])
  expect(map.split('\n')).toEqual([
    '```mermaid', 'graph LR', '  areas', '  agencies --> areas', '  areas -.-> agencies', '```', '',
    '| Module | What it is for | Routes | Publishes | Listens to |', '|---|---|---|---|---|',
    '| `areas` | Units \\| of the province | 2 | `ended` | – |',
    '| `agencies` | Organisations | 0 | – | `areas.ended`, `areas.merged` |',
  ])
})

it.each([
  ['behind the name', '# areas: units of the province\n\nMore.\n', 'units of the province'],
  ['the first sentence, over lines', '# areas\n\nUnits of the province\n(level 2.5). More of it.\n', 'Units of the province (level 2.5)'],
  ['a sentence with a colon', '# areas\n\nA unit: a province or a commune.\n\nMore.\n', 'A unit: a province or a commune'],
  ['no full stop', '# areas\n\nUnits\n', 'Units'],
  ['nothing', '', ''],
])('the purpose is read from the README: %s', (_, readme, purpose) => {
  expect(purposeOf(readme)).toBe(purpose)
})

it('a page keeps its text around the map, and a page without markers is refused', () => {
  const page = '# Title\n<!-- map: begin (node tools/map.ts) -->\nold\n<!-- map: end -->\nrest\n'
  const once = withMap(page, 'new')
  expect(once).toBe(page.replace('old', 'new'))
  expect(withMap(once, 'new')).toBe(once)
  expect(() => withMap('# Title\n', 'new')).toThrow('the page needs a line')
})
