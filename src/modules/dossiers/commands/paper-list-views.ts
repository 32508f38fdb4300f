import type { Call } from '#platform/http'
import { agencyNames } from '#modules/agencies'
import type { PaperListView } from '../contract.ts'
import { listActsFor, listNumber } from '../paper-lists.ts'
import type { PaperList } from '../stores/paper-lists.ts'

/** What the rules ask of a list. */
export const standingOf = (list: PaperList) => ({ kind: list.kind, fromAgency: list.fromAgency, toAgency: list.toAgency, maker: list.maker, received: list.receivedAt !== null, cancelled: list.cancelledAt !== null })

/** What agencies are called. */
type Names = ReadonlyMap<string, { vi: string; en: string }>

/** A list as people see it, with names that were looked up for many. */
export const viewWith = ({ actor }: Pick<Call, 'actor'>, list: PaperList, names: Names): PaperListView => ({
  id: list.id, number: listNumber(list.number), kind: list.kind, from: placeOf(list.fromAgency, names), to: placeOf(list.toAgency, names), madeAt: list.madeAt.toISOString(), maker: list.makerName,
  person: { name: list.toName, title: list.toTitle }, count: list.count, papers: list.papers, missing: list.missing,
  state: list.cancelledAt !== null ? 'cancelled' : list.receivedAt !== null ? 'received' : 'open', received: list.receivedAt && list.receiverName !== null ? { at: list.receivedAt.toISOString(), by: list.receiverName } : null,
  actions: listActsFor(standingOf(list), actor),
})

/** An agency by its name. */
export const placeOf = (code: string, names: Names) => ({ code, name: names.get(code) ?? { vi: code, en: code } })

/** A list as people see it. */
export const viewOfList = async (call: Call, list: PaperList): Promise<PaperListView> => viewWith(call, list, await agencyNames(call.tx, [list.fromAgency, list.toAgency]))
