import { formatDate, formatTime } from '#kernel/format'

const nbsp = '\u00a0'

/**
 * `ngày 05 tháng 9 năm 2026`, of an instant in Vietnamese time or of a civil date `2026-09-05`. Days below 10 and the months 1 and 2 carry a zero
 * in front, the others do not (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4). A word and its number stay on one line.
 */
export function dateInWords(at: Date | string): string {
  const [day = '', month = '', year = ''] = formatDate(at).split('/')
  return `ngày${nbsp}${day} tháng${nbsp}${Number(month) <= 2 ? month : String(Number(month))} năm${nbsp}${year}`
}

/** `08 giờ 15 phút, ngày 23 tháng 11 năm 2026`, Vietnamese time. An instant or its ISO string. */
export function timeInWords(at: Date | string): string {
  const [hour = '', minute = ''] = formatTime(at).split(':')
  return `${hour}${nbsp}giờ ${minute}${nbsp}phút, ${dateInWords(new Date(at))}`
}
