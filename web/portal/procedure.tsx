import './procedure.css'
import { data } from 'react-router'
import { myDrafts } from '#contract/dossiers'
import { getProcedure, ProcedureCode, type Body } from '#contract/procedures'
import { formatDate, formatMoney, formatNumber } from '#kernel/format'
import type { App } from '#kernel/app'
import type { Route } from './+types/procedure.ts'
import * as keys from '../context.ts'
import { attempt } from '../kit/call.ts'
import { Back } from '../kit/button.tsx'
import { More, Papers, Steps } from '../kit/lists.tsx'
import { Facts, type Fact } from '../kit/summary-list.tsx'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import type { Locale } from '../messages/index.ts'
import { Illustrative, PapersOfCases, Sources } from './procedure-parts.tsx'
import { StartActs, type DraftLine } from './start-acts.tsx'
import { lifeEventAt } from './places.ts'

// only a citizen has drafts; for everybody else the page is the same without them
const draftsOf = async (app: App, code: string): Promise<DraftLine[]> => {
  if (app.viewer.kind !== 'citizen') return []
  const found = await attempt(app, myDrafts, {})
  return found.ok ? found.value.drafts.filter(({ procedure }) => procedure === code) : []
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  // an address that cannot be a procedure's is one that nobody has
  if (!ProcedureCode.safeParse(params.code).success) throw data({ code: 'procedure_not_found', status: 404 }, { status: 404, statusText: 'procedure_not_found' })
  const page = await app.call(getProcedure, { code: params.code })
  return { page, drafts: await draftsOf(app, page.code) }
}

export default function Procedure({ loaderData: { page, drafts } }: Route.ComponentProps) {
  const { body } = page
  const { portal } = useWords()
  const locale = useLocale()
  const { procedure } = portal
  return (
    <div className="wrap proc">
      <Title>{body.shortTitle[locale]}</Title>
      <Back href={lifeEventAt(body.lifeEvent)}>{portal.lifeEvents[body.lifeEvent] ?? portal.catalogue.title}</Back>
      <div className="proc__head">
        <h1>{body.shortTitle[locale]}</h1>
        <p className="lead">{body.summary[locale]}</p>
      </div>
      <aside className="proc__side" aria-label={procedure.howLong}>
        <Answers body={body} />
        <StartActs code={page.code} body={body} drafts={drafts} />
      </aside>
      <div className="proc__body stack-l">
        {body.prepare.length > 0 && (
          <section aria-labelledby="prepare"><h2 id="prepare">{procedure.prepare}</h2><Papers items={body.prepare.map(({ title, text }) => ({ title: title[locale], text: text?.[locale] }))} /></section>
        )}
        <PapersOfCases body={body} />
        <section aria-labelledby="steps"><h2 id="steps">{procedure.steps}<Illustrative body={body} field="steps" /></h2><Steps items={body.steps.map(({ title, text }) => ({ title: title[locale], text: text?.[locale] }))} /></section>
        <Notes body={body} />
        <Where body={body} />
        <Law page={page} />
        <Sources body={body} />
      </div>
    </div>
  )
}

/** How long, how much, what you get. */
function Answers({ body }: { body: Body }) {
  const { portal: { procedure } } = useWords()
  const locale = useLocale()
  const items: Fact[] = [
    {
      term: procedure.howLong, value: <>{procedure.limit[body.timeLimit.unit](formatNumber(body.timeLimit.amount))}<Illustrative body={body} field="timeLimit" /></>,
      more: procedure.fromReceipt,
    },
    { term: procedure.howMuch, ...feeOf(body, locale, procedure.free) },
    { term: procedure.whatYouGet, value: <>{body.result.name[locale]}<Illustrative body={body} field="result" /></>, ...(body.result.validMonths !== null && { more: procedure.validFor(formatNumber(body.result.validMonths)) }) },
  ]
  return <Facts items={items} />
}

function feeOf(body: Body, locale: Locale, free: string): Pick<Fact, 'value' | 'more'> {
  const { fees } = body
  const amounts = [...new Set(fees.map(({ amount }) => amount))].sort((a, b) => a - b)
  const text = amounts.every((amount) => amount === 0) ? free : amounts.map(formatMoney).join(' – ')
  const lines = fees.length > 1 ? fees.map(({ name, amount }) => `${name[locale]}: ${amount === 0 ? free : formatMoney(amount)}`) : []
  return { value: <>{text}<Illustrative body={body} field="fees" /></>, ...(lines.length > 0 && { more: lines.join('. ') }) }
}

/** What the three answers leave out: on a phone they must leave room for the button. */
function Notes({ body }: { body: Body }) {
  const { portal: { procedure } } = useWords()
  const locale = useLocale()
  const notes = [body.timeNote, ...body.fees.map(({ note }) => note), body.result.validity].flatMap((note) => note?.[locale] ?? [])
  if (notes.length === 0) return null
  return <section aria-labelledby="notes"><h2 id="notes">{procedure.notes}</h2><ul className="plain">{notes.map((note) => <li key={note}>{note}</li>)}</ul></section>
}

function Where({ body }: { body: Body }) {
  const { portal: { procedure } } = useWords()
  const locale = useLocale()
  return (
    <section aria-labelledby="where" className="stack">
      <h2 id="where">{procedure.where}<Illustrative body={body} field="competence" /></h2>
      <p>{body.competence.text[locale]}</p>
      <p>{procedure.wayToApply(new Intl.ListFormat(locale, { type: 'disjunction' }).format(body.ways.map((way) => procedure.ways[way])))}</p>
      <More question={procedure.who}><ul className="plain">{body.subjects.map((subject) => <li key={subject.vi}>{subject[locale]}</li>)}</ul></More>
      {body.requirements.length > 0 && <More question={procedure.requirements}><ul className="plain">{body.requirements.map((each) => <li key={each.vi}>{each[locale]}</li>)}</ul></More>}
    </section>
  )
}

function Law({ page: { body, code, version } }: { page: Route.ComponentProps['loaderData']['page'] }) {
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
      <p className="small muted">{procedure.facts(code, procedure.level[body.level], procedure.online[body.onlineLevel], formatDate(version.validFrom))}</p>
    </section>
  )
}
