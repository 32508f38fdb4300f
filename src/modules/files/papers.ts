import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import type { Tx } from '#platform/db'
import { drawingType, paperTypes } from '#platform/files'
import type { Actor, FileAnswer, UploadedFile } from '#platform/http'
import { findPaperRows, insertPaper, markDeleted, type PaperRow } from './store.ts'

/** Whose a paper is: a citizen's, or an agency's that scanned it at the counter. */
export type Owner = { kind: 'citizen' | 'agency'; id: string }

export type Paper = Omit<PaperRow, 'ownerKind' | 'owner'> & { owner: Owner }

/** What an upload of a paper accepts where nothing else is said. */
export const paperLimits = { maxBytes: 20 * 1024 * 1024, types: paperTypes }

/** The most that a paper may be, where the rules of a procedure say so: whole sets of drawings. */
export const widestLimits = { maxBytes: 50 * 1024 * 1024, types: [...paperTypes, drawingType] }

/** Whose a paper is that this person hands in: a citizen's own, an officer's agency's. Throws `forbidden` for anybody else. */
export function ownerOf(actor: Actor): Owner {
  if (actor.kind === 'citizen' && actor.id) return { kind: 'citizen', id: actor.id }
  if (actor.kind === 'officer' && actor.agency) return { kind: 'agency', id: actor.agency }
  throw new Failure('forbidden')
}

/**
 * Keeps an uploaded file as a paper of this person (`ownerOf`), or of `owner` when one is given. The caller's transaction decides: bytes whose
 * paper was rolled back are nobody's and are left lying.
 */
export async function keepPaper(tx: Tx, given: { upload: UploadedFile; actor: Actor; at: Date; owner?: Owner }): Promise<Paper> {
  const { upload, actor, at } = given
  const owner = given.owner ?? ownerOf(actor)
  const rest = { id: uuidv7(), hash: upload.hash, name: upload.name, type: upload.type, size: upload.size, scan: upload.scan, uploadedBy: actor.id, createdAt: at }
  await insertPaper(tx, { ...rest, ownerKind: owner.kind, owner: owner.id })
  return { ...rest, owner }
}

/** Papers by id, the oldest first; unknown and dropped ones are left out. Says nothing about who may read them. */
export async function findPapers(tx: Tx, ids: readonly string[]): Promise<Paper[]> {
  if (ids.length === 0) return []
  return (await findPaperRows(tx, ids)).map(({ ownerKind, owner, ...rest }) => ({ ...rest, owner: { kind: ownerKind, id: owner } }))
}

/** A paper by id; the caller has decided who may read it. Throws `file_not_found`. */
export async function getPaper(tx: Tx, id: string): Promise<Paper> {
  const [paper] = await findPapers(tx, [id])
  if (!paper) throw new Failure('file_not_found', { id })
  return paper
}

/** A paper of this person once more, with the same bytes and a life of its own. Throws `file_not_found`, also for another's. */
export async function copyPaper(tx: Tx, given: { id: string; actor: Actor; at: Date }): Promise<Paper> {
  const { owner, ...paper } = await getPaper(tx, given.id)
  const asks = ownerOf(given.actor)
  if (owner.kind !== asks.kind || owner.id !== asks.id) throw new Failure('file_not_found', { id: given.id })
  const copy = { ...paper, id: uuidv7(), uploadedBy: given.actor.id, createdAt: given.at }
  await insertPaper(tx, { ...copy, ownerKind: owner.kind, owner: owner.id })
  return { ...copy, owner }
}

/** Takes a paper away. The bytes stay: others may have the same ones, and a dossier may point to them. */
export const dropPaper = (tx: Tx, id: string, at: Date): Promise<void> => markDeleted(tx, id, at)

/** What a download route answers with for a paper: shown in the browser, under the name it was handed in with. */
export const paperAnswer = (paper: Pick<Paper, 'hash' | 'type' | 'name' | 'size'>): FileAnswer => ({
  file: paper.hash, type: paper.type, name: paper.name, size: paper.size, inline: true,
})
