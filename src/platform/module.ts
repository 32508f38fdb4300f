import type { Route } from './http.ts'
import type { Job } from './jobs.ts'
import type { Measure } from './measures.ts'
import type { Seed } from './seeds.ts'
import type { Subscription } from './events.ts'
import type { Reaction, Tools } from './tools.ts'

/** The manifest of a part of the province: what it is called, whom it may call, and what it hands to the machinery. */
export type Module = {
  /** its folder, its schema, and the first word of its contracts and events */
  name: string
  /** modules whose doors it may call; the walls check it against the one list */
  needs: readonly string[]
  routes?: readonly Route[]
  subscriptions?: readonly Subscription<Reaction>[]
  jobs?: readonly Job<Tools>[]
  measures?: readonly Measure[]
  seed?: Seed
}

/** Declares a module. */
export const defineModule = (module: Module): Module => module
