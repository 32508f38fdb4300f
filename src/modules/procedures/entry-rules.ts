import { Entry, type EntryDraft } from './contract-entry.ts'

/** What an entry contradicts itself in, as sentences for its author; none when it can be published. */
export function faultsOfEntry({ onlineLevel, partialReason, papers, fees }: Entry): string[] {
  const faults: string[] = []
  if ((onlineLevel === 'partial') !== (partialReason !== undefined)) faults.push('partialReason: it is there exactly when the procedure is partly online')
  for (const { code, source, database } of papers) if ((source === 'lookup') !== (database !== undefined)) faults.push(`paper ${code}: a look-up names its database, and nothing else does`)
  for (const [what, codes] of [['paper', papers.map(({ code }) => code)], ['fee', fees.map(({ code }) => code)]] as const) {
    faults.push(...codes.filter((code, i) => codes.indexOf(code) !== i).map((code) => `${what} ${code} is there twice`))
  }
  return faults
}

/**
 * What a draft still lacks before it can be published, read from the schema: names of parts (`papers`), or of one within a part of words (`title.en`), in the
 * order of the schema, each once. A part that is there and wrong counts as lacking too. Empty when it is whole.
 */
export function lacksOf(draft: EntryDraft): string[] {
  const read = Entry.safeParse(draft)
  if (read.success) return [...new Set(faultsOfEntry(read.data).map((fault) => (fault.startsWith('paper ') ? 'papers' : fault.startsWith('fee ') ? 'fees' : 'partialReason')))]
  const parts = read.error.issues.map(({ path }) => partOf(path.map(String), draft))
  const order = Object.keys(Entry.shape)
  return [...new Set(parts)].toSorted((a, b) => order.indexOf(a.split('.')[0] ?? '') - order.indexOf(b.split('.')[0] ?? ''))
}

// the translation that is missing is told apart from the text: who fills it in is somebody else
function partOf([field = '', part, within]: string[], draft: EntryDraft): string {
  if (part !== undefined && (part === 'vi' || part === 'en')) return `${field}.${part}`
  if (draft[field] !== undefined && part !== undefined && ['field', 'result'].includes(field)) return within === undefined ? `${field}.${part}` : `${field}.${part}.${within}`
  return field
}
