import type { after as vi } from './after.vi.ts'

export const after: typeof vi = {
  line: {
    place: (place) => `Place: ${place}`, moved: (from, place) => `Moved from ${from} to ${place}`, list: (number) => `List ${number}`, papers: (count) => `${count} papers`,
    days: (days) => `Waited ${days} days`, voided: (number) => `Document no. ${number}`, outside: 'The applicant has the old paper', oldPaper: { returned: 'The old paper came back', lost: 'The applicant states that the old paper is lost' },
    corrected: (what) => `Corrected: ${what}`, copy: (copy) => `Reprint no. ${copy}`, together: (number) => `Handed over together, no. ${number}`, from: (name) => `Given by: ${name}`, to: (name) => `Received by: ${name}`, remark: (text) => `Remark: ${text}`,
  },
  shelve: { title: 'Put the result on a shelf', text: 'Write where it lies, so that whoever is at the counter finds it at once. Write it again when it is moved.', place: 'Place', placeIn: 'the place', hint: 'The short code on the shelf. For example: A3, SHELF 2-B.', button: 'Record the place', label: 'Print the label', at: (place, days) => `The result lies at ${place} and has waited for ${days} days.`, nowhere: (days) => `The result has no place yet and has waited for ${days} days.` },
  voidResult: { title: 'Void a misprinted result', text: 'Only for an obvious slip of the pen; the decision does not change. The old document stays in the file, marked as void. Then it is made again, signed and handed over as usual. If the applicant has the paper, it has to come back when the new one is handed over.', hint: 'What is wrong and what would be right. The applicant reads this.', button: 'Void the result' },
  voidedLine: (at, by, reason) => `Void since ${at}, ${by}. ${reason}`,
  oldPaper: { choose: 'Choose: the old paper came back, or it is lost', label: 'The voided paper', labelIn: 'what became of the voided paper', returned: 'It came back', lost: 'The applicant states that it is lost' },
  correct: { title: 'Correct the declaration', text: 'Correct only what is misspelt. What was corrected is put on record, and the draft follows when it is sent.' },
  person: {
    link: 'Everything of this person at the counter', sameAgain: 'Another one, same procedure', again: (name) => `The applicant ${name} is filled in from the application before.`, handOver: 'More results for this person? Hand them over together, with one signature',
    title: (name) => `Applications of ${name}`, today: 'Handed in today', noToday: 'This person has handed nothing in here today.', receipt: 'Print the combined receipt', another: 'Take in another one',
    ready: 'To hand over', noReady: 'No result waits for this person.', underWay: (count) => `${count} are being worked on.`,
    code: 'Application', what: 'Procedure', whom: 'For whom', due: 'Due', shelf: 'Place, waiting', pick: (code) => `Hand over ${code}`, picked: 'Give', todayTable: 'Handed in today', readyTable: 'Results that wait', feeDue: (total) => `A fee of ${total} is owed`, oldPaper: 'has a voided paper',
    collect: 'Hand over together', collectText: 'Untick what was not given. Write one recipient, print the list, and one signature is enough.', button: 'Handed over what is ticked', none: 'Choose at least one result', dossiersIn: 'the results',
    done: { collected: 'The results that were ticked are on record as handed over together.' }, sheet: 'Print the list to be signed', back: 'To the application', waits: (place, days) => `${place} · ${days} days`, noShelf: 'no place',
  },
  lists: {
    link: 'Paper files', title: 'Hand-over of paper files',
    kinds: { to_office: 'Paper files to the office', to_desk: 'Results to the counter', to_archive: 'Uncollected results to the archive' },
    waiting: 'Waiting for a list', waitingCount: (count) => `${count} waiting`, make: 'Make a list', nothing: 'Nothing waits',
    receive: 'For me to confirm', sent: 'Recent lists', none: 'There are no lists yet', noneText: 'Lists appear here when somebody makes one.',
    number: 'No.', what: 'Kind', from: 'From', to: 'To', person: 'Receiver', files: 'Files', made: 'Made', state: 'State',
    states: { open: 'To be confirmed', received: 'Received', cancelled: 'Taken back' }, missing: (count) => `${count} missing`,
    makeTitle: 'Make a hand-over list', makeText: 'Untick what does not go yet. The number of papers is worked out; correct it if it differs. Then print the list for both to sign.', emptyText: 'No file of this kind waits.',
    picked: 'Pick', filesTo: (place) => `Files to ${place}`,
    pick: (code) => `Put ${code} on the list`, code: 'Application', name: 'Applicant', title_: 'Procedure', papers: 'Papers', papersOf: (code) => `Papers of ${code}`, since: 'Since', shelf: 'Place', choosePerson: 'Choose the receiver', personIn: 'the receiver', noPeople: 'Nobody there can receive it yet. Ask the administrator to give somebody the role.', makeButton: 'Make the list', linesIn: 'the lines', nonePicked: 'Choose at least one application',
    listTitle: (number) => `List ${number}`, print: 'Open to print and sign', facts: { kind: 'Kind', from: 'From', giver: 'Given by', to: 'To', person: 'Receiver', made: 'Made', sum: 'Together' }, sum: (files, papers) => `${files} files, ${papers} papers`,
    receivedBy: (by, at) => `${by} confirmed it on ${at}.`, waitingFor: (name) => `Waiting for ${name} to confirm.`, wasCancelled: 'The list was taken back.',
    receiveTitle: 'Confirm each file', receiveText: 'Go through it line by line. Say what is missing: that file waits again where it came from.', came: 'Received', notCame: 'Missing', outcome: 'Answer', outcomeOf: (code) => `Answer for ${code}`, remark: 'What is missing', remarkOf: (code) => `What is missing of ${code}`, receiveButton: 'Confirm the list', allCame: 'Everything has come', remarkIn: (code) => `what is missing of ${code}`, outcomeIn: (code) => `the answer for ${code}`,
    cancel: 'Take the list back', cancelText: 'When it was made by mistake and nobody has confirmed it.', outcomes: { received: 'Received', missing: 'Missing', cancelled: 'Taken back' }, open: 'Not confirmed',
    done: { made: 'The list is made. Open it to print; both sign.', received: 'The list is confirmed.', cancelled: 'The list was taken back; its files wait again.' },
    today: (lists, files) => `Today you have made ${lists} lists with ${files} paper files.`, todayNone: 'Today you have made no list of paper files.', tillTitle: 'Paper files of the day', stillWaiting: (count) => `${count} paper files stand on no list yet.`,
  },
}
