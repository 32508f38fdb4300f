import type { consult as vi } from './consult.vi.ts'

export const consult: typeof vi = {
  opinions: {
    title: 'Opinions', ask: 'Ask another agency', none: 'No agency was asked.', until: (at) => `Answer before ${at}`, asked: (who, at) => `Asked by ${who}, ${at}`, answered: (who, at) => `${who}, ${at}`, withdraw: 'Withdraw the question', shown: (count) => `Papers shown: ${count}`, files: 'Papers with it',
    stands: { open: 'waiting for it', overdue: 'time over, no answer', silent: 'time over, no answer', withdrawn: 'withdrawn', answered: 'answered' }, opinion: { agree: 'Agrees', disagree: 'Does not agree', other: 'Another opinion' },
  },
  ask: {
    title: 'Ask another agency', text: 'The agency sees the question, what was declared of the building and the papers that you choose; not who applies. No result can be proposed meanwhile. The clock of the application runs on.',
    textStops: 'The agency sees the question, what was declared of the building and the papers that you choose; not who applies. No result can be proposed meanwhile. The clock of the application stands still until the answer or the deadline.',
    agency: 'Agency', agencyIn: 'the agency', content: 'What you ask', contentIn: 'what you ask', contentHint: 'Ask point by point: the agency reads only what is here.', due: 'Answer until the end of', dueIn: 'the day of the answer',
    dueHint: (most) => `No later than ${most}. Without an answer by then it is recorded that the agency said nothing.`, papers: 'Papers to show', papersIn: 'the papers', button: 'Send the question',
  },
  withdraw: { title: 'Withdraw the question', text: (agency) => `${agency} need not answer any more. It can be asked again.`, hint: 'A short sentence is enough.', button: 'Withdraw the question' },
  checks: {
    title: 'Site check', set: 'Make an appointment', none: 'No appointment yet.', required: 'The site must be checked before signature.', goes: (who) => `Who goes: ${who}`, preparation: (what) => `The applicant has ready: ${what}`, moved: (times, why) => `Moved ${times} times. Last reason: ${why}`, move: 'Move it',
    record: 'Write the record', notYet: 'still ahead', waiting: 'record to be written', good: 'in order', bad: 'not in order', present: (who) => `Present: ${who}`, by: (who, at) => `Written by ${who}, ${at}`, files: 'Photographs, papers',
  },
  set: {
    title: 'Appointment for a site check', text: 'The applicant is told the day and time, who comes and what to have ready.', date: 'Day', dateIn: 'the day of the check', time: 'Time', timeIn: 'the time of the check', timeHint: 'Such as 08:30', timeWrong: 'Write the time like 08:30', goes: 'Who goes', goesIn: 'who goes',
    preparation: 'What the applicant should have ready', preparationIn: 'what to have ready', preparationHint: 'Such as: mark the boundary, have the land papers at hand.', button: 'Make the appointment',
  },
  move: { title: 'Move the site check', text: (at) => `The appointment is at ${at}. The applicant is told the new time and the reason.`, reason: 'Why it is moved', button: 'Move it' },
  record: {
    title: 'Record of the site check', text: (at) => `The check was appointed for ${at}. Add photographs first, then write the record; it cannot be changed afterwards.`, photo: 'Photograph or paper', add: 'Add the file', photos: 'Added so far', none: 'No photographs yet.', present: 'Who was there',
    presentIn: 'who was there', findings: 'What was found', findingsIn: 'what was found', findingsHint: 'Boundary marks, road line, present state, neighbouring buildings.', conforms: 'Does the site conform to the application?', conformsIn: 'the conclusion', yes: 'It conforms', no: 'It does not conform',
    noHint: 'No result can be proposed until a check finds the site in order.', button: 'Write the record',
  },
  mine: {
    check: 'Appointment for a site check', checked: 'Site check', at: (when) => `The officer comes ${when}.`, goes: (who) => `Who comes: ${who}.`, preparation: (what) => `Have ready: ${what}`, moved: (why) => `The appointment was moved. Reason: ${why}`,
    busy: 'If you cannot be there, call the office before it to move the appointment.', good: 'The site is in order.', bad: 'Something is not in order. Another check follows when you have mended it.', on: (when) => `Record written ${when}.`,
    opinions: 'Other agencies asked', opinionsText: 'You need not do anything.', until: (when) => `answers before ${when}`,
  },
  needs: { open: 'Waiting for another agency', missing: 'The site was not checked', unrecorded: 'A check has no record yet', notGood: 'The site is not in order' },
  list: {
    link: 'Questions to us', title: 'Questions to us', table: 'Questions that wait for this agency', from: 'Asked by', what: 'About', question: 'Question', due: 'Answer before', answered: 'The opinion was sent. The agency that asked sees it now.', none: 'No question waits for an answer',
    noneText: 'When another agency asks for an opinion, the question stands here until you answer or its time is over.',
  },
  question: {
    title: (procedure) => `Opinion wanted: ${procedure}`, back: 'Back to the questions', asked: (who, at) => `Asked by ${who}, ${at}`, due: (at) => `Answer before ${at}`, silence: { consent: 'No answer by then counts as consent.', recorded: 'No answer by then is recorded as no opinion.' },
    content: 'What is asked', declared: 'About the building', papers: 'Papers you may see', noPapers: 'No papers came with the question.', noFile: 'seen at the counter only', answer: 'Your agency’s opinion', opinion: 'Opinion', opinionIn: 'the opinion', reasons: 'Reasons', reasonsIn: 'the reasons',
    reasonsHint: 'Name the grounds. It is answered once and cannot be changed.', file: 'A paper with it', fileHint: 'Optional. Add it before you send the opinion. PDF or picture, at most 20 MB.', add: 'Add the file', files: 'Added so far', button: 'Send the opinion', readOnly: 'An officer of your agency answers this question.',
    over: 'This question is closed',
  },
}
