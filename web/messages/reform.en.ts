import type { reform as vi } from './reform.vi.ts'

export const reform: typeof vi = {
  title: 'Rearrangement of units', text: 'Merge, split and rename units and agencies by a plan. Rehearse it first to see everything that will change; once in force, units change on the day, and dossiers and roles follow by themselves.',
  drafts: 'Plans to rehearse', noDrafts: 'No plan of the province waits to be rehearsed. You may open a file below.', rehearse: 'Rehearse', rehearseOf: (title) => `Rehearse: ${title}`, applied: 'Put in force.',
  file: 'Open a plan', fileHint: 'A .json file like the sample. A rehearsal changes nothing.', sample: 'Download the sample', fileIn: 'the plan', fileMissing: 'Choose the file of the plan to rehearse', nothingMoves: 'No dossier or role had to follow', done: 'Decided', none: 'No rearrangement yet', noneText: 'When a plan is put in force it is shown here, with how far records have followed.',
  plan: 'Plan', day: 'In force from', state: 'State', progress: 'Followed', states: { waiting: 'Waits for its day', moving: 'Records follow', finished: 'Finished' }, of: (done, total) => `${done} / ${total}`, by: (name, day) => `Put in force by ${name} on ${day}`, recorded: (day) => `There when the system was set up, written on ${day}`,
  back: 'Back to rearrangement', print: 'Print this', basis: 'Basis',
  report: {
    title: (title) => `Rehearsal: ${title}`, decided: (title) => title, clear: 'The plan can be put in force. Nothing needs a person’s decision before. The rehearsal changed nothing.',
    clearByMain: (count) => `The plan can be put in force: ${count} dossiers of a unit that splits, about which nobody decided, go to the main successor. The rehearsal changed nothing.`,
    waiting: (count) => `The plan cannot be put in force yet: ${count} dossiers need a person’s decision; they are listed below.`,
    settle: (agency, leaders) => `To settle after it is in force: the leaders of several agencies come to ${agency}, each with the title and the right to sign that they have (${leaders}). Name the head, then end or change the roles of the others.`, faults: (count) => `The plan cannot be put in force: ${count} places to mend`,
    summary: 'Summary', units: 'Administrative units', agencies: 'Agencies', change: (ends, begins) => `${ends} end, ${begins} begin`, changeAt: (level, ends, begins) => `${level}: ${ends} end, ${begins} begin`, posts: 'Officers who go with their agency', person: 'Name', post: 'Title',
    unitsEnd: 'Units that end', unitsBegin: 'New units', unitsChange: 'Units with another name or kind', agenciesEnd: 'Agencies that end', agenciesBegin: 'New agencies', agenciesChange: 'Agencies with another name', competences: 'Competences', records: 'Records that follow', undecided: 'Dossiers that need a person’s decision',
    was: 'Before', becomes: 'Becomes', code: 'Code', name: 'Name', share: (percent) => `${percent} of the area`, main: 'takes what nothing tells apart', onlyArea: (area) => `for ${area} only`, nothing: 'None', nowhere: 'ends for good; nothing takes its place',
    what: 'Records', moves: 'Will follow', waits: 'To be decided', matter: 'Matter', who: 'Who decides from this day', everything: 'everything else', level: { province: 'province', district: 'district', commune: 'commune' },
    undecidedText: (count) => `${count} open dossiers lie in a unit that splits. Write into the plan where each goes, or let the plan give them all to the main successor.`, undecidedMain: 'This plan gives those without a decision to the main successor.',
    apply: 'Put the plan in force', applyText: (units, agencies, rows, day) => `From ${day}: ${units} units and ${agencies} agencies end, ${rows} records follow. This cannot be undone.`,
    sure: 'I have read this rehearsal and may put it in force', sureIn: 'the confirmation', sureMissing: 'Tick the confirmation, then put the plan in force', button: 'Put in force', already: 'This plan is in force.', other: 'Another plan is in force under this name. Rename the plan and rehearse it again.',
  },
  fault: {
    unit_unknown: 'The unit was not there the day before', unit_named_twice: 'The unit is named twice', unit_code_in_use: 'The code is in use', unit_without_successor: 'The unit ends without a successor', unit_successor_unknown: 'The successor is not there',
    unit_shares_wrong: 'The shares do not make 100%', unit_main_missing: 'Exactly one successor must be the main one', unit_parent_unknown: 'The unit above is not there', unit_parent_ends: 'The unit above ends', unit_goes_on: 'The unit is divided but does not end',
    agency_unknown: 'The agency was not there the day before', agency_code_used: 'The code was used before and is not given again', agency_without_successor: 'The agency ends without a successor', agency_main_missing: 'Exactly one successor must be the main one',
    agency_successor_unknown: 'The successor is not there', agency_unit_unknown: 'The agency serves a unit that is gone', agency_parent_unknown: 'The agency above is not there', agency_goes_on: 'The agency has a successor but does not end', decision_unknown: 'A dossier is sent to what is no successor',
  },
}
