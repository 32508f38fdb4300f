import type { SessionView } from '#contract/identity'
import type { Messages } from '../../messages/index.ts'

export const adminAt = '/can-bo/quan-tri'
export const officersAt = '/can-bo/quan-tri/can-bo'
export const newOfficerAt = '/can-bo/quan-tri/can-bo/moi'
export const reviewsAt = '/can-bo/quan-tri/ra-soat'
export const rightsAt = '/can-bo/quan-tri/bang-quyen'
export const reformsAt = '/can-bo/quan-tri/sap-xep'
export const rehearsalAt = '/can-bo/quan-tri/sap-xep/dien-tap'
export const samplePlanAt = '/can-bo/quan-tri/sap-xep/phuong-an-mau.json'
export const readingsLogAt = '/can-bo/quan-tri/nhat-ky-xem'
export const dataRequestsAt = '/can-bo/quan-tri/cau-hoi-du-lieu'
export const emergenciesAt = '/can-bo/quan-tri/khan-cap'
export const servicesAt = '/can-bo/quan-tri/tai-khoan-dich-vu'
export const newServiceAt = `${servicesAt}/moi`
export const entryDraftsAt = '/can-bo/quan-tri/thu-tuc'
export const programmeAdminAt = '/can-bo/quan-tri/dich-vu-thiet-yeu'
export const delegationsAt = '/can-bo/uy-quyen'
export const moveQueueAt = '/can-bo/chuyen-viec'
export const noticesAt = '/can-bo/thong-bao'

export const officerAt = (id: string): string => `${officersAt}/${id}`
export const serviceAt = (id: string): string => `${servicesAt}/${id}`
export const programmeItemAt = (number: number): string => `${programmeAdminAt}/${number}`
export const reviewAt = (id: string): string => `${reviewsAt}/${id}`

/** A line of the administrator's menu. `name` is its words' name in `admin.menu`. */
export type MenuLine = { name: keyof Messages['admin']['menu']; href: string }

/** The administrator's menu, in its order. A part of the desk that belongs to administration adds one line here. */
export const menu: readonly MenuLine[] = [
  { name: 'officers', href: officersAt },
  { name: 'newOfficer', href: newOfficerAt },
  { name: 'reviews', href: reviewsAt },
  { name: 'delegations', href: delegationsAt },
  { name: 'rights', href: rightsAt },
  { name: 'reforms', href: reformsAt },
  { name: 'readings', href: readingsLogAt },
  { name: 'dataRequests', href: dataRequestsAt },
  { name: 'services', href: servicesAt },
  { name: 'emergencies', href: emergenciesAt },
  { name: 'entryDrafts', href: entryDraftsAt },
  { name: 'programme', href: programmeAdminAt },
]

const places: Record<SessionView['duties'][number], string> = { administer: adminAt, delegate: delegationsAt, moveQueue: moveQueueAt, notices: noticesAt }

/** Links of the rail for the duties that the server named. */
export const dutyLinks = (duties: SessionView['duties'], { duty }: Messages['admin']): { href: string; label: string }[] => duties.map((name) => ({ href: places[name], label: duty[name] }))
