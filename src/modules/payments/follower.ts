import { agencyAfter, type Change, type Follower } from '#platform/reform'
import { countDueOf, moveDue } from './stores/charges.ts'

/** Each ended agency with what becomes of what is owed there: the main successor. */
const lines = (change: Change) => [...new Set(change.agencies.map(({ from }) => from))].map((from) => ({ from, to: agencyAfter(change, from, '') }))

/** What is still owed at a desk is collected by what the desk has become. Receipts and closings stay in the book of the agency that wrote them. */
export const follows: Follower = {
  what: { vi: 'khoản phí, lệ phí chưa thu', en: 'fees not collected yet' },
  weigh: async (tx, change) => ({ moves: await countDueOf(tx, lines(change).map(({ from }) => from)), undecided: [], undecidedCount: 0, parts: [] }),
  move: async (tx, change) => ({ moved: await moveDue(tx, lines(change)), next: null }),
}
