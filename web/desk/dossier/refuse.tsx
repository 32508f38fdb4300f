import { Form, data } from 'react-router'
import { refuse } from '#contract/dossiers'
import { getProcedure } from '#contract/procedures'
import * as keys from '../../context.ts'
import { Select, TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/refuse.ts'
import { ActButtons, ActFrame, doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'

/** With the legal basis of the version that the dossier is judged by. */
export async function loader(args: Route.LoaderArgs) {
  const { data: loaded, init } = await loadAct(args, 'refuse')
  const { code, version } = loaded.view.procedure
  const { body } = await args.context.get(keys.app).call(getProcedure, { code, version })
  return data({ ...loaded, grounds: body.legalBasis.map(({ document, article }) => [document, article].filter(Boolean).join(', ')) }, init ?? undefined)
}
export const action = (args: Route.ActionArgs) => doAct(args, 'refuse', refuse, inputOf)
export const shouldRevalidate = revalidateAfterPost

/** The desk does not take a dossier in: form 03 with the reason and its ground. */
export default function Refuse({ loaderData: { view, slug, grounds }, actionData }: Route.ComponentProps) {
  const { dossier: { act: { reason, reasonIn, refuse: words } } } = useWords()
  const form = viewForm(actionData, { reason: reasonIn, ground: words.groundIn }, useLocale())
  return (
    <ActFrame {...{ view, slug }} act="refuse" state={actionData} title={words.title} text={words.text} summary={form.summary}>
      <Form method="post" noValidate>
        <FormGuard />
        <TextArea name="reason" label={reason} hint={words.hint} value={form.value('reason')} error={form.error('reason')} maxLength={2000} />
        <Select name="ground" label={words.ground} hint={words.groundHint} value={form.value('ground')} error={form.error('ground')} options={grounds.map((ground) => ({ value: ground, label: ground }))} optional />
        <ActButtons view={view} slug={slug} button={words.button} kind="danger" />
      </Form>
    </ActFrame>
  )
}
