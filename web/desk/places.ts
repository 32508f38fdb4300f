/** Addresses of the desk's own pages. */

export const searchAt = '/can-bo/tim'
export const intakeAt = '/can-bo/tiep-nhan'
export const capacityAt = '/can-bo/vai-tro'
export const codeAt = (back: string): string => `/can-bo/dang-nhap/ma${back === '' ? '' : `?ve=${encodeURIComponent(back)}`}`
export const intakeOf = (procedure: string): string => `${intakeAt}/${encodeURIComponent(procedure)}`

/** A dossier, with what of it is looked at: `giay` a paper, `xem` a document or the draft of the result; `hang` the queue one came from. */
export function dossierAt(id: string, query: Record<string, string | number | null | undefined> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] != null && entry[1] !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return `/can-bo/ho-so/${id}${search.size > 0 ? `?${search}` : ''}`
}

/** The page of one act of a dossier. */
export const actAt = (id: string, slug: string, queue?: string | null): string => `/can-bo/ho-so/${id}/${slug}${queue ? `?hang=${queue}` : ''}`

/** Files of a dossier, as the server hands them out. */
export const paperFileAt = (id: string, number: number): string => `/api/dossiers/${id}/papers/${number}/file`
export const documentAt = (id: string, document: string): string => `/api/dossiers/${id}/documents/${document}`
export const resultDraftAt = (id: string): string => `/api/dossiers/${id}/result-draft`
