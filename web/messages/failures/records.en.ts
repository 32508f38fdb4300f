import { formatDate } from '#kernel/format'
import type { Say } from '../failures.vi.ts'

export const records: Record<string, Say> = {
  area_not_found: ({ on }) => `There is no such administrative unit${typeof on === 'string' ? ` on ${formatDate(on)}` : ''}. Check its code or change the date.`,
  agency_not_found: () => 'This agency was not found. Check its code.',
  file_not_found: () => 'This file was not found. It may have been removed, or you may not see it.',
  indicator_not_found: () => 'There is no such indicator. Choose one from the list.',
  period_backwards: () => 'The last day comes before the first. Change the period.',
  course_not_found: () => 'Nothing carries this code. Check it.',
  board_not_found: () => 'There is no such board. Choose one from the list.',
  procedure_not_found: () => 'This procedure was not found. Try searching by what you need to do.',
  procedure_version_not_found: () => 'This version of the procedure does not exist. Open the procedure to see its versions.',
  procedure_version_published: () => 'This version has been published and cannot be changed. Make a new version.',
  procedure_version_overlaps: () => 'Its time in force overlaps another version. Change the first or the last day.',
  procedure_version_faulty: () => 'This version still has faults and cannot be published. Correct what is named, then try again.',
}
