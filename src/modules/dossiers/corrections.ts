import { factsOf, pagesOf, type Answers, type Body, type Filling, type Known } from '#modules/procedures'

/** Words, dates and addresses may be misspelt; another choice, or another person, would be another decision. */
const kinds: ReadonlySet<string> = new Set(['text', 'longText', 'date', 'year', 'address'])

/** What of a form a slip of the pen may stand in, with what stands there now, by code of the question: answers, and what was read from a card. */
export function correctable(body: Body, filling: Filling): Answers {
  const asked = pagesOf(body, filling).map((question) => ({ question, value: filling.answers[question.code] ?? null }))
  const all = [...asked, ...factsOf(body, filling)].filter(({ question }) => kinds.has(question.kind))
  return Object.fromEntries(all.map(({ question, value }) => [question.code, value]))
}

export type Corrected = { answers: Answers; known: Record<string, string>; codes: string[] }

/** The form with these corrections, those that change nothing left out. A code that may not be corrected is passed over: it is not a correction. */
export function withCorrections(body: Body, filling: Filling, given: Answers): Corrected {
  const stands = correctable(body, filling)
  const facts = new Set(factsOf(body, filling).map(({ question }) => question.code))
  const answers = { ...filling.answers }
  const known: Record<string, string> = { ...(filling.known as Known) }
  const codes: string[] = []
  for (const question of body.form) {
    const { code, prefill } = question
    if (!Object.hasOwn(stands, code) || !Object.hasOwn(given, code) || sameValue(stands[code], given[code])) continue
    codes.push(code)
    if (!facts.has(code) || !prefill) answers[code] = given[code]
    else if (question.kind === 'address') Object.assign(known, Object.fromEntries(Object.entries((given[code] ?? {}) as Record<string, string>).map(([part, value]) => [`${prefill.from}.${part}`, value])))
    else known[prefill.from] = typeof given[code] === 'string' ? given[code] : ''
  }
  return { answers, known, codes }
}

const empty = (value: unknown): boolean => value === null || value === undefined || value === ''
const sameValue = (a: unknown, b: unknown): boolean => (empty(a) && empty(b)) || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
const sorted = (value: unknown): unknown => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : typeof value === 'number' ? String(value) : value)
