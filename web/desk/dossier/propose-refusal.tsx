import { Form, data } from 'react-router'
import { proposeRefusal } from '#contract/dossiers'
import { getProcedure } from '#contract/procedures'
import * as keys from '../../context.ts'
import { Field, TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/propose-refusal.ts'
import { ActButtons, ActFrame, doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'

/** With the legal basis of the version that the dossier is judged by, to choose the ground from. */
export async function loader(args: Route.LoaderArgs) {
  const { data: loaded, init } = await loadAct(args, 'proposeRefusal')
  const { code, version } = loaded.view.procedure
  const { body } = await args.context.get(keys.app).call(getProcedure, { code, version })
  return data({ ...loaded, grounds: body.legalBasis.map(({ document, article }) => [document, article].filter(Boolean).join(', ')) }, init ?? undefined)
}
export const action = (args: Route.ActionArgs) => doAct(args, 'proposeRefusal', proposeRefusal, inputOf)
export const shouldRevalidate = revalidateAfterPost

/** The officer lays a notice before the leader: what is asked for is not granted, and why. After a misprint, or when it was sent back, with the words of before. */
export default function ProposeRefusal({ loaderData: { view, slug, grounds }, actionData }: Route.ComponentProps) {
  const { dossier: { act: { reason, reasonIn } }, refusal: words } = useWords()
  const form = viewForm(actionData, { reason: reasonIn, ground: words.groundIn }, useLocale())
  return (
    <ActFrame {...{ view, slug }} act="proposeRefusal" state={actionData} title={words.title} text={words.text} summary={form.summary}>
      <Form method="post" noValidate>
        <FormGuard />
        <TextArea name="reason" label={reason} hint={words.hint} value={form.value('reason', view.refusal?.reason)} error={form.error('reason')} maxLength={2000} />
        <Field name="ground" label={words.ground} hint={words.groundHint(grounds[0] ?? '')} value={form.value('ground', view.refusal?.ground)} error={form.error('ground')} maxLength={500} optional />
        <ActButtons view={view} slug={slug} button={words.button} kind="danger" />
      </Form>
    </ActFrame>
  )
}
