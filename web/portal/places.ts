/** Addresses of the portal's own pages, written once. `from` is for a page that must be left and come back to. */
export const catalogueAt = '/thu-tuc'
export const suggestAt = '/thu-tuc/goi-y'
export const searchAt = (query: string): string => `/thu-tuc?q=${encodeURIComponent(query)}`
export const lifeEventAt = (code: string): string => `/thu-tuc?viec=${encodeURIComponent(code)}`
export const procedureAt = (code: string): string => `/thu-tuc/${code}`
export const programmeAt = '/thu-tuc/thiet-yeu'
/** The one entry of the whole country: what cannot be filed here online is filed there (Nghị định 224/2026/NĐ-CP, Điều 15.1). */
export const nationalPortal = 'https://dichvucong.gov.vn'
export const startAt = (code: string): string => `/nop-ho-so/${code}`

export const draftAt = (draft: string): string => `/ho-so-nhap/${draft}`
export const caseAt = (draft: string, edit = false): string => `${draftAt(draft)}/truong-hop${edit ? '?sua=1' : ''}`
export const principalAt = (draft: string, edit = false): string => `${draftAt(draft)}/cho-ai${edit ? '?sua=1' : ''}`
export const authoriserAt = (draft: string, edit = false): string => `${draftAt(draft)}/nguoi-uy-quyen${edit ? '?sua=1' : ''}`
export const questionAt = (draft: string, code: string, edit = false): string => `${draftAt(draft)}/cau/${code}${edit ? '?sua=1' : ''}`
export const papersAt = (draft: string, edit = false): string => `${draftAt(draft)}/giay-to${edit ? '?sua=1' : ''}`
export const checkAt = (draft: string): string => `${draftAt(draft)}/kiem-tra`
export const discardAt = (draft: string): string => `${draftAt(draft)}/xoa`

export const mineAt = '/ho-so'
export const dossierAt = (id: string): string => `/ho-so/${id}`
export const sentAt = (id: string): string => `/ho-so/${id}/da-gui`
export const supplyAt = (id: string): string => `/ho-so/${id}/bo-sung`
export const withdrawAt = (id: string): string => `/ho-so/${id}/rut`
export const unitsAt = '/don-vi'
export const unitAt = (code: string, day?: string): string => `/don-vi/${code}${day === undefined ? '' : `?ngay=${day}`}`
export const myPapersAt = '/giay-to'
export const noticesAt = '/thong-bao'
export const readingsAt = '/ai-da-xem'
export const readingQuestionAt = (reading: string): string => `/ai-da-xem/${reading}/hoi`
export const trackAt = '/tra-cuu'
/** What was found there last, in this browser. */
export const trackedAt = '/tra-cuu?xem=1'
export const helpAt = '/tro-giup'
export const wrongFactsAt = '/tro-giup#thong-tin'
export const vneidHelpAt = '/tro-giup#vneid'
export const accessibilityAt = '/kha-nang-tiep-can'
export const apiAt = '/api'

/** The address of a JSON or file route of a contract, its `:parts` filled in. */
export const routeAt = (path: string, parts: Record<string, string | number>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(parts[name] ?? '')))
