import type { z } from 'zod'
import type { Call } from '#platform/http'
import type { listEntryDrafts as contract } from '../contract.ts'
import { countDrafts, listDrafts } from '../stores/drafts.ts'

const pageSize = 50

/** Drafts of entries with what each still lacks. One that lacks nothing may be published. */
export async function listEntryDrafts({ tx, input }: Call<z.output<typeof contract.input>>): Promise<z.input<typeof contract.output>> {
  const [lines, counts] = [await listDrafts(tx, { lacks: input.lacks, after: input.after, limit: pageSize + 1 }), await countDrafts(tx, input.lacks)]
  const page = lines.slice(0, pageSize)
  return {
    ...counts, next: lines.length > pageSize ? (page.at(-1)?.code ?? null) : null,
    drafts: page.map((line) => ({ ...line, title: line.title ?? line.code, actions: line.lacks.length === 0 ? ['publish' as const] : [] })),
  }
}
