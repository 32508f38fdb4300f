import { toString } from 'qrcode'

/**
 * A QR code as an SVG text, for `qr-block` of state-document.typ. Correction level M (15 %): it survives a fold and a stamp. Four modules of
 * quiet zone as ISO/IEC 18004 asks, so it may stand anywhere. Throws an Error when the text is too long for a code (about 2.300 bytes).
 */
export const qrSvg = (text: string): Promise<string> => toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 })
