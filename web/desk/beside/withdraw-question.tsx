import { Form } from 'react-router'
import { withdrawQuestion } from '#contract/dossiers'
import { TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { ActButtons, ActFrame, revalidateAfterPost } from '../dossier/act-frame.tsx'
import type { Route } from './+types/withdraw-question.ts'
import { doBeside, loadBeside } from './side.ts'

export const loader = (args: Route.LoaderArgs) => loadBeside(args, ({ consultations }) => consultations.some(({ number, mayWithdraw }) => mayWithdraw && String(number) === args.params.number))
export const action = (args: Route.ActionArgs) => doBeside(args, 'withdrawQuestion', withdrawQuestion, { number: args.params.number })
export const shouldRevalidate = revalidateAfterPost

/** A question that needs no answer any more is taken back, with the reason. */
export default function WithdrawQuestion({ loaderData: { view, slug, allowed }, actionData, params }: Route.ComponentProps) {
  const { consult: { withdraw: words }, dossier: { act } } = useWords()
  const locale = useLocale()
  const form = viewForm(actionData, { reason: act.reasonIn }, locale)
  const agency = view.consultations.find(({ number }) => String(number) === params.number)?.agency.name[locale] ?? ''
  return (
    <ActFrame {...{ view, slug, allowed }} state={actionData} title={words.title} text={words.text(agency)} summary={form.summary}>
      <Form method="post" noValidate>
        <FormGuard />
        <TextArea name="reason" label={act.reason} hint={words.hint} value={form.value('reason')} error={form.error('reason')} maxLength={2000} rows={3} />
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}
