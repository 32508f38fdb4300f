import { recentJobs, retryDeadJobs } from '#kernel/machine-contract'
import { formatNumber } from '#kernel/format'
import type { Route } from './+types/jobs.ts'
import { Button } from '../kit/button.tsx'
import { attempt } from '../kit/call.ts'
import { Num, Time } from '../kit/figures.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { refuseForm } from '../kit/form.ts'
import { EmptyState, Table } from '../kit/lists.tsx'
import { StateWord, type StateKind } from '../kit/status-tag.tsx'
import { useWords } from '../kit/words.ts'
import { t } from '../messages/index.ts'
import { demonstrationApp } from './only-here.ts'
import { Raw, ToolPage } from './tool-page.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  return demonstrationApp(context).call(recentJobs, {})
}

export async function action({ request, context }: Route.ActionArgs) {
  const app = demonstrationApp(context)
  const form = await request.formData()
  const tried = await attempt(app, retryDeadJobs, {})
  if (!tried.ok) return refuseForm(form, tried.refusal)
  return { done: t(app.locale).dev.jobs.retried(formatNumber(tried.value.jobs)) }
}

const kinds: Record<string, StateKind> = { created: 'new', retry: 'near', active: 'doing', completed: 'done', cancelled: 'stopped', failed: 'late' }

/** Jobs that wait, are done or have failed. */
export default function Jobs({ loaderData: { jobs, dead }, actionData }: Route.ComponentProps) {
  const { dev } = useWords()
  const words = dev.jobs
  return (
    <ToolPage title={dev.pages.jobs} intro={words.intro} answer={actionData}>
      <Dead dead={dead} />
      {jobs.length === 0 ? <EmptyState title={words.empty} level={2}>{words.emptyHint}</EmptyState> : (
        <Table
          caption={words.list}
          columns={[{ key: 'at', label: words.created }, { key: 'name', label: words.name }, { key: 'state', label: dev.state }, { key: 'retries', label: words.retries, number: true }, { key: 'done', label: words.done }, { key: 'data', label: dev.data }]}
          rows={jobs.map((job) => ({
            id: job.id,
            cells: {
              at: <Time at={job.createdAt} />, name: <Raw>{job.name}</Raw>, state: <StateWord kind={kinds[job.state] ?? 'new'}>{words.states[job.state] ?? job.state}</StateWord>, retries: <Num value={job.retries} />,
              done: job.completedAt === null ? <span className="muted">{dev.none}</span> : <Time at={job.completedAt} />, data: <><Raw>{job.data}</Raw>{job.error !== null && <p className="is-late">{job.error}</p>}</>,
            },
          }))}
        />
      )}
    </ToolPage>
  )
}

function Dead({ dead }: { dead: Route.ComponentProps['loaderData']['dead'] }) {
  const { dev } = useWords()
  const words = dev.jobs
  if (dead.length === 0) return <p><StateWord kind="done">{words.deadNone}</StateWord></p>
  return (
    <section className="stack">
      <p className="hint">{words.deadHint}</p>
      <Table
        caption={words.dead} columns={[{ key: 'at', label: words.failed }, { key: 'name', label: words.name }, { key: 'error', label: dev.error }, { key: 'data', label: dev.data }]}
        rows={dead.map(({ id, name, data, error, failedAt }) => ({ id, cells: { at: <Time at={failedAt} />, name: <StateWord kind="late"><Raw>{name}</Raw></StateWord>, error: error ?? '', data: <Raw>{data}</Raw> } }))}
      />
      <form method="post"><FormGuard /><Button>{words.retry}</Button></form>
    </section>
  )
}
