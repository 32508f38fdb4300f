import { redirect } from 'react-router'
import { myDrafts, startDraft } from '#contract/dossiers'
import { getProcedure } from '#contract/procedures'
import { Back, Button, LinkButton } from '../../kit/button.tsx'
import { attempt } from '../../kit/call.ts'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { keyOf, refuseForm, viewForm } from '../../kit/form.ts'
import { FormGuard } from '../../kit/form-guard.tsx'
import { signInAt } from '../../kit/places.ts'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { caseAt, principalAt, procedureAt, startAt } from '../places.ts'
import { sayWhen } from '../when.ts'
import { DraftLines } from './draft-lines.tsx'
import type { Route } from './+types/begin.ts'

/** Before a dossier is begun: drafts of it that can be taken up, or a new one. Looking begins nothing. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const [{ drafts }, { body }] = [await app.call(myDrafts, {}), await app.call(getProcedure, { code: params.code })]
  const open = drafts.filter(({ procedure }) => procedure === params.code).map(({ id, updatedAt }) => ({ id, when: sayWhen(updatedAt, app.page.now, app.locale) }))
  return { code: params.code, name: body.shortTitle, minutes: body.minutesToFill, drafts: open }
}

/** Begins a new dossier. Whoever is not signed in does that first and comes back. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const begun = await attempt(context.get(keys.app), startDraft, { procedure: params.code }, { key: keyOf(form) })
  if (begun.ok) return redirect(begun.value.problems['party'] === undefined ? caseAt(begun.value.id) : principalAt(begun.value.id))
  if (begun.refusal.code === 'unauthenticated') return redirect(signInAt(startAt(params.code)))
  return refuseForm(form, begun.refusal)
}

export default function BeginPage({ loaderData: { code, name, minutes, drafts }, actionData }: Route.ComponentProps) {
  const { apply: { begin } } = useWords()
  const locale = useLocale()
  const { summary } = viewForm(actionData, {}, locale)
  const newest = drafts[0]
  return (
    <div className="wrap narrow page--form stack">
      <Title errors={summary.length}>{begin.title(name[locale])}</Title>
      <Back href={procedureAt(code)} />
      <ErrorSummary lines={summary} />
      <h1>{name[locale]}</h1>
      <p className="lead">{begin.lead(minutes)}</p>
      {newest && <><h2>{begin.drafts}</h2><DraftLines drafts={drafts.map(({ id, when }) => ({ id, label: begin.draft, detail: begin.saved(when), discard: begin.discard(when) }))} /></>}
      <form method="post">
        <FormGuard />
        <Button wide kind={newest ? 'second' : 'primary'}>{newest ? begin.again : begin.start}</Button>
      </form>
      <p><LinkButton kind="quiet" href={procedureAt(code)}>{begin.procedure}</LinkButton></p>
    </div>
  )
}
