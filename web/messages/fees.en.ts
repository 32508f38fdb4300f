import type { fees as vi } from './fees.vi.ts'

export const fees: typeof vi = {
  link: 'Fees',
  due: {
    title: 'Fees', none: 'Nothing is owed', noneText: 'A fee stands here once an application with a fee is accepted.', table: 'What is owed, the oldest first', code: 'Code', payer: 'Payer', what: 'Procedure', since: 'Since', total: 'Sum',
    collect: 'Collect', sum: (count, total) => `${count} fees, ${total}`, till: 'My till',
  },
  charge: {
    title: (payer) => `Fee: ${payer}`, back: 'Back to fees', open: 'Open the application', goOn: 'Hand over the result', holder: 'Account holder', account: 'Account', lines: 'What for', name: 'Name', amount: 'Price', times: 'Times', sum: 'Sum', total: 'Total', none: 'Nothing is owed for this application.',
    states: { due: 'Owed', paid: 'Paid', waived: 'Waived', cancelled: 'Not owed any more' },
    method: 'Received in', methods: { cash: 'Cash', transfer: 'Bank transfer' }, cashHint: 'Count it before you press.', transferHint: 'Press only when the money is in the account.', reference: 'Transaction', referenceHint: 'As in the message of the bank.',
    methodIn: 'how it was received', qr: 'QR code for the payer’s bank', qrText: 'The payer opens the bank’s app and scans: sum and text are filled in. Compare the name of the account holder before paying.', collect: (total) => `${total} received, write the receipt`,
    waive: 'Waive', waiveText: 'Families of merit, poor households, persons with disabilities and others whom the law lets off.', ground: 'Ground', groundIn: 'the ground', groundHint: 'Who it is and the paper that you saw.', waiveButton: 'Waive the fee', waivedBy: (by, reason) => `Waived by ${by}: ${reason}`,
    receipts: 'Receipts', receipt: (number) => `Receipt ${number}`, by: (method, who, at) => `${method}, collected by ${who} at ${at}`, print: 'Open to print', voided: (by, at, reason) => `Voided by ${by}, ${at}. ${reason}`,
    void: 'Void the receipt', voidText: 'The number stays in the book with the reason. Then collect again to write another one.', reason: 'Reason', reasonIn: 'the reason', voidButton: 'Void this receipt',
    done: { collected: 'The receipt is written. Open it to print.', waived: 'The fee is waived.', voided: 'The receipt is voided. Collect again to write another one.' },
  },
  till: {
    title: 'My till', none: 'Nothing was collected since the last closing', noneText: 'Receipts that you write stand here until you close.', cash: 'Cash that must be there', transfers: 'Transfers', table: 'Receipts not closed, the newest first', number: 'Number', payer: 'Payer', method: 'Received in', at: 'At', total: 'Sum', voided: 'voided',
    close: 'Close and hand over', counted: 'Cash counted', countedIn: 'the cash counted', countedHint: (cash) => `Count the drawer; in dong. By the receipts there must be ${cash}.`, difference: 'Why it differs', differenceIn: 'why it differs', differenceHint: 'Only when the count is not what it must be.', papers: 'Paper files handed over', papersIn: 'the number of paper files',
    handedTo: 'Handed to', handedToIn: 'who receives it', handedToHint: 'Whoever receives cash, slips and paper files. The chosen person is told and confirms it.',
    outside: 'Or taken outside', outsideIn: 'who receives it outside', outsideHint: 'A bank, a treasury: its name and who took it. Once you have its paper, write the number below.', toWhom: 'Choose who receives it, or name the place outside', oneOnly: 'Only one of the two: a person here, or a place outside', sayWhy: 'The count is not what the book says: write why', button: 'Close the till', closings: 'Closings', noClosings: 'No closing yet', noClosingsText: 'Closings stand here for the receiver to confirm.',
    line: (clerk, at) => `Closed by ${clerk} at ${at}`, facts: (receipts, voided, papers) => `${receipts} receipts, ${voided} voided, ${papers} paper files`, sums: (cash, counted, transfers) => `Cash ${cash}, counted ${counted}; transfers ${transfers}`,
    differs: (by, reason) => `${by} against the book. Reason: ${reason}`, short: (sum) => `${sum} short`, over: (sum) => `${sum} over`, to: (name) => `Handed to ${name}`, waiting: 'Not confirmed yet.', waitsFor: (name) => `Waits for ${name} to confirm.`, received: (by, at) => `Received by ${by} at ${at}`, receive: (sum) => `I have received ${sum}`, receiveOutside: 'Taken there', otherCount: 'Counted something else?', receiverCounted: 'Cash that I counted', remark: 'Why it differs', remarkIn: 'why it differs', referenceLabel: 'Number of the paying-in slip', referenceIn: 'the number of the slip', referenceHint: 'As on the paper of the bank or treasury.', reference: (number) => `Paying-in slip number ${number}`,
    receivedOther: (sum, remark) => `The receiver counted ${sum}. ${remark}`, sheet: (number) => `Print the hand-over sheet ${number}`, receiving: 'Cash handed over to me',
    done: { closed: 'The till is closed. The receiver was told and confirms it from their own account. Print the sheet below for both signatures.', outside: 'The till is closed. Once the money is paid in, write the number of the slip below.', received: 'Written down as received.' },
  },
}
