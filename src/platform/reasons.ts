import type { z } from 'zod'

/** What is wrong with each place of an input, by its path: the first reason that was found there, as a short stable word. */
export function reasonsOf(issues: readonly z.core.$ZodIssue[], input: unknown): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) fields[[...issue.path, key].join('.')] ??= 'unknown_field'
    else fields[issue.path.join('.')] ??= reasonOf(issue, isMissing(input, issue.path))
  }
  return fields
}

// an issue does not tell what was given in its place, so that nothing secret gets into a log
const isMissing = (input: unknown, path: readonly PropertyKey[]): boolean =>
  path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), input) === undefined

/** A short stable word for what is wrong with a field; a schema may give its own as its message, in lower_case. */
function reasonOf(issue: z.core.$ZodIssue, missing: boolean): string {
  if (/^[a-z][a-z0-9_]+$/.test(issue.message)) return issue.message
  if (missing) return 'required'
  if (issue.code === 'invalid_type') return 'wrong_type'
  if (issue.code === 'too_small') return issue.origin === 'string' && Number(issue.minimum) <= 1 ? 'required' : 'too_small'
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too_long' : 'too_big'
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'not_a_date'
  return 'wrong_form'
}
