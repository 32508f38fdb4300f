/** One measured figure against a limit or a peer of the same run. `ratio` is value / against. */
export type Figure = { figure: string; value: number; unit: string; against: string; ratio: number | null; target: string; ok: boolean }

const rounded = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 1000) / 1000)

/** Prints figures, a line each: JSON with --json, else words. Exits with 1 when one missed its target. */
export function report(figures: readonly Figure[]): void {
  const json = process.argv.includes('--json')
  for (const figure of figures) {
    const line = { ...figure, value: rounded(figure.value), ratio: figure.ratio === null ? null : rounded(figure.ratio) }
    if (json) console.log(JSON.stringify(line))
    else console.log(`${line.ok ? 'ok  ' : 'MISS'}  ${line.figure.padEnd(22)} ${String(line.value).padStart(9)} ${line.unit.padEnd(6)} target ${line.target}, against ${line.against}${line.ratio === null ? '' : `, ratio ${line.ratio}`}`)
  }
  if (figures.some(({ ok }) => !ok)) process.exitCode = 1
}

/** A figure that must not exceed a limit. */
export const atMost = (figure: string, value: number, unit: string, limit: number): Figure =>
  ({ figure, value, unit, against: `limit ${limit} ${unit}`, ratio: value / limit, target: `<= ${limit}`, ok: value <= limit })

/** A figure that must reach a limit. */
export const atLeast = (figure: string, value: number, unit: string, limit: number, against = `limit ${limit}${unit ? ` ${unit}` : ''}`): Figure =>
  ({ figure, value, unit, against, ratio: value / limit, target: `>= ${limit}`, ok: value >= limit })

/** The value that `share` of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
