import { t, type Locale } from '../../../web/messages/index.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '')

const style = `:root{color-scheme:light}body{margin:0;background:#faf8f3;color:#1a1814;font:400 1.125rem/1.6 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{max-width:40rem;margin:0 auto;padding:3rem 1rem}h1{font-size:2rem;line-height:1.3;margin:1.5rem 0 1rem}p{margin:0 0 1rem}a{color:#12418a}svg{display:block}`

const mark = '<svg width="37" height="50" viewBox="0 0 31 42" aria-hidden="true"><path d="M2 40V15.5a13.5 13.5 0 0 1 27 0V40z" fill="#fff"/><path d="M2 17v-1.5a13.5 13.5 0 0 1 27 0V17z" fill="#b8291b"/><path d="M2 40V15.5a13.5 13.5 0 0 1 27 0V40zM0 40.6h31" fill="none" stroke="#1a1814" stroke-width="2.4"/><ellipse cx="15.5" cy="28" rx="4.6" ry="6.4" fill="none" stroke="#1a1814" stroke-width="3"/></svg>'

/** What can be told when no page can be drawn: before the pages are built, for a body that is too large, and when the drawing itself broke. */
export type PlainKind = 'preparing' | 413 | 429 | 500 | 503

/** A page of one file with its style inside. `preparing` loads itself again; `incident` is read out to the hotline. */
export function plainPage(kind: PlainKind, locale: Locale, nonce: string, incident: string): string {
  const { errors } = t(locale)
  const words: { title: string; text: string; next?: string } = errors[kind]
  const lines = [words.text, words.next, kind === 500 ? `${errors.incident}: ${incident}` : undefined].filter((line) => line !== undefined)
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${kind === 'preparing' ? '<meta http-equiv="refresh" content="2">' : ''}
<title>${escape(words.title)}</title><style nonce="${nonce}">${style}</style></head>
<body><main>${mark}<h1>${escape(words.title)}</h1>${lines.map((line) => `<p>${escape(line)}</p>`).join('')}</main></body>
</html>
`
}
