import { describe, expect, it } from 'vitest'
import { correlationId, createLog, maskCitizenNumbers, withCorrelation } from './log.ts'

const citizen = '999090123456'

function logged(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = []
  write(createLog({ level: 'debug', destination: { write: (line) => void lines.push(line) } }))
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>)
}

describe('the log', () => {
  it('never shows a citizen number, wherever it stands', () => {
    const lines = logged((log) => {
      log.info({ number: citizen, deep: [{ text: `số ${citizen}, và x${citizen}y` }], [citizen]: 1, long: `${citizen}99`, quoted: `"${citizen}"\n${citizen}` }, `hồ sơ của ${citizen}`)
      log.error(new Error(`no such citizen ${citizen}`, { cause: new Error(citizen) }))
      log.child({ citizen }).warn('child %s', citizen)
    })
    expect(lines).toHaveLength(3)
    expect(JSON.stringify(lines)).not.toContain(citizen)
    expect(JSON.stringify(lines)).not.toMatch(/\d{12}/)
    expect(lines[0]?.['msg']).toBe('hồ sơ của ************')
  })

  it('keeps numbers, times and names that hold twelve digits by chance', () => {
    const id = '01935f2e-7c4a-7abc-8def-123456789012'
    const digest = `${'123456789012'.repeat(5)}abcd`
    const [line] = logged((log) => log.info({ money: 150_000_000_000, at: 1_764_000_000_000, id, digest, phone: '0912345678' }, 'x'))
    expect(line).toMatchObject({ money: 150_000_000_000, at: 1_764_000_000_000, id, digest, phone: '0912345678' })
  })

  it('does not take a long run of digits for a digest', () => {
    for (const length of [12, 13, 40, 64, 70]) expect(maskCitizenNumbers('1'.repeat(length))).toBe('*'.repeat(length))
    expect(maskCitizenNumbers('1'.repeat(11))).toBe('1'.repeat(11))
  })

  it('hides passwords and tokens by name', () => {
    const [line] = logged((log) => log.info({ password: 'one', session: { token: 'two' } }, 'x'))
    expect(line).toMatchObject({ password: '***', session: { token: '***' } })
  })

  it('carries the correlation id through asynchronous work, and the level by name', async () => {
    const lines: string[] = []
    const log = createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } })
    await withCorrelation('abc', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1))
      expect(correlationId()).toBe('abc')
      log.info('in')
    })
    log.info('out')
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ correlationId: 'abc', level: 'info' }, { msg: 'out' }])
    expect(lines[1]).not.toContain('correlationId')
  })
})
