import { Form } from 'react-router'
import { moveFieldCheck, type DossierView } from '#contract/dossiers'
import { formatTime } from '#kernel/format'
import { localDate } from '#kernel/local-time'
import { TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { ActButtons, ActFrame, revalidateAfterPost } from '../dossier/act-frame.tsx'
import { useWhen } from '../dossier/when.ts'
import type { Route } from './+types/move-check.ts'
import { CheckFields, useCheckLabels } from './check-fields.tsx'
import { doBeside, loadBeside } from './side.ts'

const checkOf = ({ fieldChecks }: DossierView, number: string) => fieldChecks.find((each) => String(each.number) === number)

export const loader = (args: Route.LoaderArgs) => loadBeside(args, (view) => checkOf(view, args.params.check)?.mayMove === true)
export const action = (args: Route.ActionArgs) => doBeside(args, 'moveCheck', moveFieldCheck, { check: args.params.check })
export const shouldRevalidate = revalidateAfterPost

/** Another time for a check, with the reason; the applicant is told. */
export default function MoveCheck({ loaderData: { view, slug, allowed }, actionData, params }: Route.ComponentProps) {
  const { consult: { move: words }, dossier: { act } } = useWords()
  const { labels, sentences } = useCheckLabels()
  const when = useWhen()
  const form = viewForm(actionData, { ...labels, reason: act.reasonIn }, useLocale(), sentences)
  const check = checkOf(view, params.check)
  const start = { date: check ? localDate(new Date(check.startsAt)) : '', time: check ? formatTime(check.startsAt) : '', goes: check?.goes ?? '', preparation: check?.preparation ?? '' }
  return (
    <ActFrame {...{ view, slug, allowed }} state={actionData} title={words.title} text={words.text(check ? when(check.startsAt) : '')} summary={form.summary}>
      <Form method="post" noValidate>
        <FormGuard />
        <CheckFields form={form} start={start} />
        <TextArea name="reason" label={words.reason} value={form.value('reason')} error={form.error('reason')} maxLength={2000} rows={2} />
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}
