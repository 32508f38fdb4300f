import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call } from '#platform/http'
import { clerkOf } from '../at-desk.ts'
import type * as contract from '../contract.ts'
import { lockClosing, markReceived, type Closing } from '../stores/closings.ts'
import { viewOfClosing } from '../views.ts'

/**
 * The chosen person says that it has come, and how much cash they counted; what went to a bank or a treasury the clerk confirms with the number of the paper they
 * got for it. Throws `closing_not_found`, `closing_received`, `own_closing`, `closing_not_yours`, `invalid_input` when the count differs and nobody says why.
 */
export async function receive(call: Call<z.output<typeof contract.receiveClosing.input>>): Promise<z.input<typeof contract.receiveClosing.output>> {
  const { tx, input } = call
  const officer = clerkOf(call)
  const closing = await lockClosing(tx, input.closing)
  if (!closing || (closing.agency !== officer.agency && closing.receiver !== officer.id)) throw new Failure('closing_not_found')
  if (closing.receivedAt !== null) throw new Failure('closing_received')
  refuseOthers(closing, officer.id)
  if (closing.outside && input.reference === undefined) throw new Failure('invalid_input', { fields: ['reference'] }, { fields: { reference: 'required' } })
  const cash = input.cash ?? closing.counted
  if (cash !== closing.counted && input.remark === undefined) throw new Failure('invalid_input', { fields: ['remark'] }, { fields: { remark: 'required' } })
  const received = { officer: officer.id, name: closing.outside ? closing.handedTo : officer.name, at: call.clock.now(), cash, remark: input.remark ?? null, reference: closing.outside ? (input.reference ?? null) : null }
  return viewOfClosing(await markReceived(tx, closing.id, received), officer)
}

function refuseOthers({ clerk, receiver, outside }: Closing, officer: string): void {
  if (outside ? clerk !== officer : receiver !== null && receiver !== officer && clerk !== officer) throw new Failure('closing_not_yours')
  if (!outside && clerk === officer) throw new Failure('own_closing')
}
