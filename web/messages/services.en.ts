import type { services as vi } from './services.vi.ts'

export const services: typeof vi = {
  title: 'Service accounts', lead: 'Each other system that calls us has an account of its own: of one agency, limited to what it is given, and ending within a year.',
  none: 'There are no service accounts yet', noneText: 'When another system has to read something here, make an account for it.', make: 'Make a service account', back: 'Service accounts', cancel: 'Cancel',
  name: 'Name of the system', nameIn: 'the name of the system', agency: 'Owning agency', agencyIn: 'the owning agency', responsible: 'Person responsible', responsibleIn: 'the person responsible', responsibleHint: 'Name, office and telephone of whoever answers when something is wrong with that system.',
  purpose: 'What for', purposeIn: 'the purpose', purposeHint: 'What the system reads and what it uses it for. At least 10 letters.', scopes: 'What it may do', scopesIn: 'what it may do', scopesNone: 'Choose at least one thing that it may do', agencyNone: 'Choose the owning agency', networks: 'May call only from', networksIn: 'the networks', networksHint: 'One network a line, such as 203.0.113.0/24. Leave it empty for everywhere.',
  networksWrong: 'Write one network a line, such as 203.0.113.0/24 or 203.0.113.7/32', until: 'Last day of use', untilIn: 'the last day', untilHint: (latest) => `At the latest ${latest}: a year from today.`, untilWrong: (latest) => `Choose a day from today to ${latest}`, nameTaken: 'Choose another name: an account in use has this one',
  scope: {
    'catalogue.read': { name: 'Read the catalogue of procedures', text: 'Procedures, their versions, searching them' }, 'areas.read': { name: 'Read administrative units', text: 'Units, outlines, history, old and new names' }, 'agencies.read': { name: 'Read the list of agencies', text: 'Agencies and where they take in' },
    'indicators.read': { name: 'Read indicators', text: 'Indicators and their course over time' }, 'dossiers.follow': { name: 'Follow how far dossiers are', text: 'Which step a dossier is at and when it is due; nothing about the applicant' },
  },
  state: { active: 'In use', ending: 'Ends soon', locked: 'Locked', expired: 'Its last day is over', agency_ended: 'Its agency has ended', revoked: 'Revoked' }, stateWord: 'State', used: 'Last used', from: (network) => `from network ${network}`, everywhere: 'Everywhere', facts: 'Account', clientId: 'Client (client_id)', created: 'Made',
  lockedUntil: (when) => `Locked until ${when}, after too many wrong secrets`, failed: (count) => `${count} wrong tries lately`, revoked: 'Revoked',
  secrets: 'Secrets that open it', secretOf: (when) => `Made ${when}`, secretEnds: (when) => `ends ${when}`, secretNewest: 'the newest', noSecret: 'None any more.',
  shown: 'The secret is shown once, now. Copy it into the other system’s store of secrets, or print it, before you leave this page.', secret: 'Secret (client_secret)', tokenAt: 'Where tokens are got', print: 'Print this page', go: 'Open the page of the account', oldEnds: (when) => `The old secret works until ${when}.`,
  how: 'The other system sends client_id and client_secret for an access token of 15 minutes, and sends that with every call.',
  rotate: 'Give a new secret', rotateText: 'The new secret is shown once. The old one works a little longer, so that the other system has time to change.', overlap: 'The old secret works for', overlapIn: 'how long the old secret works', overlaps: { 0: 'Ends now', 1: '1 hour', 4: '4 hours', 24: '24 hours' },
  revoke: 'Revoke the account', revokeText: 'The other system is refused from its next call on. This cannot be undone: if it is needed again, make a new account.', reason: 'Reason', reasonIn: 'the reason', unlock: 'Unlock',
  done: { 'thu-hoi': 'Revoked. No call of this system is taken any more.', mo: 'Unlocked.' }, events: 'What happened',
  event: { 'identity.service_created': 'Account made', 'identity.service_rotated': 'New secret given', 'identity.service_revoked': 'Revoked', 'identity.service_locked': 'Locked after too many wrong secrets', 'identity.service_unlocked': 'Unlocked' },
  review: 'Service accounts of these agencies', reviewText: 'Look at each: is it still needed? If not, open its page and revoke it.',
}
