import type { about as vi } from './about.vi.ts'

export const about: typeof vi = {
  help: {
    title: 'Help',
    lead: 'What people ask most. If your answer is not here, call us.',
    contents: 'On this page',
    contact: 'Contact',
    hours: (times, days) => `One-stop desks are open ${times}, ${days}, except on holidays.`,
    days: (first, last) => `${first} to ${last}`,
    centres: 'The centre of the province',
    yours: 'Find the desk of your ward or commune',
    call: (number, hours) => `Call ${number}, ${hours}.`,
    topics: {
      find: {
        title: 'Find a procedure',
        text: [
          'Type what you need to do into the box on the first page. Missing accents, missing or wrong letters do not matter.',
          'The page of a procedure says how long it takes, what it costs and what to have ready, before you start.',
        ],
      },
      apply: {
        title: 'Apply',
        text: [
          'Press “Start now” and answer one question at a time. Each answer is saved when you continue, so you can stop and go on later from “My applications”.',
          'Photographs from a phone are fine when text and seal can be read. JPG, PNG and PDF files are taken.',
          'Before you send, all answers stand on one page for you to check. Afterwards you have an application code and a tracking code.',
        ],
      },
      counter: {
        title: 'At the counter',
        text: [
          'If you would rather not do it on a screen, go to any public service centre of the province with your identity card. A clerk writes it down for you.',
          'Somebody of your family may help you on a phone, but it must be your own account that is signed in.',
        ],
      },
      follow: {
        title: 'See a sent application',
        text: [
          'Sign in and open “My applications” to see all of it, to download papers, and to add some when asked.',
          'Without signing in, use the application code and the tracking code on the receipt, or scan the square code printed on it. That shows only how far the application is.',
        ],
      },
      supplement: {
        title: 'When you are asked for more papers',
        text: [
          'You are told once, and about everything that is missing. Open the application, add the papers and send; or take them to where you applied.',
          'While it waits for you, the time of the office does not run.',
        ],
      },
      vneid: {
        title: 'What is VNeID, and what if I have none?',
        text: [
          'VNeID is the electronic identity given by the Ministry of Public Security. One account serves for every public service.',
          'If you have none, take your identity card to the nearest police station of a ward or commune and ask for an account of level 2.',
          'While you wait for it you can still apply at the counter.',
        ],
      },
      facts: {
        title: 'My details are wrong',
        text: [
          'Your name, personal number, date of birth and residence come from VNeID. They cannot be changed here.',
          'Take your identity card and a paper that proves it to the police of the ward or commune where you live. Then sign in again: the new details will be here.',
        ],
      },
      privacy: {
        title: 'Who can see my details?',
        text: [
          'Only the people who hold your application can see what is in it, and each look is recorded.',
          'Personal numbers are encrypted where they are kept and never stand in an address.',
        ],
      },
    },
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everybody must be able to use these pages: older people, people with disabilities, people with a cheap phone, foreigners.',
    standard: 'Which standard we follow',
    standardText: 'The aim is WCAG 2.1 level AA, more than the circulars 26/2020/TT-BTTTT and 22/2023/TT-BTTTT ask of the portals of the State.',
    can: 'You can',
    canList: [
      'do everything with a keyboard, and always see where you are on the page;',
      'enlarge the text to 200 % without scrolling sideways;',
      'use a screen reader: every box has a name, every error says what to do;',
      'use the pages with scripts off, or on a weak network;',
      'read them in Vietnamese or English.',
    ],
    checked: 'How we check',
    checkedText: 'Each time the program changes, a machine checks the pages with axe at the size of a phone and of a desktop, with and without scripts. A machine finds only some of the faults.',
    gaps: 'What is not good enough yet',
    gapsList: [
      'PDF documents have not been tried with a screen reader.',
      'Nothing has been tried yet with people with disabilities and with older people.',
      'There is no translation into the languages of ethnic minorities, and none into sign language.',
      'Names of legal documents are in Vietnamese only.',
    ],
    tell: 'If something is hard to use',
    tellText: 'Call us and say which page you are on. What cannot be done on the screen, a clerk does for you at the counter.',
  },
  api: {
    title: 'For developers',
    lead: 'Whatever can be done on these pages can be done with JSON, through the same door and the same table of rights.',
    document: 'Download the OpenAPI 3.1 document (JSON)',
    rules: 'Rules',
    rulesList: [
      'JSON in and out. Instants are ISO 8601 with an offset, money is a whole number of dong.',
      'A POST marked “needs a key” carries a header Idempotency-Key with a UUID. The same key with the same content gives the same answer again; with other content it is refused.',
      'Refusals follow RFC 9457: a stable code, a sentence that says what to do, and a number to find in the logs.',
      'The session is a cookie; a POST of somebody who is signed in also carries a header X-CSRF-Token.',
      'Other systems use a service account that an administrator makes: a token from /oauth/token (OAuth 2.0, client credentials), sent as Authorization: Bearer. The OpenAPI document names the scope of each operation.',
    ],
    operations: 'Operations',
    group: (name, count) => `${name} · ${count}`,
    who: (roles) => `Who may call it: ${roles}.`,
    takes: (names) => `Takes: ${names}.`,
    needsKey: 'Needs a key.',
    roles: {
      anyone: 'anybody', nobody: 'people not signed in', citizen: 'citizens', clerk: 'clerks', officer: 'officers', leader: 'leaders', centre: 'operations centre', administrator: 'administrators',
    },
    codes: 'Codes of refusals',
    code: 'Code',
    status: 'HTTP',
    meaning: 'Meaning',
  },
}
