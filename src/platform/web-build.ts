import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** True when build/ holds a whole web: of the wanted stamp when the launcher gave one, else any that was finished. */
export function isWebBuilt(where: { projectRoot: string; webStamp?: string | undefined }): boolean {
  const folder = join(where.projectRoot, 'build')
  if (!existsSync(join(folder, 'server', 'index.js'))) return false
  if (where.webStamp === undefined) return true
  const stamp = join(folder, '.stamp')
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === where.webStamp
}

/** Resolves to true once the web is built (the launcher builds it while the server starts), to false when `signal` is aborted first. */
export async function waitForWeb(where: { projectRoot: string; webStamp?: string | undefined }, signal: AbortSignal): Promise<boolean> {
  while (!isWebBuilt(where)) {
    if (signal.aborted) return false
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return true
}
