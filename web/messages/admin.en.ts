import { formatDate, formatNumber } from '#kernel/format'
import { credentialEvents, credentialNotices } from './credentials.en.ts'
import type { admin as vi } from './admin.vi.ts'

const day = (text: unknown): string => (typeof text === 'string' ? formatDate(text) : '')
const number = (value: unknown): string => (typeof value === 'number' ? formatNumber(value) : '')
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : text(value))
const titled = (value: unknown): string => (typeof value === 'object' && value !== null ? text((value as Record<string, unknown>)['en']) : '')

export const admin: typeof vi = {
  rail: 'The office',
  duty: { administer: 'Administration', delegate: 'Delegation', moveQueue: 'Move work', notices: 'Notices' },
  menu: { officers: 'Officers', newOfficer: 'Add an officer', reviews: 'Review of rights', delegations: 'Delegation', rights: 'Table of rights', reforms: 'Rearrangement of units', readings: 'Log of readings', dataRequests: 'Questions about data', emergencies: 'Emergency access', services: 'Service accounts', entryDrafts: 'Drafts of procedures', programme: '25 essential services' },
  menuText: {
    officers: 'Find, look at, give and end roles, close accounts', newOfficer: 'Make an account with a first role', reviews: 'Every six months: keep or end each role', delegations: 'Who signs for whom, and until when', rights: 'What each role may do, to print',
    reforms: 'Merge, split, rename: rehearse, print, put in force',
    readings: 'Who read whose personal data, and why', dataRequests: 'What people ask about readings, with due days',
    emergencies: 'Who opened the envelope, why, and who looked at it', services: 'Other systems that call us: scopes, secrets, last days',
    entryDrafts: 'Procedures from a table, what they lack, publishing', programme: 'Say which services are open, and why',
  },
  printed: (place, at, who, title) => `${place} · Printed at ${at} by ${who}${title === '' ? '' : `, ${title}`}`,
  role: { clerk: 'One-stop clerk', officer: 'Case officer', leader: 'Leader', centre: 'Operations centre', administrator: 'Administrator' },
  kind: { administration: 'administration', operation: 'operation', technical: 'technical', service: 'service' },
  state: { active: 'In use', never: 'Never signed in', idle: 'Idle', locked: 'Locked', disabled: 'Closed', ended: 'No role left' },
  capacityState: { coming: 'To come', holds: 'Held', past: 'Over' },
  when: { since: (from) => `from ${from}`, between: (from, to) => `${from} – ${to}`, until: (to) => `until ${to}`, never: 'Never' },
  limit: { field: (code) => `Field ${code} only`, procedure: (code) => `Procedure ${code} only` },
  none: { title: 'There is nothing here', text: 'It will be shown here when there is.' },
  home: {
    title: 'Administration', scope: (name, count) => `Scope: ${name} · ${count} agencies`, accounts: 'Accounts', attention: 'Needs attention', nothing: 'Nothing waits for you.',
    overdue: (agencies, capacities) => `${agencies} agencies with ${capacities} roles not reviewed for six months`, openReviews: (count) => `${count} reviews not finished`,
    state: { never: 'accounts never signed in', idle: 'accounts idle for more than 45 days', locked: 'accounts locked after wrong tries', ended: 'accounts without a role' },
    ending: 'Roles that end within 30 days', who: 'Person', what: 'Role', agency: 'Agency', last: 'Last day', delegated: 'delegated', menu: 'Administration',
  },
  officers: {
    title: 'Officers', search: 'Find by name', agency: 'Agency', anyAgency: 'Any agency', role: 'Role', anyRole: 'Any role', state: 'State', anyState: 'Any state', apply: 'Search', all: 'Clear the filter',
    name: 'Name', username: 'User name', duties: 'Roles today', seen: 'Last sign-in', noDuty: 'Holds no role', none: 'No officer was found', noneText: 'Check the name, or take a condition away.', more: 'Next page', first: 'Back to the start',
  },
  officer: {
    account: 'Account', created: 'Made on', seen: 'Last sign-in', signIn: 'Sign-in', canSignIn: 'Password and code', cannot: 'No password yet: issue a one-time sign-in paper to let them in', demonstration: 'Of the demonstration; does not exist',
    disabled: 'Closed on', capacities: 'Roles', title: 'Title', role: 'Role', agency: 'Agency', days: 'Time', state: 'State', used: 'Last used', act: 'Act', end: 'End', endOf: (title) => `End the role ${title}`,
    delegated: 'Delegated', document: (given) => `Decision ${given}`, signs: 'Signs:', give: 'Give a role', disable: 'Close the account', disableText: 'A closed account loses its session at once and cannot sign in. The roles stay, for when it is opened again.',
    enable: 'Open the account again', unlock: 'End the lock', reason: 'Reason', reasonIn: 'the reason', back: 'Back to the officers', endedBecause: (reason) => `Reason: ${reason}`, made: 'The account is made. Issue a one-time sign-in paper so that this person can sign in.', given: 'The role is given.', ended: 'The role is ended.',
    events: 'What happened',
    event: {
      ...credentialEvents,
      'identity.officer_created': 'Account made', 'identity.officer_disabled': 'Account closed', 'identity.officer_enabled': 'Account opened again', 'identity.capacity_given': 'Role given', 'identity.capacity_ended': 'Role ended',
      'identity.delegated': 'Delegation received', 'identity.delegation_revoked': 'Delegation taken back', 'identity.account_locked': 'Sign-in locked after wrong tries', 'identity.account_unlocked': 'Lock ended',
    },
    closed: 'The account is closed.', opened: 'The account is open again.',
  },
  give: {
    title: (name) => `Give ${name} a role`, newTitle: 'Add an officer', name: 'Name', nameIn: 'the name', username: 'User name', usernameIn: 'the user name', usernameHint: 'Small letters without accents, digits and dots.', role: 'Role', roleIn: 'the role',
    agency: 'Agency', agencyIn: 'the agency', titleVi: 'Title in Vietnamese', titleViIn: 'the title in Vietnamese', titleEn: 'Title in English', titleEnIn: 'the title in English', limits: 'Limits', field: 'One field only', fieldIn: 'the field', procedure: 'One procedure only', procedureIn: 'the procedure',
    all: 'No limit', from: 'From', fromIn: 'the first day', to: 'Until the end of', toIn: 'the last day', toHint: 'Leave it empty when no end is set.', document: 'Number of the decision', documentIn: 'the number of the decision', signing: 'How a leader signs', signingHint: 'For leaders only (Decree 30/2020, Appendix I).',
    mode: 'Way to sign', modeIn: 'the way to sign', head: 'Title of the head', headIn: 'the title of the head', headHint: 'In Vietnamese, as it stands on papers', collective: 'For the collective', collectiveIn: 'the name of the collective', collectiveHint: 'In Vietnamese. Leave it empty when it is not for a collective.',
    modes: { head: 'The head', TM: 'TM. – for the collective', Q: 'Q. – acting head', KT: 'KT. – in the head’s place', TL: 'TL. – by order', TUQ: 'TUQ. – by delegation' }, button: 'Give the role', make: 'Make the account', cancel: 'Not now',
  },
  end: {
    title: (name) => `End a role of ${name}`, text: (title, agency) => `${title}, ${agency}. What was done in it keeps its name and title.`, how: 'When does it end', howIn: 'how it ends',
    atOnce: 'At once', atOnceHint: 'A session under way loses it at the next press.', on: 'At the end of a day', onDay: 'Last day', onDayIn: 'the last day', onHint: 'Today or later.', button: 'End the role',
    inHand: (count) => `Dossiers still in this person’s hands: ${count}. Ask a leader of the agency to move them first, on the page Move work: without the role nobody can work on them.`,
  },
  reviews: {
    title: 'Review of rights', text: 'A person looks at every role at least every six months (TCVN 14423:2026, level 3).', open: 'Open a review', agency: 'Agency, with those below it', agencyIn: 'the agency', list: 'Reviews', opened: 'Opened on', by: 'Opened by',
    progress: 'Progress', done: (kept, ended, all) => `${kept} kept, ${ended} ended of ${all}`, finished: (at) => `Finished ${at}`, running: 'Under way', none: 'There is no review yet', noneText: 'Choose an agency and press Open a review.', overdue: 'Overdue', overdueLine: (count, since) => `${count} roles, the oldest from ${since}`,
  },
  review: {
    title: (agency) => `Review of rights: ${agency}`, back: 'Back to the reviews', who: 'Person', role: 'Role', since: 'Time', used: 'Last used', flags: 'Look at', decision: 'Decision', pick: (name) => `Choose ${name}`, keep: 'Keep the chosen roles', end: 'End the chosen roles',
    choose: 'Choose', reason: 'Reason to end', reasonIn: 'the reason to end', reasonHint: 'Only when roles are ended.', finish: 'Finish the review', finished: (at) => `Finished ${at}.`, print: 'Print this table', none: 'Not decided', picked: 'the roles',
    flag: { idle: 'idle for more than 45 days', never_used: 'never used', delegated: 'delegated', ends_soon: 'ends soon' }, kept: 'Kept', ended: 'Ended', decidedBy: (name) => `by ${name}`, more: 'Next page', first: 'Back to the start',
  },
  rights: {
    title: 'Rights by role', text: 'Written from the very table by which the server allows and refuses. Whose dossier, and which agency, is asked beside it in each act.', action: 'Act', yes: 'Yes', no: 'No', print: 'Print the table', count: (routes) => `${routes} acts`,
    roles: { nobody: 'Nobody', citizen: 'Citizen', clerk: 'Clerk', officer: 'Officer', leader: 'Leader', centre: 'Centre', administrator: 'Administrator', service: 'Service' },
  },
  delegations: {
    title: 'Delegation', given: 'What you delegated', received: 'What was delegated to you', scope: 'Delegations in your scope', to: 'To', from: 'From', lines: 'Signs', days: 'Time', what: 'For', document: 'Decision', state: 'State', act: 'Act',
    everything: 'Everything', states: { coming: 'To come', holds: 'In force', past: 'Over', revoked: 'Taken back' }, revoke: 'Take back', revokeOf: (name) => `Take back the delegation to ${name}`, reason: 'Reason', reasonIn: 'the reason',
    none: 'There is no delegation', noneText: 'Delegations in writing, from a day to a day, are shown here.', new: 'New delegation', whose: 'Delegated by', go: 'Continue', whoseIn: 'who delegates', who: 'To', whoIn: 'who receives it', mode: 'Way to sign', modeIn: 'the way to sign',
    tuq: 'TUQ. – by delegation', tuqHint: 'For the head of a unit or an officer of the agency.', kt: 'KT. – in the head’s place', ktHint: 'For deputies only.', deputy: 'deputy', replace: 'In the place of what runs for the same', button: 'Delegate', fromDay: 'From', fromDayIn: 'the first day',
    toDay: 'Until the end of', toDayIn: 'the last day', made: 'Delegated. To sign, the receiver changes role at the lower left.', revoked: 'Taken back. The receiver cannot sign any more.', law: 'In writing, limited in time and content, and never delegated on (Decree 30/2020, Article 13.3).',
    change: 'To sign, change to this role: press “Change role” under your name.', notYours: 'Your role cannot delegate. Only the head of an agency does.',
  },
  move: {
    title: 'Move work', text: 'Gives everything in an absent person’s hands to others at once. It is on record in each dossier, both sides are told, and it can be given back.', who: 'Who is absent', whoIn: 'who is absent', to: 'Give it to', toIn: 'who gets it', toHint: 'Choose one person, or several to spread it by what they hold.',
    holds: (open, late, waiting) => `${open} dossiers · ${late} late · ${waiting} waiting`, gone: 'works here no longer', reason: 'Reason', reasonIn: 'the reason', reasonHint: 'Colleagues read it; citizens do not.', button: 'Move the work', none: 'Nobody holds a dossier', noneText: 'When officers take dossiers, what each of them holds is shown here.',
    latest: 'Latest moves', undo: 'Give back', undoOf: (name) => `Give back the work of ${name}`, undone: (at) => `Given back ${at}`, line: (from, to) => `${from} → ${to}`, share: (name, count) => `${name} (${count})`, by: (name, at) => `by ${name} at ${at}`,
    moved: (count) => `Moved ${count} dossiers.`, left: (count) => `There are ${count} left: move once more.`, back: (count) => `Gave back ${count} dossiers.`, alone: 'Nobody else of the office may take work. Ask the administrator to give a role.',
  },
  notices: {
    title: 'Notices', none: 'There is no notice yet', noneText: 'Work that was moved, delegations and reviews that are due are told here.', open: 'Open',
    unknown: () => ({ title: 'Notice', text: 'There is something new for you.' }),
    say: {
      ...credentialNotices,
      'payments.till_handed': (f) => ({ title: `${text(f['name'])} hands cash over to you`, text: `Sheet ${text(f['number'])}, ${number(f['counted'])} dong. Count it and confirm under “Cash handed over to me”.` }),
      'identity.break_glass_used': (f) => ({ title: 'Somebody opened the emergency access', text: `The reason given: ${text(f['reason'])}. Look at what was done under Administration, Emergency access.` }),
      'dossiers.queue_moved_away': (f) => ({ title: `${number(f['count'])} of your dossiers were moved`, text: `${text(f['by'])} gave them to ${list(f['names'])}. Reason: ${text(f['reason'])}. They come back when a leader gives them back.` }),
      'dossiers.queue_moved_here': (f) => ({ title: `You got ${number(f['count'])} dossiers of ${list(f['names'])}`, text: `${text(f['by'])} moved them. Reason: ${text(f['reason'])}. They are in your queue Mine.` }),
      'dossiers.queue_moved_back': (f) => (f['mine'] === true
        ? { title: `${number(f['count'])} dossiers came back to you`, text: `${text(f['by'])} gave them back. They are in your queue Mine.` }
        : { title: `${number(f['count'])} dossiers went back to ${list(f['names'])}`, text: `${text(f['by'])} gave them back. They are no longer in your hands.` }),
      'identity.delegated': (f) => ({ title: `${text(f['name'])} delegated to you`, text: `From ${day(f['from'])} until the end of ${day(f['to'])}, by ${text(f['document'])}, for the ${titled(f['title'])}. You sign: ${Array.isArray(f['lines']) ? f['lines'].join(' / ') : ''}.` }),
      'identity.delegation_revoked': (f) => ({ title: `${text(f['name'])} took a delegation back`, text: `You no longer sign for them. Reason: ${text(f['reason'])}.` }),
      'identity.review_due': (f) => ({ title: 'A review of rights is due', text: `There are ${number(f['capacities'])} roles at ${number(f['agencies'])} agencies that nobody looked at for six months. Open Administration, Review of rights.` }),
      'identity.service_ends': (f) => ({ title: `Service account ${text(f['name'])} ends soon`, text: `Its last day is ${day(f['to'])}. If it is still needed, open Administration, Service accounts, to renew its secret and its last day.` }),
    },
  },
}
