import { accountPages, adminPages } from './administration.ts'
import { centrePages, toolPages } from './centre.ts'
import { doorPages, workPages } from './desk.ts'
import type { Entries } from './entry.ts'
import { openPages, ownPages } from './portal.ts'

export * from './entry.ts'
export { enter, cookieHeader, type Door } from './enter.ts'
export { makeFacts, sample, type Cast, type Facts } from './facts.ts'
export { everyRoute } from './routes.ts'

/** Every page by its address, in the parts of the web. A new page is a line in one of these tables. */
export const parts = {
  portal: { ...openPages, ...ownPages }, desk: { ...doorPages, ...workPages, ...accountPages, ...adminPages }, centre: centrePages, tools: toolPages,
} as const satisfies Record<string, Entries>

export type Part = keyof typeof parts
