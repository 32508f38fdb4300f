import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The release of this clone, as package.json says. */
export const releaseOf = (root: string): string => (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
