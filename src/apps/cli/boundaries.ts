import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { formatNumber } from '#kernel/format'
import { localDate } from '#kernel/local-time'
import { inTransaction, reading } from '#platform/db'
import { StartError } from '#platform/start-error'
import { checkBoundaries, keepBoundaries, type BoundaryReport } from '#modules/areas'
import { withApplication } from './open.ts'

const usage = `npm run cli -- boundaries check FILE [--on 2026-01-01] [--code code]               what a GeoJSON file of outlines holds; changes nothing
npm run cli -- boundaries import FILE [--on ...] [--code ...] [--only-good] [--source TEXT]   takes them in; the same file again changes nothing`

/** Outlines of units from the command line. Code 1 when something in the file is refused. */
export async function run(args: string[]): Promise<number> {
  const { positionals: [what, file], values } = parseArgs({ args, allowPositionals: true, strict: false, options: { on: { type: 'string' }, code: { type: 'string' }, source: { type: 'string' }, 'only-good': { type: 'boolean' } } })
  if (file === undefined || (what !== 'check' && what !== 'import')) {
    console.error(usage)
    return 2
  }
  const text = readFileSync(file, 'utf8')
  return withApplication(async ({ tools: { db, clock } }) => {
    const on = typeof values['on'] === 'string' ? values['on'] : localDate(clock.now())
    const { report, taken } = await checkBoundaries(reading(db), text, { on, codeProperty: typeof values['code'] === 'string' ? values['code'] : 'code' }).catch((error: Error) => {
      throw new StartError(`${file} cannot be read: ${error.message}.`)
    })
    print(report)
    if (what === 'check') return report.refused.length > 0 ? 1 : 0
    if (report.refused.length > 0 && values['only-good'] !== true) {
      console.error('Nothing was taken in. Mend the file, or take the good ones with --only-good.')
      return 1
    }
    const changed = await inTransaction(db, (tx) => keepBoundaries(tx, taken, typeof values['source'] === 'string' ? values['source'] : basename(file)))
    console.log(`${changed} outlines are new or other than before.`)
    return 0
  })
}

const km2 = (value: number): string => `${formatNumber(Math.round(value * 100) / 100)} km2`

function print({ on, matched, refused, missing, total, overlap, gap }: BoundaryReport): void {
  console.log(`Units of ${on}`)
  for (const { at, code, fault, where } of refused) console.log(`refused   feature ${at + 1}  ${code}  ${fault}${where === undefined ? '' : ` at ${where}`}`)
  for (const { code, name, measured, published, off, centreInside, repaired } of matched) {
    console.log(`matched   ${code}  ${name}  ${km2(measured)}${published === null ? '' : `, published ${km2(published)}, ${((off ?? 0) * 100).toFixed(1)} %`}${centreInside === false ? ', its centre lies outside' : ''}${repaired.length > 0 ? `, repaired: ${repaired.join(', ')}` : ''}`)
  }
  for (const { code, name } of missing) console.log(`missing   ${code}  ${name}`)
  console.log(`${matched.length} matched, ${refused.length} refused, ${missing.length} missing; together ${km2(total)}; overlapping ${km2(overlap)}, between them nobody's ${km2(gap)}`)
}
