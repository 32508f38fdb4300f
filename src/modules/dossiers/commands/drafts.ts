import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { localDate } from '#kernel/local-time'
import { deskAnswerDue } from '#kernel/working-time'
import type { Accepts, Call } from '#platform/http'
import { dropPaper, keepPaper } from '#modules/files'
import { getCitizen, mayApplyAlone, type Citizen } from '#modules/identity'
import { answerPage, checkAnswers, currentVersion, getVersion, titlesOf, uploadsOf, type Version } from '#modules/procedures'
import type * as contract from '../contract.ts'
import { fill, knownOf, openForm, sealForm, type Filled } from '../form.ts'
import { limitsOfPaper, refuseUnfit } from '../paper-limits.ts'
import { kindOfPrincipal, maskPaper, mayActFor, partyProblem, wordFor, type WholePrincipal } from '../principals.ts'
import { deleteDraft, findDraft, insertDraft, listDrafts, lockDraft, saveDraft, type Draft, type DraftPaper } from '../stores/drafts.ts'

/** most drafts that one person may have open */
const mostDrafts = 20
export const mostFilesPerPaper = 10

/** A draft opened for its owner: the rules it is filled in under, what identity says of the owner, for whom it is, and the form ready to be judged. */
export type OpenDraft = { draft: Draft; version: Version; citizen: Citizen; principal: WholePrincipal | null; filling: Filled; areaName(code: string, locale: 'vi' | 'en'): string | undefined }

/** The citizen who asks. Throws `unauthenticated` when the account is gone. */
export async function citizenOf(call: Call): Promise<Citizen> {
  const citizen = call.actor.id === null ? undefined : await getCitizen(call.tx, call.sealer, call.actor.id)
  if (!citizen) throw new Failure('unauthenticated')
  return citizen
}

/** Opens a draft of the citizen who asks. Throws `draft_not_found`, also for another's. */
export async function openDraft(call: Call, id: string, lock: boolean): Promise<OpenDraft> {
  const citizen = await citizenOf(call)
  const draft = await (lock ? lockDraft : findDraft)(call.tx, id, citizen.id)
  if (!draft) throw new Failure('draft_not_found', { id })
  const version = await getVersion(call.tx, draft.procedureVersion)
  const principal = draft.principalSealed && (JSON.parse(call.sealer.open(draft.principalSealed)) as WholePrincipal)
  const form = openForm(call.sealer, version.body, { answers: draft.answers, ...settingOf(citizen, draft.party, principal) })
  return { draft, version, citizen, principal, ...(await fill(call.tx, form, { case: draft.procedureCase, today: localDate(call.clock.now()) })) }
}

const settingOf = (citizen: Citizen, party: Draft['party'], principal: WholePrincipal | null): Pick<Filled, 'party' | 'principal'> & { known: Record<string, string> } => ({
  party: party ?? 'self', principal: kindOfPrincipal({ paper: 'card', foreign: citizen.kind === 'foreigner' }, principal), known: knownOf(citizen, principal),
})

/** Code of every problem that keeps a draft from being sent, by `party`, `case`, question or paper. */
export function problemsOf({ draft, version, citizen, principal, filling }: OpenDraft): Record<string, string> {
  const { errors } = checkAnswers(version.body, filling)
  const party = partyProblem(version.body, draft.party, principal, citizen, filling.today)
  const given = new Set(draft.papers.map((paper) => paper.code))
  const missing = uploadsOf(version.body, filling).filter((paper) => paper.required && !given.has(paper.code))
  return { ...(party !== undefined && { party }), ...errors, ...Object.fromEntries(missing.map((paper) => [paper.code, 'paper_missing'])) }
}

function viewOf({ clock, province, sealer }: Pick<Call, 'clock' | 'province' | 'sealer'>, open: OpenDraft): z.input<typeof contract.DraftView> {
  const { draft, filling, principal } = open
  const { children, organisations } = mayActFor(open.citizen, open.version.body, filling.today)
  const answerBy = deskAnswerDue(province.calendar, clock.now(), province.deskAnswerHours).toISOString()
  return {
    id: draft.id, procedure: draft.procedure, version: draft.procedureVersion, procedureCase: draft.procedureCase,
    party: draft.party, principal: principal && { name: principal.facts.name, party: principal.facts.party, number: maskPaper(principal.number ?? principal.passport ?? '') }, principalKind: filling.principal,
    mayActFor: {
      children: children.map(({ citizen_number: number, name, birthdate }) => ({ word: wordFor(sealer, number), name, born: birthdate })),
      organisations: organisations.map(({ code, name, title }) => ({ word: wordFor(sealer, code), name, title })),
    },
    answers: filling.answers, known: { ...filling.known },
    papers: draft.papers, problems: draft.dossier === null ? problemsOf(open) : {}, updatedAt: draft.updatedAt.toISOString(), answerBy, dossier: draft.dossier,
  }
}

export type View = Promise<z.input<typeof contract.DraftView>>

type Edited = Partial<Pick<Draft, 'procedureCase' | 'papers' | 'party'>> & { answers?: Filled['answers']; principal?: WholePrincipal | null }

/** Writes what was changed; a draft that has become a dossier is not changed any more. Throws `draft_already_sent`. */
export async function change(call: Call, id: string, edit: (open: OpenDraft) => Promise<Edited>): View {
  const open = await openDraft(call, id, true)
  if (open.draft.dossier !== null) throw new Failure('draft_already_sent', { dossier: open.draft.dossier })
  const { principal = open.principal, answers = open.filling.answers, ...edited } = await edit(open)
  const now = call.clock.now()
  const principalSealed = principal === open.principal ? open.draft.principalSealed : principal && call.sealer.seal(JSON.stringify(principal))
  const draft = { ...open.draft, ...edited, answers, principalSealed, updatedAt: now }
  const filling = { ...open.filling, answers, case: draft.procedureCase, ...settingOf(open.citizen, draft.party, principal) }
  await saveDraft(call.tx, { ...draft, answers: sealForm(call.sealer, open.version.body, { answers, known: {} }).answers }, now)
  return viewOf(call, { ...open, draft, principal, filling })
}

/** What the key of an act keeps of a draft: its id alone, because answers and facts hold citizen numbers, which lie sealed or nowhere. */
export async function keepingId(call: Call, view: View): Promise<{ id: string }> {
  const made = await view
  call.lastly(async () => made)
  return { id: made.id }
}

/** The draft as it stands now, for a second press of the same key. */
export const draftAgain = async (call: Call, stored: { id: string }): View => viewOf(call, await openDraft(call, stored.id, false))

/**
 * Begins a procedure. Throws `procedure_not_open` when it cannot be applied for here today, `applicant_too_young` for somebody whose parents act for them,
 * `too_many_drafts`.
 */
export async function beginDraft(call: Call<z.output<typeof contract.startDraft.input>>): Promise<{ id: string }> {
  const citizen = await citizenOf(call)
  const now = call.clock.now()
  const version = await currentVersion(call.tx, call.input.procedure, localDate(now))
  if (!version || version.body.onlineLevel === 'none' || version.body.resolutionSystem !== 'local') throw new Failure('procedure_not_open', { procedure: call.input.procedure })
  if (!mayApplyAlone(citizen.born, localDate(now))) throw new Failure('applicant_too_young')
  if ((await listDrafts(call.tx, citizen.id)).length >= mostDrafts) throw new Failure('too_many_drafts', { most: mostDrafts })
  const id = uuidv7()
  await insertDraft(call.tx, { id, citizen: citizen.id, procedure: version.code, procedureVersion: version.id }, now)
  return keepingId(call, draftAgain(call, { id }))
}

/** One of my drafts. */
export const readDraft = async (call: Call<z.output<typeof contract.getDraft.input>>): View => viewOf(call, await openDraft(call, call.input.draft, false))

/** My drafts, the newest first. */
export async function readMyDrafts(call: Call): Promise<z.input<typeof contract.myDrafts.output>> {
  const drafts = await listDrafts(call.tx, call.actor.id ?? '')
  const titles = await titlesOf(call.tx, drafts.map(({ procedure }) => procedure))
  return { drafts: drafts.map(({ id, procedure, updatedAt }) => ({ id, procedure, title: titles.get(procedure) ?? { vi: procedure, en: procedure }, updatedAt: updatedAt.toISOString() })) }
}

/** Says which case applies; answers that only another case asks for are dropped when the form is checked. */
export const setCase = (call: Call<z.output<typeof contract.chooseCase.input>>): View =>
  change(call, call.input.draft, async ({ version }) => {
    if (!version.body.cases.options.some(({ code }) => code === call.input.procedureCase)) throw new Failure('invalid_input', { fields: ['procedureCase'] }, { fields: { procedureCase: 'not_an_option' } })
    return { procedureCase: call.input.procedureCase }
  })

/** Takes the answer of one page. Throws `invalid_input` with the faults by question; nothing is kept then. */
export const answer = (call: Call<z.output<typeof contract.saveAnswers.input>>): View =>
  change(call, call.input.draft, async ({ version, filling }) => {
    const checked = answerPage(version.body, filling, call.input.page, call.input.answers)
    if (!checked) throw new Failure('not_found', { page: call.input.page })
    if (Object.keys(checked.errors).length > 0) throw new Failure('invalid_input', { fields: Object.keys(checked.errors) }, { fields: checked.errors })
    return { answers: checked.answers }
  })

/** What a file may be that is put to a paper of a draft. Throws `draft_not_found`. */
export async function limitsOfAttached(call: Call<z.output<typeof contract.attachPaper.input>>): Promise<Accepts> {
  const { version } = await openDraft(call, call.input.draft, false)
  return limitsOfPaper(version.body, call.input.paper)
}

/** Puts an uploaded file to a paper that the form asks for. */
export const attach = (call: Call<z.output<typeof contract.attachPaper.input>>): Promise<{ id: string }> =>
  keepingId(call, change(call, call.input.draft, async ({ draft, version, filling }) => {
    const { upload } = call
    if (!upload || !uploadsOf(version.body, filling).some(({ code }) => code === call.input.paper)) throw new Failure('not_found', { paper: call.input.paper })
    if (draft.papers.filter(({ code }) => code === call.input.paper).length >= mostFilesPerPaper) throw new Failure('too_many_files', { most: mostFilesPerPaper })
    refuseUnfit(version.body, call.input.paper, upload)
    const paper = await keepPaper(call.tx, { upload, actor: call.actor, at: call.clock.now() })
    const added: DraftPaper = { code: call.input.paper, file: paper.id, name: paper.name, size: paper.size, type: paper.type }
    return { papers: [...draft.papers, added] }
  }))

/** Takes a file away from a draft; it is gone for good. */
export const detach = (call: Call<z.output<typeof contract.removePaper.input>>): Promise<{ id: string }> =>
  keepingId(call, change(call, call.input.draft, async ({ draft }) => {
    const papers = draft.papers.filter(({ code, file }) => code !== call.input.paper || file !== call.input.file)
    if (papers.length === draft.papers.length) throw new Failure('file_not_found', { id: call.input.file })
    await dropPaper(call.tx, call.input.file, call.clock.now())
    return { papers }
  }))

/** Throws a draft away, with its files. */
export async function discard(call: Call<z.output<typeof contract.discardDraft.input>>): Promise<Record<string, never>> {
  const { draft } = await openDraft(call, call.input.draft, true)
  if (draft.dossier !== null) throw new Failure('draft_already_sent', { dossier: draft.dossier })
  for (const { file } of draft.papers) await dropPaper(call.tx, file, call.clock.now())
  await deleteDraft(call.tx, draft.id)
  return {}
}
