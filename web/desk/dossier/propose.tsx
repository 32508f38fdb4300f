import { Form } from 'react-router'
import { propose } from '#contract/dossiers'
import { TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/propose.ts'
import { ActButtons, ActFrame, doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'
import { draftOf } from './shown.ts'
import { Viewer } from './viewer.tsx'

export const loader = (args: Route.LoaderArgs) => loadAct(args, 'propose')
export const action = (args: Route.ActionArgs) => doAct(args, 'propose', propose, inputOf)
export const shouldRevalidate = revalidateAfterPost

/** The officer lays the result before the leader; beside the form stands what will be signed. */
export default function Propose({ loaderData: { view, slug }, actionData }: Route.ComponentProps) {
  const { dossier } = useWords()
  const { propose: words } = dossier.act
  const form = viewForm(actionData, { note: words.noteIn }, useLocale())
  return (
    <ActFrame {...{ view, slug }} act="propose" state={actionData} title={words.title} text={words.text} summary={form.summary} side={view.mayPreview ? <Viewer shown={draftOf(view, dossier)} /> : undefined}>
      <Form method="post" noValidate>
        <FormGuard />
        <TextArea name="note" label={words.note} hint={words.noteHint} value={form.value('note')} error={form.error('note')} maxLength={2000} optional />
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}
