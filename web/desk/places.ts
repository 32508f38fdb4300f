import { areaOf, homes, ownPath, signInAt } from '../kit/places.ts'

/** Addresses of the desk's own pages. */

export const searchAt = '/can-bo/tim'
export const intakeAt = '/can-bo/tiep-nhan'
export const capacityAt = '/can-bo/vai-tro'
export const intakeOf = (procedure: string, person: string | null = null): string => `${intakeAt}/${encodeURIComponent(procedure)}${person === null ? '' : `?nguoi=${person}`}`
export const intakeFor = (person: string): string => `${intakeAt}?nguoi=${person}`
export const paperListsAt = '/can-bo/ho-so-giay'
export const paperListAt = (list: string): string => `${paperListsAt}/${list}`
export const makePaperListAt = (kind: string): string => `${paperListsAt}/lap/${kind}`
export const paperListDocumentAt = (list: string, copy: number | null = null): string => `/api/desk/paper-lists/${list}/document${copy === null ? '' : `?copy=${copy}`}`
export const samePersonAt = (id: string): string => `/can-bo/ho-so/${id}/cung-nguoi`
export const combinedReceiptAt = (id: string): string => `/api/dossiers/${id}/combined-receipt`
export const handOverSheetAt = (handOver: string): string => `/api/desk/hand-overs/${handOver}/document`
export const reservedAt = '/can-bo/so-giu-truoc'
export const registerAt = '/can-bo/so-chung-thuc'

const door = /^\/can-bo\/(dang-nhap|mo-khoa|khoa)(?![\w-])/

/** Where a person goes on after the door: the page they wanted when it is an officer's, else the desk. Never the door itself. */
export function backOf(wanted: string | null | undefined): string {
  const path = ownPath(wanted)
  return areaOf(path) === 'portal' || door.test(path) ? homes.desk : path
}

/** The second step of signing in; in a demonstration, `who` is the one whose code is shown. */
export const codeAt = (back: string, who?: string): string => `/can-bo/dang-nhap/ma?${new URLSearchParams({ ve: back, ...(who !== undefined && { ai: who }) })}`

const doorAt = (page: string) => (back: string): string => `/can-bo/dang-nhap/${page}?${new URLSearchParams({ ve: back })}`

/** The steps of a sign-in that are not everyday: a recovery code, a password that is too old, and the three of a one-time paper. */
export const recoveryAt = doorAt('ma-du-phong')
export const emergencyAt = '/can-bo/dang-nhap/khan-cap'
export const renewAt = doorAt('mat-khau-moi')
export const paperAt = doorAt('phieu')
export const paperPasswordAt = doorAt('phieu/mat-khau')
export const paperAppAt = doorAt('phieu/ung-dung')

/** One's own account, and the pages of its changes. */
export const ownAccountAt = '/can-bo/tai-khoan'
export const ownAccountPages = { password: `${ownAccountAt}/mat-khau`, app: `${ownAccountAt}/ung-dung`, codes: `${ownAccountAt}/ma-du-phong`, passkey: `${ownAccountAt}/khoa-truy-cap` } as const

/** The first step with an invented person filled in. */
export const signInWith = (who: string, back: string): string => `${signInAt(back)}&ai=${encodeURIComponent(who)}`

/** A dossier, with what of it is looked at: `giay` a paper, `xem` a document or the draft of the result; `hang` the queue one came from. */
export function dossierAt(id: string, query: Record<string, string | number | null | undefined> = {}): string {
  const given = Object.entries(query).filter((entry): entry is [string, string | number] => entry[1] != null && entry[1] !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return `/can-bo/ho-so/${id}${search.size > 0 ? `?${search}` : ''}`
}

/** The page of one act of a dossier. */
export const actAt = (id: string, slug: string, queue?: string | null): string => `/can-bo/ho-so/${id}/${slug}${queue ? `?hang=${queue}` : ''}`

/** What other agencies ask mine, and one question; `giay` is the paper that is looked at. */
export const questionsAt = '/can-bo/xin-y-kien'
export const questionAt = (id: string, paper?: number): string => `${questionsAt}/${id}${paper === undefined ? '' : `?giay=${paper}`}`

/** Pages beside the acts of a dossier: asking another agency, and checking the place. */
export const besidePages = { ask: 'xin-y-kien', withdraw: 'xin-y-kien/:number/rut', set: 'kiem-tra', move: 'kiem-tra/:check/doi-lich', record: 'kiem-tra/:check/bien-ban' } as const
export const besideAt = (id: string, page: keyof typeof besidePages, number?: number, queue?: string | null): string => actAt(id, besidePages[page].replace(/:\w+/, String(number ?? '')), queue)

/** Files of a dossier, as the server hands them out. */
export const paperFileAt = (id: string, number: number): string => `/api/dossiers/${id}/papers/${number}/file`
export const recordFileAt = (id: string, record: 'opinion' | 'check', of: number, number: number): string => `/api/dossiers/${id}/records/${record}/${of}/files/${number}`
export const questionPaperAt = (id: string, number: number): string => `/api/consultations/${id}/papers/${number}/file`
export const labelAt = (id: string, copy: string | null = null): string => `/api/dossiers/${id}/label${copy === null ? '' : `?copy=${copy}`}`
/** Whom the counter calls about results that wait. */
export const callsAt = '/can-bo/goi-dien'
export const documentAt = (id: string, document: string, copy: string | null = null): string => `/api/dossiers/${id}/documents/${document}${copy === null ? '' : `?copy=${copy}`}`
export const declarationAt = (id: string): string => `/api/dossiers/${id}/declaration`
export const resultDraftAt = (id: string): string => `/api/dossiers/${id}/result-draft`
