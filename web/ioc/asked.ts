import { addDays, addMonths, localDate, type LocalDate } from '#kernel/local-time'

/** What a page of the centre is asked to show, as its address says it. */
export const periodNames = ['month', 'last', 'week', 'thirty', 'year'] as const
export type PeriodName = (typeof periodNames)[number]
export type Asked = { period: PeriodName; agency: string | undefined; area: string | undefined; shown: string | undefined; step: 'day' | 'month'; by: 'area' | 'agency' }

const periodWords: Record<PeriodName, string> = { month: 'thang-nay', last: 'thang-truoc', week: '7-ngay', thirty: '30-ngay', year: 'nam-nay' }

/** The word of a period in an address. */
export const periodWord = (name: PeriodName): string => periodWords[name]

/** Reads an address; what it does not know falls back, so that an old link still opens. */
export function readAsked(url: string): Asked {
  const query = new URL(url).searchParams
  const text = (name: string): string | undefined => query.get(name) || undefined
  return {
    period: periodNames.find((name) => periodWords[name] === query.get('ky')) ?? 'thirty', agency: text('co-quan'), area: text('xa'), shown: text('chi-so'),
    step: query.get('buoc') === 'thang' ? 'month' : 'day', by: query.get('theo') === 'co-quan' ? 'agency' : 'area',
  }
}

/** The days of a period as of `now`, the last one left out: what contracts take. */
export function daysOf(period: PeriodName, now: string): { from: LocalDate; to: LocalDate } {
  const today = localDate(new Date(now))
  const month = `${today.slice(0, 7)}-01`
  const tomorrow = addDays(today, 1)
  if (period === 'last') return { from: addMonths(month, -1), to: month }
  if (period === 'month') return { from: month, to: tomorrow }
  return { from: period === 'year' ? `${today.slice(0, 4)}-01-01` : addDays(tomorrow, period === 'week' ? -7 : -30), to: tomorrow }
}

/** The address of a page with what is asked, some of it changed; what is the default is left out. */
export function hrefOf(path: string, asked: Asked, changes: Partial<Asked> = {}, more: Record<string, string | null> = {}): string {
  const { period, agency, area, shown, step, by } = { ...asked, ...changes }
  const query = new URLSearchParams()
  const put = (name: string, value: string | undefined | null): void => void (value != null && query.set(name, value))
  put('ky', period === 'thirty' ? null : periodWords[period])
  put('co-quan', agency)
  put('xa', area)
  put('chi-so', shown)
  put('buoc', step === 'month' ? 'thang' : null)
  put('theo', by === 'agency' ? 'co-quan' : null)
  for (const [name, value] of Object.entries(more)) put(name, value)
  return query.size === 0 ? path : `${path}?${query}`
}

/** The page of an indicator, and of the records behind it. */
export const boardAt = '/dieu-hanh'
export const wallAt = '/dieu-hanh/tuong'
export const indicatorAt = (code: string): string => `/dieu-hanh/chi-so/${code}`
export const recordsAt = (code: string): string => `/dieu-hanh/chi-so/${code}/ho-so`
