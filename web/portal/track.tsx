import './track.css'
import { data, redirect } from 'react-router'
import type { z } from 'zod'
import { track } from '#contract/dossiers'
import type { Route } from './+types/track.ts'
import * as keys from '../context.ts'
import { attempt } from '../kit/call.ts'
import { Acts, Button } from '../kit/button.tsx'
import { ErrorSummary } from '../kit/error-summary.tsx'
import { Field } from '../kit/field.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { inputOf, keyOf, typedOf, viewForm, type FormState } from '../kit/form.ts'
import { signInAt } from '../kit/places.ts'
import { useRoot } from '../kit/root-data.ts'
import { StatusTag } from '../kit/status-tag.tsx'
import { Timeline } from '../kit/timeline.tsx'
import { Title } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { mineAt, trackAt, trackedAt } from './places.ts'
import { forgetTracked, keepTracked, trackedIn } from './tracked.ts'
import { publishedKinds, wayOf } from './way.ts'

type Found = z.output<typeof track.output>

const longest = 80

/**
 * The code on a paper, or the picture beside it, fills the boxes in; the person presses the button. What was found has an address of its own,
 * so that it stays when the page is loaded again or in the other language.
 */
export async function loader({ request, context }: Route.LoaderArgs): Promise<{ code: string; secret: string; found: Found | null }> {
  const query = new URL(request.url).searchParams
  const part = (name: string): string => (query.get(name) ?? '').trim().slice(0, longest)
  const kept = query.has('xem') ? trackedIn(request) : undefined
  const done = kept && (await attempt(context.get(keys.app), track, kept))
  return { code: kept?.code ?? part('ma'), secret: part('khoa'), found: done?.ok ? done.value : null }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await attempt(context.get(keys.app), track, inputOf(form), { key: keyOf(form) })
  const [typed = ''] = form.getAll('secret').filter((value) => typeof value === 'string')
  if (done.ok) return redirect(trackedAt, { status: 303, headers: { 'set-cookie': keepTracked(request, { code: done.value.code, secret: typed }) } })
  // this secret is printed on a paper that lies on the table: whoever mistyped one sign of it corrects that sign
  const secret = form.getAll('secret').filter((value) => typeof value === 'string')
  return data<FormState>({ typed: { ...typedOf(form), secret }, refusal: done.refusal }, { status: done.refusal.status, headers: { 'set-cookie': forgetTracked } })
}

export default function Track({ loaderData, actionData }: Route.ComponentProps) {
  return <div className="wrap narrow">{loaderData.found && !actionData ? <Result found={loaderData.found} /> : <Ask start={loaderData} state={actionData} />}</div>
}

function Ask({ start, state }: { start: { code: string; secret: string }; state: FormState | undefined }) {
  const { portal: { track: words } } = useWords()
  const view = viewForm(state, words.labels, useLocale())
  // what the server says of a dossier that is not there is about looking one up by its address
  const summary = state?.refusal.code === 'dossier_not_found' ? [{ href: '#code', text: words.none }] : view.summary
  return (
    <div className="stack">
      <Title errors={summary.length}>{words.title}</Title>
      <ErrorSummary lines={summary} />
      <h1>{words.title}</h1>
      <p className="lead">{words.text}</p>
      <form method="post" action={trackAt} noValidate>
        <FormGuard form="track" />
        <Field name="code" label={words.code} hint={words.codeHint} value={view.value('code', start.code)} error={view.error('code')} width={20} maxLength={80} />
        <Field name="secret" label={words.secret} hint={words.secretHint} value={view.value('secret', start.secret)} error={view.error('secret')} width={10} maxLength={20} />
        <Acts><Button wide>{words.button}</Button></Acts>
      </form>
      <p className="hint">{words.only}</p>
    </div>
  )
}

/** How far the dossier is, and whether the person must do anything. Nothing says whose it is. */
function Result({ found: { code, published, stage, stages } }: { found: Found }) {
  const root = useRoot()
  const { portal: { track: words, states } } = useWords()
  const way = wayOf(published, stage, stages)
  return (
    <>
      <Title>{words.result}</Title>
      <h1>{words.result}</h1>
      <p className="code track__code">{code}</p>
      <div className="track__now">
        <p><StatusTag kind={publishedKinds[published] ?? 'new'}>{states[published]}</StatusTag></p>
        <p>{words.next[published]}</p>
      </div>
      {way.length > 0 && <><h2 className="track__way">{words.stage(stage, stages)}</h2><Timeline steps={way.map((state, at) => ({ state, title: words.stages[at] ?? '', lines: [] }))} /></>}
      <p className="hint">{words.only} {words.more}</p>
      <ul className="links">
        <li><a href={root?.viewer.kind === 'citizen' ? mineAt : signInAt(mineAt)}>{words.signIn}</a></li>
        <li><a href={trackAt}>{words.other}</a></li>
      </ul>
    </>
  )
}
