import { readProgramme } from '#contract/procedures'
import { formatDateTime, formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { Table } from '../../kit/lists.tsx'
import { StateWord } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/programme.ts'
import { adminAt, programmeItemAt } from './menu.ts'
import { AdminPage, Done } from './page.tsx'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(readProgramme, { programme: 'essential25' })

/** The services of a programme, each opened or closed on a page of its own. */
export default function AdminProgramme({ loaderData: { title, items, open } }: Route.ComponentProps) {
  const { admin, entries: { programme } } = useWords()
  const locale = useLocale()
  return (
    <AdminPage title={title[locale]} back={{ href: adminAt, words: admin.home.title }} head={<p>{programme.counts(formatNumber(open), formatNumber(items.length))}</p>}>
      <Done said={{ 'da-ghi': programme.kept }} />
      <Table
        caption={title[locale]} hideCaption
        columns={[{ key: 'number', label: programme.number, number: true }, { key: 'title', label: programme.service }, { key: 'status', label: programme.state }, { key: 'changed', label: programme.last }]}
        rows={items.map(({ number, title: name, status, changed }) => ({
          id: String(number),
          cells: {
            number, title: <Anchor href={programmeItemAt(number)}>{name[locale]}</Anchor>, status: <StateWord kind={status === 'open' ? 'done' : 'paused'}>{programme.status[status]}</StateWord>,
            changed: changed === null ? programme.asListed : <>{formatDateTime(new Date(changed.at))}<small lang="vi">{changed.reason}</small></>,
          },
        }))}
      />
    </AdminPage>
  )
}
