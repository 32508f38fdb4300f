import { createHash } from 'node:crypto'
import { formatDate } from '#kernel/format'
import type { Person } from '#modules/identity'
import { clientName, words, type Locale } from './words.ts'

/** Text that is HTML already. */
class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (value: string): string => value.replace(/[&<>"']/g, (found) => escapes[found] ?? found)

/** HTML with every value escaped, save what this function made itself. */
function html(parts: TemplateStringsArray, ...values: (string | Html | readonly Html[])[]): Html {
  const textOf = (value: string | Html | readonly Html[]): string =>
    typeof value === 'string' ? escape(value) : value instanceof Html ? value.text : value.map(({ text }) => text).join('')
  return new Html(parts.map((part, place) => part + (values[place] === undefined ? '' : textOf(values[place]))).join(''))
}

const style = `
*{box-sizing:border-box}
body{margin:0;background:#eceff4;color:#1b2433;font:1.0625rem/1.6 system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif}
.band{background:#ffd84d repeating-linear-gradient(135deg,#0000 0 18px,#0001 18px 36px);color:#1b2433;padding:.75rem 1rem;text-align:center;border-bottom:3px solid #1b2433}
.band strong{display:block;font-size:1.25rem;line-height:1.4;text-wrap:balance}
main{max-width:34rem;margin:1.5rem auto 3rem;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.35;margin:0 0 .5rem;text-wrap:balance}
p{margin:0 0 1.25rem}
button,.link{font:inherit;display:block;width:100%;min-height:3rem;padding:.75rem 1rem;border-radius:.5rem;cursor:pointer;text-align:left;margin:0 0 .75rem}
.person{background:#fff;color:inherit;border:1px solid #6b7688}
.person b{display:block;font-size:1.125rem;color:#14418c}
.person span{display:block}
.person .level{color:#4a5568;font-size:.9375rem}
.person:hover{background:#f4f8ff;border-color:#14418c}
.main{background:#14418c;color:#fff;border:2px solid #14418c;font-weight:600;text-align:center}
.main:hover{background:#0d2f68}
.plain,.link{background:#fff;color:#14418c;border:2px solid #14418c;font-weight:600;text-align:center;text-decoration:none}
.plain:hover,.link:hover{background:#f4f8ff}
button:focus-visible,a:focus-visible{outline:3px solid #1b2433;outline-offset:3px}
dl{background:#fff;border:1px solid #c3cad6;border-radius:.5rem;padding:.25rem 1rem;margin:0 0 1.25rem}
dl div{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.5rem 0;border-bottom:1px solid #e1e5ec}
dl div:last-child{border:0}
dt{flex:0 0 12.5rem;color:#4a5568}
dd{flex:1 1 11rem;margin:0;font-weight:600;overflow-wrap:anywhere}
`

const styleHash = createHash('sha256').update(style).digest('base64')

/** What the browser may do on these pages: show them, and send the form here or, by a redirect, back to the client. */
export const pageHeaders = (client: string): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self' ${new URL(client).origin}; base-uri 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
})

function page(locale: Locale, title: string, content: Html): string {
  const { band, bandMore } = words[locale]
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${band}</title>
<style>${new Html(style)}</style>
</head>
<body>
<header class="band"><strong>${band}</strong> ${bandMore}</header>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.text
}

/** Who to be: one button for each invented person. */
export function choosePage(locale: Locale, people: readonly Person[]): string {
  const w = words[locale]
  const button = (person: Person) => html`<button class="person" name="person" value="${person.subject}"><b>${person.name}</b>
<span>${person.about[locale]}</span><span class="level">${w.level(person.level)}</span></button>
`
  return page(locale, w.chooseTitle, html`<p>${w.chooseLead}</p>
<form method="post">
${people.map(button)}
<button class="plain" name="answer" value="no">${w.leave}</button>
</form>`)
}

/** The first three digits and the last three; what lies between is nobody's business on a page. */
const masked = (number: string): string => `${number.slice(0, 3)} •••••• ${number.slice(-3)}`

const maskedPassport = (number: string): string => `${number.slice(0, 1)} •••••• ${number.slice(-3)}`

/** What will be shared about the chosen person, and with whom. Whoever could prove more may prove the first level only, unless more was asked for. */
export function consentPage(locale: Locale, person: Person, { asked = 1, people = [] }: { asked?: 1 | 2; people?: readonly Person[] } = {}): string {
  const w = words[locale]
  const client = clientName[locale]
  const facts: [keyof typeof w.facts, string | undefined][] = [
    ['name', person.name], ['number', masked(person.number)], ['born', formatDate(person.born)], ['gender', w.gender[person.gender]],
    ['nationality', person.nationality], ['ethnicity', person.ethnicity], ['address', person.address], ['phone', person.phone], ['email', person.email],
    ['passport', person.passport && maskedPassport(person.passport)], ['level', String(person.level)],
    ...people.filter(({ subject }) => person.children?.includes(subject)).map((child): [keyof typeof w.facts, string] => ['child', `${child.name}, ${formatDate(child.born)}`]),
    ...(person.organisations ?? []).map(({ name, title }): [keyof typeof w.facts, string] => ['organisation', `${name} (${title})`]),
  ]
  const row = ([name, value]: [keyof typeof w.facts, string | undefined]) => (value === undefined ? [] : [html`<div><dt>${w.facts[name]}</dt><dd>${value}</dd></div>`])
  return page(locale, w.shareTitle(client), html`<p>${w.shareLead(person.name, client)}</p>
<dl>${facts.flatMap(row)}</dl>
<form method="post">
<input type="hidden" name="person" value="${person.subject}">
<button class="main" name="answer" value="yes">${w.agree}</button>
${asked < person.level ? [html`<button class="plain" name="answer" value="first">${w.onlyFirst}</button>
`] : []}<button class="plain" name="answer" value="no">${w.refuse}</button>
</form>
<form method="get"><button class="plain">${w.other}</button></form>`)
}

/** The client asked for more than this account can prove: how it is raised, and the ways on. */
export function unmetPage(locale: Locale, person: Person): string {
  const w = words[locale]
  return page(locale, w.unmetTitle, html`<p>${w.unmetLead(person.name)}</p>
<p>${w.unmetHow}</p>
<form method="post">
<input type="hidden" name="person" value="${person.subject}">
<button class="main" name="answer" value="unmet">${w.unmetBack(clientName[locale])}</button>
</form>
<form method="get"><button class="plain">${w.other}</button></form>`)
}

/** Something cannot go on: too late, another browser, or a request that nobody should have made. */
export function faultPage(locale: Locale, back: string): string {
  const w = words[locale]
  return page(locale, w.faultTitle, html`<p>${w.faultLead}</p>
<a class="link" href="${back}">${w.faultBack}</a>`)
}
