import type { Role } from '#kernel/app'

/** Where paper files travel: from the desk to the office that decides, a result back to the counter, an uncollected result to the archive. */
export const listKinds = {
  to_office: { makers: ['clerk'], receivers: ['officer', 'leader'] },
  to_desk: { makers: ['officer', 'leader'], receivers: ['clerk'] },
  to_archive: { makers: ['clerk'], receivers: ['officer', 'leader'] },
} as const satisfies Record<string, { makers: readonly Role[]; receivers: readonly Role[] }>

export type ListKind = keyof typeof listKinds
export const listKindNames = Object.keys(listKinds) as ListKind[]

/** The kinds of list that a role makes. */
export const kindsMadeBy = (role: Role): ListKind[] => listKindNames.filter((kind) => (listKinds[kind].makers as readonly Role[]).includes(role))

/** The kinds of list that a role confirms. */
export const kindsReceivedBy = (role: Role): ListKind[] => listKindNames.filter((kind) => (listKinds[kind].receivers as readonly Role[]).includes(role))

type Standing = { kind: ListKind; fromAgency: string; toAgency: string; maker: string; received: boolean; cancelled: boolean }
type Person = { id: string | null; role: Role; agency: string | null }

export type ListAct = 'receive' | 'cancel'

/** Whether somebody may see a list: whoever makes or confirms its kind, at one of its two ends. */
export const seesList = (list: Standing, person: Person): boolean =>
  (person.agency === list.fromAgency && kindsMadeBy(person.role).includes(list.kind)) || (person.agency === list.toAgency && kindsReceivedBy(person.role).includes(list.kind))

/** Whether somebody may do this to a list, whatever its state: whoever made it never confirms it. */
export const mayWithList = (act: ListAct, list: Standing, person: Person): boolean =>
  act === 'receive' ? person.id !== list.maker && person.agency === list.toAgency && kindsReceivedBy(person.role).includes(list.kind) : person.agency === list.fromAgency && kindsMadeBy(person.role).includes(list.kind)

/** What somebody may do to a list now. */
export const listActsFor = (list: Standing, person: Person): ListAct[] =>
  list.received || list.cancelled ? [] : (['receive', 'cancel'] as const).filter((act) => mayWithList(act, list, person))

/** `07/DS-BGHS`: numbers run within agency and year. */
export const listNumber = (number: number): string => `${String(number).padStart(2, '0')}/DS-BGHS`
