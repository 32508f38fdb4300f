import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { t } from './index.ts'

const root = join(import.meta.dirname, '..', '..')
const sources = ['src/modules/identity/**/*.ts', 'src/modules/dossiers/commands/*move-queue.ts', 'src/modules/payments/commands/*.ts'].flatMap((pattern) => globSync(pattern, { cwd: root })).filter((file) => !file.endsWith('.test.ts'))
const sent = [...new Set(sources.flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/template: '([\w.]+)'/g)].map((found) => found[1] ?? '')))].toSorted()
const locales = ['vi', 'en'] as const

/** What the commands put into their notices. */
const facts = {
  by: 'Trương Thanh Nghĩa', count: 12, names: ['Lê Thanh Uyên', 'Đặng Thị Mới'], reason: 'Nghỉ ốm', mine: true, name: 'Trương Thanh Nghĩa', title: { vi: 'Chủ tịch UBND phường', en: 'Chair of the ward committee' },
  from: '2026-11-26', to: '2026-12-15', lines: ['TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG'], document: '15/QĐ-UBND', agencies: 3, capacities: 40, counted: 128_000, number: '03/BGT-TTPVHCC',
}

describe('notices to officers', () => {
  it.each(locales)('have a sentence for every template that is sent, and no other (%s)', (locale) => {
    expect(sent.length).toBeGreaterThan(4)
    expect(Object.keys(t(locale).admin.notices.say).toSorted()).toEqual(sent)
  })
  it.each(locales.flatMap((locale) => sent.flatMap((template) => [true, false].map((mine) => [locale, template, mine] as const))))('in %s, %s says what happened and what to do (%s)', (locale, template, mine) => {
    const said = t(locale).admin.notices.say[template]?.({ ...facts, mine })
    expect(`${said?.title} ${said?.text}`).not.toMatch(/undefined|null|NaN|\[object/)
    expect(said?.text).toMatch(/^\p{Lu}.{20,}\.$/su)
    expect(said?.title).toMatch(/^[\p{L}\d].{5,}[^.]$/su)
  })
  it('name the days as people write them', () => {
    expect(t('vi').admin.notices.say['identity.delegated']?.(facts).text).toBe('Chủ tịch UBND phường ủy quyền từ 26/11/2026 đến hết 15/12/2026 theo 15/QĐ-UBND. Bạn ký: TUQ. CHỦ TỊCH / TRƯỞNG PHÒNG.')
  })
})
