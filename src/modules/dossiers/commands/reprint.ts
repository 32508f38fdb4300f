import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { getVersion } from '#modules/procedures'
import type { reprint } from '../contract.ts'
import { documentNumber } from '../codes.ts'
import { isGranted } from '../rights.ts'
import { noteActs } from '../stores/acts.ts'
import { findDocument } from '../stores/documents.ts'
import { listActs, type Act } from '../stores/dossiers.ts'
import { actorOf, lockVisible, personOf } from './move.ts'

/** What a print is of: a document by its id, or the label of the shelf. */
const labelOf = 'label'

const printsOf = (acts: readonly Act[], of: string): Act[] => acts.filter(({ action, note }) => action === 'reprint' && note['of'] === of)

/**
 * A document, or the label of a result on the shelf, is printed again: an act in the course, and the print says on its face which one it is. Throws
 * `document_not_found`, `not_on_a_shelf`.
 */
export async function reprintOf(call: Call<z.output<typeof reprint.input>>): Promise<z.input<typeof reprint.output>> {
  const { tx, input, actor, clock } = call
  const dossier = await lockVisible(call, input.id)
  if (!isGranted('reprint', dossier, personOf(actor))) throw new Failure('forbidden')
  const document = input.document === null ? null : await findDocument(tx, input.document)
  if (document === undefined || (document !== null && document.dossier !== dossier.id)) throw new Failure('document_not_found', { id: input.document })
  if (document === null && dossier.shelf === null) throw new Failure('not_on_a_shelf')
  const of = document === null ? labelOf : document.id
  const copy = printsOf(await listActs(tx, dossier.id), of).length + 1
  const what = document === null ? { place: dossier.shelf } : { document: documentNumber(document.kind, document.number, (await getVersion(tx, dossier.procedureVersion)).body.result) }
  await noteActs(tx, [{ dossier, note: { of, copy, ...what } }], { action: 'reprint', at: clock.now(), ...(await actorOf(tx, actor)) })
  return { copy }
}

/** The number that a print carries: one that was really given, or none. Throws `document_not_found`. */
export async function copyOf(call: Call, dossier: string, of: string | null, copy: number | undefined): Promise<number | undefined> {
  if (copy === undefined) return undefined
  if (!printsOf(await listActs(call.tx, dossier), of ?? labelOf).some(({ note }) => note['copy'] === copy)) throw new Failure('document_not_found', { id: of })
  return copy
}
