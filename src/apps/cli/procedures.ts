import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { formatNumber } from '#kernel/format'
import { Failure } from '#kernel/failure'
import { importLimits, takeInTable, type ImportLine } from '#modules/procedures'
import { StartError } from '#platform/start-error'
import { withApplication } from './open.ts'

const usage = `npm run cli -- procedures import FILE [--dry-run] [--report FILE]
  takes a table of procedures (CSV or XLSX, with a column of codes and one of titles) in as drafts; --dry-run changes nothing;
  --report writes what became of each line into a table`

/** Procedures from a table of another system. Exit code 1: the file was refused, or some of its lines were. */
export async function run(line: string[]): Promise<number> {
  const asked = parse(line)
  if (!asked) {
    console.error(usage)
    return 2
  }
  const { file, dryRun, report } = asked
  const bytes = bytesOf(file)
  return withApplication(async ({ tools }) => {
    try {
      const { lines, totals, ignored } = await takeInTable(tools, bytes, { dryRun })
      if (report === undefined) for (const each of lines) console.log(said(each))
      else writeFileSync(report, tableOf(lines))
      if (ignored.length > 0) console.log(`Columns that nobody knows, left out: ${ignored.join(', ')}`)
      console.log(`${formatNumber(lines.length)} lines: ${Object.entries(totals).map(([outcome, count]) => `${formatNumber(count)} ${outcome}`).join(', ')}.${dryRun ? ' Nothing was changed.' : ''}`)
      return totals.refused > 0 ? 1 : 0
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      console.error(`${error.code}: ${JSON.stringify(error.values)}`)
      return 1
    }
  })
}

function parse(line: string[]): { file: string; dryRun: boolean; report: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({ args: line, allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false }, report: { type: 'string' } } })
    const [what, file, more] = positionals
    return what === 'import' && file !== undefined && more === undefined ? { file, dryRun: values['dry-run'], report: values.report } : undefined
  } catch {
    return undefined
  }
}

// a file that would be refused for its size is not read first
function bytesOf(file: string): Uint8Array {
  try {
    if (statSync(file).size > importLimits.bytes) throw new StartError(`${file}: import_too_large: at most ${formatNumber(importLimits.bytes)} bytes`)
    return readFileSync(file)
  } catch (error) {
    throw error instanceof StartError ? error : new StartError(`${file}: ${(error as Error).message}`)
  }
}

const said = ({ line, code, outcome, reason, lacks, unread }: ImportLine): string =>
  [String(line).padStart(6), code.padEnd(10), reason === null ? outcome : `${outcome} (${reason})`, ...(lacks.length > 0 ? [`lacks ${lacks.join(', ')}`] : []), ...(unread.length > 0 ? [`not understood: ${unread.join(', ')}`] : [])].join('  ')

/** The report as a table that programs for tables open: what came from the file is never a formula there. */
function tableOf(lines: readonly ImportLine[]): string {
  const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const rows = lines.map(({ line, code, outcome, reason, lacks, unread }) => [String(line), code, outcome, reason ?? '', lacks.join(' '), unread.join(' ')])
  return `\uFEFF${[['line', 'code', 'outcome', 'reason', 'lacks', 'not understood'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}
