import { formatNumber } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

const list = (value: unknown): string => (Array.isArray(value) ? value.slice(0, 5).join('; ') : '')

export const reform: Record<string, Say> = {
  reform_not_found: () => 'This plan is not there. Open the list on the page Rearrangement of units.',
  reform_unreadable: ({ places }) => `The plan cannot be read. Mend this and open it again: ${list(places)}.`,
  reform_has_faults: ({ faults }) => `The plan has faults; nothing was changed. Mend it and rehearse again: ${list(faults)}.`,
  reform_undecided: ({ count, codes }) => `${typeof count === 'number' ? formatNumber(count) : 'Some'} dossiers of a unit that splits have no decision (${list(codes)}). Write it into the plan and rehearse again.`,
  reform_differs: () => 'The plan is not the rehearsed one any more. Rehearse it again and read it before putting it in force.',
}
