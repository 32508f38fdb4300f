import './about.css'
import type { z } from 'zod'
import { formatNumber } from '#kernel/format'
import { apiPage } from '#kernel/machine-contract'
import type { Route } from './+types/api.ts'
import * as keys from '../context.ts'
import { LinkButton } from '../kit/button.tsx'
import { More, Table } from '../kit/lists.tsx'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { sentence } from '../messages/index.ts'

type Operation = z.output<typeof apiPage.output>['operations'][number]

export const loader = async ({ context }: Route.LoaderArgs) => context.get(keys.app).call(apiPage, {})

/** The API for people who read: the same table that the server checks requests against. */
export default function Api({ loaderData: { operations, codes } }: Route.ComponentProps) {
  const locale = useLocale()
  const { about: { api } } = useWords()
  const groups = [...Map.groupBy(operations, ({ name }) => name.split('.')[0] ?? '')].sort(([a], [b]) => (a < b ? -1 : 1))
  return (
    <div className="wrap about">
      <Title>{api.title}</Title>
      <h1>{api.title}</h1>
      <p className="lead">{api.lead}</p>
      <div className="acts"><LinkButton kind="second" wide icon="download" href="/api/openapi.json">{api.document}</LinkButton></div>
      <section className="about__topic"><h2>{api.rules}</h2><ul className="plain">{api.rulesList.map((rule) => <li key={rule}>{rule}</li>)}</ul></section>
      <section className="about__topic">
        <h2>{api.operations}</h2>
        {groups.map(([name, list]) => (
          <More key={name} question={api.group(name, formatNumber(list.length))}><ul className="operations">{list.map((operation) => <OperationRow key={operation.name} operation={operation} />)}</ul></More>
        ))}
      </section>
      <section className="about__topic">
        <h2>{api.codes}</h2>
        <Table
          caption={api.codes} hideCaption columns={[{ key: 'code', label: api.code }, { key: 'status', label: api.status }, { key: 'meaning', label: api.meaning }]}
          rows={codes.map(({ code, status }) => ({ id: code, cells: { code: <span className="path">{code}</span>, status, meaning: sentence(code, {}, locale) } }))}
        />
      </section>
    </div>
  )
}

function OperationRow({ operation: { name, method, path, summary, who, parameters, needsKey } }: { operation: Operation }) {
  const { about: { api } } = useWords()
  return (
    <li>
      <p className="path"><b>{method}</b> {path.replace(/:(\w+)/g, '{$1}')}</p>
      <p lang="en">{summary}</p>
      <p className="muted">{[api.who(who.map((role) => api.roles[role] ?? role).join(', ')), ...(parameters.length > 0 ? [api.takes(parameters.join(', '))] : []), ...(needsKey ? [api.needsKey] : [])].join(' ')} <span className="vh">{name}</span></p>
    </li>
  )
}
