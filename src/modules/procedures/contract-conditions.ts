import { z } from 'zod'
import { dayNumber } from '#kernel/local-time'

/**
 * When something applies: a small language over answers, written as data so that law can be written down without code. A field is `case`
 * (the case that was chosen), `party` (for whom one applies), `principal` (how that person is known), `citizen.gender` (of whoever applies, as far as identity knows),
 * the code of a question, or `question.part` for an answer with parts. `olderThan`: more days have passed since that date than these, on the day of judging.
 */
export type Condition =
  | { op: 'is'; field: string; value: string }
  | { op: 'oneOf'; field: string; values: string[] }
  | { op: 'answered'; field: string }
  | { op: 'olderThan'; field: string; days: number }
  | { op: 'and' | 'or'; of: Condition[] }
  | { op: 'not'; of: Condition }

const Field = z.string().regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$/)
const Value = z.string().min(1).max(120)

/** The shape of a condition in a stored procedure. */
export const Condition: z.ZodType<Condition, Condition> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.literal('is'), field: Field, value: Value }),
    z.strictObject({ op: z.literal('oneOf'), field: Field, values: z.array(Value).min(1).max(100) }),
    z.strictObject({ op: z.literal('answered'), field: Field }),
    z.strictObject({ op: z.literal('olderThan'), field: Field, days: z.int().min(0).max(40_000) }),
    z.strictObject({ op: z.enum(['and', 'or']), of: z.array(Condition).min(1).max(20) }),
    z.strictObject({ op: z.literal('not'), of: Condition }),
  ]))

/** Whether a condition holds. `read` gives the text of a field, undefined when it has no answer; no condition always holds. */
export function holds(condition: Condition | undefined, read: (field: string) => string | undefined): boolean {
  if (condition === undefined) return true
  switch (condition.op) {
    case 'is': return read(condition.field) === condition.value
    case 'oneOf': return condition.values.includes(read(condition.field) ?? '')
    case 'answered': return read(condition.field) !== undefined
    case 'olderThan': return daysSince(read(condition.field), read('today')) > condition.days
    case 'and': return condition.of.every((each) => holds(each, read))
    case 'or': return condition.of.some((each) => holds(each, read))
    case 'not': return !holds(condition.of, read)
  }
}

/** Days from a date up to today; less than none while one of them is not known. */
const daysSince = (date: string | undefined, today: string | undefined): number => (date === undefined || today === undefined ? -1 : dayNumber(today) - dayNumber(date))

/** Every field a condition reads, with the values it compares it with, and the kind of question when only one will do. */
export function readsOf(condition: Condition | undefined): { field: string; values: string[]; kind?: 'date' }[] {
  if (condition === undefined) return []
  switch (condition.op) {
    case 'is': return [{ field: condition.field, values: [condition.value] }]
    case 'oneOf': return [{ field: condition.field, values: condition.values }]
    case 'answered': return [{ field: condition.field, values: [] }]
    case 'olderThan': return [{ field: condition.field, values: [], kind: 'date' }]
    case 'not': return readsOf(condition.of)
    default: return condition.of.flatMap(readsOf)
  }
}
