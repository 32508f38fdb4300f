import { listReforms, reformDrafts } from '#contract/agencies'
import { formatDate, formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { EmptyState, GoList, Table } from '../../kit/lists.tsx'
import { StateWord, type StateKind } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/reforms.ts'
import { adminAt, rehearsalAt, reformsAt } from './menu.ts'
import { AdminPage, Done } from './page.tsx'
import { PlanFile } from './plan-file.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  return { ...(await app.call(listReforms, {})), ...(await app.call(reformDrafts, {})) }
}

type ReformView = Route.ComponentProps['loaderData']['reforms'][number]
const looks: Record<ReformView['state'], StateKind> = { waiting: 'new', moving: 'near', finished: 'done' }

/** What was decided and how far records have followed, what is to be rehearsed, and a plan of one's own. */
export default function Reforms({ loaderData: { reforms, drafts } }: Route.ComponentProps) {
  const { admin, reform: words } = useWords()
  const locale = useLocale()
  return (
    <AdminPage title={words.title} back={{ href: adminAt, words: admin.home.title }} head={<p>{words.text}</p>}>
      <Done said={{ 'ap-dung': words.applied }} />
      <section>
        <h2>{words.drafts}</h2>
        {drafts.length === 0 ? <p>{words.noDrafts}</p> : <GoList items={drafts.map(({ id, title, day, basis }) => ({ href: `${rehearsalAt}?phuong-an=${id}`, label: title[locale], detail: `${words.day} ${formatDate(day)} · ${basis}` }))} />}
        <PlanFile />
      </section>
      {reforms.length === 0 ? <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState> : (
        <Table
          caption={words.done}
          columns={[{ key: 'plan', label: words.plan }, { key: 'day', label: words.day }, { key: 'state', label: words.state }, { key: 'progress', label: words.progress }]}
          rows={reforms.map((each) => ({
            id: each.id,
            cells: {
              plan: <><Anchor href={`${reformsAt}/${each.id}`}>{each.title[locale]}</Anchor><small>{each.basis}</small></>, day: formatDate(each.day),
              state: <StateWord kind={looks[each.state]}>{words.states[each.state]}</StateWord>,
              progress: each.progress.length === 0 ? <small>{words.nothingMoves}</small> : each.progress.map(({ module, what, done, total }) => <small key={module}>{what[locale]}: <span className="num">{words.of(formatNumber(done), formatNumber(total))}</span></small>),
            },
          }))}
        />
      )}
    </AdminPage>
  )
}
