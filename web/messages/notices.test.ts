import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { notice, noticeTemplates } from './notices.ts'

const facts = {
  code: 'Z99.001.01-261125-0001', title: { vi: 'Cấp Giấy xác nhận tình trạng hôn nhân', en: 'Certificate of marital status' },
  agency: { vi: 'UBND phường Mẫu Một', en: 'People’s Committee of Sample One Ward' }, counter: { vi: 'Một cửa phường Mẫu Hai', en: 'Public Service Centre of Sample Two Ward' },
  officer: { name: 'Lê Thanh Uyên', title: 'Công chức Tư pháp - Hộ tịch' }, at: '2026-11-25T02:00:00.000Z', day: '2026-11-25', receivedAt: '2026-11-25T02:00:00.000Z',
  dueAt: '2026-11-30T09:59:00.000Z', deskDueAt: '2026-11-26T02:00:00.000Z', receive: 'electronic', reason: 'Ảnh quyết định ly hôn bị mờ',
}
const templates = noticeTemplates('vi')
const locales = ['vi', 'en'] as const

describe('notices', () => {
  it('have a sentence for every template that is sent, in both languages', () => {
    const told = [...readFileSync(join(import.meta.dirname, '..', '..', 'src', 'modules', 'dossiers', 'subscriptions.ts'), 'utf8').matchAll(/tell\('(\w+)'\)/g)].map((found) => `dossiers.${found[1]}`)
    expect(told.length).toBeGreaterThan(5)
    expect(told.filter((template) => !templates.includes(template))).toEqual([])
    expect(noticeTemplates('en')).toEqual(templates)
  })

  it.each(locales.flatMap((locale) => templates.map((template) => [locale, template] as const)))('in %s, %s names the dossier, says when and ends its sentences', (locale, template) => {
    for (const receive of ['electronic', 'counter']) {
      const { title, text } = notice(template, { ...facts, receive }, locale)
      expect(title).toContain(facts.code)
      expect(text).toContain(facts.title[locale])
      expect(text).toContain('09:00')
      expect(text).toMatch(/\.$/)
      expect(`${title} ${text}`).not.toMatch(/undefined|null|NaN|\.\.|,\.|01\/01\/1970/)
    }
  })

  it('say agency, officer, reception, handling and return (the acceptance)', () => {
    expect(notice('dossiers.accepted', facts, 'vi').text).toBe(
      'Lê Thanh Uyên, Công chức Tư pháp - Hộ tịch, UBND phường Mẫu Một, tiếp nhận hồ sơ Cấp Giấy xác nhận tình trạng hôn nhân lúc 09:00 ngày 25/11/2026. Hẹn trả kết quả trước 16:59 ngày 30/11/2026.')
  })
  it('name an agency as a sentence does in English', () => {
    expect(notice('dossiers.supplied', facts, 'en').text).toMatch(/^The People’s Committee of Sample One Ward got the papers/)
    expect(notice('dossiers.taken', facts, 'en').text).toMatch(/^Lê Thanh Uyên of the People’s Committee of Sample One Ward began/)
  })
  it('give the reason as a sentence, whoever wrote it', () => {
    expect(notice('dossiers.supplement_asked', facts, 'vi').text).toContain('Lý do: Ảnh quyết định ly hôn bị mờ. Mở hồ sơ')
    expect(notice('dossiers.refused', { ...facts, reason: 'Nộp sai nơi.' }, 'en').text).toMatch(/Reason: Nộp sai nơi\.$/)
    expect(notice('dossiers.refused', { ...facts, reason: 'Nộp sai nơi' }, 'en').quoted).toEqual(['Nộp sai nơi.'])
  })
  it('leave out what is not known', () => {
    const bare = { ...facts, officer: null, dueAt: null, deskDueAt: null, receivedAt: null, reason: null }
    for (const locale of locales) for (const template of templates) expect(notice(template, bare, locale).text).not.toMatch(/Lý do|Reason|Hẹn trả kết quả|is promised|undefined|null/)
  })
  it.each(['constructor', 'moon.is_down'])('say something general about %s, which nobody knows', (template) => {
    expect(notice(template, facts, 'vi')).toEqual({ title: `Thông báo về hồ sơ ${facts.code}`, text: 'Có việc mới về hồ sơ của bạn. Mở hồ sơ để xem.', quoted: [] })
  })
  it('say something general when the facts are not there', () => {
    for (const template of templates) expect(notice(template, {}, 'en').title).toBe('Notice')
  })
})
