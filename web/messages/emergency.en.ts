import type { emergency as vi } from './emergency.vi.ts'

export const emergency: typeof vi = {
  link: 'Emergency access', title: 'Emergency access', text: 'Only when nobody is left who can administer. The envelope works once, for an hour. Every administrator and leader of the province is alarmed at once.', code: 'Code in the envelope', codeIn: 'the code in the envelope', reason: 'Reason', reasonIn: 'the reason, at least 20 letters', reasonHint: 'What happened, who you are, what must be done.', open: 'Open the emergency access', usual: 'Back to the usual sign-in',
  uses: 'Emergency access', ready: 'An envelope is ready.', notReady: 'No envelope can be used. Whoever runs the machine makes one and locks it away.', none: 'Never used', noneText: 'When an envelope is opened, the use is shown here until somebody has looked at it.', why: (reason) => `Reason: ${reason}`, by: (name, when) => `${name} looked at it at ${when}`,
  review: 'Conclusion', reviewIn: 'the conclusion, at least 10 letters', reviewHint: 'What was done in that hour was looked at, and whether it fits the reason.', reviewButton: 'Keep the conclusion', reviewed: 'The conclusion is kept.',
}
