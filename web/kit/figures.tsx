import { formatDate, formatDateTime, formatMoney, formatNumber, formatShare, formatTime } from '#kernel/format'
import type { Dong } from '#kernel/money'

/** A number in digits of one width: `286.947`. */
export function Num({ value, decimals = 0 }: { value: number; decimals?: number }) {
  return <span className="num">{formatNumber(value, decimals)}</span>
}

/** A share: `98,6 %`. Beside it stands what it is a share of. */
export function Share({ value, decimals = 1 }: { value: number; decimals?: number }) {
  return <span className="num">{formatShare(value, decimals)}</span>
}

/** An amount: `150.000 đ`. */
export function Money({ amount }: { amount: Dong }) {
  return <span className="num">{formatMoney(amount)}</span>
}

/** A code in one piece: a dossier's, a procedure's, an address's. */
export function Code({ children }: { children: string }) {
  return <span className="code">{children}</span>
}

/** A time of Vietnam, of an ISO instant or of a civil date (`show="date"`). */
export function Time({ at, show = 'both' }: { at: string; show?: 'both' | 'date' | 'time' }) {
  return <time dateTime={at}>{show === 'date' ? formatDate(at) : show === 'time' ? formatTime(at) : formatDateTime(at)}</time>
}
