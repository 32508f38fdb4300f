import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { knownFailures } from '#kernel/failure'
import { fieldSentence, sentence, t } from './index.ts'
import { codesWithSentence, hasSentence } from './failures.ts'
import * as failuresEn from './failures.en.ts'
import * as failuresVi from './failures.vi.ts'

const locales = ['vi', 'en'] as const
const root = join(import.meta.dirname, '..', '..')

/** Every text below a value, by its path; a function is called with numbers that are also words, so that it must use what it is given. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, String((value as (...args: unknown[]) => unknown)(...Array.from({ length: value.length }, (_, at) => at + 2)))]]
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is neither a text nor a group`)
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`))
}

describe('the words of the pages', () => {
  const texts = { vi: new Map(textsOf(t('vi'))), en: new Map(textsOf(t('en'))) }

  it('are the same set in both languages', () => expect([...texts.en.keys()]).toEqual([...texts.vi.keys()]))
  it('are more than a handful', () => expect(texts.vi.size).toBeGreaterThan(100))
  it.each(locales)('are never empty (%s)', (locale) => expect([...texts[locale]].filter(([, text]) => text.trim() === '')).toEqual([]))
  it('are not left in Vietnamese in English', () => {
    const accents = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i
    expect([...texts.en].filter(([key, text]) => accents.test(text) && key !== 'shell.otherLanguage')).toEqual([])
  })
  it.each(locales)('neither beg nor shout nor congratulate (%s)', (locale) => {
    expect([...texts[locale].values()].filter((text) => /vui lòng|thành công|please|success(?!or)|!/i.test(text))).toEqual([])
  })
})

describe('the sentences of failures', () => {
  beforeAll(async () => {
    // a module says its codes when its failures are loaded, whichever tests ran before
    for (const file of globSync('src/modules/*/failures.ts', { cwd: root })) await import(pathToFileURL(join(root, file)).href)
  })

  it.each(locales)('are there for every code (%s)', (locale) => expect([...knownFailures().keys()].filter((code) => !hasSentence(code, locale))).toEqual([]))
  it.each(locales)('say something whatever the values are (%s)', (locale) => {
    for (const code of knownFailures().keys()) for (const values of [{}, { maxBytes: 20_000_000, seconds: 30 }]) expect(sentence(code, values, locale), code).toMatch(/^\p{Lu}.{14,}\.$/su)
  })
  it('use their values', () => {
    expect(sentence('too_large', { maxBytes: 20_000_000 }, 'vi').replaceAll('\u00a0', ' ')).toBe('Nội dung lớn quá 20 MB. Gửi bản nhỏ hơn.')
    expect(sentence('rate_limited', { seconds: 30 }, 'en')).toBe('You have tried too often. Wait 30 seconds, then try again.')
  })
  it('have something to say about a code that nobody knows, and about names every object has', () => {
    for (const code of ['moon_is_down', 'constructor', 'toString']) expect(sentence(code, {}, 'vi')).toBe('Chưa làm được việc này. Thử lại, hoặc gọi tổng đài.')
  })
  it('are the same tables in both languages', () => {
    expect(codesWithSentence('en')).toEqual(codesWithSentence('vi'))
    expect(new Set(codesWithSentence('vi')).size).toBe(codesWithSentence('vi').length)
    expect(Object.keys(failuresEn.reasons)).toEqual(Object.keys(failuresVi.reasons))
  })
  it('tell what is wrong with a field', () => {
    expect([fieldSentence('required', 'số điện thoại', 'vi'), fieldSentence('too_long', 'the reason', 'en'), fieldSentence('valueOf', 'ngày sinh', 'vi')])
      .toEqual(['Điền số điện thoại', 'Shorten the reason', 'Kiểm tra lại ngày sinh'])
  })
})
