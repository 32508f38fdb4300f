import { administration } from '#contract/identity'
import { formatDate, formatNumber } from '#kernel/format'
import * as keys from '../../context.ts'
import { Anchor } from '../../kit/anchor.tsx'
import { GoList, Table } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/home.ts'
import { menu, officerAt, officersAt, reviewsAt } from './menu.ts'
import { AccountState, AdminPage } from './page.tsx'

export const loader = ({ context }: Route.LoaderArgs) => context.get(keys.app).call(administration, {})

type State = keyof Route.ComponentProps['loaderData']['states']

/** What an administrator administers, what needs a person, and the menu. */
export default function AdministrationHome({ loaderData: { root, agencies, states, overdue, openReviews, endingSoon } }: Route.ComponentProps) {
  const { admin } = useWords()
  const locale = useLocale()
  const words = admin.home
  const waiting = (['locked', 'never', 'idle', 'ended'] as const).filter((state) => states[state] > 0)
  const late = overdue.reduce((sum, { count }) => sum + count, 0)
  return (
    <AdminPage title={words.title} head={<p>{words.scope(root.name[locale], formatNumber(agencies.length))}</p>}>
      <section>
        <h2>{words.attention}</h2>
        <ul className="admin__plain">
          {overdue.length > 0 && <li><Anchor href={reviewsAt}>{words.overdue(formatNumber(overdue.length), formatNumber(late))}</Anchor></li>}
          {openReviews > 0 && <li><Anchor href={reviewsAt}>{words.openReviews(formatNumber(openReviews))}</Anchor></li>}
          {waiting.map((state) => <li key={state}><Anchor href={`${officersAt}?trang-thai=${state}`}>{formatNumber(states[state])} {words.state[state]}</Anchor></li>)}
          {overdue.length + openReviews + waiting.length === 0 && <li>{words.nothing}</li>}
        </ul>
      </section>
      <section>
        <h2>{words.accounts}</h2>
        <ul className="admin__states">
          {(Object.keys(states) as State[]).map((state) => <li key={state}><Anchor href={`${officersAt}?trang-thai=${state}`}><AccountState state={state} /> <b className="num">{formatNumber(states[state])}</b></Anchor></li>)}
        </ul>
      </section>
      {endingSoon.length > 0 && (
        <section>
          <Table
            caption={words.ending}
            columns={[{ key: 'who', label: words.who }, { key: 'what', label: words.what }, { key: 'agency', label: words.agency }, { key: 'last', label: words.last }]}
            rows={endingSoon.map((each) => ({
              id: `${each.officer}${each.title.vi}${each.to}`,
              cells: { who: <Anchor href={officerAt(each.officer)}>{each.name}</Anchor>, what: <>{each.title[locale]}{each.delegated && <small>{words.delegated}</small>}</>, agency: each.agency.name[locale], last: formatDate(each.to) },
            }))}
          />
        </section>
      )}
      <section>
        <h2>{words.menu}</h2>
        <GoList columns items={menu.map(({ name, href }) => ({ href, label: admin.menu[name], detail: admin.menuText[name] }))} />
      </section>
    </AdminPage>
  )
}
