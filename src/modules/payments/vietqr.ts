/**
 * The QR code by which a Vietnamese bank's app fills in a transfer: EMVCo, merchant presented, as NAPAS writes it ("QR_Format_T&C_v1.0_VN_092021",
 * section 6). Text of tag, two digits of length, value; at the end CRC-16/CCITT-FALSE over everything before it.
 */

/** An account that takes money: six digits of the bank, and the account's number. */
export type BankAccount = { bin: string; account: string }

const field = (tag: string, value: string): string => {
  if (value.length > 99) throw new RangeError(`tag ${tag}: longer than 99 characters`)
  return `${tag}${String(value.length).padStart(2, '0')}${value}`
}

/** CRC-16/CCITT-FALSE (polynomial 1021, begins with FFFF) as four capital hex digits; of `123456789` it is 29B1. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

/** The text of the code for one payment: so much đồng to this account under this bill number. `purpose` is plain letters, as banks show them. */
export function vietQr({ bin, account }: BankAccount, { amount, bill, purpose }: { amount: number; bill: string; purpose: string }): string {
  const receiver = field('00', bin) + field('01', account)
  const merchant = field('00', 'A000000727') + field('01', receiver) + field('02', 'QRIBFTTA')
  const more = field('01', bill) + field('08', purpose)
  const text = `${field('00', '01')}${field('01', '12')}${field('38', merchant)}${field('53', '704')}${field('54', String(amount))}${field('58', 'VN')}${field('62', more)}6304`
  return text + crc16(text)
}
