import { Failure } from '#kernel/failure'
import { publish, type EventType } from '#platform/events'
import type { Actor, Call } from '#platform/http'
import type { Tx } from '#platform/db'
import type { Read } from '#platform/readings'
import { capacityTitle } from '#modules/identity'
import type { Done } from '../contract.ts'
import { presently, reformsOf, settle } from '../custody.ts'
import type { DossierFact } from '../events.ts'
import { actionsFor, isGranted, obstacle, type Person } from '../rights.ts'
import { nextState, type Action } from '../states.ts'
import { changeDossier, findDossier, insertActs, lockDossier, type Act, type Change, type Dossier } from '../stores/dossiers.ts'

export type DossierEvent = EventType<typeof DossierFact>

/** A person as the rules see one. */
export const personOf = (actor: Actor): Person => ({ id: actor.id, role: actor.role, agency: actor.agency, procedures: actor.procedures ?? null, numberIndex: actor.numberIndex ?? null })

/** The dossier, if this person may see it: a neighbour's id and an unknown one give the same answer. Throws `dossier_not_found`. */
export async function loadVisible(call: Call, id: string): Promise<Dossier> {
  const dossier = await findDossier(call.tx, id)
  return refuseUnseen(dossier && presently(await reformsOf(call), dossier), call, id)
}

/** As loadVisible, and nobody else acts on it until the end of the transaction; its row has followed every reform by then. */
export async function lockVisible(call: Call, id: string): Promise<Dossier> {
  const dossier = await lockDossier(call.tx, id)
  return refuseUnseen(dossier && (await settle(call.tx, await reformsOf(call), dossier)), call, id)
}

function refuseUnseen(dossier: Dossier | undefined, call: Call, id: string): Dossier {
  if (!dossier || !isGranted('view', dossier, personOf(call.actor))) throw new Failure('dossier_not_found', { id })
  return dossier
}

/** Whose data a dossier shows: of the applicant, and of whoever it is for. */
export const readsOf = ({ id, code, citizen, numberIndex, principalIndex }: Pick<Dossier, 'id' | 'code' | 'citizen' | 'numberIndex' | 'principalIndex'>): Read[] => [
  { dossier: id, code, citizen, numberIndex }, ...(principalIndex ? [{ dossier: id, code, citizen: null, numberIndex: principalIndex }] : []),
]

/** May this person do this to the dossier as it stands? Throws `forbidden`, `action_not_allowed` (with the state) or the act's own refusal. */
export function refuseUnlessAllowed(dossier: Dossier, act: Action, person: Person): void {
  if (!isGranted(act, dossier, person)) throw new Failure('forbidden')
  if (nextState(dossier.state, act) === undefined) throw new Failure('action_not_allowed', { state: dossier.state, action: act })
  const against = obstacle(act, dossier, person)
  if (against) throw new Failure(against, { state: dossier.state, action: act })
}

/** Who did it, as the act keeps it: names and titles change, what was signed under them does not. */
export async function actorOf(tx: Tx, actor: Actor): Promise<Pick<Act, 'actorKind' | 'actor' | 'actorName' | 'actorTitle' | 'agency' | 'capacity'>> {
  const title = actor.capacityId === null ? null : await capacityTitle(tx, actor.capacityId)
  return { actorKind: actor.kind, actor: actor.id, actorName: actor.name, actorTitle: title?.vi ?? null, agency: actor.agency, capacity: actor.capacityId }
}

/** What an event of this dossier tells. */
export const factOf = (dossier: Pick<Dossier, 'id' | 'procedure' | 'channel' | 'citizen' | 'receivingAgency' | 'competentAgency' | 'area'>, act: number, state: string) => ({
  dossier: dossier.id, act, state, procedure: dossier.procedure, channel: dossier.channel, citizen: dossier.citizen,
  receivingAgency: dossier.receivingAgency, competentAgency: dossier.competentAgency, area: dossier.area,
})

export type Move = { action: Action; event: DossierEvent; at: Date; note?: Record<string, unknown>; change?: Change }

/** Writes one allowed act: the row, the act, the event, all in the caller's transaction. Answers with where the dossier stands now. */
export async function writeMove(tx: Tx, dossier: Dossier, actor: Actor, move: Move): Promise<Dossier> {
  const state = nextState(dossier.state, move.action)
  if (state === undefined) throw new Failure('action_not_allowed', { state: dossier.state, action: move.action })
  const acts = dossier.acts + 1
  const change = move.change ?? {}
  await changeDossier(tx, dossier.id, state, acts, change)
  await insertActs(tx, dossier.id, [{
    number: acts, action: move.action, fromState: dossier.state, toState: state, at: move.at, note: move.note ?? {}, ...(await actorOf(tx, actor)),
  }])
  await publish(tx, move.event, { subject: dossier.id, at: move.at, payload: factOf(dossier, acts, state) })
  return { ...dossier, ...change, state, acts, supplementAsked: dossier.supplementAsked || change.supplementAskedAt !== undefined }
}

export type Note = { action: SideNote; event: DossierEvent; at: Date; note: Record<string, unknown>; change?: Change }

/** Acts that are written among the others and leave the dossier where it stands. */
export type SideNote = 'consult' | 'withdrawQuestion' | 'answerQuestion' | 'silence' | 'setFieldCheck' | 'moveFieldCheck' | 'recordFieldCheck' | 'call'

/** Writes an act that moves nothing: the act and its event, in the caller's transaction. Answers with the dossier as it stands now. */
export async function writeNote(tx: Tx, dossier: Dossier, actor: Actor, { action, event, at, note, change = {} }: Note): Promise<Dossier> {
  const acts = dossier.acts + 1
  await changeDossier(tx, dossier.id, dossier.state, acts, change)
  await insertActs(tx, dossier.id, [{ number: acts, action, fromState: dossier.state, toState: dossier.state, at, note, ...(await actorOf(tx, actor)) }])
  await publish(tx, event, { subject: dossier.id, at, payload: factOf(dossier, acts, dossier.state) })
  return { ...dossier, ...change, acts }
}

/** The short answer of an act: where the dossier stands and what may be done next. */
export const doneOf = (dossier: Dossier, actor: Actor): Done => ({ id: dossier.id, code: dossier.code, state: dossier.state, actions: actionsFor(dossier, personOf(actor)) })
