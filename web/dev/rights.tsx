import { routeMatrix } from '#kernel/machine-contract'
import { formatNumber } from '#kernel/format'
import type { Route } from './+types/rights.ts'
import { StateShape } from '../kit/status-tag.tsx'
import { useWords } from '../kit/words.ts'
import { demonstrationApp } from './only-here.ts'
import { ToolPage } from './tool-page.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  return demonstrationApp(context).call(routeMatrix, {})
}

type Line = Route.ComponentProps['loaderData']['routes'][number]

/** Every route that is served, and which role may call it. */
export default function Rights({ loaderData: { roles, routes } }: Route.ComponentProps) {
  const { dev } = useWords()
  const words = dev.rights
  const groups = [...Map.groupBy(routes, ({ name }) => name.split('.')[0] ?? '')]
  return (
    <ToolPage title={dev.pages.rights} intro={words.intro}>
      <p><b className="num" data-routes={routes.length}>{words.count(formatNumber(routes.length))}</b> · <a href="/api/openapi.json">{words.api}</a></p>
      <div className="table-wrap" tabIndex={0} role="region" aria-label={dev.pages.rights}>
        <table className="table matrix">
          <caption className="vh">{dev.pages.rights}</caption>
          <thead><tr><th scope="col">{words.route}</th>{roles.map((role) => <th key={role} scope="col" className="matrix__role">{dev.role[role]}</th>)}</tr></thead>
          {groups.map(([module, lines]) => (
            <tbody key={module}>
              <tr><th scope="rowgroup" colSpan={roles.length + 1} className="matrix__group">{words.module(module, formatNumber(lines.length))}</th></tr>
              {lines.map((line) => <MatrixRow key={line.name} line={line} roles={roles} />)}
            </tbody>
          ))}
        </table>
      </div>
    </ToolPage>
  )
}

function MatrixRow({ line: { name, method, path, summary, who, demonstration }, roles }: { line: Line; roles: Route.ComponentProps['loaderData']['roles'] }) {
  const { dev: { rights: words } } = useWords()
  return (
    <tr className="matrix__route">
      <th scope="row"><span className="raw">{method} {path}</span><small>{name} · <span lang="en">{summary}</span>{demonstration && ` · ${words.onlyHere}`}</small></th>
      {roles.map((role) => <td key={role} className="matrix__cell">{who.includes(role) ? <><StateShape kind="done" /><span className="vh">{words.yes}</span></> : <><span aria-hidden="true">·</span><span className="vh">{words.no}</span></>}</td>)}
    </tr>
  )
}
