/**
 * The life of a dossier: where it stands and where each act leads. A missing cell is a refusal (`action_not_allowed`).
 *
 *            accept          take             propose              approve       handOver
 *  submitted ------> accepted ----> processing ------> awaiting_signature ---> approved ---> handed_over
 *   |   ^              |              |    ^  ^-- sendBack ---'
 *   |   | supply       |  askSupplement    | supply
 *   |  desk_waiting    |          office_waiting
 *   `--> refused       `--> withdrawn (from every state before the decision)
 *  not granted (`refusal` of the dossier): proposeRefusal instead of propose; from the signature on it goes the way of a result
 *  given at once (immediate, `rights.ts`): from accepted straight to awaiting_signature (propose) or approved (approve), or refused
 *  reroute: from accepted or processing to another authority, where it is accepted
 *  approved: shelve says where the paper lies; archive, when nobody came for it: archived, from where it is still handed over
 *  voidResult: a slip of the pen in a signed result, from every state after the signature back to processing
 */
export const moves = {
  submitted: { accept: 'accepted', refuse: 'refused', askSupplement: 'desk_waiting', withdraw: 'withdrawn' },
  desk_waiting: { supply: 'submitted', refuse: 'refused', withdraw: 'withdrawn' },
  accepted: { take: 'processing', assign: 'processing', reroute: 'accepted', propose: 'awaiting_signature', approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' },
  processing: { assign: 'processing', reroute: 'accepted', askSupplement: 'office_waiting', propose: 'awaiting_signature', proposeRefusal: 'awaiting_signature', withdraw: 'withdrawn' },
  office_waiting: { supply: 'processing', withdraw: 'withdrawn' },
  awaiting_signature: { approve: 'approved', sendBack: 'processing' },
  approved: { handOver: 'handed_over', shelve: 'approved', archive: 'archived', voidResult: 'processing' },
  archived: { handOver: 'handed_over', voidResult: 'processing' },
  handed_over: { voidResult: 'processing' },
  refused: {},
  withdrawn: {},
} as const satisfies Record<string, Partial<Record<string, string>>>

export type State = keyof typeof moves
export type Action = { [S in State]: keyof (typeof moves)[S] }[State]

export const states = Object.keys(moves) as State[]
export const actions = [...new Set(states.flatMap((state) => Object.keys(moves[state])))] as Action[]

/** Where an act leads, or undefined when the state does not know it. */
export const nextState = (state: State, action: Action): State | undefined => (moves[state] as Partial<Record<Action, State>>)[action]

/** The acts a state knows, in the order of the table. */
export const actionsFrom = (state: State): Action[] => Object.keys(moves[state]) as Action[]

/** States in which nothing more will happen, unless a result turns out to be misprinted. */
export const isFinal = (state: State): boolean => actionsFrom(state).every((action) => action === 'voidResult')

/** States in which the dossier waits for the citizen: no time of the agency is used. */
export const waitingStates = ['desk_waiting', 'office_waiting'] as const satisfies readonly State[]

/** Whether it waits for the citizen. */
export const isWaiting = (state: State): boolean => (waitingStates as readonly State[]).includes(state)

/** States of an accepted dossier whose result is not signed yet: those that can be late. */
export const openStates = ['accepted', 'processing', 'office_waiting', 'awaiting_signature'] as const satisfies readonly State[]

/**
 * The only states that leave the system: the ten published ones, same list in every deployed system. 6 (financial duty) and 8 (stopped)
 * have no internal state yet.
 */
export const published = {
  submitted: 1,
  accepted: 2,
  refused: 3,
  processing: 4,
  awaiting_signature: 4,
  desk_waiting: 5,
  office_waiting: 5,
  withdrawn: 7,
  approved: 9,
  archived: 9,
  handed_over: 10,
} as const satisfies Record<State, number>

/** How far a dossier has come, as anybody with its code may know: stages 1 sent, 2 received, 3 being examined, 4 signed, 5 handed over. */
export const stageOf = {
  submitted: 1,
  desk_waiting: 1,
  accepted: 2,
  processing: 3,
  office_waiting: 3,
  awaiting_signature: 3,
  approved: 4,
  archived: 4,
  handed_over: 5,
  refused: 1,
  withdrawn: 1,
} as const satisfies Record<State, number>
