import { z } from 'zod'
import { inTransaction } from '#platform/db'
import { defineJob } from '#platform/jobs'
import type { Tools } from '#platform/tools'
import { makeDocumentJob } from './commands/add-document.ts'
import { noteSilences } from './commands/note-silences.ts'
import { makeAndKeep } from './commands/make-document.ts'
import { remindUncollected } from './commands/remind-uncollected.ts'
import { forgetDrafts } from './stores/drafts.ts'

/** Work of this module outside of its acts. */
export const jobs = [
  defineJob(makeDocumentJob, z.object({ document: z.uuid() }), { leaseSeconds: 15, concurrency: 1 }, async (tools: Tools, { document }) => {
    await makeAndKeep(tools, document)
  }),
  defineJob('dossiers.remind-uncollected', z.object({}), { cron: '15 8 * * *', concurrency: 1 }, async (tools: Tools) => {
    await remindUncollected(tools)
  }),
  defineJob('dossiers.note-silence', z.object({}), { cron: '*/10 * * * *' }, async (tools: Tools) => {
    await noteSilences(tools)
  }),
  defineJob('dossiers.forget-drafts', z.object({}), { cron: '20 3 * * *' }, async (tools: Tools) => {
    await inTransaction(tools.db, (tx) => forgetDrafts(tx, tools.clock.now()))
  }),
]
