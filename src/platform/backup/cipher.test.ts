import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { opening, sealing } from './cipher.ts'

const key = 'a key of the backups, long enough to be one'
const through = async (bytes: Buffer, transform: ReturnType<typeof sealing>): Promise<Buffer> => {
  const out: Buffer[] = []
  await pipeline(Readable.from(bytes.length === 0 ? [] : [bytes.subarray(0, bytes.length >> 1), bytes.subarray(bytes.length >> 1)]), transform, async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) out.push(chunk)
  })
  return Buffer.concat(out)
}
it('gives back what went in, of any length, and nothing of what was changed, cut or put in another order', async () => {
  for (const size of [0, 1, 1 << 20, (1 << 20) + 1, 3 * (1 << 20)]) {
    const bytes = Buffer.alloc(size, 'x')
    const sealed = await through(bytes, sealing(key))
    expect((await through(sealed, opening(key))).equals(bytes), String(size)).toBe(true)
    await expect(through(sealed, opening(`${key}?`))).rejects.toThrow()
    for (const cut of [1, 16, 17]) await expect(through(sealed.subarray(0, sealed.length - cut), opening(key))).rejects.toThrow()
  }
  const sealed = await through(Buffer.alloc(2 * (1 << 20), 'y'), sealing(key))
  const [head, chunk] = [31, (1 << 20) + 16]
  await expect(through(Buffer.concat([sealed.subarray(0, head), sealed.subarray(head + chunk), sealed.subarray(head, head + chunk)]), opening(key))).rejects.toThrow()
  await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 5000 }), async (at) => {
    const changed = Buffer.from(sealed)
    const place = at % changed.length
    changed[place] = (changed[place] ?? 0) ^ 1
    await expect(through(changed, opening(key))).rejects.toThrow()
  }), { numRuns: 20 })
})
