import { formatNumber } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

const list = (value: unknown): string => (Array.isArray(value) ? value.slice(0, 5).join('; ') : '')

const reasons: Record<string, string> = {
  required: 'is missing', wrong_type: 'is of the wrong type', wrong_form: 'has the wrong form', unknown_field: 'is not in the sample', too_small: 'is too short or too small', too_big: 'is too large', too_long: 'is too long',
  not_json: 'what is in it is not JSON; it may be the wrong file, or a damaged one',
}
const places = (value: unknown): string =>
  (Array.isArray(value) ? (value as { at: string; reason: string }[]) : []).slice(0, 5).map(({ at, reason }) => `${at === '' ? '' : `“${at}” `}${reasons[reason] ?? reasons['wrong_form']}`).join('; ')

export const reform: Record<string, Say> = {
  reform_not_found: () => 'This plan is not there. Open the list on the page Rearrangement of units.',
  reform_unreadable: (values) => `The plan cannot be read: ${places(values['places'])}. Mend it and open it again; a sample is on this page.`,
  reform_has_faults: ({ faults }) => `The plan has faults; nothing was changed. Mend it and rehearse again: ${list(faults)}.`,
  reform_undecided: ({ count, codes }) => `${typeof count === 'number' ? formatNumber(count) : 'Some'} dossiers of a unit that splits have no decision (${list(codes)}). Write it into the plan and rehearse again.`,
  reform_differs: () => 'The plan is not the rehearsed one any more. Rehearse it again and read it before putting it in force.',
}
