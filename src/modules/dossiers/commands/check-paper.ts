import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import type { checkPaper, Done } from '../contract.ts'
import { isGranted } from '../rights.ts'
import type { State } from '../states.ts'
import { setVerdict } from '../stores/papers.ts'
import { doneOf, lockVisible, personOf } from './move.ts'

const checkable: readonly State[] = ['submitted', 'processing']

/** Says of one paper that it is good or not. Throws `action_not_allowed` when the dossier is not in hand, `not_found` for no such paper. */
export async function checkPaperOf(call: Call<z.output<typeof checkPaper.input>>): Promise<Done> {
  const { tx, actor, input } = call
  const dossier = await lockVisible(call, input.id)
  if (!isGranted('checkPaper', dossier, personOf(actor))) throw new Failure('forbidden')
  if (!checkable.includes(dossier.state)) throw new Failure('action_not_allowed', { state: dossier.state, action: 'checkPaper' })
  const found = await setVerdict(tx, dossier.id, input.number, { verdict: input.verdict, remark: input.remark ?? null, by: actor.id, at: call.clock.now() })
  if (!found) throw new Failure('not_found')
  return doneOf(dossier, actor)
}
