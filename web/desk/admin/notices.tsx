import { officerNotices } from '#contract/identity'
import { formatDateTime } from '#kernel/format'
import * as keys from '../../context.ts'
import { EmptyState } from '../../kit/lists.tsx'
import { useWords } from '../../kit/words.ts'
import type { Route } from './+types/notices.ts'
import { AdminPage } from './page.tsx'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(officerNotices, {})

/** Notices to the officer: work that was moved, delegations, reviews that are due. */
export default function Notices({ loaderData: { notices } }: Route.ComponentProps) {
  const { admin: { notices: words } } = useWords()
  return (
    <AdminPage title={words.title}>
      {notices.length === 0 ? <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState> : (
        <ul className="admin__plain">
          {notices.map(({ id, template, at, facts }) => {
            const said = (Object.hasOwn(words.say, template) ? words.say[template] : undefined) ?? words.unknown
            const { title, text } = said(facts)
            return <li key={id}><h2>{title}</h2><p>{text}</p><small>{formatDateTime(at)}</small></li>
          })}
        </ul>
      )}
    </AdminPage>
  )
}
