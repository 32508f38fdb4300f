import type { Tx } from './db.ts'
import type { HealthQuestion } from './health.ts'
import type { Route } from './http.ts'
import type { Job } from './jobs.ts'
import type { Measure } from './measures.ts'
import type { Follower } from './reform.ts'
import type { SealedColumn } from './reseal.ts'
import type { Seed } from './seeds.ts'
import type { Subscription } from './events.ts'
import type { Reaction, Tools } from './tools.ts'

/** The manifest of a part of the province: what it is called, whom it may call, and what it hands to the machinery. */
export type Module = {
  /** its folder, its schema, and the first word of its contracts and events */
  name: string
  /** modules whose doors it may call; the walls check it against the one list */
  needs: readonly string[]
  /** which contracts, of any module, each scope of a service account opens */
  scopes?: Readonly<Record<string, readonly string[]>>
  routes?: readonly Route[]
  subscriptions?: readonly Subscription<Reaction>[]
  jobs?: readonly Job<Tools>[]
  measures?: readonly Measure[]
  seed?: Seed
  /** what the doctor asks of its tables */
  health?: readonly HealthQuestion[]
  /** a statement whose column `hash` names every stored file that its rows need */
  storedFiles?: string
  /** its columns in which something is sealed: a newer key seals them anew */
  sealed?: readonly SealedColumn[]
  /** how its rows follow a reform of units and agencies */
  follows?: Follower
  /** the course of what carries this code, when the module has it: for people who follow one case through the machinery */
  course?: (tx: Tx, code: string) => Promise<Course | undefined>
}

/** What happened to one thing that has a code, without personal data. `related` are ids that jobs about it may name. */
export type Course = { id: string; code: string; state: string; lines: { at: Date; what: string; who: string }[]; related: { id: string; what: string }[] }

/** Declares a module. */
export const defineModule = (module: Module): Module => module
