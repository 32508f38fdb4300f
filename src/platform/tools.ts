import type { Clock } from '#kernel/clock'
import type { Config } from './config.ts'
import type { Db, Tx } from './db.ts'
import type { Documents } from './documents.ts'
import type { Files } from './files.ts'
import type { Jobs } from './jobs.ts'
import type { Log } from './log.ts'
import type { Measure } from './measures.ts'
import type { Province } from './province.ts'
import type { Follower } from './reform.ts'
import type { Sealer } from './sealer.ts'

/** The machinery handed to every command, subscription and job. Nothing of it is global, so a test makes its own. */
export type Tools = {
  /** outside a transaction: reading, and work that must be kept even when the caller's is not */
  db: Db
  clock: Clock
  config: Config
  province: Province
  files: Files
  documents: Documents
  jobs: Pick<Jobs, 'ask'>
  sealer: Sealer
  measures: ReadonlyMap<string, Measure>
  /** how each module's rows follow a reform, by the module's name, in the order of the list */
  followers: ReadonlyMap<string, Follower>
  log: Log
}

/** What a subscription works with: everything it writes through `tx` is kept together with its place in the outbox. */
export type Reaction = Tools & { tx: Tx }
