import '../app-key.css'
import type { ReactNode } from 'react'
import { formatDate, formatDateTime } from '#kernel/format'
import { Acts, LinkButton } from '../../kit/button.tsx'
import { Note } from '../../kit/lists.tsx'
import { useRoot } from '../../kit/root-data.ts'
import { StateWord, type StateKind } from '../../kit/status-tag.tsx'
import { Declared } from '../../kit/summary-list.tsx'
import { useWords } from '../../kit/words.ts'
import type { Messages } from '../../messages/index.ts'
import { serviceAt } from './menu.ts'
import { PrintButton } from './print.tsx'

type State = keyof Messages['services']['state']
const looks: Record<State, StateKind> = { active: 'done', ending: 'near', locked: 'near', expired: 'stopped', agency_ended: 'stopped', revoked: 'stopped' }

/** How a service account stands. */
export function ServiceState({ state }: { state: State }): ReactNode {
  const { services } = useWords()
  return <StateWord kind={looks[state]}>{services.state[state]}</StateWord>
}

export type Secret = { id: string; clientId: string; secret: string; name: string; until: string; oldEndsAt?: string }

/** A secret, told this once: the answer of an act, at no address. To be copied or printed. */
export function ShownSecret({ made: { id, clientId, secret, name, until, oldEndsAt } }: { made: Secret }) {
  const { services: words } = useWords()
  const root = useRoot()
  return (
    <section>
      <Note kind="near"><p role="status">{words.shown}</p></Note>
      <Declared items={[
        { term: words.name, value: name }, { term: words.tokenAt, value: <span className="raw">{root?.page.publicUrl}/oauth/token</span> }, { term: words.clientId, value: <span className="raw" translate="no">{clientId}</span> },
        { term: words.secret, value: <b className="raw app-key__text" translate="no">{secret}</b> }, { term: words.until, value: formatDate(until) },
      ]} />
      {oldEndsAt !== undefined && <p>{words.oldEnds(formatDateTime(oldEndsAt))}</p>}
      <p>{words.how}</p>
      <Acts><PrintButton>{words.print}</PrintButton><LinkButton kind="quiet" href={serviceAt(id)}>{words.go}</LinkButton></Acts>
    </section>
  )
}
