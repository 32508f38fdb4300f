import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Actor } from '#platform/http'
import { attachPaper, chooseCase, saveAnswers, startDraft, submitDossier, type Acknowledgement, type DraftView } from '#contract/dossiers'
import type { TestApp } from '../with-app.ts'

export const maritalStatus = '1.004873'

/** Answers of somebody who never married and needs the certificate for a loan: the shortest way through the form. */
export const shortAnswers: Record<string, unknown> = {
  whom: 'self', livesThere: 'yes', residenceSince: { from: '2010-01', to: null }, livedElsewhere: 'no', purpose: 'loan', earlier: 'no', copies: '1', receive: 'electronic',
  phone: '0999000201', email: '',
}

/** Answers of somebody divorced, who lives in the second commune and collects the certificate there or where `collectAt` says; they need the decision as a paper. */
export const divorcedAnswers: Record<string, unknown> = {
  whom: 'self', livesThere: 'yes', residenceSince: { from: '2010-01', to: null }, livedElsewhere: 'no', union: 'registered', spouseName: 'Lê Thị Cũ', divorceWhere: 'vietnam',
  decisionNumber: '12/2019/QĐST-HNGĐ', decisionDate: '2019-05-06', court: 'Tòa án nhân dân khu vực 1', purpose: 'loan', earlier: 'no', copies: '1', receive: 'counter', collectAt: '99002', phone: '0999000202', email: '',
}

/** A small picture that is what it says. */
export const pngBytes = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

/** Stores bytes as an upload route would, before its command runs. */
export async function uploaded(app: TestApp, name = 'giay.png', bytes = pngBytes, claimedType = 'image/png') {
  const stored = await app.application.tools.files.store(Readable.from([bytes]), { maxBytes: 1e6, types: ['image/png', 'application/pdf'], claimedType, name })
  return { ...stored, name, digest: createHash('sha256').update(bytes).digest('hex') }
}

/** A draft filled in as far as it goes with these answers, page by page as a person would. */
export async function filledDraft(app: TestApp, who: Actor, procedureCase = 'neverMarried', answers: Record<string, unknown> = shortAnswers): Promise<DraftView> {
  const { id } = await app.call(who, startDraft, { procedure: maritalStatus })
  let view = await app.call(who, chooseCase, { draft: id, procedureCase })
  for (const [page, value] of Object.entries(answers)) view = await app.call(who, saveAnswers, { draft: id, page, answers: { [page]: value } })
  return view
}

/** Puts one small picture to a paper of a draft. */
export const withPaper = async (app: TestApp, who: Actor, draft: string, paper: string): Promise<DraftView> =>
  app.call(who, attachPaper, { draft, paper }, { upload: await uploaded(app) })

/** A submitted dossier of this person. */
export async function submitted(app: TestApp, who: Actor, answers: Record<string, unknown> = {}): Promise<Acknowledgement> {
  const { id } = await filledDraft(app, who, 'neverMarried', { ...shortAnswers, ...answers })
  return app.call(who, submitDossier, { draft: id, oath: true })
}
