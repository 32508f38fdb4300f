/** Unicode form C: what is stored and compared. Some phones and old documents send Vietnamese with separate accents. */
export const nfc = (text: string): string => text.normalize('NFC')

/**
 * The searching form: lower case, accents removed, đ as d, white space squeezed and trimmed. `Đặng  Thị Hồng` becomes `dang thi hong`.
 * Equal for composed and decomposed input; fold(fold(x)) is fold(x).
 */
export const fold = (text: string): string => unaccent(text.toLowerCase()).replace(/\s+/gu, ' ').trim()

/** Accents removed and đ as d, everything else as it was. Length changes only for decomposed input. */
export const unaccent = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}+/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFC')

/** Whether a text carries Vietnamese accents (or đ): whether its writer meant them. */
export const hasAccents = (text: string): boolean => unaccent(text) !== nfc(text)

/** Whether a text is written in Vietnamese: a word with a letter that only Vietnamese has, and which is no name (names begin with a capital). */
export const looksVietnamese = (text: string): boolean => vietnameseWord.test(nfc(text))

const vietnameseWord = /(?<![\p{L}\p{M}])\p{Ll}*[ảãạăằắẳẵặầấẩẫậđẻẽẹềếểễệỉĩịỏõọồốổỗộơờớởỡợủũụưừứửữựỳỷỹỵ]\p{Ll}/u

/** White space squeezed and trimmed, form C: what is kept of a name or a title that a person typed. */
export const tidy = (text: string): string => nfc(text).replace(/\s+/gu, ' ').trim()

/** A part of a path or file name: `Giấy xác nhận (bản sao)` becomes `giay-xac-nhan-ban-sao`. Empty when nothing is left. */
export const slug = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
