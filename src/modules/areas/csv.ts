/**
 * Rows of a comma-separated text with a header line (RFC 4180: quoted fields, doubled quotes, line breaks inside quotes), as objects by
 * column. Throws an Error that names the line when a row has another number of fields than the header, or a quote is left open.
 */
export function readCsv(text: string): Record<string, string>[] {
  const [header, ...rows] = records(text.replace(/^\ufeff/, ''))
  if (!header) return []
  return rows.map(({ fields, line }) => {
    if (fields.length !== header.fields.length) throw new Error(`line ${line} has ${fields.length} fields, the header has ${header.fields.length}`)
    return Object.fromEntries(header.fields.map((name, i) => [name, fields[i] ?? '']))
  })
}

function records(text: string): { fields: string[]; line: number }[] {
  const found: { fields: string[]; line: number }[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y
  let fields: string[] = []
  let line = 1
  let start = 1
  while (field.lastIndex < text.length || fields.length > 0) {
    const match = field.exec(text)
    if (!match) throw new Error(`line ${line} has a quote in the wrong place, or one that is left open`)
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    line += match[0].split('\n').length - 1
    if (match[3] === ',') continue
    if (fields.length > 1 || fields[0] !== '') found.push({ fields, line: start })
    fields = []
    start = line
  }
  return found
}
