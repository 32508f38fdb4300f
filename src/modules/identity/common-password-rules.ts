import { fold } from '#kernel/text'

/**
 * The words that the commonest passwords are made of, in Vietnam and elsewhere, in small letters without marks. A short list of our own: what
 * people choose first, from published frequency lists, and what they choose in an office.
 */
const words = `
  password passw0rd pass passwd matkhau mk admin administrator quantri quantrivien root user guest test demo welcome login dangnhap letmein secret changeme default
  qwerty qwertyuiop qwert asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qwer azerty abc abcd abcde abcdef abcxyz aaaa aaaaaa
  iloveyou anhyeuem emyeuanh yeuem yeuanh anhyeu emyeu nhoem anhnhoem tinhyeu yeunhau yeumai maiyeuem vochong giadinh contrai congai meyeucon boyeu meyeu
  vietnam vietnamvodich hanoi saigon tphcm danang hochiminh bacho chutich doclap tudo hanhphuc doclaptudohanhphuc
  ubnd uybannhandan hanhchinh hanhchinhcong motcua chuyendoiso chinhquyen coquan congchuc canbo tuphap hotich tiepnhan phuong xa huyen tinh congan vneid
  dragon monkey football master shadow superman batman sunshine princess baseball michael computer internet samsung iphone google facebook zalo
  hello xinchao chaoban khongco khongbiet khongnho quenroi taikhoan nguoidung maytinh dienthoai
`.trim().split(/\s+/)

const common = new Set(words)

const digitFor: Readonly<Record<string, string>> = { '@': 'a', '0': 'o', '1': 'i', '3': 'e', $: 's', '5': 's', '7': 't' }

/** Every digit or letter in a row: `12345678`, `abcdefgh`, backwards and the same one again too. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, at) => (character.codePointAt(0) ?? 0) - (text.codePointAt(at) ?? 0))
  return steps.every((step) => step === steps[0] && Math.abs(step) <= 1)
}

/** digits that stand around a word without making it another: a year, a birthday, 123 */
const decoration = /^\d{0,8}|\d{0,8}$/g

/** Whether a password is one of those that are tried first: a common word with a few digits or signs around it, digits alone, a row of keys. */
export function isCommonPassword(password: string): boolean {
  const plain = fold(password).replace(/[^a-z0-9@$]/g, '')
  const letters = plain.replace(/[@$]/g, '')
  if (isRun(plain) || /^\d*$/.test(letters) || new Set(plain).size <= 2) return true
  const core = plain.replace(decoration, '')
  const spelled = (text: string): string => [...text].map((character) => digitFor[character] ?? character).join('')
  return [letters, core.replace(/[@$]/g, ''), spelled(core), spelled(plain)].some((text) => common.has(text) || isTwice(text))
}

/** `abcabc`, `matkhaumatkhau`. */
function isTwice(text: string): boolean {
  const half = text.slice(0, text.length / 2)
  return text.length >= 4 && text === half + half && (common.has(half) || isRun(half))
}
