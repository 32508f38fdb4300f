import { describe, expect, it } from 'vitest'
import { qrSvg } from './qr.ts'

describe('QR codes', () => {
  it('are pictures with a quiet zone of four modules, dark on white', async () => {
    const svg = await qrSvg('https://example.vn/a')
    const side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
    // a code of version v has 17 + 4v modules, and four of quiet zone on each side
    expect((side - 8 - 17) % 4).toBe(0)
    expect(svg).toContain('fill="#ffffff"')
    expect(svg).toContain('stroke="#000000"')
  })
  it('are the same for the same text and differ for another', async () => {
    expect(await qrSvg('H09.12-261123-0042')).toBe(await qrSvg('H09.12-261123-0042'))
    expect(await qrSvg('H09.12-261123-0042')).not.toBe(await qrSvg('H09.12-261123-0043'))
  })
  it('refuse what does not fit', () => expect(qrSvg('x'.repeat(5000))).rejects.toThrow())
})
