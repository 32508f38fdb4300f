/** The life of a charge: where it stands and where each act leads. A missing cell is a refusal. */
export const moves = {
  due: { collect: 'paid', waive: 'waived', cancel: 'cancelled' },
  paid: { void: 'due' },
  waived: {},
  cancelled: {},
} as const satisfies Record<string, Partial<Record<string, string>>>

export type ChargeState = keyof typeof moves
export type ChargeAct = { [S in ChargeState]: keyof (typeof moves)[S] }[ChargeState]

/** Where an act leads, undefined when the state does not know it. */
export const nextState = (state: ChargeState, act: ChargeAct): ChargeState | undefined => (moves[state] as Partial<Record<ChargeAct, ChargeState>>)[act]

/** Whether nothing is owed any more. */
export const isSettled = (state: ChargeState): boolean => state !== 'due'
