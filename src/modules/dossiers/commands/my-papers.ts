import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Tx } from '#platform/db'
import type { Call } from '#platform/http'
import { copyPaper, findPapers, type Paper } from '#modules/files'
import { getVersion, titlesOf, uploadsOf } from '#modules/procedures'
import { documentNumber } from '../codes.ts'
import type { myPapers, reusablePapers, reusePaper } from '../contract.ts'
import { canStandAgain, standsFor } from '../reuse-rules.ts'
import type { DraftPaper } from '../stores/drafts.ts'
import { findHandedIn, listHandedIn, listResultsOf, type HandedInRow } from '../stores/my-papers.ts'
import { change, keepingId, mostFilesPerPaper, openDraft, type OpenDraft } from './drafts.ts'

/** how many of each are shown: what is older is in its dossier */
const most = 50

type Both = { vi: string; en: string }
type Held = HandedInRow & { kept: Paper }

/** The files that are still there, each content once: the newest dossier it was handed in with. */
async function held(tx: Tx, rows: readonly HandedInRow[]): Promise<Held[]> {
  const files = new Map((await findPapers(tx, rows.map(({ file }) => file))).map((paper) => [paper.id, paper]))
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const kept = files.get(row.file)
    if (!kept || seen.has(`${row.paper} ${kept.hash}`)) return []
    seen.add(`${row.paper} ${kept.hash}`)
    return [{ ...row, kept }]
  })
}

async function paperNames(tx: Tx, rows: readonly HandedInRow[]): Promise<(row: HandedInRow) => Both> {
  const bodies = new Map<string, Awaited<ReturnType<typeof getVersion>>['body']>()
  for (const id of new Set(rows.map(({ version }) => version))) bodies.set(id, (await getVersion(tx, id)).body)
  return ({ version, paper }) => bodies.get(version)?.papers.find(({ code }) => code === paper)?.name ?? { vi: paper, en: paper }
}

/** What was signed for me, and what I handed in. */
export async function readMyPapers(call: Call<z.output<typeof myPapers.input>>): Promise<z.input<typeof myPapers.output>> {
  const { tx, actor } = call
  const results = await listResultsOf(tx, actor.id ?? '', actor.numberIndex ?? null, most)
  const files = await held(tx, await listHandedIn(tx, actor.id ?? '', most))
  const titles = await titlesOf(tx, [...new Set([...results, ...files].map(({ procedure }) => procedure))])
  const title = (procedure: string): Both => titles.get(procedure) ?? { vi: procedure, en: procedure }
  const nameOf = await paperNames(tx, files)
  return {
    results: results.map(({ dossier, code, procedure, document, number, at, principalName }) => ({ dossier, code, title: title(procedure), document, number: documentNumber('result', number), at: at.toISOString(), principalName })),
    papers: files.map((row) => ({
      dossier: row.dossier, code: row.code, title: title(row.procedure), number: row.number, paper: nameOf(row), file: { name: row.kept.name, size: row.kept.size }, at: row.at.toISOString(), again: canStandAgain(row),
    })),
  }
}

const draftFacts = ({ draft, principal }: OpenDraft): { procedure: string; forSelf: boolean } => ({ procedure: draft.procedure, forSelf: principal === null && (draft.party ?? 'self') === 'self' })

/** Which of my earlier files a draft may have again, by the paper each stands for. Throws `draft_not_found`. */
export async function readReusable(call: Call<z.output<typeof reusablePapers.input>>): Promise<z.input<typeof reusablePapers.output>> {
  const open = await openDraft(call, call.input.draft, false)
  const wanted = uploadsOf(open.version.body, open.filling)
  const facts = draftFacts(open)
  if (!facts.forSelf || wanted.length === 0) return { papers: [] }
  const files = await held(call.tx, await listHandedIn(call.tx, open.citizen.id, most, open.draft.procedure))
  return {
    papers: files.filter((file) => wanted.some(({ code }) => standsFor(file, facts, code)))
      .map((file) => ({ paper: file.paper, dossier: file.dossier, number: file.number, code: file.code, name: file.kept.name, size: file.kept.size, at: file.at.toISOString() })),
  }
}

/**
 * Puts an earlier file to a paper of a draft. It becomes a paper of its own with the same bytes, so that taking it away again leaves the earlier
 * dossier whole. Throws `file_not_found` for another person's, and for one that may not stand for this paper; `too_many_files`.
 */
export const reuse = (call: Call<z.output<typeof reusePaper.input>>): Promise<{ id: string }> =>
  keepingId(call, change(call, call.input.draft, async (open) => {
    const { paper, dossier, number } = call.input
    const { draft, version, filling, citizen } = open
    if (!uploadsOf(version.body, filling).some(({ code }) => code === paper)) throw new Failure('not_found', { paper })
    if (draft.papers.filter(({ code }) => code === paper).length >= mostFilesPerPaper) throw new Failure('too_many_files', { most: mostFilesPerPaper })
    const before = await findHandedIn(call.tx, citizen.id, { dossier, number })
    if (!before || !standsFor(before, draftFacts(open), paper)) throw new Failure('file_not_found', { dossier, number })
    const copy = await copyPaper(call.tx, { id: before.file, actor: call.actor, at: call.clock.now() })
    const added: DraftPaper = { code: paper, file: copy.id, name: copy.name, size: copy.size, type: copy.type }
    return { papers: [...draft.papers, added] }
  }))
