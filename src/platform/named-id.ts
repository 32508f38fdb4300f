import { createHash } from 'node:crypto'

/** The UUID of a name: the same for ever for the same name, different for any other (RFC 9562, version 8: ours, out of SHA-256). */
export function namedId(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
