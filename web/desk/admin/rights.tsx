import { administration } from '#contract/identity'
import { formatNumber } from '#kernel/format'
import { routeMatrix } from '#kernel/machine-contract'
import * as keys from '../../context.ts'
import { StateShape } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { actNames } from '../../messages/acts.vi.ts'
import type { Route } from './+types/rights.ts'
import { adminAt } from './menu.ts'
import { AdminPage } from './page.tsx'
import { PrintButton } from './print.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  // whoever does not administer is refused here, also where the table is open to everybody
  await app.call(administration, {})
  return app.call(routeMatrix, {})
}

/** Every act that the server knows, and which role may do it: the program's own table, to read and to print. */
export default function Rights({ loaderData: { roles, routes } }: Route.ComponentProps) {
  const { admin } = useWords()
  const locale = useLocale()
  const words = admin.rights
  const groups = [...Map.groupBy(routes.filter(({ demonstration }) => !demonstration), ({ name }) => name.split('.')[0] ?? '')]
  return (
    <AdminPage title={words.title} back={{ href: adminAt, words: admin.home.title }} head={<PrintButton>{words.print}</PrintButton>}>
      <p>{words.text} <b className="num">{words.count(formatNumber(routes.filter(({ demonstration }) => !demonstration).length))}</b></p>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={words.title}>
        <table className="table matrix">
          <caption className="vh">{words.title}</caption>
          <thead><tr><th scope="col">{words.action}</th>{roles.map((role) => <th key={role} scope="col">{words.roles[role] ?? role}</th>)}</tr></thead>
          {groups.map(([module, lines]) => (
            <tbody key={module}>
              {lines.map(({ name, summary, who }) => (
                <tr key={name}>
                  <th scope="row">{locale === 'vi' && actNames[name] !== undefined ? actNames[name] : <span lang="en">{summary}</span>}<small className="raw">{name}</small></th>
                  {roles.map((role) => <td key={role}>{who.includes(role) ? <><StateShape kind="done" /><span className="vh">{words.yes}</span></> : <><span aria-hidden="true">·</span><span className="vh">{words.no}</span></>}</td>)}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </AdminPage>
  )
}
