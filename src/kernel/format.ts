import { localDate, minuteOfDay, weekdayOfDay, dayNumber } from './local-time.ts'
import type { Dong } from './money.ts'

/**
 * How figures, times and numbers are written for people, in Vietnam's way and the same on server and browser (no locale tables).
 * Numbers and their units are held together by a no-break space (U+00A0), so that `150.000 đ` never breaks over two lines.
 */
const nbsp = '\u00a0'
const two = (value: number): string => String(value).padStart(2, '0')

/** `23/11/2026`, of an instant in Vietnamese time or of a civil date `2026-11-23`. */
export function formatDate(at: Date | string): string {
  const date = typeof at === 'string' && at.length === 10 ? at : localDate(new Date(at))
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`
}

/** `17:00`, Vietnamese time. An instant or its ISO string. */
export const formatTime = (at: Date | string): string => formatMinuteOfDay(minuteOfDay(new Date(at)))

/** `07:30` of minutes since midnight. */
export const formatMinuteOfDay = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** `17:00 · 23/11/2026`: the time first, because it is what people forget. */
export const formatDateTime = (at: Date | string): string => `${formatTime(at)} · ${formatDate(new Date(at))}`

const weekdays = {
  vi: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

/** `thứ Hai`, of an instant in Vietnamese time or of a civil date. */
export const formatWeekday = (at: Date | string, locale: 'vi' | 'en' = 'vi'): string =>
  weekdays[locale][weekdayOfDay(dayNumber(typeof at === 'string' && at.length === 10 ? at : localDate(new Date(at)))) - 1] ?? ''

/** `8:42` of working minutes, hours unpadded; a minus sign (U+2212) when late. */
export const formatDuration = (minutes: number): string => {
  const whole = Math.abs(Math.trunc(minutes))
  return `${minutes < 0 && whole > 0 ? '−' : ''}${Math.floor(whole / 60)}:${two(whole % 60)}`
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, '.')

/** `286.947`, `8,9`: a dot every three digits, a comma before the decimals. `–` for what is not a number. */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) return '–'
  const fixed = Math.abs(value).toFixed(decimals)
  const [whole = '0', fraction] = fixed.split('.')
  const sign = value < 0 && Number(fixed) !== 0 ? '−' : ''
  return `${sign}${grouped(whole)}${fraction === undefined ? '' : `,${fraction}`}`
}

/**
 * A share as `98,6 %`. It never rounds a share up to 100 % or down to 0 % that is not: 2 late of 10.000 are `99,9 %`, not `100,0 %`;
 * whole 100 and 0 are written without decimals. `–` when there is nothing to divide by.
 */
export function formatShare(share: number, decimals = 1): string {
  if (!Number.isFinite(share)) return '–'
  if (share === 0 || share === 1) return `${share * 100}${nbsp}%`
  const step = 10 ** -decimals
  const percent = Number((share * 100).toFixed(decimals))
  const kept = share < 1 && percent >= 100 ? 100 - step : share > 0 && percent <= 0 ? step : share > 1 && percent <= 100 ? 100 + step : percent
  return `${formatNumber(kept, decimals)}${nbsp}%`
}

/** `150.000 đ`. */
export const formatMoney = (amount: Dong): string => `${formatNumber(amount)}${nbsp}đ`

/** A citizen's number with what identifies the person hidden: `999 195 ••• •12`. Anything that is not twelve digits is hidden whole. */
export const maskCitizenNumber = (number: string): string =>
  /^\d{12}$/.test(number) ? [number.slice(0, 3), number.slice(3, 6), '•••', `•${number.slice(10)}`].join(nbsp) : '•••'

/** A passport's number with the middle hidden: `M•••345`. */
export const maskPassport = (number: string): string => (number.length < 6 ? '•••' : `${number.slice(0, 1)}•••${number.slice(-3)}`)

/** A citizen's number in full, in threes: `999 195 001 212`. */
export const formatCitizenNumber = (number: string): string => (/^\d{12}$/.test(number) ? (number.match(/\d{3}/g) ?? []).join(nbsp) : number)

/** A telephone number with the middle hidden: `090• ••• 123`. */
export const maskPhone = (phone: string): string => {
  const digits = phone.replace(/\D/g, '')
  return digits.length < 9 ? '•••' : [`${digits.slice(0, 3)}•`, '•••', digits.slice(-3)].join(nbsp)
}

const units = ['byte', 'kB', 'MB', 'GB']

/** `1,4 MB`: sizes of files, in steps of 1.000. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit += 1
  }
  return `${formatNumber(value, unit > 0 && value < 10 ? 1 : 0)}${nbsp}${units[unit]}`
}
