import { openDb } from '#platform/db'
import { overdueReviews } from '#modules/identity'
import type { Finding } from '#platform/health'

/** what PostgreSQL says of a schema, a table or a column that is not there yet */
const notMade = new Set(['3F000', '42P01', '42703'])

/** Whether every capacity was looked at within six months (TCVN 14423:2026, level 3). `url` is the database's, undefined when it is not running. */
export async function reviewsFinding(url: string | undefined): Promise<Finding> {
  if (url === undefined) return { state: 'good', says: 'asked when the database runs' }
  const db = openDb({ url, poolSize: 1 })
  try {
    const overdue = await overdueReviews(db)
    if (overdue.length === 0) return { state: 'good', says: 'every role was looked at within six months' }
    const roles = overdue.reduce((sum, { count }) => sum + count, 0)
    return { state: 'look', says: `${roles} roles of ${overdue.length} agencies were not looked at for six months (${overdue.slice(0, 5).map(({ agency }) => agency).join(', ')})`, remedy: 'an administrator opens a review at /can-bo/quan-tri/ra-soat' }
  } catch (error) {
    if (notMade.has(String((error as { code?: unknown }).code))) return { state: 'good', says: 'none before the first start of this release' }
    return { state: 'look', says: `cannot be asked (${(error as Error).message})`, remedy: 'see what this doctor says of the database' }
  } finally {
    await db.destroy()
  }
}
