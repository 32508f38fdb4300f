import type { atOnce as vi } from './at-once.vi.ts'

export const atOnce: typeof vi = {
  tag: 'At once', perUnit: (amounts, unit) => `${amounts} a ${unit}`, paperShown: 'Bring it: the counter looks at it and gives it back.',
  atCounter: 'At once at the counter of whoever decides. Online or elsewhere: counted from the receipt.',
  waiting: (count) => `${count} at once`,
  intake: {
    who: 'The name is enough. Number and phone when the person offers them.', seen: (paper) => `Seen: ${paper}`, seenHint: 'Compare every page with the copies, then give the original back.', fee: (sum) => `To be paid with the result: ${sum}`,
    submit: 'Take in, give a number', promise: 'No receipt is written. It stands first in the list of whoever signs.',
  },
  ticket: {
    title: 'Taken in, with a number', number: 'Number', due: 'At the latest', where: 'At', fee: 'To be paid', text: 'Tell the person this number. Once signed it appears in the queue “To be handed over”.', print: 'Print the ticket', label: 'Ticket',
  },
  certify: {
    button: 'Certify', title: 'Certify the copies', text: (name, title) => `You certify as ${title}: ${name}. The number is taken from the register when you press.`, facts: 'The counter has looked at and compared', by: 'Compared by',
    final: 'After pressing, sign every copy by hand and seal it. A number in the register cannot be taken out. If a copy is not true, refuse instead.', done: 'Certified and entered in the register. Sign, seal, and send it back to the counter.',
  },
  pay: { title: 'Take the fee with it', due: (sum) => `Not paid yet: ${sum}`, method: 'The person pays', methodIn: 'the way of paying', other: 'Does somebody else collect it?', button: (sum) => `Take ${sum} and hand over` },
  register: {
    link: 'Register of certified copies', title: 'Register of certified copies', from: 'From', fromIn: 'the first day', to: 'To', toIn: 'the last day', show: 'Show', days: (from, to) => (from === to ? `On ${from}` : `From ${from} to ${to}`),
    none: 'Nothing was certified on these days', noneText: 'Choose other days to see their lines.', sum: (count, copies, paid) => `${count} certifications, ${copies} copies, ${paid} paid.`,
    number: 'No.', at: 'Day', who: 'Asked by', paper: 'Original', pages: 'Pages', copies: 'Copies', fee: 'Fee', signer: 'Certified by', book: (book) => `Volume ${book}`, free: 'none',
    states: { due: 'due', paid: 'paid', waived: 'waived', cancelled: 'none' }, print: 'Print with the browser (Ctrl+P). A hundred lines a page of the list.',
  },
}
