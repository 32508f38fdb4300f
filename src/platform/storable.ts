/** deeper than any form of ours; what reads a value goes down by recursion */
const deepest = 32

/**
 * What in a request could never be kept, by its path: text that PostgreSQL refuses (a NUL, half a character), and lists or objects nested
 * deeper than anything we ask for. Found before any schema looks, because a schema may let any value pass. `wrong_form` and `too_deep`.
 */
export function unstorable(input: unknown): Record<string, string> {
  const faults: Record<string, string> = {}
  const open: [value: unknown, path: string, depth: number][] = [[input, '', 0]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, path, depth] = next
    if (typeof value === 'string' && !isText(value)) faults[path] = 'wrong_form'
    if (typeof value !== 'object' || value === null) continue
    if (depth >= deepest) return { [path.split('.', 1)[0] ?? '']: 'too_deep' }
    for (const [key, part] of Object.entries(value)) {
      if (isText(key)) open.push([part, path === '' ? key : `${path}.${key}`, depth + 1])
      else faults[path] = 'wrong_form'
    }
  }
  return faults
}

const isText = (text: string): boolean => !text.includes('\0') && text.isWellFormed()
