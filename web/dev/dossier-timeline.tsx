import { subjectTimeline } from '#kernel/machine-contract'
import { formatNumber } from '#kernel/format'
import type { Route } from './+types/dossier-timeline.ts'
import { Anchor } from '../kit/anchor.tsx'
import { Time } from '../kit/figures.tsx'
import { Table } from '../kit/lists.tsx'
import { StatusTag, type StateKind } from '../kit/status-tag.tsx'
import { useWords } from '../kit/words.ts'
import { demonstrationApp } from './only-here.ts'
import { eventsAbout } from './places.ts'
import { Raw, ToolPage } from './tool-page.tsx'

export async function loader({ context, params: { code } }: Route.LoaderArgs) {
  return demonstrationApp(context).call(subjectTimeline, { code })
}

const kinds: Record<'act' | 'event' | 'job' | 'message', StateKind> = { act: 'done', event: 'doing', job: 'new', message: 'paused' }

/** One dossier: acts, events, jobs and messages in the order they happened. */
export default function DossierTimeline({ loaderData: { id, code, state, lines } }: Route.ComponentProps) {
  const { dev } = useWords()
  const words = dev.timeline
  return (
    <ToolPage title={words.title(code)} intro={words.state(state)}>
      <Table
        caption={words.lines(formatNumber(lines.length))}
        columns={[{ key: 'at', label: dev.time }, { key: 'kind', label: words.kind }, { key: 'what', label: words.what }, { key: 'detail', label: words.detail }]}
        rows={lines.map(({ at, kind, what, detail }, place) => ({ id: String(place), cells: { at: <Time at={at} />, kind: <StatusTag kind={kinds[kind]}>{words.kinds[kind]}</StatusTag>, what: <Raw>{what}</Raw>, detail } }))}
      />
      {lines.every(({ kind }) => kind === 'act') ? <p className="hint">{words.simulated}</p> : <p><Anchor href={eventsAbout(id)}>{words.events}</Anchor></p>}
    </ToolPage>
  )
}
