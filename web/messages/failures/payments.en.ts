import type { Say } from '../failures.vi.ts'

const states: Record<string, string> = { paid: 'paid', waived: 'waived', cancelled: 'not owed any more' }

/** Codes of fees, receipts and the till. */
export const payments: Record<string, Say> = {
  charge_not_found: () => 'There is no such fee at your desk. Check the code of the application.',
  charge_settled: ({ state }) => `This fee is ${states[String(state)] ?? 'settled'}: somebody was first. Load the page again.`,
  receipt_not_found: () => 'There is no such receipt at your desk. Open it from the application.',
  receipt_voided: () => 'This receipt was voided already. Load the page again.',
  receipt_closed: () => 'This receipt was closed and handed over, so it cannot be voided. Tell whoever received it.',
  till_empty: () => 'Nothing was collected since the last closing, so there is nothing to close.',
  closing_not_found: () => 'There is no such closing at your desk. Choose from the list.',
  closing_received: () => 'This closing was received already. Load the page again.',
  own_closing: () => 'Whoever hands over does not confirm it. Ask the receiver to sign in and confirm.',
  closing_not_yours: () => 'This till was handed to somebody else. Only that person can confirm it.',
  no_such_receiver: () => 'The chosen person does not receive here any more. Choose somebody else.',
}
