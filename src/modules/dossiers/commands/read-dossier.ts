import type { z } from 'zod'
import { localDate } from '#kernel/local-time'
import { strip, type Pause } from '#kernel/working-time'
import type { Tx } from '#platform/db'
import type { Call } from '#platform/http'
import { agencyNames } from '#modules/agencies'
import { findPapers } from '#modules/files'
import { nameOfOfficers } from '#modules/identity'
import { dueFor } from '#modules/payments'
import { answerLines, feeLinesOf, getVersion, noticesOf, withOffice, type Body, type Version } from '#modules/procedures'
import { clockOfDossier, countedFrom, timeLeft } from '../clock-rules.ts'
import { documentNumber } from '../codes.ts'
import { colleaguesOf, whoMayHave } from '../colleagues.ts'
import type { DossierView, getDossier } from '../contract.ts'
import { correctable } from '../corrections.ts'
import { fill, openForm, type KeptForm } from '../form.ts'
import { maskPaper } from '../principals.ts'
import { residenceOf } from '../residence.ts'
import { actionsFor, isGranted, type Person } from '../rights.ts'
import { isFinal, isWaiting, published } from '../states.ts'
import { askedItems } from '../supplement.ts'
import { stopsOf } from '../consultation-rules.ts'
import { listConsultations } from '../stores/consultations.ts'
import { waitingDays } from '../uncollected.ts'
import { listDocuments, type DocumentRow } from '../stores/documents.ts'
import { listActs, listPauses, type Act, type Dossier, type PauseRow } from '../stores/dossiers.ts'
import { listPapers } from '../stores/papers.ts'
import { secretOf } from './acknowledge.ts'
import { besideOf } from './beside.ts'
import { loadVisible, personOf, readsOf } from './move.ts'

type View = z.input<typeof DossierView>
type Both = { vi: string; en: string }

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** A dossier that is mine, my desk's or my office's, on one page, with the acts I may do now. Throws `dossier_not_found`. */
export async function readDossier(call: Call<z.output<typeof getDossier.input>>): Promise<View> {
  const { tx, actor, clock } = call
  const dossier = await loadVisible(call, call.input.id)
  call.reads(readsOf(dossier))
  const version = await getVersion(tx, dossier.procedureVersion)
  const [acts, pauses, documents] = [await listActs(tx, dossier.id), await listPauses(tx, dossier.id), await listDocuments(tx, dossier.id)]
  const consultations = version.body.consulting ? await listConsultations(tx, dossier.id) : []
  const names = await namesFor(call, dossier, acts, consultations.map(({ agency }) => agency))
  const named = (code: string): { code: string; name: Both } => ({ code, name: names.agencies.get(code) ?? { vi: code, en: code } })
  const person = personOf(actor)
  const { title, shortTitle, collectedBy } = version.body
  const label = version.body.cases.options.find(({ code }) => code === dossier.procedureCase)?.label
  return {
    id: dossier.id, code: dossier.code, secret: secretOf(call, dossier.id), state: dossier.state, published: published[dossier.state],
    procedure: { code: dossier.procedure, title, shortTitle, version: version.id, collectedBy }, procedureCase: { code: dossier.procedureCase, label: label ?? title },
    channel: dossier.channel, receive: dossier.receive, desk: named(dossier.receivingAgency), counter: named(dossier.collectingAgency), office: named(dossier.competentAgency),
    applicant: dossier.applicant, residence: await residenceOf(tx, dossier.applicant, dossier.submittedAt, call.locale), numberMasked: dossier.numberSealed && maskPaper(call.sealer.open(dossier.numberSealed)), applicantPaper: dossier.applicantPaper,
    identifiedBy: dossier.identifiedBy, principal: dossier.principal, principalMasked: dossier.principalSealed && maskPaper(call.sealer.open(dossier.principalSealed)),
    ...(await formOf(call, dossier, version)), papers: await papersOf(call, dossier, version.body),
    acts: acts.filter(({ action }) => actor.kind !== 'citizen' || !ofTheHouse.has(action)).map((act) => actView(act, named, actor.kind === 'citizen')),
    documents: documents.map((document) => documentView(document, version.body)), oldPaperOut: documents.some(({ outside, givenBack }) => outside && givenBack === null),
    submittedAt: dossier.submittedAt.toISOString(), deskDueAt: dossier.deskDueAt.toISOString(), acceptedAt: iso(dossier.acceptedAt), firstDueAt: iso(dossier.firstDueAt),
    dueAt: iso(dossier.dueAt), finishedAt: iso(dossier.finishedAt), shelf: dossier.shelf, waitingDays: waitingDays({ ...dossier, readyAt: dossier.readyAt ?? dossier.finishedAt }, clock.now()),
    holder: dossier.holder === null ? null : { id: dossier.holder, name: names.officers.get(dossier.holder) ?? '', title: acts.findLast((act) => act.actor === dossier.holder)?.actorTitle ?? null },
    ...clockOf(call, dossier, version, { pauses, stops: stopsOf(consultations, version.body.consulting?.clock ?? 'runs') }),
    refusal: refusalFor(dossier, person), proposal: proposalOf(call, dossier, version.body, person), correctable: await correctableOf(call, dossier, version.body, person), asked: askedOf(dossier, acts, version.body), fee: await feeOf(tx, dossier, person), reached: dossier.citizen !== null, simulated: dossier.simulated, immediate: dossier.immediate ?? null, actions: actionsFor(dossier, person),
    ...(await besideOf(call, { dossier, version, consultations, named })),
    mayCheckPapers: isGranted('checkPaper', dossier, person) && (dossier.state === 'submitted' || dossier.state === 'processing'),
    mayReprint: isGranted('reprint', dossier, person),
    mayPreview: isGranted('seeResultDraft', dossier, person) && !isFinal(dossier.state) && dossier.acceptedAt !== null,
    colleagues: person.role === 'leader' ? whoMayHave(await colleaguesOf(tx, dossier.competentAgency, clock.now()), dossier.procedure).map(({ id, name }) => ({ id, name })) : [],
  }
}

const documentView = ({ id, kind, number, at, voidedAt, voidedBy, voidReason }: DocumentRow, body: Body): View['documents'][number] => ({
  id, kind, number: documentNumber(kind, number, body.result), at: at.toISOString(), voided: voidedAt && { at: voidedAt.toISOString(), by: voidedBy ?? '', reason: voidReason ?? '' },
})

async function namesFor({ tx }: Call, dossier: Dossier, acts: readonly Act[], more: readonly string[]) {
  const agencies = [...more, dossier.receivingAgency, dossier.collectingAgency, dossier.competentAgency, ...acts.flatMap((act) => act.agency ?? [])]
  return { agencies: await agencyNames(tx, agencies), officers: await nameOfOfficers(tx, dossier.holder === null ? [] : [dossier.holder]) }
}

// where a paper lies and with whom it travels is the business of the house
const ofTheHouse: ReadonlySet<string> = new Set(['shelve', 'call', 'sendPapers', 'receivePapers', 'missPapers', 'takePapersBack', 'reprint'])

// what colleagues write to each other is not the citizen's to read before it is decided
const betweenColleagues: ReadonlySet<string> = new Set(['assign', 'checkPaper', 'propose', 'proposeRefusal', 'sendBack', 'moveQueue', 'moveQueueBack', 'consult', 'withdrawQuestion', 'answerQuestion', 'silence'])

const actView = (act: Act, named: (code: string) => { code: string; name: Both }, forCitizen: boolean): View['acts'][number] => ({
  // what is laid before the leader is nobody's outside the office before it is signed
  number: act.number, action: forCitizen && act.action === 'proposeRefusal' ? 'propose' : act.action, toState: act.toState, at: act.at.toISOString(), actor: { kind: act.actorKind, name: act.actorName, title: act.actorTitle },
  agency: act.agency === null ? null : named(act.agency), note: forCitizen && betweenColleagues.has(act.action) ? {} : act.note,
})

/** What was answered, and what follows from it: sentences, and what it costs. */
async function formOf(call: Call, dossier: Dossier, version: Version): Promise<Pick<View, 'answers' | 'notices' | 'prices'>> {
  const form = openForm(call.sealer, version.body, dossier.answers as KeptForm)
  const { filling, areaName } = await fill(call.tx, form, { case: dossier.procedureCase, today: localDate(dossier.submittedAt) })
  const lines = answerLines(version.body, filling, { locale: call.locale, area: (code) => areaName(code, call.locale) })
  const prices = feeLinesOf(version.body, filling).filter(({ total }) => total > 0).map(({ fee, each, times, total }) => ({ name: fee.name, each, times, total }))
  return { answers: lines.map(({ code, label, text }) => ({ code, label, text })), notices: noticesOf(version.body, filling), prices }
}

async function papersOf(call: Call, dossier: Dossier, body: Body): Promise<View['papers']> {
  const rows = await listPapers(call.tx, dossier.id)
  const files = new Map((await findPapers(call.tx, rows.flatMap(({ file }) => file ?? []))).map((file) => [file.id, file]))
  return rows.map((row) => {
    const file = row.file === null ? undefined : files.get(row.file)
    const name = body.papers.find(({ code }) => code === row.code)?.name ?? { vi: row.code, en: row.code }
    const { verdict, remark } = call.actor.kind === 'citizen' ? { verdict: null, remark: null } : row
    return {
      number: row.number, code: row.code, name, form: row.form, copies: row.copies, source: row.source, addedAt: row.addedAt.toISOString(), verdict, remark,
      file: file ? { name: file.name, type: file.type, size: file.size } : null,
    }
  })
}

/** The small clock and the strip of an accepted dossier; before the acceptance the clock of the desk's answer. */
function clockOf(call: Call, dossier: Dossier, version: Version, { pauses, stops }: { pauses: readonly PauseRow[]; stops: Pause[] }): Pick<View, 'clock' | 'strip'> {
  const { calendar } = call.province
  const now = call.clock.now()
  if (dossier.acceptedAt === null || dossier.dueAt === null) {
    const open = dossier.state === 'submitted'
    return { strip: null, clock: open ? timeLeft(calendar, { from: dossier.suppliedAt ?? dossier.submittedAt, due: dossier.deskDueAt, now, doneAt: null, waiting: false }) : null }
  }
  const clock = clockOfDossier({ acceptedAt: dossier.acceptedAt, routedAt: dossier.routedAt }, { limit: version.body.timeLimit, policy: version.body.pausePolicy, pauses, stops })
  const from = countedFrom(clock)
  const doneAt = dossier.finishedAt ?? dossier.closedAt
  const until = doneAt ?? now
  return {
    clock: timeLeft(calendar, { from, due: dossier.dueAt, now, doneAt, waiting: isWaiting(dossier.state) }),
    strip: strip(calendar, clock.acceptedAt, until, dossier.dueAt, [...clock.pauses.map((pause) => ({ from: pause.from, to: pause.to ?? until })), ...(clock.stops ?? [])], from > clock.acceptedAt ? { restartedAt: from } : {}),
  }
}

async function feeOf(tx: Tx, { id }: Dossier, person: Person): Promise<View['fee']> {
  const due = await dueFor(tx, id)
  return due ? { state: due.state, total: due.total, receipt: due.receipt, mayCollect: person.role === 'clerk' && due.desks.includes(person.agency ?? '') } : null
}

/** Why it is not granted: nobody outside the office reads it before it is signed. */
const refusalFor = (dossier: Dossier, person: Person): View['refusal'] => (dossier.finishedAt !== null || isGranted('seeResultDraft', dossier, person) ? dossier.refusal : null)

function proposalOf({ sealer }: Call, dossier: Dossier, body: Body, person: Person): View['proposal'] {
  if (dossier.officeAnswers === null || !isGranted('seeResultDraft', dossier, person)) return null
  return openForm(sealer, withOffice(body), { answers: dossier.officeAnswers, known: {} }).answers
}

async function correctableOf(call: Call, dossier: Dossier, body: Body, person: Person): Promise<View['correctable']> {
  if (dossier.state !== 'processing' || dossier.finishedAt === null || !isGranted('propose', dossier, person)) return null
  const { filling } = await fill(call.tx, openForm(call.sealer, body, dossier.answers as KeptForm), { case: dossier.procedureCase, today: localDate(dossier.submittedAt) })
  return correctable(body, filling)
}

function askedOf(dossier: Dossier, acts: readonly Act[], body: Body): View['asked'] {
  if (!isWaiting(dossier.state) || dossier.supplementAskedAt === null) return null
  const reason = acts.findLast((act) => act.action === 'askSupplement')?.note['reason']
  const items = askedItems(acts).map(({ paper, what }) => ({ paper, what, name: body.papers.find(({ code }) => code === paper)?.name ?? { vi: paper, en: paper } }))
  return { at: dossier.supplementAskedAt.toISOString(), items, reason: typeof reason === 'string' ? reason : '' }
}
