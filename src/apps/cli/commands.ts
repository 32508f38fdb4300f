/** One command: `usage` are its arguments and `summary` its line, in the help. Its file, loaded only when called, exports `run`, which gives the exit code. */
export type Command = { usage: string; summary: string; load(): Promise<{ run(args: string[]): Promise<number> }> }

/** Every command, in the order of the help. */
export const commands: Record<string, Command> = {
  help: { usage: '', summary: 'this list', load: () => import('./help.ts') },
  migrate: { usage: '', summary: 'bring the database to this release', load: () => import('./migrate.ts') },
  seed: { usage: '', summary: 'load the province\'s data that changed, and the demonstration\'s records', load: () => import('./seed.ts') },
  backup: { usage: 'FOLDER [--keep N] | drill [FOLDER]', summary: 'a backup while the program runs; drill: restore the newest aside and prove it', load: () => import('./backup.ts') },
  restore: { usage: 'BACKUP --to FOLDER [--until TIME --wal ARCHIVE]', summary: 'a backup into an empty data folder, to its end or to a moment', load: () => import('./restore.ts') },
  resume: { usage: '', summary: 'let a restored installation send notices again', load: () => import('./resume.ts') },
  keys: { usage: 'status|change|renew|reseal|retire', summary: 'the secret and the keys that the data are sealed with, and changing them', load: () => import('./keys.ts') },
  reform: { usage: 'check|apply FILE, follow, status, list', summary: 'merge, split and rename units and agencies by a plan', load: () => import('./reform.ts') },
  readings: { usage: 'verify|seal', summary: 'whether the log of readings of personal data is whole', load: () => import('./readings.ts') },
  boundaries: { usage: 'check|import FILE [--on DATE]', summary: 'outlines of units from GeoJSON, with a report', load: () => import('./boundaries.ts') },
  procedures: { usage: 'import FILE [--dry-run] [--report FILE]', summary: 'procedures from a CSV or XLSX table, as drafts, with a report by line', load: () => import('./procedures.ts') },
  dossier: { usage: 'CODE', summary: 'acts, events, jobs and messages of one dossier on one timeline', load: () => import('./dossier.ts') },
  'break-glass': { usage: 'make', summary: 'the sealed paper for the hour when nobody can administer', load: () => import('./break-glass.ts') },
  officer: { usage: 'first USERNAME NAME | paper USERNAME', summary: 'a one-time sign-in paper: for the very first administrator, or for who lost everything', load: () => import('./officer.ts') },
  doctor: { usage: '', summary: 'what is wrong with this installation, and what to do about it', load: () => import('./doctor.ts') },
}
