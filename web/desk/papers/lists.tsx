import '../../kit/desk.css'
import { paperLists, type PaperListView } from '#contract/dossiers'
import { formatDateTime, formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { LinkButton } from '../../kit/button.tsx'
import { EmptyState, Table } from '../../kit/lists.tsx'
import { StateWord, type StateKind } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage, Done } from '../admin/page.tsx'
import { makePaperListAt, paperListAt } from '../places.ts'
import './papers.css'
import type { Route } from './+types/lists.ts'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(paperLists, {})

/** Paper files that travel: what waits for a list, what waits for me, and what went. */
export default function PaperLists({ loaderData: { waiting, lists } }: Route.ComponentProps) {
  const { after: { lists: words } } = useWords()
  const mine = lists.filter(({ actions }) => actions.includes('receive'))
  const others = lists.filter(({ actions }) => !actions.includes('receive'))
  return (
    <AdminPage title={words.title}>
      <Done said={words.done} />
      <section aria-labelledby="waiting">
        <h2 id="waiting">{words.waiting}</h2>
        <ul className="paper-waits">
          {waiting.map(({ kind, count }) => (
            <li key={kind}>
              <span><b>{words.kinds[kind]}</b> <span className="num muted">{count === 0 ? words.nothing : words.waitingCount(formatNumber(count))}</span></span>
              {count > 0 && <LinkButton kind="second" href={makePaperListAt(kind)}>{words.make}</LinkButton>}
            </li>
          ))}
        </ul>
      </section>
      {mine.length > 0 && <section><h2>{words.receive}</h2><Lists lists={mine} caption={words.receive} /></section>}
      <section>
        <h2>{words.sent}</h2>
        {others.length === 0 ? <EmptyState title={words.none}>{words.noneText}</EmptyState> : <Lists lists={others} caption={words.sent} />}
      </section>
    </AdminPage>
  )
}

const looks: Record<PaperListView['state'], StateKind> = { open: 'new', received: 'done', cancelled: 'stopped' }

/** How a list stands, and how much of it is missing. */
export function ListState({ list: { state, missing } }: { list: PaperListView }) {
  const { after: { lists: words } } = useWords()
  return <StateWord kind={missing > 0 ? 'late' : looks[state]} size={13}>{missing > 0 ? `${words.states[state]}, ${words.missing(formatNumber(missing))}` : words.states[state]}</StateWord>
}

function Lists({ lists, caption }: { lists: readonly PaperListView[]; caption: string }) {
  const { after: { lists: words } } = useWords()
  const locale = useLocale()
  const columns = [
    { key: 'number', label: words.number }, { key: 'what', label: words.what }, { key: 'from', label: words.from }, { key: 'to', label: words.person }, { key: 'files', label: words.files, number: true }, { key: 'made', label: words.made }, { key: 'state', label: words.state },
  ]
  return (
    <Table
      caption={caption} hideCaption columns={columns}
      rows={lists.map((list) => ({
        id: list.id,
        cells: {
          number: <Anchor href={paperListAt(list.id)}>{list.number}</Anchor>, what: words.kinds[list.kind], from: list.from.name[locale], to: `${list.person.name}, ${list.to.name[locale]}`, files: <span className="num">{formatNumber(list.count)}</span>,
          made: <span className="num">{formatDateTime(list.madeAt)}</span>, state: <ListState list={list} />,
        },
      }))}
    />
  )
}
