import { redirect } from 'react-router'
import { myDossiers, myDrafts, type Row } from '#contract/dossiers'
import { LinkButton } from '../../kit/button.tsx'
import { Code } from '../../kit/figures.tsx'
import { EmptyState, GoList, Pager, type GoItem } from '../../kit/lists.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { StoneGlyph } from '../../kit/stone.tsx'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { DraftLines } from '../apply/draft-lines.tsx'
import { dossierAt, mineAt, myPapersAt, noticesAt, readingsAt, searchAt } from '../places.ts'
import { sayWhen } from '../when.ts'
import { glyphOf, kindOf, needsPerson, timeWords } from './looks.ts'
import type { Route } from './+types/list.ts'

/** My drafts and dossiers. What waits for the person stands first. */
export async function loader({ context, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const after = new URL(request.url).searchParams.get('sau') ?? undefined
  if (after !== undefined && after.length > 100) throw redirect(mineAt)
  const { rows, next } = await app.call(myDossiers, after === undefined ? {} : { after })
  const { drafts } = after === undefined ? await app.call(myDrafts, {}) : { drafts: [] }
  const lines = rows.map((row) => ({ row, time: timeWords(row, app.page.now, app.locale) }))
  return { lines, next, first: after === undefined, drafts: drafts.map(({ id, title, updatedAt }) => ({ id, title, when: sayWhen(updatedAt, app.page.now, app.locale) })) }
}

export default function MinePage({ loaderData: { lines, next, first, drafts } }: Route.ComponentProps) {
  const { mine: { list }, myPapers, apply, readings } = useWords()
  const locale = useLocale()
  const title = first ? list.title : list.older
  const waiting = lines.filter(({ row }) => needsPerson(row.state))
  const others = lines.filter(({ row }) => !needsPerson(row.state))
  return (
    <div className="wrap narrow stack-l">
      <Title>{title}</Title>
      <h1>{title}</h1>
      {waiting.length > 0 && <section className="stack"><h2>{list.waiting}</h2><Lines lines={waiting} /></section>}
      {drafts.length > 0 && (
        <section className="stack">
          <h2>{list.drafts}</h2>
          <DraftLines drafts={drafts.map((draft) => ({ id: draft.id, label: draft.title[locale], detail: list.draft(draft.when), discard: apply.begin.discard(draft.when) }))} />
        </section>
      )}
      {others.length > 0 && <section className="stack"><h2>{list.sent}</h2><Lines lines={others} /></section>}
      {lines.length === 0 && drafts.length === 0 && <EmptyState title={list.none} level={2}>{list.noneText}</EmptyState>}
      <Pager previous={first ? null : mineAt} next={next === null ? null : `${mineAt}?sau=${encodeURIComponent(next)}`} />
      {lines.length === 0 && drafts.length === 0 && <LinkButton href={searchAt('')}>{list.find}</LinkButton>}
      <GoList items={[{ href: myPapersAt, label: myPapers.link, detail: myPapers.linkDetail, icon: 'download' }, { href: noticesAt, label: list.notices, detail: list.noticesDetail, icon: 'paper' }, { href: readingsAt, label: readings.link, detail: readings.linkDetail, icon: 'eye' }]} />
    </div>
  )
}

function Lines({ lines }: { lines: readonly { row: Row; time: string }[] }) {
  const { portal, mine: { list } } = useWords()
  const locale = useLocale()
  const items = lines.map(({ row, time }): GoItem => ({
    href: dossierAt(row.id), label: row.title[locale], before: <StoneGlyph height={36} {...glyphOf(row)} />,
    detail: <><StateWord kind={kindOf[row.state]}>{portal.states[row.published] ?? ''}</StateWord>{time !== '' && <>, {time}</>}{row.principalName !== null && <>, {list.forWhom(row.principalName)}</>}<br /><Code>{row.code}</Code></>,
  }))
  return <GoList items={items} />
}
