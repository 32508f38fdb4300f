import type { Answers } from '#modules/procedures'
import type { inventPerson, Random } from './demonstration-people.ts'

type Person = ReturnType<typeof inventPerson>

/** What an invented person asks for: a procedure and a case of it, how often it is asked for beside the others, and what they write. Only matters that need no paper of one's own. */
export type Matter = { procedure: string; procedureCase: string; weight: number; answers(person: Person, area: string, random: Random): Answers }

const collected = ({ phone }: Person, area: string): Answers => ({ receive: 'counter', collectAt: area, phone })

/** A copy of a person's own entry; the year of the entry is known by one in two. */
const extract = (person: Person, area: string, random: Random): Answers => ({
  registeredAt: area, ...(random.below(0.5) && { registeredYear: String(Number(person.applicant.born?.slice(0, 4)) + 1) }), copies: 1 + Math.floor(random.next() ** 2 * 5), ...collected(person, area),
})

export const matters: readonly Matter[] = [
  {
    procedure: '1.004873', procedureCase: 'neverMarried', weight: 13,
    answers: (person, area, random) => ({
      whom: 'self', livesThere: 'yes', residenceSince: { from: '2015-03', to: null }, livedElsewhere: 'no', purpose: random.of(['property', 'loan', 'abroad']), earlier: 'no', copies: 1, ...collected(person, area),
    }),
  },
  { procedure: '2.000635', procedureCase: 'birth', weight: 5, answers: extract },
  { procedure: '2.000635', procedureCase: 'marriage', weight: 2, answers: extract },
]

/** Why the desk asks for more or refuses, and why people take a matter back, in the words of those who do. */
export const reasons = {
  supplement: { reason: 'Tờ khai chưa nói rõ nơi cư trú trước đây', items: [{ paper: 'declaration', what: 'Ghi rõ các nơi đã cư trú, từ tháng nào đến tháng nào' }] },
  refused: [{ reason: 'Hồ sơ trùng với hồ sơ đang giải quyết' }, { reason: 'Thông tin khai không khớp với sổ hộ tịch, đã hướng dẫn ông bà nộp lại' }],
  withdrawn: [{ reason: 'Không còn cần giấy này nữa' }, { reason: 'Khai nhầm, sẽ nộp lại' }],
} as const
