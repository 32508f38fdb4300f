import { formatDate, formatTime, formatWeekday } from '#kernel/format'
import { addDays, localDate } from '#kernel/local-time'
import { t, type Locale } from '../messages/index.ts'

const dayWord = (at: string, now: string, locale: Locale): string | undefined => {
  const [day, today] = [localDate(new Date(at)), localDate(new Date(now))]
  if (day === today) return t(locale).kit.today
  return day === addDays(today, 1) ? t(locale).kit.tomorrow : undefined
}

/**
 * An instant as a clerk would say it: `17:00 hôm nay`, `08:30 ngày mai, thứ Ba 24/11/2026`, `17:00 thứ Tư 25/11/2026`. `now` is the business
 * time of the page; both are ISO instants.
 */
export function sayWhen(at: string, now: string, locale: Locale): string {
  const day = `${formatWeekday(new Date(at), locale)} ${formatDate(new Date(at))}`
  const word = dayWord(at, now, locale)
  if (word === undefined) return `${formatTime(at)} ${day}`
  return word === t(locale).kit.today ? `${formatTime(at)} ${word}` : `${formatTime(at)} ${word}, ${day}`
}

/** The day alone, for a stone: `hôm nay 23/11`, `thứ Tư 25/11`, with the year when it is another. */
export function sayDay(at: string, now: string, locale: Locale): string {
  const date = formatDate(new Date(at))
  const sameYear = date.slice(6) === formatDate(new Date(now)).slice(6)
  return `${dayWord(at, now, locale) ?? formatWeekday(new Date(at), locale)} ${sameYear ? date.slice(0, 5) : date}`
}
