import type { Say } from '../failures.vi.ts'

/** Codes of the log of readings. */
export const readings: Record<string, Say> = {
  reading_not_found: () => 'This reading is not among those of your data. Open the page Who read my data again.',
  already_asked: () => 'You have asked about this reading. The answer is shown below it.',
  request_not_found: () => 'This question is not in your scope. Open the list again.',
  emergency_not_found: () => 'This use is not there, or somebody has looked at it. Open the list again.',
  request_answered: () => 'This question has been answered. Open the page again to see it.',
}
