import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import type { Call, FileAnswer } from '#platform/http'
import { getAgency, letterheadOf } from '#modules/agencies'
import { clerkOf, readOf } from '../at-desk.ts'
import type * as contract from '../contract.ts'
import { makeTillSheet } from '../documents/till-sheet.ts'
import { receiversFor } from '../receivers.ts'
import { findClosing, listClosings } from '../stores/closings.ts'
import { receiptsOfClosing } from '../stores/receipts.ts'
import { sheetNumber, viewOfClosing } from '../views.ts'

const mostShown = 60

/** Closings of my desk and those handed to me, the newest first. */
export async function readClosings(call: Call): Promise<z.input<typeof contract.listClosings.output>> {
  const viewer = clerkOf(call)
  return { closings: (await listClosings(call.tx, { agency: viewer.agency, receiver: viewer.id }, mostShown)).map((closing) => viewOfClosing(closing, viewer)) }
}

/** To whom I may hand my till over. */
export async function readReceivers(call: Call): Promise<z.input<typeof contract.listReceivers.output>> {
  const { agency, id } = clerkOf(call)
  return { receivers: await receiversFor(call.tx, agency, id, call.clock.now()) }
}

/** The sheet of a closing, with its receipts, for the hands of both. Throws `closing_not_found`, also for one without a sheet. */
export async function readSheet(call: Call<z.output<typeof contract.closingSheet.input>>): Promise<FileAnswer> {
  const viewer = clerkOf(call)
  const closing = await findClosing(call.tx, call.input.closing)
  const number = closing && sheetNumber(closing)
  if (!closing || !number || (closing.agency !== viewer.agency && closing.receiver !== viewer.id)) throw new Failure('closing_not_found')
  const receipts = await receiptsOfClosing(call.tx, closing.id)
  call.reads(receipts.map(readOf))
  const desk = await getAgency(call.tx, closing.agency)
  const stored = await call.files.keep(await makeTillSheet(call, { closing, receipts, number, desk: desk.name.vi, head: await letterheadOf(call.tx, desk, call.province) }), 'application/pdf')
  return { file: stored.hash, size: stored.size, type: 'application/pdf', name: `ban-giao-tien-${number.split('/')[0] ?? ''}.pdf`, inline: true }
}
