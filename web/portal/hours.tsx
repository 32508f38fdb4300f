import type { z } from 'zod'
import type { contacts } from '#contract/agencies'
import { formatWeekday } from '#kernel/format'
import { Typed } from '../kit/typed.tsx'
import { useLocale, useWords } from '../kit/words.ts'

export type Contacts = z.output<typeof contacts.output>

// a week that begins on a Monday
const dayOf = (weekday: number): string => `2024-01-0${weekday}`

/** The days on which the desks are open, `from thứ Hai to thứ Sáu` where they follow each other. */
function openDays(restDays: readonly number[], locale: 'vi' | 'en', through: (first: string, last: string) => string): string {
  const open = [1, 2, 3, 4, 5, 6, 7].filter((day) => !restDays.includes(day))
  const names = open.map((day) => formatWeekday(dayOf(day), locale))
  const [first, last] = [open[0] ?? 0, open.at(-1) ?? 0]
  return open.length > 2 && last - first === open.length - 1 ? through(names[0] ?? '', names.at(-1) ?? '') : names.join(', ')
}

/** When the desks of the province take people in, with where that is written. */
export function Hours({ contacts: { sessions, restDays, basis } }: { contacts: Contacts }) {
  const { about: { help } } = useWords()
  const locale = useLocale()
  return (
    <>
      <p>{help.hours(sessions.map(({ from, to }) => `${from} – ${to}`).join(', '), openDays(restDays, locale, help.days))}</p>
      <p className="hint"><Typed>{basis}</Typed></p>
    </>
  )
}
