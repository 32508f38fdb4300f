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
  programme_not_found: () => 'There is no such programme or service. Check the address.',
  programme_item_unchanged: () => 'The service has that status already. Load the page again to see it.',
  import_too_large: () => 'The file is too large, or unpacks to too much. Split the table into smaller files.',
  import_wrong_encoding: () => 'The file is not UTF-8 text. Save the table as CSV UTF-8 or XLSX.',
  import_formulas: () => 'The table has formulas. Paste it as values and save it again.',
  import_not_a_table: ({ line }) => `There is no table that can be read in this file${typeof line === 'number' && line > 0 ? `, from line ${line}` : ''}. Save it as CSV or XLSX.`,
  import_no_columns: () => 'The first line of the table must have a column of procedure codes and one of titles.',
}
