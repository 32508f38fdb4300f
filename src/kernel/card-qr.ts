import type { LocalDate } from './local-time.ts'

/**
 * What the QR code of an identity card says, as a scanner types it: `number|older number|name|ddMMyyyy born|gender|address|ddMMyyyy issued`, and more on cards since 2024, which is left
 * alone. (Căn cước công dân gắn chíp 2021 and căn cước 2024; the layout is what cards carry, no document of the State was found: docs/law-gaps.md.)
 */
export type CardFacts = { number: string; older: string | null; name: string; born: LocalDate | null; gender: 'male' | 'female' | null; address: string | null; issued: LocalDate | null }

/**
 * Why a text is no card: `empty`; `not_a_card` (another code, such as an address of the web); `cut` (parts are missing: scan again); `letters_lost` (the scanner sent the numbers and not the letters: the name
 * must be typed); `keyboard` (a Vietnamese keyboard changed what the scanner typed: switch it off).
 */
export type CardFault = 'empty' | 'not_a_card' | 'cut' | 'letters_lost' | 'keyboard'

export type CardReading = { facts: CardFacts; fault?: undefined } | { facts: Partial<CardFacts> | null; fault: CardFault }

/** Reads the text that a scanner typed. Pure; keeps nothing. */
export function readCard(text: string): CardReading {
  // some scanners end with Enter or Tab, some begin with a mark of the code's kind; what stands above U+007F may be half a letter and stays until it is repaired
  const line = repair([...text].filter((letter) => letter >= ' ').join('').replace(/^\](?:Q\d|C\d)/, '').trim())
  if (line === '') return { facts: null, fault: 'empty' }
  const parts = line.split('|').map((part) => part.trim())
  const [number = '', older = '', name = '', born = '', gender = '', address = '', issued = ''] = parts
  if (!/^\d{12}$/.test(number)) return { facts: null, fault: parts.length >= 5 && /^[\d\p{L}]{10,16}$/u.test(number) ? 'keyboard' : /^\d{5,11}$/.test(number) ? 'cut' : 'not_a_card' }
  if (parts.length < 6) return { facts: null, fault: 'cut' }
  const facts: CardFacts = { number, older: /^\d{9,12}$/.test(older) ? older : null, name: nameOf(name), born: dateOf(born), gender: genderOf(gender), address: address === '' ? null : address.normalize('NFC'), issued: dateOf(issued) }
  if (/[?\uFFFD]/.test(name + address) || /[A-Za-z]\d|\d[A-Za-z]/.test(name)) {
    const { name: _, address: __, ...sure } = facts
    return { facts: sure, fault: /\d/.test(name) ? 'keyboard' : 'letters_lost' }
  }
  if (facts.name === '' || facts.born === null) return { facts: null, fault: 'cut' }
  return { facts }
}

/** UTF-8 that was taken for Windows-1252 on its way (`Nguyá»…n`): put right when every letter of it can be. */
function repair(text: string): string {
  if (!/[ÃÂÄÆá][\u0080-\u00BF»º¡-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(text)) return text
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const byte = code < 0x100 ? code : windows1252.indexOf(letter) + 0x80
    if (code >= 0x100 && !windows1252.includes(letter)) return text
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
  } catch {
    return text
  }
}

/** 0x80 to 0x9F of Windows-1252; what is free there stands for itself. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

const nameOf = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ')

function dateOf(text: string): LocalDate | null {
  const [, day = '', month = '', year = ''] = /^(\d{2})\/?(\d{2})\/?(\d{4})$/.exec(text) ?? []
  const date = `${year}-${month}-${day}`
  const read = new Date(`${date}T00:00:00Z`)
  return year !== '' && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : null
}

const genderOf = (text: string): CardFacts['gender'] => (/^nam$/i.test(text) ? 'male' : /^n(ữ|u|ử)$/i.test(text.normalize('NFC')) ? 'female' : null)
