import type { calls as vi } from './calls.vi.ts'

export const calls: typeof vi = {
  title: 'To be called', link: 'People to call about their result', text: 'Results of people without an account. The program cannot reach them, so the counter calls on the days of reminders. Whoever does not answer comes again tomorrow.',
  none: 'Nobody has to be called today', noneText: 'People without an account whose result has waited for long stand here.', table: 'Whom to call, the longest wait first', name: 'Call', phone: 'Phone', what: 'Result', waits: 'Waiting', shelf: 'Place', act: 'Called',
  days: (days) => `${days} days`, noPhone: 'No number. Send a letter to the address in the dossier.', noShelf: 'not on a shelf', tried: (count) => `${count} calls in vain`, reached: 'Told', missed: 'No answer', of: (name) => ` ${name}`, posted: 'Letter sent',
  done: { reached: 'Written down as told. It comes again at the next reminder.', missed: 'Written down. It comes again tomorrow.' },
}
