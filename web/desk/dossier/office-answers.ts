import type { Question } from '#contract/procedures'
import { formatNumber } from '#kernel/format'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')
const partsOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {})

/** What the boxes of a form show for answers that are kept already, by the name of the box. */
export function boxesOfAnswers(questions: readonly Question[], answers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(questions.flatMap(({ code, kind }): [string, string][] => {
    const name = `answers.${code}`
    const value = answers[code]
    const [year = '', month = '', day = ''] = textOf(value).split('-')
    switch (kind) {
      case 'date': return [[`${name}~day`, day], [`${name}~month`, month], [`${name}~year`, year]]
      case 'address': return [[`${name}.area`, textOf(partsOf(value)['area'])], [`${name}.line`, textOf(partsOf(value)['line'])]]
      case 'months': return (['from', 'to'] as const).flatMap((part): [string, string][] => {
        const text = textOf(partsOf(value)[part])
        return [[`${name}.${part}.month`, text.slice(5, 7)], [`${name}.${part}.year`, text.slice(0, 4)]]
      })
      case 'number': return [[`${name}~number`, typeof value === 'number' ? formatNumber(value) : textOf(value)]]
      default: return [[name, textOf(value)]]
    }
  }))
}
