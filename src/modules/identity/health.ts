import { bad, good, look, number, type HealthQuestion } from '#platform/health'

/** What the doctor asks of people's questions about their data. */
export const health: readonly HealthQuestion[] = [
  {
    name: 'questions about data', ask: 'select count(*) filter (where answer_due < now() or (acknowledged_at is null and acknowledge_due < now())) as late from identity.data_request where answered_at is null',
    judge: ({ late }) => (number(late) > 0 ? look(`${number(late)} questions of people are past their legal day`, 'an administrator answers them at /can-bo/quan-tri/cau-hoi-du-lieu') : good('none late')),
  },
  {
    name: 'emergency access', ask: 'select count(*) filter (where used_at is not null and reviewed_at is null) as open from identity.break_glass',
    judge: ({ open }) => (number(open) > 0 ? bad(`${number(open)} uses that nobody has looked at`, 'an administrator looks at what was done, at /can-bo/quan-tri/khan-cap') : good('no use waits to be looked at')),
  },
]
