import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { slug } from '#kernel/text'
import { inTransaction } from '#platform/db'
import { refuseLowLevel } from '#platform/dispatch'
import type { Call, FileAnswer } from '#platform/http'
import type { Tools } from '#platform/tools'
import { dueFor } from '#modules/payments'
import { getVersion } from '#modules/procedures'
import { documentNumber } from '../codes.ts'
import type { getDocument, previewResult } from '../contract.ts'
import { makeDocument } from '../documents/make.ts'
import { factsOf, paperOfRefusal, paperOfResult } from '../document-facts.ts'
import { resultDraft } from '../result.ts'
import { isGranted } from '../rights.ts'
import { findDossier, type Dossier } from '../stores/dossiers.ts'
import { findDocument, setFile, type DocumentRow } from '../stores/documents.ts'
import { loadVisible, personOf, readsOf } from './move.ts'
import { copyOf } from './reprint.ts'

type Made = { hash: string; size: number }

/** Makes a document's PDF from its facts and keeps it, unless it is there: the same facts give the same bytes, whoever makes it. */
export async function makeAndKeep(tools: Tools, id: string): Promise<Made | undefined> {
  const found = await inTransaction(tools.db, async (tx) => {
    const document = await findDocument(tx, id)
    const dossier = document && (await findDossier(tx, document.dossier))
    if (!document || !dossier) return undefined
    return { document, facts: document.file === null ? await factsOf({ ...tools, tx }, dossier, document) : undefined }
  })
  if (!found) return undefined
  const { document, facts } = found
  if (document.file !== null && document.size !== null) return { hash: document.file, size: document.size }
  if (!facts) return undefined
  const stored = await tools.files.keep(await makeDocument(tools.documents, facts.kind, facts.facts), 'application/pdf')
  await inTransaction(tools.db, (tx) => setFile(tx, id, stored))
  return stored
}

const fileOf = (made: Made, dossier: Pick<Dossier, 'code'>, name: string): FileAnswer => ({
  file: made.hash, size: made.size, type: 'application/pdf', name: `${slug(name)}-${dossier.code}.pdf`, inline: true,
})

const names = { form01: 'giay tiep nhan', form02: 'phieu yeu cau bo sung', form03: 'phieu tu choi', result: 'ket qua', refusal: 'thong bao khong giai quyet' } satisfies Record<DocumentRow['kind'], string>

/** A print after the first one: the same paper with its number on its face. It is not kept as the document's own. */
async function makeCopy(call: Call, dossier: Dossier, document: DocumentRow, copy: number): Promise<Made> {
  const { kind, facts } = await factsOf(call, dossier, document)
  return call.files.keep(await makeDocument(call.documents, kind, { ...facts, reprint: copy }), 'application/pdf')
}

/**
 * A form or the result as PDF, for whoever may see the dossier; made now when no job has made it yet. The result asks a citizen for the identity
 * level of the province, a receipt does not. Throws `document_not_found`, `identity_level_too_low`, `result_not_paid`.
 */
export async function readDocument(call: Call<z.output<typeof getDocument.input>>): Promise<FileAnswer> {
  const dossier = await loadVisible(call, call.input.id)
  const document = await findDocument(call.tx, call.input.document)
  if (document?.dossier !== dossier.id) throw new Failure('document_not_found', { id: call.input.document })
  if (document.kind === 'result') await refuseResult(call, dossier)
  const copy = await copyOf(call, dossier.id, document.id, call.input.copy)
  const made = copy === undefined ? await makeAndKeep(call, document.id) : await makeCopy(call, dossier, document, copy)
  if (!made) throw new Failure('document_not_found', { id: document.id })
  call.reads(readsOf(dossier))
  return fileOf(made, dossier, `${names[document.kind]} ${documentNumber(document.kind, document.number).split('/')[0] ?? ''}`)
}

/** A citizen reads a result at the identity level of the province, and once nothing is owed for it. */
async function refuseResult(call: Call, { id, code }: Dossier): Promise<void> {
  refuseLowLevel(call.actor, 'readResult', call.province)
  const fee = call.actor.kind === 'citizen' ? await dueFor(call.tx, id) : undefined
  if (fee?.state === 'due') throw new Failure('result_not_paid', { total: fee.total, code })
}

/** The result as it would be signed now, or the notice that it is not granted, for the office. It has no number and nobody's signature. */
export async function previewOfResult(call: Call<z.output<typeof previewResult.input>>): Promise<FileAnswer> {
  const dossier = await loadVisible(call, call.input.id)
  if (!isGranted('seeResultDraft', dossier, personOf(call.actor))) throw new Failure('forbidden')
  call.reads(readsOf(dossier))
  const version = await getVersion(call.tx, dossier.procedureVersion)
  const given = { at: call.clock.now(), number: '……', signer: null }
  const { kind, facts } = dossier.refusal ? await paperOfRefusal(call, dossier, version, dossier.refusal, given) : await paperOfResult(call, dossier, version, await resultDraft(call, dossier, version), given)
  return fileOf(await call.files.keep(await makeDocument(call.documents, kind, facts), 'application/pdf'), dossier, 'du thao ket qua')
}
