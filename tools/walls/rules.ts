/** Every wall by name, with what to do when it is breached. The names are stable: people search for them. */
export const rules = {
  'kernel-alone': 'The kernel knows words without business: it imports the kernel and zod, nothing else.',
  'platform-down': 'The platform knows no module: hand it what it needs through src/apps.',
  'may-call': 'Only the arrows of tools/may-call.ts may be called: publish an event instead, or add the arrow there with a decision record.',
  climb: 'Leave a module by name only: #modules/<name>, #events/<name>, #platform/<name>, #kernel/<name>.',
  'events-place': 'Only subscriptions.ts (or subscriptions/*.ts) reads the events of other modules.',
  'contract-place': "A contract is for the web and the outside: ask the other module's door.",
  'contract-pure': "A contract is loaded by the browser: it imports zod, #kernel and its own module's contract parts (contract-*.ts), nothing else.",
  'events-pure': 'events.ts says what happened: it imports zod, #kernel, #platform/events, and contract parts and pure files of its own module.',
  'pure-file': 'A pure file has no database, no clock and no network: it imports zod, #kernel (not the clock) and pure files of its own module.',
  'sql-place': 'SQL belongs in store.ts, stores/, measures.ts, seed.ts or demonstration.ts.',
  driver: 'A module speaks to the machinery through #platform, never to the driver below it.',
  'dynamic-specifier': 'Write the name of what is imported as plain text, so that it can be read.',
  'own-mock': 'We mock only what is outside the building: use the real thing, or a simulator.',
  'web-walls': "The web sees #contract, #kernel, its own files and the browser's packages: ask the server through the application in the context.",
  'web-parts': 'portal, desk, ioc and dev do not know each other: what two of them use belongs in web/kit or web/messages.',
  'tsx-place': 'Pages and components live under web.',
  'settings-place': 'Settings are read once, in src/platform/config.ts: take them from the configuration.',
  clock: 'The clock is handed in: call.clock.now(), or realNow() of #kernel/clock where real time is meant.',
  'sql-schema': "No SQL reaches into a schema of somebody else: ask the module's door, or publish an event.",
  manifest: "module.ts says defineModule({ name: '<its folder>', needs: [<exactly the doors its files import>] }).",
  'failures-loaded': "A code that is not loaded answers 500: import './failures.ts' in module.ts or http.ts.",
  registered: 'src/apps/modules.ts lists every module, each after the ones it needs.',
  'province-name': "No province's name under src or web: it belongs in provinces/<name>.",
  'citizen-number': 'This could be the number of a living person: invented numbers begin with 999, which is no province.',
  names: 'Code speaks English: docs/glossary.md has the word.',
  glossary: 'docs/glossary.md is a table of Vietnamese term and English word, each once.',
  escape: 'No check is silenced: repair what it complains about.',
  unreadable: 'A file that cannot be read cannot be checked.',
} as const

export type Rule = keyof typeof rules

/** One place where a wall is breached. `what` is the start of a sentence without a full stop. */
export type Breach = { file: string; line: number; rule: Rule; what: string }

/** The line that a person sees. */
export const describe = ({ file, line, rule, what }: Breach): string => `${file}:${line}  ${rule}  ${what}. ${rules[rule]}`
