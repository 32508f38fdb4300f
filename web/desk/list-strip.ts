import { formatDate } from '#kernel/format'
import { addDays, dayNumber, localDate, weekdayOfDay } from '#kernel/local-time'
import type { DueBucket } from '../kit/due-strip.tsx'
import type { Messages } from '../messages/index.ts'
import { changed, listAt, type Ask, type List } from './list-query.ts'

type Asked = { list: Pick<List, 'queue' | 'days' | 'waiting'>; ask: Ask; now: string }

/** The strip of a queue: what is late, today, each later day on which something falls due, and what waits. Pressing the chosen one again takes it away. */
export function bucketsOf({ list, ask, now }: Asked, { desk: { list: words }, kit }: Messages): DueBucket[] {
  const today = localDate(new Date(now))
  const at = (change: Ask, chosen: boolean) => ({ href: listAt(list.queue, changed(ask, chosen ? mapped(change) : change)), chosen })
  const late = list.days.filter((day) => day.late).reduce((sum, { count }) => sum + count, 0)
  const days = list.days.filter((day) => !day.late)
  const due = days.some(({ day }) => day === today) ? days : [{ day: today, count: 0 }, ...days]
  return [
    { kind: 'late', label: words.late, count: late, ...at({ late: '1' }, ask.late !== undefined) },
    ...due.map(({ day, count }): DueBucket => {
      const [weekday, date] = [kit.weekdayShort[weekdayOfDay(dayNumber(day)) - 1] ?? '', formatDate(day).slice(0, 5)]
      const near = day === today ? words.today : day === addDays(today, 1) ? words.tomorrow : null
      return { kind: near === null ? 'far' : 'near', label: near ?? weekday, detail: near === null ? date : `${weekday} ${date}`, count, ...at({ day }, ask.day === day) }
    }),
    ...(list.waiting > 0 ? [{ kind: 'paused' as const, label: words.paused, detail: words.pausedDetail, count: list.waiting, ...at({ waiting: '1' }, ask.waiting !== undefined) }] : []),
  ]
}

const mapped = (change: Ask): { [Name in keyof Ask]?: undefined } => Object.fromEntries(Object.keys(change).map((name) => [name, undefined]))
