/** The door of payments: to charge what is owed, and to ask whether it still is. */
export { cancelCharge, charge, dueAtDesk, dueFor, isPaidUp, owedFor, type Owed } from './charging.ts'
export { collectAtDesk } from './commands/collect.ts'
export type { ChargeLine } from './contract.ts'
