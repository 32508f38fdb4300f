import type { readings as vi } from './readings.vi.ts'

export const readings: typeof vi = {
  title: 'Who read my data', link: 'Who read my data', linkDetail: 'Which officer, when, and why',
  text: 'Each time an officer opens your data it is written down, and you see it here. Looking at your own dossiers is not counted.',
  none: 'Nobody yet', noneText: 'When an officer opens your data, it is shown here.', older: 'Older',
  purpose: { handle: 'Handling the dossier', queue: 'Stood in a list of work', search: 'Looking for a dossier', number: 'Whole identity number', paper: 'Opening a paper', consult: 'Answering another agency', audit: 'Checking how data are read' },
  what: { name: 'name', identity: 'personal details', number: 'identity number', answers: 'what was stated', papers: 'papers', result: 'documents, result', readings: 'the log of readings' },
  saw: (what) => `Saw: ${what}`, dossier: (code) => `Dossier ${code}`, someone: 'The system', ask: 'Ask about this', askOf: (who, when) => `Ask about the reading by ${who} at ${when}`, back: 'Back to Who read my data',
  question: {
    title: 'Ask about a reading', text: 'The agency must confirm your question within 2 working days and answer within 10 days (Decree 356/2025/ND-CP).', label: 'What do you want to ask?', labelIn: 'your question', hint: 'For example: why were my papers opened after the dossier was finished?', button: 'Send', done: 'Your question was sent. The answer will stand below that reading.',
    yours: (when) => `You asked on ${when}`, state: { asked: 'Not confirmed yet', acknowledged: 'Confirmed, answer to come', answered: 'Answered' }, due: (when) => `Answer due ${when}`, late: 'Overdue. You may call the hotline.', answer: 'Answer',
  },
  log: {
    title: 'Log of readings', text: 'Who read whose personal data, and why. Opening this page is written down as well.', code: 'Dossier', username: 'User name', day: 'Day', dayHint: 'Year-month-day, such as 2026-11-26', find: 'Find', all: 'Show all', none: 'No readings found', noneText: 'Change the conditions.', older: 'Older',
    at: 'At', who: 'Reader', why: 'Purpose', what: 'Saw', dossier: 'Dossier', flags: 'To look at', flag: { many: 'Many people within an hour', hours: 'Outside working hours', emergency: 'Emergency' }, sealed: (when, open) => `Last sealed ${when}, ${open} lines to be sealed.`, never: (open) => `Never sealed, ${open} lines to be sealed.`,
    requests: 'Questions of people',
  },
  requests: {
    title: 'Questions about data', text: 'People ask about readings of their data. Confirm within 2 working days, answer within 10 days.', none: 'No questions', noneText: 'When somebody asks about a reading, the question is shown here with its due day.', who: 'Who asks', about: 'About', text1: 'Question', due: 'Due', state: 'State', act: 'Act',
    acknowledge: 'Confirm', answer: 'Answer', answerIn: 'the answer', answerOf: (name) => `Answer ${name}`, answerHint: 'It is read word for word. Say who read, why, and by which rule.', late: 'Overdue', done: { 'xac-nhan': 'Confirmed.', 'tra-loi': 'Answered.' },
  },
}
