import { listServices } from '#contract/identity'
import { formatDate, formatDateTime } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { LinkButton } from '../../kit/button.tsx'
import { EmptyState, Table } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/services.ts'
import { adminAt, newServiceAt, serviceAt } from './menu.ts'
import { AdminPage } from './page.tsx'
import { ServiceState } from './service-parts.tsx'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(listServices, {})

/** Other systems that call us, each with what it may do and until when. */
export default function Services({ loaderData: { services } }: Route.ComponentProps) {
  const { services: words, admin } = useWords()
  const locale = useLocale()
  return (
    <AdminPage title={words.title} back={{ href: adminAt, words: admin.home.title }} head={<LinkButton href={newServiceAt}>{words.make}</LinkButton>}>
      <p>{words.lead}</p>
      {services.length === 0 ? <EmptyState level={2} title={words.none}>{words.noneText}</EmptyState> : (
        <Table
          caption={words.title} hideCaption
          columns={[{ key: 'name', label: words.name }, { key: 'agency', label: words.agency }, { key: 'scopes', label: words.scopes }, { key: 'until', label: words.until }, { key: 'state', label: words.stateWord }, { key: 'used', label: words.used }]}
          rows={services.map(({ id, name, purpose, agency, scopes, until, state, usedAt }) => ({
            id,
            cells: {
              name: <><Anchor href={serviceAt(id)}>{name}</Anchor><small>{purpose}</small></>, agency: agency.name[locale], scopes: scopes.map((scope) => <span key={scope}>{words.scope[scope].name}<small className="raw">{scope}</small></span>),
              until: <span className="num">{formatDate(until)}</span>, state: <ServiceState state={state} />, used: usedAt === null ? admin.when.never : formatDateTime(usedAt),
            },
          }))}
        />
      )}
    </AdminPage>
  )
}
