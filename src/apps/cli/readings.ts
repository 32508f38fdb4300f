import { formatDateTime, formatNumber } from '#kernel/format'
import { inTransaction } from '#platform/db'
import { sealReadings, verifyReadings } from '#platform/readings'
import { withApplication } from './open.ts'

/** `verify` walks the chain over the log of readings and says where it is broken (code 1); `seal` seals what is not sealed yet. */
export async function run([what = '']: string[]): Promise<number> {
  if (what !== 'verify' && what !== 'seal') {
    console.error('npm run cli -- readings verify, or readings seal.')
    return 2
  }
  return withApplication(async ({ tools: { db } }) => {
    if (what === 'seal') {
      console.log(`${formatNumber(await inTransaction(db, sealReadings))} readings sealed.`)
      return 0
    }
    const { seals, sealed, open, broken } = await verifyReadings(db)
    if (broken) {
      console.error(`The log of readings is not what was sealed: seal ${broken.seal} of ${formatDateTime(broken.at)}, readings ${broken.first} to ${broken.last}. Keep the database as it is and compare it with a backup.`)
      return 1
    }
    console.log(`The log of readings is whole: ${formatNumber(seals)} seals over ${formatNumber(sealed)} readings, ${formatNumber(open)} not sealed yet.`)
    return 0
  })
}
