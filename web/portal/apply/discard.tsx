import { redirect } from 'react-router'
import { discardDraft } from '#contract/dossiers'
import { Acts, Button, LinkButton } from '../../kit/button.tsx'
import { attempt } from '../../kit/call.ts'
import { keyOf, refuseForm, viewForm } from '../../kit/form.ts'
import { FormGuard } from '../../kit/form-guard.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { draftAt, mineAt } from '../places.ts'
import { followSent, openDraft } from './draft.ts'
import { Step } from './step.tsx'
import type { Route } from './+types/discard.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { draft, body } = await openDraft(context.get(keys.app), params.draft)
  return { id: draft.id, name: body.shortTitle }
}

/** Throws the draft away. One that is gone already is gone: the same end. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await attempt(context.get(keys.app), discardDraft, { draft: params.draft }, { key: keyOf(form) })
  if (done.ok || done.refusal.code === 'draft_not_found') return redirect(mineAt)
  followSent(done.refusal)
  return refuseForm(form, done.refusal)
}

export default function DiscardPage({ loaderData: { id, name }, actionData }: Route.ComponentProps) {
  const { apply: { discard } } = useWords()
  const locale = useLocale()
  const view = viewForm(actionData, {}, locale)
  return (
    <Step title={discard.title} name={name[locale]} back={mineAt} errors={view.summary}>
      <h1>{discard.title}</h1>
      <p className="hint">{discard.text(name[locale])}</p>
      <form method="post">
        <FormGuard />
        <Acts><Button kind="danger" wide>{discard.yes}</Button><LinkButton kind="second" wide href={draftAt(id)}>{discard.no}</LinkButton></Acts>
      </form>
    </Step>
  )
}
