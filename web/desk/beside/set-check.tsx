import { Form } from 'react-router'
import { setFieldCheck } from '#contract/dossiers'
import { FormGuard } from '../../kit/form-guard.tsx'
import { viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { ActButtons, ActFrame, revalidateAfterPost } from '../dossier/act-frame.tsx'
import type { Route } from './+types/set-check.ts'
import { CheckFields, useCheckLabels } from './check-fields.tsx'
import { doBeside, loadBeside } from './side.ts'

export const loader = (args: Route.LoaderArgs) => loadBeside(args, ({ mayCheckPlace }) => mayCheckPlace)
export const action = (args: Route.ActionArgs) => doBeside(args, 'setCheck', setFieldCheck)
export const shouldRevalidate = revalidateAfterPost

/** An appointment to see the place; the applicant is told. */
export default function SetCheck({ loaderData: { view, slug, allowed }, actionData }: Route.ComponentProps) {
  const { consult: { set: words } } = useWords()
  const { labels, sentences } = useCheckLabels()
  const form = viewForm(actionData, labels, useLocale(), sentences)
  return (
    <ActFrame {...{ view, slug, allowed }} state={actionData} title={words.title} text={words.text} summary={form.summary}>
      <Form method="post" noValidate>
        <FormGuard />
        <CheckFields form={form} start={{ date: '', time: '', goes: view.holder?.name ?? '', preparation: '' }} />
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}
