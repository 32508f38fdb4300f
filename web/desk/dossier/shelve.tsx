import { Form } from 'react-router'
import { shelve } from '#contract/dossiers'
import { formatNumber } from '#kernel/format'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { labelAt } from '../places.ts'
import type { Route } from './+types/shelve.ts'
import { ActButtons, ActFrame, doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'

export const loader = (args: Route.LoaderArgs) => loadAct(args, 'shelve')
export const action = (args: Route.ActionArgs) => doAct(args, 'shelve', shelve, inputOf)
export const shouldRevalidate = revalidateAfterPost

/** Where a paper result lies until somebody comes for it. */
export default function Shelve({ loaderData: { view, slug }, actionData }: Route.ComponentProps) {
  const { after: { shelve: words } } = useWords()
  const form = viewForm(actionData, { place: words.placeIn }, useLocale())
  const days = formatNumber(view.waitingDays ?? 0)
  return (
    <ActFrame {...{ view, slug }} act="shelve" state={actionData} title={words.title} text={words.text} summary={form.summary}>
      <p>{view.shelf === null ? words.nowhere(days) : <>{words.at(view.shelf, days)} <a href={labelAt(view.id)} target="_blank" rel="noreferrer">{words.label}</a></>}</p>
      <Form method="post" noValidate>
        <FormGuard />
        <Field name="place" label={words.place} hint={words.hint} width={10} value={form.value('place', view.shelf ?? '')} error={form.error('place')} maxLength={20} />
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}
