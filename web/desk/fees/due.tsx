import '../../kit/desk.css'
import { listDue } from '#contract/payments'
import { formatDateTime, formatMoney, formatNumber } from '#kernel/format'
import { dong } from '#kernel/money'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { LinkButton } from '../../kit/button.tsx'
import { EmptyState, Pager, Table } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { AdminPage } from '../admin/page.tsx'
import { chargeAt, dueAt, tillAt } from './places.ts'
import type { Route } from './+types/due.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const after = new URL(request.url).searchParams.get('sau') ?? undefined
  return { ...(await context.get(keys.app).call(listDue, after === undefined || after.length > 100 ? {} : { after })), first: after === undefined }
}

/** What is owed at this desk, the oldest first. */
export default function Due({ loaderData: { rows, next, count, total, first } }: Route.ComponentProps) {
  const { fees: { due: words } } = useWords()
  const locale = useLocale()
  const columns = [{ key: 'code', label: words.code }, { key: 'payer', label: words.payer }, { key: 'what', label: words.what }, { key: 'since', label: words.since }, { key: 'total', label: words.total, number: true }]
  return (
    <AdminPage title={words.title} count={count} head={<LinkButton kind="second" href={tillAt}>{words.till}</LinkButton>}>
      {rows.length === 0 ? <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState> : (
        <>
          <p className="muted num">{words.sum(formatNumber(count), formatMoney(dong(total)))}</p>
          <Table
            caption={words.table} hideCaption columns={columns}
            rows={rows.map((row) => ({
              id: row.subject,
              cells: {
                code: <Anchor href={chargeAt(row.subject)}>{row.code}</Anchor>, payer: row.payer, what: row.title[locale], since: <span className="num">{formatDateTime(row.at)}</span>, total: <span className="num">{formatMoney(dong(row.total))}</span>,
              },
            }))}
          />
          <Pager previous={first ? null : dueAt} next={next === null ? null : `${dueAt}?sau=${encodeURIComponent(next)}`} />
        </>
      )}
    </AdminPage>
  )
}
