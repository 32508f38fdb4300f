import './mine.css'
import { getDocument, getDossier, type DossierView } from '#contract/dossiers'
import { session } from '#contract/identity'
import { getProcedure } from '#contract/procedures'
import type { App } from '#kernel/app'
import { formatDateTime, formatMoney } from '#kernel/format'
import { dong } from '#kernel/money'
import type { Strip } from '#kernel/working-time'
import { Acts, Back, LinkButton } from '../../kit/button.tsx'
import { Code } from '../../kit/figures.tsx'
import { Note } from '../../kit/lists.tsx'
import { stepUpAt } from '../../kit/places.ts'
import { SealedResult } from '../../kit/plate.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { Stone } from '../../kit/stone.tsx'
import { Timeline } from '../../kit/timeline.tsx'
import { Title } from '../../kit/title.tsx'
import { Quoting, Typed } from '../../kit/typed.tsx'
import { StripLegend, WorkingStrip } from '../../kit/working-strip.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { t } from '../../messages/index.ts'
import * as keys from '../../context.ts'
import { dossierAt, mineAt, routeAt, startAt, supplyAt, withdrawAt } from '../places.ts'
import { sumText } from '../prices.ts'
import { Beside, OpenCheck } from './beside.tsx'
import { Content } from './content.tsx'
import { kindOf, stoneOf, type StoneLook } from './looks.ts'
import { lateWords, saysOf } from './says.ts'
import { wayOf, type WayLine } from './way.ts'
import type { Route } from './+types/dossier.ts'

/** One of my dossiers: how it stands, what I must do, what has happened, and everything that belongs to it. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const view = await app.call(getDossier, { id: params.id })
  const { now } = app.page
  return {
    view, now, stone: stoneOf(view, now, app.locale), says: saysOf(view, now, app.locale), way: wayOf(view, now, app.locale), result: await resultOf(app, view),
    stepUp: (await app.call(session, {})).tooLowFor.includes('readResult'),
    late: view.clock?.kind === 'late' ? lateWords(view, now, app.locale) : null,
  }
}

/** The signed result, or the notice instead of one: what it is called and who signed it; the office they signed in has a Vietnamese name only, so in English it is the person. */
async function resultOf(app: App, view: DossierView) {
  const document = view.documents.find(({ kind, voided }) => (kind === 'result' || kind === 'refusal') && voided === null)
  if (!document) return null
  const { body } = await app.call(getProcedure, { code: view.procedure.code, version: view.procedure.version })
  const signed = view.acts.findLast(({ action }) => action === 'approve')
  const signer = signed ? [(app.locale === 'vi' ? signed.actor.title : null) ?? signed.actor.name, view.office.name[app.locale]].join(', ') : view.office.name[app.locale]
  const title = document.kind === 'refusal' ? { vi: t('vi').refusal.document, en: t('en').refusal.document } : body.result.name
  return { document, title, signer, at: formatDateTime(signed?.at ?? document.at) }
}

export default function DossierPage({ loaderData: { view, now, stone, says, way, result, stepUp, late } }: Route.ComponentProps) {
  const { mine: { dossier, list }, apply, refusal, shell } = useWords()
  const locale = useLocale()
  // a result that is not paid for is refused: no link leads to it
  const owed = view.fee?.state === 'due'
  const documentAt = (document: Document): string | null =>
    document.kind === 'result' && owed ? null : stepUp && document.kind === 'result' ? stepUpAt(dossierAt(view.id)) : routeAt(getDocument.path, { id: view.id, document: document.id })
  const resultAt = result && documentAt(result.document)
  const may = (action: DossierView['actions'][number]): boolean => view.actions.includes(action)
  return (
    <div className="wrap narrow page--form">
      <Title>{`${view.procedure.shortTitle[locale]} ${view.code}`}</Title>
      <Back href={mineAt}>{list.title}</Back>
      <Head view={view} stone={stone} />
      <p className="mine__code"><Code>{view.code}</Code></p>
      <div className="mine__state">
        <State view={view} />
        <p>{says.how} <b>{says.todo}</b></p>
        {late !== null && <Note kind="late">{late}</Note>}
        {view.refusal && <Note kind="near"><Quoting text={dossier.reason(view.refusal.reason)} quoted={view.refusal.reason} />{view.refusal.ground !== undefined && <><br /><Typed>{`${refusal.mine.ground}: ${view.refusal.ground}`}</Typed></>}</Note>}
        {view.simulated && <p className="muted">{shell.simulatedShort}</p>}
      </div>
      {view.notices.map((notice) => <Note key={notice.vi} kind="plain">{notice[locale]}</Note>)}
      {(view.state === 'submitted' || view.state === 'desk_waiting') && <p className="num">{dossier.price(sumText(view.prices, locale))}</p>}
      {view.fee?.state === 'due' && <Note kind="near">{dossier.feeDue(formatMoney(dong(view.fee.total)), (view.channel === 'counter' ? view.desk : view.counter).name[locale])}</Note>}
      {view.fee?.state === 'paid' && view.fee.receipt !== null && <p className="num">{dossier.feePaid(formatMoney(dong(view.fee.total)), view.fee.receipt)}</p>}
      <OpenCheck view={view} now={now} />
      {view.asked && <Asked asked={view.asked} supply={may('supply') ? supplyAt(view.id) : null} />}
      {result && (
        <section>
          <SealedResult title={result.title[locale]} signer={result.signer} at={<span className="num">{result.at}</span>} how={dossier.signed}>
            <p>{view.applicant.name}<br /><span className="num">{dossier.result(result.document.number)}</span></p>
          </SealedResult>
          {resultAt !== null && <Acts><LinkButton wide icon="download" href={resultAt}>{view.refusal ? refusal.mine.document : dossier.download}</LinkButton></Acts>}
        </section>
      )}
      <section><h2>{dossier.way}</h2><Timeline steps={way.map((line) => ({ ...line, lines: linesOf(line, documentAt, dossier) }))} /></section>
      <Beside view={view} now={now} />
      {view.strip && <Time strip={view.strip as Strip} />}
      <Content view={view} />
      {(view.state === 'refused' || view.refusal) && <Acts><LinkButton wide kind="second" href={startAt(view.procedure.code)}>{apply.begin.again}</LinkButton></Acts>}
      {may('withdraw') && <p className="mine__withdraw"><a href={withdrawAt(view.id)}>{dossier.withdraw}</a></p>}
    </div>
  )
}

function Head({ view, stone }: { view: DossierView; stone: StoneLook | null }) {
  const { mine: { dossier } } = useWords()
  const locale = useLocale()
  return (
    <div className="mine__head">
      <div>
        <h1>{view.procedure.shortTitle[locale]}</h1>
        <p className="muted">{view.principal ? dossier.forPrincipal(view.principal.name, view.applicant.name) : dossier.for(view.applicant.name)}</p>
      </div>
      {stone && <Stone {...stone} />}
    </div>
  )
}

function State({ view }: { view: DossierView }) {
  const { portal, refusal } = useWords()
  return <p>{view.refusal ? <StatusTag kind="stopped">{refusal.mine.state}</StatusTag> : <StatusTag kind={kindOf[view.state]}>{portal.states[view.published] ?? ''}</StatusTag>}</p>
}

type Document = DossierView['documents'][number]

type Words = ReturnType<typeof useWords>['mine']['dossier']

function linesOf({ lines, document }: WayLine, documentAt: (document: Document) => string | null, words: Words) {
  const href = document && documentAt(document)
  return document && href ? [...lines, <a key={document.id} href={href}>{words.pdf(words.document[document.kind], document.number)}</a>, ...(document.voided ? [words.voided] : [])] : lines
}

/** What was asked for, and the one thing to do about it. */
function Asked({ asked, supply }: { asked: NonNullable<DossierView['asked']>; supply: string | null }) {
  const { mine: { dossier } } = useWords()
  const locale = useLocale()
  return (
    <section>
      <h2>{dossier.asked}</h2>
      <Note kind="near">
        <ul className="stack">{asked.items.map(({ paper, name, what }) => <li key={paper}><b>{name[locale]}</b><br /><Typed>{what}</Typed></li>)}</ul>
        {asked.reason !== '' && <p className="mine__reason"><Quoting text={dossier.reason(asked.reason)} quoted={asked.reason} /></p>}
      </Note>
      {supply !== null && <Acts><LinkButton wide href={supply}>{dossier.supply}</LinkButton></Acts>}
    </section>
  )
}

function Time({ strip }: { strip: Strip }) {
  const { mine: { dossier } } = useWords()
  return (
    <section>
      <h2>{dossier.time}</h2>
      <div className="mine__strip"><WorkingStrip strip={strip} perLine={5} /></div>
      <StripLegend strip={strip} />
      <p className="hint">{dossier.timeText}</p>
    </section>
  )
}
