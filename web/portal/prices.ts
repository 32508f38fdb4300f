import { formatMoney, formatNumber } from '#kernel/format'
import { dong } from '#kernel/money'
import { t, type Locale } from '../messages/index.ts'

/** What something costs, in đồng, before anything is charged: one of it, how many times, all of them. */
export type Price = { each: number; times: number; total: number }

/** One price as people read it: free, a sum, or how it comes about. */
export function priceText({ each, times, total }: Price, locale: Locale): string {
  if (total === 0) return t(locale).apply.check.free
  return times === 1 ? formatMoney(dong(total)) : `${formatNumber(times)} × ${formatMoney(dong(each))} = ${formatMoney(dong(total))}`
}

/** What all of it costs together. */
export const sumText = (prices: readonly Price[], locale: Locale): string => priceText({ each: 0, times: 1, total: prices.reduce((sum, { total }) => sum + total, 0) }, locale)
