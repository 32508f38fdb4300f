import { Form } from 'react-router'
import { assign } from '#contract/dossiers'
import { Choices } from '../../kit/choices.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/assign.ts'
import { ActButtons, ActFrame, doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'

export const loader = (args: Route.LoaderArgs) => loadAct(args, 'assign')
export const action = (args: Route.ActionArgs) => doAct(args, 'assign', assign, inputOf)
export const shouldRevalidate = revalidateAfterPost

/** A leader gives a dossier to an officer of the office. */
export default function Assign({ loaderData: { view, slug }, actionData }: Route.ComponentProps) {
  const { dossier: { act: { assign: words } } } = useWords()
  const form = viewForm(actionData, { officer: words.whoIn }, useLocale())
  const { colleagues, holder } = view
  const options = colleagues.map(({ id, name }) => ({ value: id, label: name, ...(id === holder?.id && { hint: words.now }) }))
  return (
    <ActFrame {...{ view, slug }} act="assign" state={actionData} title={words.title} text={words.text} summary={form.summary}>
      {options.length === 0 ? <p>{words.none}</p> : (
        <Form method="post" noValidate>
          <FormGuard />
          <Choices name="officer" pick="one" label={words.who} error={form.error('officer')} options={options} chosen={colleagues.map(({ id }) => id).filter((id) => form.chosen('officer', id))} />
          <ActButtons view={view} slug={slug} button={words.button} />
        </Form>
      )}
    </ActFrame>
  )
}
