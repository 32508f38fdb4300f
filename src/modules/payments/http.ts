import { route } from '#platform/http'
import { closeTillOf } from './commands/close-till.ts'
import { collectCharge, waiveCharge } from './commands/collect.ts'
import { readCharge, readDue, readReceipt, readTill } from './commands/read-charges.ts'
import { readClosings, readReceivers, readSheet } from './commands/read-closings.ts'
import { receive } from './commands/receive-till.ts'
import { reprintReceiptOf } from './commands/reprint-receipt.ts'
import { voidReceiptOf } from './commands/void-receipt.ts'
import * as contract from './contract.ts'

const desk = ['clerk'] as const
/** a till is handed to somebody of the desk or of the authority that it belongs to */
const receivers = ['clerk', 'leader', 'officer'] as const
const handle = { purpose: 'handle' } as const

/** Who may do what; whose desk it must be is said in at-desk.ts. */
export const routes = [
  route(contract.getCharge, { reads: handle, who: desk }, readCharge),
  route(contract.listDue, { reads: { purpose: 'queue', list: true }, who: desk }, readDue),
  route(contract.collect, { reads: handle, who: desk }, collectCharge),
  route(contract.waive, { reads: handle, who: desk }, waiveCharge),
  route(contract.voidReceipt, { reads: handle, who: desk }, voidReceiptOf),
  route(contract.getReceipt, { reads: { purpose: 'paper', what: ['name'] }, who: desk, kind: 'download' }, readReceipt),
  route(contract.reprintReceipt, { who: desk }, reprintReceiptOf),
  route(contract.getTill, { reads: { purpose: 'queue', list: true }, who: desk }, readTill),
  route(contract.closeTill, { who: desk }, closeTillOf),
  route(contract.listReceivers, { who: desk }, readReceivers),
  route(contract.listClosings, { who: receivers }, readClosings),
  route(contract.receiveClosing, { who: receivers }, receive),
  route(contract.closingSheet, { reads: { purpose: 'paper', what: ['name'], list: true }, who: receivers, kind: 'download' }, readSheet),
]
