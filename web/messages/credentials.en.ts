import { formatDate, formatNumber } from '#kernel/format'
import type { SayOfficerNotice } from './admin.vi.ts'
import type { credentials as vi } from './credentials.vi.ts'

const number = (value: unknown): string => (typeof value === 'number' ? formatNumber(value) : '')
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const day = (value: unknown): string => (typeof value === 'string' ? formatDate(value) : '')
const notYou = 'If it was not you, tell your administrator at once.'

export const credentials: typeof vi = {
  passkey: {
    signIn: 'Sign in with a passkey', or: 'No password is needed where this machine has a passkey (finger, face or PIN).', unlock: 'Open with a passkey', waiting: 'Waiting for the device…',
    failed: 'The device did not confirm. Press again to try once more, or use your password.', answer: 'the answer of the device',
  },
  door: {
    noPhone: 'No telephone at hand? Use a recovery code', paper: 'Have a one-time sign-in paper? Begin here',
    recoveryTitle: 'Type a recovery code', recoveryText: 'One of the 10 codes that you printed or wrote down. Each is good once.', recovery: 'Recovery code', recoveryInside: 'the recovery code', recoveryHint: '16 letters and digits, with or without the dashes.', toCode: 'Back to the code from the telephone',
    renewTitle: 'Change your password to go on', renewText: 'Administrators change their password every two months. Choose a new one and you are at your desk.', renew: 'Change and sign in',
    paperTitle: 'Sign in with a one-time paper', paperText: 'The administrator gave it to you. It is good once, within 24 hours.', paperCode: 'Code of the paper', paperCodeInside: 'the code of the paper', paperNext: 'Go on', paperNone: 'Have a password? Sign in as usual',
    passwordTitle: 'Choose your password', passwordText: (name: string) => `Welcome, ${name}. Step 2 of 3: choose a password that only you know.`, next: 'Go on',
    appTitle: 'Connect an authenticator app', appText: 'Step 3 of 3: scan this with the authenticator app on your telephone, then type the 6 digits it shows.', finish: 'Finish and sign in',
    over: 'This sign-in is over', overText: 'Begin again with the paper. It is still good if it is not older than 24 hours and no sign-in was finished with it.', restart: 'Begin again',
    doneTitle: 'You are signed in', toDesk: 'The codes are safe, go to the desk',
  },
  rules: {
    hint: 'At least 8 characters. Not one that is easily guessed, nor your name, nor one of your last 10.', newPassword: 'New password', newPasswordInside: 'new password', again: 'New password again', againInside: 'the new password again', old: 'Password of now', oldInside: 'the password of now',
  },
  app: { picture: 'QR code for the authenticator app', byHand: 'Cannot scan it? Type this key by hand', key: 'Key', account: 'Account', code: '6 digits of the app', codeInside: 'the 6 digits' },
  codes: { title: 'Your recovery codes', text: 'For when your telephone is not at hand, each good once. The list is shown this once: print it or copy it, keep it safe, and send it to nobody.', print: 'Print with Ctrl + P', list: 'List of recovery codes' },
  account: {
    link: 'Account', title: 'My account', demonstration: 'This is a demonstration account: its password and code are public and cannot be changed. Passkeys and sessions work as in real life.',
    password: 'Password', passwordSet: (at: string) => `Last changed ${at}`, passwordPublic: 'The public password of the demonstration', passwordDue: (at: string) => `Administrators must change it before ${at}`, changePassword: 'Change password',
    app: 'Authenticator app', appSet: (at: string) => `Connected since ${at}`, appPublic: 'The code is shown when signing in', changeApp: 'Change the app or the telephone',
    codes: 'Recovery codes', codesLeft: (left: string, at: string) => `${left} left, made ${at}`, codesNone: 'No recovery codes yet', renewCodes: 'Make new codes',
    passkeys: 'Passkeys', passkeysText: 'Sign in with the finger, face or PIN of your device, in place of both password and code. One for each device.', passkeysNone: 'No passkeys yet.', add: 'Add a passkey', added: 'Added', used: 'Last used', never: 'Never',
    synced: 'kept on several devices', remove: 'Remove', removeOf: (name: string) => `Remove passkey ${name}`, passkeyName: 'Name', act: 'Act',
    sessions: 'Where you are signed in', device: 'Device', address: 'Network address', began: 'Signed in', seen: 'Last active', here: 'this session', locked: 'locked', unknown: 'Unknown device', on: (browser: string, system: string) => `${browser} on ${system}`,
    end: 'End', endOf: (what: string) => `End session ${what}`, endOthers: 'End all other sessions', stranger: 'If you see a place that is not yours, end that session, then change your password.',
    done: { 'mat-khau': 'Password changed. All other sessions have ended.', 'ung-dung': 'Authenticator changed. All other sessions have ended.', 'them-khoa': 'Passkey added. Next time you can sign in with it.', 'xoa-khoa': 'Passkey removed.', 'ket-thuc': 'Session ended.' },
    back: 'Back to my account', cancel: 'Cancel',
  },
  change: {
    passwordTitle: 'Change password', passwordText: 'When it is done, all your other sessions end.', passwordButton: 'Change password',
    appTitle: 'Change the authenticator', appBegin: 'A new key takes the place of the one on your telephone. A code of the old app and one of the new are needed. If the old telephone is lost, use a recovery code. If none is left, ask the administrator for a one-time sign-in paper.', appBeginButton: 'Make a new key', appScan: 'Scan this with the new app, then type both codes.', oldCode: 'Code of the old app', oldCodeHint: 'The 6 digits on the old telephone. If it is lost, type a recovery code.', oldCodeInside: 'the code of the old app', newCode: '6 digits of the new app', newCodeInside: 'the code of the new app', appButton: 'Change the app',
    codesTitle: 'Make new recovery codes', codesText: 'Ten new codes take the place of all old ones, which are worth nothing then.', codesButton: 'Make new codes',
    passkeyTitle: 'Add a passkey', passkeyText: 'Give it a name by which you know the device, type your password, then confirm on the device.', passkeyName: 'Name of the passkey', passkeyNameInside: 'the name of the passkey', passkeyNameHint: 'For example: Machine at counter 3', passkeyButton: 'Make a passkey on this device', passkeyNoScript: 'This browser cannot make a passkey. Use a new Chrome, Edge, Firefox or Safari.',
  },
  paper: {
    title: (name: string) => `One-time sign-in paper for ${name}`, give: 'Issue a sign-in paper', button: 'Issue the paper',
    text: 'Only when you have seen and know this person. Their password, authenticator, recovery codes, passkeys and sessions of now are worth nothing at once. With the paper they choose new ones within 24 hours.',
    shown: 'The paper is shown this once. Print it or read it aloud, and send it neither by mail nor by message.', address: 'Address', username: 'User name', code: 'Code of the paper', until: 'Good until', how: 'Open the address, type user name and code, choose your password, then connect the authenticator app on your telephone.', owner: 'Issued to',
  },
}

export const credentialEvents: Record<string, string> = {
  'identity.password_changed': 'Password changed', 'identity.authenticator_changed': 'Authenticator changed', 'identity.passkey_added': 'Passkey added', 'identity.passkey_removed': 'Passkey removed', 'identity.recovery_code_used': 'Recovery code used', 'identity.recovery_codes_renewed': 'New recovery codes made',
  'identity.passkey_copied': 'A passkey may have been copied', 'identity.paper_issued': 'One-time sign-in paper issued', 'identity.enrolled': 'Password and authenticator chosen anew with a paper', 'identity.account_closed_idle': 'Closed because nobody signed in',
}

export const credentialNotices: Record<string, SayOfficerNotice> = {
  'identity.password_changed': () => ({ title: 'Your password was changed', text: `All other sessions have ended. ${notYou}` }),
  'identity.authenticator_changed': () => ({ title: 'Your authenticator was changed', text: `Codes of the old app are worth nothing now. ${notYou}` }),
  'identity.passkey_added': (f) => ({ title: `Passkey ${text(f['name'])} was added`, text: `It signs in without a password. ${notYou}` }),
  'identity.passkey_removed': (f) => ({ title: `Passkey ${text(f['name'])} was removed`, text: `It signs in no more. ${notYou}` }),
  'identity.passkey_copied': (f) => ({ title: `Passkey ${text(f['name'])} may have been copied`, text: 'That sign-in was refused. Remove the passkey in your account, add a new one, and tell your administrator.' }),
  'identity.recovery_code_used': (f) => ({ title: 'A recovery code was used', text: `There are ${number(f['count'])} left. Make new ones in your account when few are left. ${notYou}` }),
  'identity.recovery_codes_renewed': () => ({ title: 'Your recovery codes were made anew', text: `The old ones are worth nothing now. ${notYou}` }),
  'identity.paper_issued': (f) => ({ title: 'A one-time sign-in paper was issued to you', text: `By ${text(f['by'])}. Your old password, codes and passkeys are worth nothing now. If you did not ask for it, tell the head of your office at once.` }),
  'identity.paper_given': (f) => ({ title: `You issued a sign-in paper to ${text(f['name'])}`, text: 'It is good once, within 24 hours. If it was not you, change your password and tell another administrator at once.' }),
  'identity.paper_printed': () => ({ title: 'A sign-in paper of yours was printed at the server', text: 'Whoever runs the server issued a one-time paper to you. If you did not ask for it, tell the head of your office at once.' }),
  'identity.enrolled': () => ({ title: 'You chose your sign-in anew with a paper', text: `The new password, authenticator and recovery codes count. ${notYou}` }),
  'identity.idle_warning': (f) => ({ title: 'Your account will soon be closed', text: `Nobody has signed in for long, so it closes on ${day(f['to'])}. Sign in before that day to keep it.` }),
  'identity.account_closed_idle': (f) => ({ title: 'The account was closed because nobody used it', text: `Nobody signed in for ${number(f['count'])} days. Ask your administrator to open it when it is needed.` }),
}
