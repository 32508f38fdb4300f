import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import { addDays, fromLocal, localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { committeeOfCentre } from '#modules/agencies'
import { officersOf } from '#modules/identity'
import type { makePaperList, PaperListView } from '../contract.ts'
import { heldBy } from '../custody.ts'
import { kindsMadeBy, listKinds, listNumber, type ListKind } from '../paper-lists.ts'
import { noteActs } from '../stores/acts.ts'
import { insertList, listWaiting, lockThese, type Waits } from '../stores/paper-lists.ts'
import { actorOf } from './move.ts'
import { viewOfList } from './paper-list-views.ts'
import { deskOf } from './visits.ts'

/** What waits at the agency of whoever asks. */
export async function waitsFor(call: Call, kind: ListKind): Promise<Waits> {
  const { id, agency } = deskOf(call)
  const { archiveAfterDays } = call.province.uncollected
  const archiveBefore = fromLocal(addDays(localDate(call.clock.now()), 1 - archiveAfterDays))
  return { kind, archiveBefore, asker: { id, agency, procedures: call.actor.procedures ?? null, elsewhere: await heldBy(call, agency) } }
}

/** Where files of a kind go from my agency when the dossier does not say it: the archive is the committee's. */
export const archiveOf = async (call: Call): Promise<string> => (await committeeOfCentre(call.tx, deskOf(call).agency))?.code ?? deskOf(call).agency

export type Receiver = { id: string; name: string; title: { vi: string; en: string } }

/** Who at an agency may be named on a list, by username; whoever makes it is not among them. */
export async function receiversAt(call: Call, kind: ListKind, agency: string): Promise<Receiver[]> {
  const found: Receiver[] = []
  for (const role of listKinds[kind].receivers) found.push(...(await officersOf(call.tx, { agency, role, at: call.clock.now() })))
  return found.filter(({ id }, i) => id !== call.actor.id && found.findIndex((other) => other.id === id) === i)
}

/**
 * Puts files that wait on a list to a named person. Throws `papers_not_waiting` when one of them has gone, goes somewhere else, stands on another list or is
 * no business of this role, `officer_not_here` for somebody who takes none there.
 */
export async function makeList(call: Call<z.output<typeof makePaperList.input>>): Promise<PaperListView> {
  const { tx, input, actor, clock } = call
  const { kind } = input
  const desk = deskOf(call)
  const ids = input.lines.map(({ dossier }) => dossier)
  await lockThese(tx, ids)
  // asked again with the dossiers held: what waited on the page may have gone since
  const waiting = kindsMadeBy(actor.role).includes(kind) ? await listWaiting(tx, await waitsFor(call, kind), { size: ids.length, only: ids }) : []
  const archive = kind === 'to_archive' ? await archiveOf(call) : null
  const fit = waiting.filter(({ to }) => (to ?? archive) === input.to)
  if (fit.length !== ids.length) throw new Failure('papers_not_waiting', { count: ids.length - fit.length })
  const person = (await receiversAt(call, kind, input.to)).find(({ id }) => id === input.person)
  if (!person) throw new Failure('officer_not_here', { agency: input.to }, { fields: { person: 'not_an_option' } })
  const at = clock.now()
  const by = await actorOf(tx, actor)
  const list = await insertList(tx, {
    id: uuidv7(), kind, fromAgency: desk.agency, toAgency: input.to, year: Number(localDate(at).slice(0, 4)), madeAt: at, maker: desk.id, makerName: actor.name, makerTitle: by.actorTitle,
    toOfficer: person.id, toName: person.name, toTitle: person.title.vi,
  }, input.lines)
  const papers = new Map(input.lines.map((line) => [line.dossier, line.papers]))
  await noteActs(tx, fit.map((dossier) => ({ dossier, note: { list: listNumber(list.number), to: person.name, papers: papers.get(dossier.id) } })), { action: 'sendPapers', at, ...by })
  return viewOfList(call, list)
}
