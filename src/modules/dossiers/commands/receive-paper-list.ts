import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import type { cancelPaperList, PaperListView, receivePaperList } from '../contract.ts'
import { ResultArchived } from '../events.ts'
import { listNumber, mayWithList, type ListAct } from '../paper-lists.ts'
import { noteActs } from '../stores/acts.ts'
import { lockDossier } from '../stores/dossiers.ts'
import { answerLines, findList, linesOf, lockList, lockThese, markListCancelled, markListReceived, type ListLine, type PaperList } from '../stores/paper-lists.ts'
import { actorOf, writeMove } from './move.ts'
import { standingOf, viewOfList } from './paper-list-views.ts'

/** The list, held, when this person may do this to it now. Throws `paper_list_not_found`, `forbidden`, `paper_list_received`, `paper_list_cancelled`. */
async function holdList(call: Call, id: string, act: ListAct): Promise<PaperList> {
  const list = await lockList(call.tx, id)
  if (!list || ![list.fromAgency, list.toAgency].includes(call.actor.agency ?? '')) throw new Failure('paper_list_not_found')
  if (!mayWithList(act, standingOf(list), call.actor)) throw new Failure('forbidden')
  if (list.receivedAt !== null) throw new Failure('paper_list_received', { by: list.receiverName })
  if (list.cancelledAt !== null) throw new Failure('paper_list_cancelled')
  return list
}

type Answer = z.output<typeof receivePaperList.input>['lines'][number]

/** Every line is answered once, and what is missing is said in words. Throws `invalid_input`. */
function refuseAnswers(lines: readonly ListLine[], answers: readonly Answer[]): void {
  const given = new Map(answers.map((answer) => [answer.number, answer]))
  const faults = lines.flatMap(({ number }): [string, string][] => {
    const answer = given.get(number)
    if (!answer) return [[`outcome${number}`, 'required']]
    return answer.outcome === 'missing' && (answer.remark ?? '').length < 3 ? [[`remark${number}`, 'required']] : []
  })
  if (given.size !== answers.length || answers.some(({ number }) => !lines.some((line) => line.number === number))) faults.push(['lines', 'wrong_form'])
  if (faults.length > 0) throw new Failure('invalid_input', { fields: faults.map(([field]) => field) }, { fields: Object.fromEntries(faults) })
}

/**
 * The named person, or whoever is there for them, confirms a list line by line. What is missing waits again where it was. A result that has come to the archive is archived.
 */
export async function receiveList(call: Call<z.output<typeof receivePaperList.input>>): Promise<PaperListView> {
  const { tx, input, actor, clock } = call
  const list = await holdList(call, input.list, 'receive')
  const all = await linesOf(tx, list.id)
  refuseAnswers(all, input.lines)
  const held = new Map((await lockThese(tx, all.map(({ dossier }) => dossier))).map((dossier) => [dossier.id, dossier]))
  const at = clock.now()
  const by = await actorOf(tx, actor)
  const answers = new Map(input.lines.map((line) => [line.number, line]))
  await answerLines(tx, list.id, input.lines.map(({ number, outcome, remark }) => ({ number, outcome, remark: remark === undefined || remark === '' ? null : remark })))
  await markListReceived(tx, list.id, { officer: actor.id ?? '', name: actor.name, at })
  for (const outcome of ['received', 'missing'] as const) {
    const these = all.filter(({ number }) => answers.get(number)?.outcome === outcome)
    await noteActs(tx, these.flatMap(({ dossier, number }) => {
      const standing = held.get(dossier)
      const remark = answers.get(number)?.remark
      return standing ? [{ dossier: standing, note: { list: listNumber(list.number), from: list.makerName, ...(remark && { remark }) } }] : []
    }), { action: outcome === 'received' ? 'receivePapers' : 'missPapers', at, ...by })
    if (outcome === 'received' && list.kind === 'to_archive') await archive(call, these, list)
  }
  return viewOfList(call, await again(call, list.id))
}

/** What came to the archive is archived. One that was handed over in the meantime is left as it is. */
async function archive({ tx, actor, clock }: Call, lines: readonly ListLine[], list: PaperList): Promise<void> {
  for (const { dossier: id } of lines) {
    const dossier = await lockDossier(tx, id)
    if (dossier?.state !== 'approved') continue
    await writeMove(tx, dossier, actor, { action: 'archive', event: ResultArchived, at: clock.now(), note: { list: listNumber(list.number), to: actor.name }, change: { shelf: null, shelvedAt: null } })
  }
}

/** Whoever made a list, or a colleague, takes it back while nobody has confirmed it: its files wait again. */
export async function cancelList(call: Call<z.output<typeof cancelPaperList.input>>): Promise<PaperListView> {
  const { tx, actor, clock } = call
  const list = await holdList(call, call.input.list, 'cancel')
  const lines = await linesOf(tx, list.id)
  const held = await lockThese(tx, lines.map(({ dossier }) => dossier))
  const at = clock.now()
  await answerLines(tx, list.id, lines.map(({ number }) => ({ number, outcome: 'cancelled', remark: null })))
  await markListCancelled(tx, list.id, at)
  await noteActs(tx, held.map((dossier) => ({ dossier, note: { list: listNumber(list.number) } })), { action: 'takePapersBack', at, ...(await actorOf(tx, actor)) })
  return viewOfList(call, await again(call, list.id))
}

async function again({ tx }: Call, id: string): Promise<PaperList> {
  const list = await findList(tx, id)
  if (!list) throw new Error('a list that is held is gone')
  return list
}
