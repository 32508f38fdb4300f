// Writes docs/settings.md from the settings of src/platform/config.ts; with --check only says whether the page is current.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const page = new URL('../docs/settings.md', import.meta.url)

/** The page, from the table of settings (zod schemas by name). */
export function settingsPage(settings) {
  const rows = Object.entries(settings).map(([name, schema]) => {
    const { description, expects, shown } = schema.meta() ?? {}
    const absent = schema.safeParse(undefined)
    const initial = shown ?? (absent.success && absent.data !== undefined ? `\`${absent.data}\`` : 'none')
    return `| \`${name}\` | ${initial} | ${expects} | ${description} |`
  })
  return `# Settings

Written by \`node tools/settings-doc.mjs\` from \`src/platform/config.ts\`; a test checks that it is current.
Settings are environment variables. An empty one counts as absent. A value that does not fit, or a variable that begins with \`TINHSO_\` and is not
listed here, stops the start with one sentence that names it.

| Setting | Default | Must be | What it does |
|---|---|---|---|
${rows.join('\n')}

Tests also read \`CHROME\`: the program of a Chromium or Chrome, when it is not found on the \`PATH\`.
`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { settings } = await import('../src/platform/config.ts')
  const text = settingsPage(settings)
  const current = existsSync(page) && readFileSync(page, 'utf8') === text
  if (process.argv.includes('--check')) {
    if (!current) console.error('docs/settings.md is not current: run node tools/settings-doc.mjs')
    process.exit(current ? 0 : 1)
  }
  mkdirSync(new URL('.', page), { recursive: true })
  writeFileSync(page, text)
}
