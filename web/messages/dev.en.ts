import type { dev as vi } from './dev.vi.ts'

/** Words of the tools behind the demonstration, in English. */
export const dev: typeof vi = {
  title: 'Behind the scenes',
  intro: 'Tools of the demonstration: see what happens behind a press of a button, and bring the demonstration to the moment you want to see. A real installation has none of these pages.',
  nav: 'Tools of the demonstration',
  pages: { roles: 'Act as', clock: 'Clock', events: 'Events', jobs: 'Jobs', messages: 'Messages', rights: 'Rights', gallery: 'Gallery' },
  details: {
    roles: 'Become a citizen, an officer or a leader with one press', clock: 'Move the business clock to see time limits, lateness, holidays', events: 'What has happened, who has read it, what is stuck', jobs: 'Jobs that wait, are done, have failed',
    messages: 'What would have been sent to citizens', rights: 'Who may call what', gallery: 'Every part of the interface, on two grounds',
  },
  now: (name) => `You are ${name}`,
  nobody: 'You are not signed in',
  loading: 'Loading simulated records',
  findDossier: { title: 'The way of one dossier', label: 'Code of the dossier', hint: 'Such as H99.99-261125-0001', open: 'Open' },
  time: 'At',
  none: 'none yet',
  state: 'State',
  data: 'Data',
  error: 'Error',
  events: {
    intro: 'Each event is written in the transaction that caused it, and reaches each reader exactly once. The 100 newest.',
    about: (subject) => `Only the events about ${subject}, in order`,
    all: 'Show all',
    subscriptions: 'Readers', name: 'Name', behind: 'Behind (seconds)', parked: 'Parked',
    parkedTitle: 'Parked events', parkedNone: 'No event is parked', parkedHint: 'When a reader has failed ten times, the events about that subject wait here until a person lets them run again.',
    attempts: 'Tries', replay: 'Run again', replayed: (count) => `${count} events were put back.`, subject: 'Subject', payload: 'Content', list: 'The newest events',
    empty: 'No event yet', emptyHint: 'Hand in a dossier, then open this page again.',
  },
  jobs: {
    intro: 'A job is written in the transaction that needs it: making papers, sending notices. The 100 newest.',
    list: 'The newest jobs', dead: 'Failed jobs', deadNone: 'No job has failed', deadHint: 'A job that failed every time stays here until a person lets it run again.',
    retry: 'Run them all again', retried: (count) => `${count} jobs were put back.`, name: 'Job', retries: 'Retries', created: 'Written', done: 'Done', failed: 'Failed', empty: 'No job yet', emptyHint: 'Accept a dossier, then open this page again.',
    states: { created: 'waiting', retry: 'waiting to try again', active: 'running', completed: 'done', cancelled: 'cancelled', failed: 'failed' },
  },
  messages: {
    intro: 'What citizens would get by Zalo, mail or the portal. In the demonstration it only reaches their account on the portal.',
    states: { waiting: 'waiting', sent: 'sent', dead: 'could not be sent' },
    by: (channel) => `by ${channel}`, resend: 'Send again', resent: 'The message is back in the queue.', notDead: 'This message is not a failed one any more.', empty: 'No message yet', emptyHint: 'Hand in a dossier, then open this page again.', template: 'Template', about: 'About dossier',
  },
  clock: {
    intro: 'Moves the business clock: time limits, lateness, holidays and figures follow. Sign-in, sessions and locks keep the real time.',
    business: 'Business time', real: 'Real time', same: 'The clock shows the real time.', moved: (text) => `The clock is ${text} off.`,
    steps: 'Quick moves', hour: '1 hour on', day: '1 day on', week: '1 week on', morning: '08:00 of the next working day', evening: '16:59 today', back: 'Back to real time',
    custom: 'Move to a moment', date: 'To the day', time: 'At', timeHint: 'Vietnamese time, such as 16:59', move: 'Move the clock', dateInside: 'the date', timeInside: 'the time as 16:59',
    days: (days, time) => `${days} days ${time} hours`, hours: (time) => `${time} hours`,
  },
  roles: {
    intro: 'Press a name to become that person at once, without a password. Everybody here is invented.',
    quick: 'One person of each role', citizens: 'Citizens', visitors: 'People one meets at the counter only (no account of their own)', officers: 'Officers', search: 'Search by name, title or agency', none: 'Nobody is like that', noneHint: 'Type fewer letters.', all: 'Show everybody', become: (name) => `Become ${name}`,
    level: (level) => `identity level ${level}`, person: 'Name', title: 'Title', agency: 'Agency', role: 'Role', shown: (count, total) => `${count} of ${total} people`,
  },
  role: { nobody: 'not signed in', citizen: 'citizen', clerk: 'clerk', officer: 'officer', leader: 'leader', centre: 'centre', administrator: 'administrator', service: 'service' },
  rights: {
    intro: 'Every route that the server serves and which role may call it. Which records may be touched is a second question that each act answers.',
    count: (count) => `${count} routes`, route: 'Route', yes: 'may', no: 'may not', onlyHere: 'demonstration only', api: 'Description of the API (OpenAPI)', module: (name, count) => `${name} (${count})`,
  },
  timeline: {
    title: (code) => `The way of ${code}`, kinds: { act: 'act', event: 'event', job: 'job', message: 'message' },
    kind: 'Kind', what: 'What', detail: 'Detail', lines: (count) => `${count} lines, in the order of time`, state: (state) => `State inside: ${state}`, events: 'Events about this dossier', simulated: 'Simulated dossiers are loaded directly, so they have no events and no messages.',
  },
}
