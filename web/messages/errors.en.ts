import type { errors as vi } from './errors.vi.ts'

export const errors: typeof vi = {
  401: { title: 'You need to sign in', text: 'This page is for people who have signed in, or your session has ended.', next: 'Sign in, then open this page again.' },
  403: { title: 'You cannot open this page', text: 'This page is not for the account or role you are using.', next: 'Change your role or sign in with another account. If you need this, ask the administrator of your agency.' },
  404: { title: 'This page was not found', text: 'The address may be mistyped, or the page has moved.', next: 'Check the address, or start from the home page.' },
  409: { title: 'This can no longer be done', text: 'While you were looking, somebody else dealt with it or its state changed.', next: 'Open the page again to see the latest state, then go on.' },
  413: { title: 'What you sent is too large', text: 'This form takes at most 64 kB of text. Nothing was sent.', next: 'Go back and shorten it, or send the long part as an attached file.' },
  429: { title: 'Too many requests', text: 'The system received too many requests from you in a short time.', next: 'Wait a minute and try again. What you sent before is still there.' },
  500: { title: 'Something is broken on our side', text: 'This is our fault, not yours. What you just did may not have been recorded.', next: 'Try again in a few minutes. If it still fails, give the hotline the incident code below.' },
  503: { title: 'The system is resting for a moment', text: 'The server is starting or being maintained.', next: 'Wait a minute, then open this page again. What you sent before is still there.' },
  again: 'Open this page again',
  incident: 'Incident code',
  preparing: { title: 'Preparing the pages', text: 'The first start takes about half a minute. This page opens by itself when it is done.' },
}
