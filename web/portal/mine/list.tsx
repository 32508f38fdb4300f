import './mine.css'
import { mineShows, myDossiers, myDrafts, type Row } from '#contract/dossiers'
import { formatNumber } from '#kernel/format'
import { LinkButton } from '../../kit/button.tsx'
import { Anchor } from '../../kit/anchor.tsx'
import { Code } from '../../kit/figures.tsx'
import { EmptyState, GoList, Pager, type GoItem } from '../../kit/lists.tsx'
import { SearchForm } from '../../kit/search-form.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { StoneGlyph } from '../../kit/stone.tsx'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { DraftLines } from '../apply/draft-lines.tsx'
import { dossierAt, mineAt, myPapersAt, noticesAt, readingsAt, searchAt } from '../places.ts'
import { sayWhen } from '../when.ts'
import { mineAskOf, mineListAt, type MineAsk } from './list-ask.ts'
import { glyphOf, kindOf, timeWords } from './looks.ts'
import type { Route } from './+types/list.ts'

/** with fewer than that everything is seen at one look, and choices are in the way */
const few = 6

/** My drafts and dossiers. What needs the person stands first, however many there are; whoever has many chooses a kind, or looks for a name or a code. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const ask = mineAskOf(new URL(request.url).searchParams)
  const whole = ask.show === undefined && ask.q === undefined
  const { rows, next, counts } = await app.call(myDossiers, ask)
  const first = ask.after === undefined
  const linesOf = (list: readonly Row[]) => list.map((row) => ({ row, time: timeWords(row, app.page.now, app.locale) }))
  // what needs the person may lie beyond the first page
  const needs = async (show: 'waiting' | 'collect') => (whole && first && counts[show] > 0 ? linesOf((await app.call(myDossiers, { show })).rows) : [])
  const [waiting, collect] = [await needs('waiting'), await needs('collect')]
  const above = new Set([...waiting, ...collect].map(({ row }) => row.id))
  const { drafts } = whole && first ? await app.call(myDrafts, {}) : { drafts: [] }
  return {
    ask, whole, first, counts, waiting, collect, lines: linesOf(rows.filter(({ id }) => !above.has(id))), next,
    drafts: drafts.map(({ id, title, updatedAt }) => ({ id, title, when: sayWhen(updatedAt, app.page.now, app.locale) })),
  }
}

export default function MinePage({ loaderData: { ask, whole, first, counts, waiting, collect, lines, next, drafts } }: Route.ComponentProps) {
  const { mine: { list }, myPapers, apply, readings } = useWords()
  const locale = useLocale()
  const title = first || !whole ? list.title : list.older
  const total = mineShows.reduce((sum, show) => sum + counts[show], 0)
  const nothing = total === 0 && drafts.length === 0
  return (
    <div className="wrap narrow stack-l">
      <Title>{title}</Title>
      <h1>{title}</h1>
      {(total > few || !whole) && <Choose ask={ask} counts={counts} total={total} />}
      {waiting.length > 0 && <section className="stack"><h2>{list.waiting}</h2><Lines lines={waiting} /></section>}
      {collect.length > 0 && <section className="stack"><h2>{list.collect}</h2><Lines lines={collect} /></section>}
      {drafts.length > 0 && (
        <section className="stack">
          <h2>{list.drafts}</h2>
          <DraftLines drafts={drafts.map((draft) => ({ id: draft.id, label: draft.title[locale], detail: list.draft(draft.when), discard: apply.begin.discard(draft.when) }))} />
        </section>
      )}
      {lines.length > 0 && <section className="stack"><h2>{ask.show === undefined ? (whole ? list.sent : list.found) : list.shows[ask.show]}</h2><Lines lines={lines} /></section>}
      {nothing && <EmptyState title={list.none} level={2}>{list.noneText}</EmptyState>}
      {!whole && lines.length === 0 && <EmptyState title={list.noneFound} level={2}>{list.noneFoundText} <Anchor href={mineAt}>{list.all}</Anchor></EmptyState>}
      <Pager previous={first ? null : mineListAt({ ...ask, after: '' })} next={next === null ? null : mineListAt({ ...ask, after: next })} />
      {nothing && <LinkButton href={searchAt('')}>{list.find}</LinkButton>}
      <GoList items={[{ href: myPapersAt, label: myPapers.link, detail: myPapers.linkDetail, icon: 'download' }, { href: noticesAt, label: list.notices, detail: list.noticesDetail, icon: 'paper' }, { href: readingsAt, label: readings.link, detail: readings.linkDetail, icon: 'eye' }]} />
    </div>
  )
}

/** The kinds with how many there are of each, and a box for a name or a code. */
function Choose({ ask, counts, total }: { ask: MineAsk; counts: Route.ComponentProps['loaderData']['counts']; total: number }) {
  const { mine: { list } } = useWords()
  const kinds = [{ show: undefined, label: list.everything, count: total }, ...mineShows.map((show) => ({ show, label: list.shows[show], count: counts[show] }))]
  return (
    <div className="stack">
      <SearchForm action={mineAt} label={list.search} placeholder={list.searchHint} value={ask.q ?? ''} />
      <nav aria-label={list.kinds} className="mine__kinds">
        {kinds.map(({ show, label, count }) => (
          <Anchor key={label} href={mineListAt(show ? { show } : {})} aria-current={ask.show === show && ask.q === undefined ? 'true' : undefined}>{label} <span className="num">{formatNumber(count)}</span></Anchor>
        ))}
      </nav>
    </div>
  )
}

function Lines({ lines }: { lines: readonly { row: Row; time: string }[] }) {
  const { portal, mine: { list }, refusal } = useWords()
  const locale = useLocale()
  const items = lines.map(({ row, time }): GoItem => ({
    href: dossierAt(row.id), label: row.title[locale], before: <StoneGlyph height={36} {...glyphOf(row)} />,
    detail: <>{row.notGranted ? <StateWord kind="stopped">{refusal.mine.state}</StateWord> : <StateWord kind={kindOf[row.state]}>{portal.states[row.published] ?? ''}</StateWord>}{time !== '' && <>, {time}</>}{row.principalName !== null && <>, {list.forWhom(row.principalName)}</>}<br /><Code>{row.code}</Code></>,
  }))
  return <GoList items={items} />
}
