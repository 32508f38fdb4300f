import { readConfig } from '#platform/config'
import type { Finding } from '#platform/health'
import { checks } from './doctor-checks.ts'

/** Examines the installation and prints one line per check; code 1 when something stops it from working. Changes nothing. */
export async function run(_args: string[]): Promise<number> {
  const config = readConfig()
  let failed = 0
  for (const [name, check] of Object.entries(checks)) {
    const finding = await check(config).catch((error: Error): Finding => ({ state: 'bad', says: error.message }))
    if (finding.state === 'bad') failed++
    console.log(`${{ good: 'ok  ', look: 'look', bad: 'BAD ' }[finding.state]}  ${name}: ${finding.says}`)
    if (finding.remedy) console.log(`      -> ${finding.remedy}`)
  }
  console.log(failed === 0 ? 'Nothing stops this installation.' : `${failed} of ${Object.keys(checks).length} checks failed.`)
  return failed === 0 ? 0 : 1
}
