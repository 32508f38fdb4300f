import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '../../web/routes.ts'

/** An address of the web and the file that answers it. A file `.tsx` draws a page; a file `.ts` only sends on or answers data. */
export type Route = { pattern: string; file: string; page: boolean }

/** Every address of the web, as its route tables say: what is not here cannot be opened. */
export const everyRoute = (): Route[] => walk(routes, '')

const walk = (entries: readonly RouteConfigEntry[], above: string): Route[] => entries.flatMap((entry) => {
  const pattern = entry.path === undefined ? above : `${above}/${entry.path}`
  return entry.children ? walk(entry.children, pattern) : [{ pattern: pattern || '/', file: entry.file, page: entry.file.endsWith('.tsx') }]
})
