import type { Role } from '#kernel/app'
import { actionsFrom, type Action, type State } from './states.ts'

/** What the rules ask of a dossier: whose it is and where it stands. */
export type Standing = {
  state: State
  procedure: string
  citizen: string | null
  /** keyed digest of the number of whoever it is for, when that is not the applicant */
  principalIndex?: Buffer | null
  /** the desk that took it in, and the one where the result is collected */
  receivingAgency: string
  collectingAgency: string
  /** the authority that decides */
  competentAgency: string
  /** the officer who works on it */
  holder: string | null
  supplementAsked: boolean
  /** a result of it was signed once: what is corrected is not decided again */
  signedBefore?: boolean
  /** laid before the leader, or signed, as not granted */
  refusal?: object | null
  receive?: 'electronic' | 'counter'
  /** the result is given while the person waits: `certify`, signed as it comes from the counter; `write`, an officer writes it first. Null for every other dossier */
  immediate?: Immediate | null
  /** the agency that is asked for its opinion, while it is asked; only a question itself says so */
  consulted?: string
}

export type Immediate = 'certify' | 'write'

/** What the rules ask of a person. `procedures`: those that the capacity is limited to; null, or nothing, for all. */
export type Person = { id: string | null; role: Role; agency: string | null; procedures?: readonly string[] | null; numberIndex?: Buffer | null }

/** Whether a capacity reaches the dossiers of a procedure: most do, some are given for a field or one procedure only. */
export const reaches = (person: Pick<Person, 'procedures'>, procedure: string): boolean => person.procedures == null || person.procedures.includes(procedure)

/**
 * How a person stands to a dossier:
 * own: the citizen handed it in, or it is for them; desk: the person's agency took it in; counter: its result is collected there; office: the person's agency decides
 * it; hand: the person works on it; free: the person's agency decides it, it is given at once, and nobody works on it yet; consulted: the person's agency is asked for its
 * opinion, as long as it is asked.
 */
export type Scope = 'own' | 'desk' | 'counter' | 'office' | 'hand' | 'free' | 'consulted'

/** What may be done to a dossier beside the acts that move it. */
export type SideAct = 'view' | 'checkPaper' | 'seeResultDraft' | 'reprint' | 'consult' | 'seeQuestion' | 'answerQuestion' | 'checkPlace' | 'seeRecords' | 'call'

/** Who may do what to which dossier: one row per act, any line of it is enough. `system` acts are nobody's. */
export const grants: Record<Action | SideAct, readonly (readonly [Role, Scope])[]> = {
  view: [['citizen', 'own'], ['clerk', 'desk'], ['clerk', 'counter'], ['officer', 'office'], ['leader', 'office']],
  accept: [['clerk', 'desk']],
  refuse: [['clerk', 'desk'], ['leader', 'office']],
  askSupplement: [['clerk', 'desk'], ['officer', 'hand']],
  supply: [['citizen', 'own'], ['clerk', 'desk']],
  withdraw: [['citizen', 'own'], ['clerk', 'desk']],
  take: [['officer', 'office']],
  assign: [['leader', 'office']],
  reroute: [['leader', 'office'], ['officer', 'hand']],
  checkPaper: [['clerk', 'desk'], ['officer', 'hand']],
  propose: [['officer', 'hand'], ['officer', 'free']],
  proposeRefusal: [['officer', 'hand']],
  seeResultDraft: [['officer', 'office'], ['leader', 'office']],
  approve: [['leader', 'office']],
  sendBack: [['leader', 'office']],
  handOver: [['clerk', 'counter']],
  shelve: [['clerk', 'counter']],
  call: [['clerk', 'counter']],
  // done by receiving the list with which results go to the archive
  archive: [],
  reprint: [['clerk', 'desk'], ['clerk', 'counter'], ['officer', 'office'], ['leader', 'office']],
  voidResult: [['officer', 'hand'], ['leader', 'office']],
  consult: [['officer', 'hand']],
  seeQuestion: [['officer', 'consulted'], ['leader', 'consulted']],
  answerQuestion: [['officer', 'consulted']],
  checkPlace: [['officer', 'hand']],
  seeRecords: [['officer', 'office'], ['leader', 'office']],
}

/** In which of two hands a request for papers lies: the desk before the acceptance, the office after it. */
const deskStates: readonly State[] = ['submitted', 'desk_waiting']

const isFor = ({ principalIndex }: Standing, { numberIndex }: Person): boolean => principalIndex != null && numberIndex != null && principalIndex.equals(numberIndex)

const standsIn = (scope: Scope, dossier: Standing, person: Person): boolean => {
  if (scope === 'own') return (person.id !== null && person.id === dossier.citizen) || isFor(dossier, person)
  if (!reaches(person, dossier.procedure)) return false
  if (scope === 'hand') return person.id !== null && person.id === dossier.holder && person.agency === dossier.competentAgency
  if (person.agency === null) return false
  if (scope === 'consulted') return person.agency === dossier.consulted
  if (scope === 'free') return dossier.immediate != null && dossier.holder === null && person.agency === dossier.competentAgency
  return person.agency === { desk: dossier.receivingAgency, counter: dossier.collectingAgency, office: dossier.competentAgency }[scope]
}

/** True when a row of the table fits this person and this dossier, whatever its state. */
export const isGranted = (act: keyof typeof grants, dossier: Standing, person: Person): boolean =>
  grants[act].some(([role, scope]) => role === person.role && standsIn(scope, dossier, person))

/** What stands against an act in this state: a rule of its own besides the table of moves. Undefined when nothing does. */
export function obstacle(act: Action, dossier: Standing, person: Person): string | undefined {
  if (dossier.signedBefore === true && (act === 'askSupplement' || act === 'withdraw' || act === 'reroute')) return 'action_not_allowed'
  // the decision stays: a misprint of a result is written again as a result, one of a notice that it is not granted as that
  if (dossier.signedBefore === true && (act === 'propose' || act === 'proposeRefusal') && (act === 'proposeRefusal') !== (dossier.refusal != null)) return 'action_not_allowed'
  if (act === 'askSupplement') {
    // one complete request: a second one is a fault of the agency (Nghị định 61/2018/NĐ-CP, Điều 17; chỉ số 766, mục 2.1)
    if (dossier.supplementAsked) return 'supplement_already_asked'
    if (deskStates.includes(dossier.state) !== (person.role === 'clerk')) return 'action_not_allowed'
  }
  // what is wanted electronically only lies on no shelf
  if (act === 'shelve' && dossier.receive === 'electronic') return 'action_not_allowed'
  if (act === 'withdraw' && person.role === 'clerk' && !deskStates.includes(dossier.state) && !isAtOnce(dossier)) return 'action_not_allowed'
  if (act === 'refuse' && (deskStates.includes(dossier.state) ? person.role !== 'clerk' : !isAtOnce(dossier))) return 'action_not_allowed'
  return atOnceObstacle(act, dossier)
}

/** Taken in to be given at once, and neither written nor signed yet. */
const isAtOnce = ({ state, immediate }: Standing): boolean => state === 'accepted' && immediate != null

/** What only a dossier that is given at once knows, and what it does not: nothing lies between the counter and whoever signs, or writes it to be signed. */
function atOnceObstacle(act: Action, { state, immediate }: Standing): string | undefined {
  if (act === 'reroute' && immediate != null) return 'action_not_allowed'
  // a number in the register stays, with what it says: another copy is another certification
  if (act === 'voidResult' && immediate === 'certify') return 'action_not_allowed'
  if (state !== 'accepted') return undefined
  const wants: Partial<Record<Action, readonly (Immediate | null)[]>> = { propose: ['write'], approve: ['certify'], take: ['write', null], assign: ['write', null] }
  return wants[act]?.includes(immediate ?? null) === false ? 'action_not_allowed' : undefined
}

/** The acts this person may do to this dossier now: what the answer to every reading carries. */
export const actionsFor = (dossier: Standing, person: Person): Action[] =>
  actionsFrom(dossier.state).filter((act) => isGranted(act, dossier, person) && obstacle(act, dossier, person) === undefined)
