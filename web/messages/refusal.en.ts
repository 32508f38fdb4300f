import type { refusal as vi } from './refusal.vi.ts'

export const refusal: typeof vi = {
  tag: 'Not granted',
  title: 'Propose not to grant the application',
  text: 'For an application whose papers are complete but that asks for what is not allowed. The leader signs a notice with the very reason you write. Where papers are missing, ask for them instead.',
  hint: 'The applicant reads it as it stands. Write what is not allowed, why, and what would have to be done.',
  ground: 'Legal ground', groundIn: 'the legal ground', groundHint: (example) => `The document and article that do not allow it. For example: ${example}.`,
  button: 'Send the notice for signature',
  laid: 'The officer proposes not to grant this application',
  signed: 'The office does not grant this application',
  sign: { title: 'Sign the notice that it is not granted', final: 'Once signed the decision stays; only a slip of the pen can be voided and written again. The notice gets its number, and a fee not yet paid is dropped.', button: 'Sign the notice', done: 'The notice is signed and goes to where results are handed over.' },
  document: 'Notice that it is not granted', draftLine: 'With the reason you wrote, without number and signature.',
  paid: (sum) => `The applicant has paid ${sum}. The notice does not give money back: void the receipt on the fee page if it has to be returned.`,
  handOver: 'Hand over the notice and give back what was handed in on paper.',
  way: { proposeRefusal: 'Notice laid before the leader', approve: 'Notice signed that it is not granted', handOver: 'Notice and papers handed over', electronic: 'Notice sent electronically' },
  mine: {
    state: 'Not granted',
    approve: 'The leader signed that it is not granted',
    how: (office) => `${office} cannot grant this application. The signed notice gives the reason.`,
    todoCounter: (counter) => `What you handed in on paper is given back at ${counter}.`,
    todo: 'Apply again once the conditions are met. If you do not agree, you may complain within 90 days.',
    ground: 'Legal ground', document: 'Download the notice',
  },
}
