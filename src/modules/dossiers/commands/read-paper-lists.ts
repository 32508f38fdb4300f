import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { fromLocal, localDate } from '#kernel/local-time'
import type { Call, FileAnswer } from '#platform/http'
import { agencyNames, getAgency, letterheadOf } from '#modules/agencies'
import { titlesOf } from '#modules/procedures'
import type { getPaperList, paperListDocument, paperLists, papersWaiting, reprintPaperList } from '../contract.ts'
import { makePaperListDocument } from '../documents/paper-list.ts'
import { kindsMadeBy, kindsReceivedBy, seesList } from '../paper-lists.ts'
import { countWaiting, findList, linesOf, listLists, listWaiting, lockList, addListReprint, madeSince, reprintsOf, type ListLine, type PaperList } from '../stores/paper-lists.ts'
import { archiveOf, receiversAt, waitsFor } from './make-paper-list.ts'
import { readsOf } from './move.ts'
import { placeOf, standingOf, viewOfList, viewWith } from './paper-list-views.ts'
import { deskOf } from './visits.ts'

const mostShown = 60
const mostWaiting = 200

/** Lists to and from my agency, and how much waits to be put on one. */
export async function readPaperLists(call: Call): Promise<z.input<typeof paperLists.output>> {
  const { tx, actor, clock } = call
  const { agency, id } = deskOf(call)
  const made = kindsMadeBy(actor.role)
  const waits = await Promise.all(made.map((kind) => waitsFor(call, kind)))
  const counts = await countWaiting(tx, waits)
  const lists = await listLists(tx, agency, { made, received: kindsReceivedBy(actor.role) }, mostShown)
  const names = await agencyNames(tx, lists.flatMap(({ fromAgency, toAgency }) => [fromAgency, toAgency]))
  return { waiting: made.map((kind, i) => ({ kind, count: counts[i] ?? 0 })), lists: lists.map((list) => viewWith(call, list, names)), mineToday: await madeSince(tx, agency, id, fromLocal(localDate(clock.now()))) }
}

/** Paper files that wait, by where they go; none for a role that makes no such list. */
export async function readPapersWaiting(call: Call<z.output<typeof papersWaiting.input>>): Promise<z.input<typeof papersWaiting.output>> {
  const { tx, input: { kind }, actor } = call
  const files = !kindsMadeBy(actor.role).includes(kind) ? [] : await listWaiting(tx, await waitsFor(call, kind), { size: mostWaiting })
  call.reads(files.flatMap(readsOf))
  const archive = kind === 'to_archive' && files.length > 0 ? await archiveOf(call) : ''
  const titles = await titlesOf(tx, [...new Set(files.map(({ procedure }) => procedure))])
  const codes = [...new Set(files.map(({ to }) => to ?? archive))]
  const names = await agencyNames(tx, codes)
  const places = []
  for (const code of codes) {
    places.push({
      to: placeOf(code, names), people: (await receiversAt(call, kind, code)).map(({ id, name, title }) => ({ id, name, title: title[call.locale] })),
      rows: files.filter(({ to }) => (to ?? archive) === code).map((file) => ({
        id: file.id, code: file.code, title: titles.get(file.procedure) ?? { vi: file.procedure, en: file.procedure }, name: file.name, papers: file.papers, since: file.since.toISOString(), shelf: file.shelf,
      })),
    })
  }
  return { kind, places }
}

/** A list that I make or get, with its lines. Throws `paper_list_not_found`. */
export async function visibleList(call: Call, id: string): Promise<{ list: PaperList; lines: ListLine[] }> {
  const list = await findList(call.tx, id)
  if (!list || !seesList(standingOf(list), call.actor)) throw new Failure('paper_list_not_found')
  const lines = await linesOf(call.tx, list.id)
  call.reads(lines.flatMap((line) => readsOf({ ...line, id: line.dossier })))
  return { list, lines }
}

export async function readPaperList(call: Call<z.output<typeof getPaperList.input>>): Promise<z.input<typeof getPaperList.output>> {
  const { list, lines } = await visibleList(call, call.input.list)
  const titles = await titlesOf(call.tx, [...new Set(lines.map(({ procedure }) => procedure))])
  return {
    ...(await viewOfList(call, list)),
    reprints: (await reprintsOf(call.tx, list.id)).map(({ copy, at, by }) => ({ copy, at: at.toISOString(), by })),
    lines: lines.map(({ number, dossier, code, procedure, name, papers, outcome, remark }) => ({ number, dossier, code, title: titles.get(procedure) ?? { vi: procedure, en: procedure }, name, papers, outcome, remark })),
  }
}

/** The list as a paper, to be signed by whoever gives and whoever takes. Throws `paper_list_not_found`. */
export async function readPaperListDocument(call: Call<z.output<typeof paperListDocument.input>>): Promise<FileAnswer> {
  const { list, lines } = await visibleList(call, call.input.list)
  const { tx, input: { copy } } = call
  if (copy !== undefined && !(await reprintsOf(tx, list.id)).some((print) => print.copy === copy)) throw new Failure('paper_list_not_found')
  const titles = await titlesOf(tx, [...new Set(lines.map(({ procedure }) => procedure))])
  const [from, to] = [await getAgency(tx, list.fromAgency), await getAgency(tx, list.toAgency)]
  const pdf = await makePaperListDocument(call, { list, head: await letterheadOf(tx, from, call.province), from, to, reprint: copy ?? null, lines: lines.map((line) => ({ ...line, title: titles.get(line.procedure)?.vi ?? line.procedure })) })
  const stored = await call.files.keep(pdf, 'application/pdf')
  return { file: stored.hash, size: stored.size, type: 'application/pdf', name: `danh-sach-ban-giao-${list.number}-${list.year}.pdf`, inline: true }
}

/** A list is printed again, under the next number. Throws `paper_list_not_found`. */
export async function reprintList(call: Call<z.output<typeof reprintPaperList.input>>): Promise<z.input<typeof reprintPaperList.output>> {
  const list = await lockList(call.tx, call.input.list)
  if (!list || !seesList(standingOf(list), call.actor)) throw new Failure('paper_list_not_found')
  return { copy: await addListReprint(call.tx, list.id, { officer: call.actor.id ?? '', name: call.actor.name, at: call.clock.now() }) }
}
