import './procedure.css'
import { data } from 'react-router'
import { myDrafts } from '#contract/dossiers'
import { getProcedurePage, ProcedureCode, type Body, type ProcedurePage } from '#contract/procedures'
import type { App } from '#kernel/app'
import type { Route } from './+types/procedure.ts'
import * as keys from '../context.ts'
import { attempt } from '../kit/call.ts'
import { Back } from '../kit/button.tsx'
import { More, Papers, Steps } from '../kit/lists.tsx'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { EntryView } from './procedure-entry.tsx'
import { Answers, Law, Notes } from './procedure-facts.tsx'
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
  const page = await app.call(getProcedurePage, { code: params.code })
  return { page, drafts: page.kind === 'whole' ? await draftsOf(app, page.code) : [] }
}

export default function Procedure({ loaderData: { page, drafts } }: Route.ComponentProps) {
  return page.kind === 'whole' ? <Whole page={page} drafts={drafts} /> : <EntryView page={page} />
}

/** A procedure that has a form: everything about it, and the button that begins it. */
function Whole({ page, drafts }: { page: ProcedurePage; drafts: DraftLine[] }) {
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
        <Law body={body} version={page.version} />
        <Sources body={body} />
      </div>
    </div>
  )
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
