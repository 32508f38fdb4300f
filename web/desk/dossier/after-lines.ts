import type { DossierView } from '#contract/dossiers'
import type { Messages } from '../../messages/index.ts'

/** What the notes of acts after the result say, one line for each. */
export function afterLines(note: DossierView['acts'][number]['note'], { line: words }: Messages['after']): string[] {
  const text = (name: string): string | null => (typeof note[name] === 'string' || typeof note[name] === 'number' ? String(note[name]) : null)
  const say = (name: string, how: (value: string) => string): string[] => {
    const value = text(name)
    return value === null ? [] : [how(value)]
  }
  const place = text('place')
  const from = text('from')
  const old = text('oldPaper')
  return [
    ...(Array.isArray(note['corrected']) ? [words.corrected((note['corrected'] as string[]).join(', '))] : []),
    ...(place === null ? [] : [from === null ? words.place(place) : words.moved(from, place)]), ...say('list', words.list), ...(text('list') === null ? [] : [...say('from', words.from), ...say('to', words.to)]), ...say('papers', words.papers),
    ...say('remark', words.remark), ...say('days', words.days), ...say('document', words.voided), ...(note['outside'] === true ? [words.outside] : []), ...(old === null ? [] : [words.oldPaper[old] ?? old]), ...say('receipt', words.receipt), ...say('copy', words.copy), ...say('together', words.together),
  ]
}
