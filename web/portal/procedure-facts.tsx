import type { Body, Entry } from '#contract/procedures'
import { formatDate, formatMoney, formatNumber } from '#kernel/format'
import { dong } from '#kernel/money'
import { Facts, type Fact } from '../kit/summary-list.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import type { Locale } from '../messages/index.ts'
import { Illustrative } from './procedure-parts.tsx'

/** A procedure as its page shows it, with a form or only described. */
type Shown = Body | Entry

/** How long, how much, what you get. */
export function Answers({ body }: { body: Shown }) {
  const { portal: { procedure }, entries, atOnce } = useWords()
  const locale = useLocale()
  const items: Fact[] = [
    {
      term: procedure.howLong, value: <>{procedure.limit[body.timeLimit.unit](formatNumber(body.timeLimit.amount))}<Illustrative body={body} field="timeLimit" /></>,
      more: 'immediate' in body && body.immediate ? ('form' in body && body.onlineLevel !== 'none' ? atOnce.atCounter : entries.immediate) : procedure.fromReceipt,
    },
    { term: procedure.howMuch, ...feeOf(body, locale, { free: procedure.free, perUnit: atOnce.perUnit }) },
    { term: procedure.whatYouGet, value: <>{body.result.name[locale]}<Illustrative body={body} field="result" /></>, ...(body.result.validMonths !== null && { more: procedure.validFor(formatNumber(body.result.validMonths)) }) },
  ]
  return <Facts items={items} />
}

type FeeWords = { free: string; perUnit(amounts: string, unit: string): string }

function feeOf(body: Shown, locale: Locale, { free, perUnit }: FeeWords): Pick<Fact, 'value' | 'more'> {
  const { fees } = body
  const amounts = [...new Set(fees.flatMap(({ amount, scale }) => [amount, ...(scale?.steps.map((step) => step.amount) ?? [])]))].sort((a, b) => a - b)
  const range = amounts.every((amount) => amount === 0) ? free : amounts.map((amount) => formatMoney(dong(amount))).join(' – ')
  const unit = fees.length === 1 ? fees[0]?.scale?.unit[locale] : undefined
  const text = unit === undefined ? range : perUnit(range, unit)
  const lines = fees.length > 1 ? fees.map(({ name, amount }) => `${name[locale]}: ${amount === 0 ? free : formatMoney(amount)}`) : []
  return { value: <>{text}<Illustrative body={body} field="fees" /></>, ...(lines.length > 0 && { more: lines.join('. ') }) }
}

/** What the three answers leave out: on a phone they must leave room for the button. */
export function Notes({ body }: { body: Shown }) {
  const { portal: { procedure } } = useWords()
  const locale = useLocale()
  const notes = [body.timeNote, ...body.fees.map(({ note }) => note), body.result.validity].flatMap((note) => note?.[locale] ?? [])
  if (notes.length === 0) return null
  return <section aria-labelledby="notes"><h2 id="notes">{procedure.notes}</h2><ul className="plain">{notes.map((note) => <li key={note}>{note}</li>)}</ul></section>
}

/** By which law, and what the procedure is in the catalogue of the State. */
export function Law({ body, version }: { body: Shown; version: { validFrom: string } }) {
  const { portal: { procedure } } = useWords()
  return (
    <section aria-labelledby="law" className="stack">
      <h2 id="law">{procedure.law}<Illustrative body={body} field="legalBasis" /></h2>
      <ul className="plain" lang="vi">
        {body.legalBasis.map(({ document, article, url }) => {
          const text = article === undefined ? document : `${document}, ${article}`
          return <li key={text}>{url === undefined ? text : <a href={url}>{text}</a>}</li>
        })}
      </ul>
      <p className="small muted">{procedure.facts(body.code, procedure.level[body.level], procedure.online[body.onlineLevel], formatDate(version.validFrom))}</p>
    </section>
  )
}
