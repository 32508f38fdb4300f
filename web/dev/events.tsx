import { parkedEvents, recentEvents, replayEvents } from '#kernel/machine-contract'
import { formatNumber } from '#kernel/format'
import type { Route } from './+types/events.ts'
import { Anchor } from '../kit/anchor.tsx'
import { Button } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { Num, Time } from '../kit/figures.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { inputOf, refuseForm } from '../kit/form.ts'
import { EmptyState, Table } from '../kit/lists.tsx'
import { StateWord } from '../kit/status-tag.tsx'
import { useWords } from '../kit/words.ts'
import { t } from '../messages/index.ts'
import { demonstrationApp } from './only-here.ts'
import { eventsAbout, toolAt } from './places.ts'
import { Raw, ToolPage } from './tool-page.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const app = demonstrationApp(context)
  const subject = new URL(request.url).searchParams.get('ve') || undefined
  return { subject, ...(await app.call(recentEvents, { subject })), ...(await app.call(parkedEvents, {})) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const app = demonstrationApp(context)
  const form = await request.formData()
  const tried = await attempt(app, replayEvents, inputOf(form))
  if (!tried.ok) return refuseForm(form, tried.refusal)
  return { done: t(app.locale).dev.events.replayed(formatNumber(tried.value.events)) }
}

/** What has happened, who reads it, and what waits for a person. */
export default function Events({ loaderData: { subject, events, subscriptions, parked }, actionData }: Route.ComponentProps) {
  const { dev } = useWords()
  const words = dev.events
  return (
    <ToolPage title={dev.pages.events} intro={subject === undefined ? words.intro : words.about(subject)} answer={actionData}>
      {subject !== undefined && <p><Anchor href={toolAt.events}>{words.all}</Anchor></p>}
      {subject === undefined && <Parked parked={parked} />}
      {subject === undefined && (
        <Table
          caption={words.subscriptions} columns={[{ key: 'name', label: words.name }, { key: 'behind', label: words.behind, number: true }, { key: 'parked', label: words.parked, number: true }]}
          rows={subscriptions.map(({ name, behindSeconds, parked: waiting }) => ({ id: name, cells: { name: <Raw>{name}</Raw>, behind: <Num value={behindSeconds} />, parked: <Num value={waiting} /> } }))}
        />
      )}
      {events.length === 0 ? <EmptyState title={words.empty} level={2}>{words.emptyHint}</EmptyState> : (
        <Table
          caption={words.list}
          columns={[{ key: 'at', label: dev.time }, { key: 'name', label: words.name }, { key: 'subject', label: words.subject }, { key: 'payload', label: words.payload }]}
          rows={events.map((event) => ({
            id: event.id,
            cells: { at: <Time at={event.at} />, name: <Raw>{event.name}</Raw>, subject: <Anchor href={eventsAbout(event.subject)} className="raw">{event.subject}</Anchor>, payload: <Raw>{event.payload}</Raw> },
          }))}
        />
      )}
    </ToolPage>
  )
}

function Parked({ parked }: { parked: Route.ComponentProps['loaderData']['parked'] }) {
  const { dev } = useWords()
  const words = dev.events
  if (parked.length === 0) return <p><StateWord kind="done">{words.parkedNone}</StateWord></p>
  return (
    <section className="stack">
      <p className="hint">{words.parkedHint}</p>
      <Table
        caption={words.parkedTitle}
        columns={[{ key: 'at', label: dev.time }, { key: 'reader', label: words.subscriptions }, { key: 'event', label: words.name }, { key: 'attempts', label: words.attempts, number: true }, { key: 'error', label: dev.error }, { key: 'replay', label: words.replay }]}
        rows={parked.map(({ subscription, subject, name, attempts, needsPerson, error, at }, place) => ({
          id: `${subscription} ${subject} ${place}`,
          cells: {
            at: <Time at={at} />, reader: <Raw>{subscription}</Raw>, event: <><StateWord kind={needsPerson ? 'late' : 'near'}><Raw>{name}</Raw></StateWord> <Anchor href={eventsAbout(subject)} className="raw">{subject}</Anchor></>,
            attempts: <Num value={attempts} />, error: <Raw>{error ?? ''}</Raw>,
            replay: <form method="post"><FormGuard form={`${subscription} ${subject}`} /><input type="hidden" name="subscription" value={subscription} /><input type="hidden" name="subject" value={subject} /><Button kind="second">{words.replay}</Button></form>,
          },
        }))}
      />
    </section>
  )
}
