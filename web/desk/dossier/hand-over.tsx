import { Form } from 'react-router'
import { handOver } from '#contract/dossiers'
import { formatMoney } from '#kernel/format'
import { dong } from '#kernel/money'
import { Anchor } from '../../kit/anchor.tsx'
import { Choices } from '../../kit/choices.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, viewForm } from '../../kit/form.ts'
import { Note } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/hand-over.ts'
import { chargeAt } from '../fees/places.ts'
import { ActButtons, ActFrame, doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'
import { resultOf } from './shown.ts'
import { Viewer } from './viewer.tsx'

export const loader = (args: Route.LoaderArgs) => loadAct(args, 'handOver')
export const action = (args: Route.ActionArgs) => doAct(args, 'handOver', handOver, inputOf)
export const shouldRevalidate = revalidateAfterPost

/** The counter gives the result away and writes down to whom. */
export default function HandOver({ loaderData: { view, slug }, actionData }: Route.ComponentProps) {
  const { dossier, after } = useWords()
  const { handOver: words } = dossier.act
  const form = viewForm(actionData, { relation: words.relationIn, recipient: words.recipientIn, authority: words.authorityIn, oldPaper: after.oldPaper.labelIn }, useLocale())
  const result = resultOf(view, dossier)
  const copies = view.answers.find(({ code }) => code === 'copies')?.text
  // nobody else may collect it, so nobody else is offered
  const alone = view.procedure.collectedBy === 'applicant'
  const options = [{ value: 'self', label: words.self }, { value: 'relative', label: words.relative, hint: words.relativeHint }, { value: 'authorised', label: words.authorised, hint: words.authorisedHint }]
  return (
    <ActFrame {...{ view, slug }} act="handOver" state={actionData} title={words.title} text={words.text} summary={form.summary} side={<Viewer shown={result} />}>
      {view.fee?.state === 'due' && <Note kind="near">{words.owed(formatMoney(dong(view.fee.total)))} {view.fee.mayCollect && <Anchor href={chargeAt(view.id)}>{words.collect}</Anchor>}</Note>}
      {result?.href != null && <p><a href={result.href} target="_blank" rel="noreferrer">{words.print}</a>{copies !== undefined && <> · <b>{words.copies(copies)}</b></>}</p>}
      {view.shelf !== null && <p><b>{after.line.place(view.shelf)}</b></p>}
      <Form method="post" noValidate>
        <FormGuard />
        {alone ? <><Note>{words.alone}</Note><input type="hidden" name="relation" value="self" /></> : <Choices name="relation" pick="one" label={words.relation} error={form.error('relation')} options={options} chosen={['self', 'relative', 'authorised'].filter((value) => form.chosen('relation', value, ['self']))} />}
        <Field name="recipient" label={words.recipient} value={form.value('recipient', view.applicant.name)} error={form.error('recipient')} maxLength={120} />
        {!alone && <Field name="authority" label={words.authority} hint={words.authorityHint} optional value={form.value('authority')} error={form.error('authority')} maxLength={300} />}
        {view.oldPaperOut && <Choices name="oldPaper" pick="one" label={after.oldPaper.label} error={form.error('oldPaper')} options={[{ value: 'returned', label: after.oldPaper.returned }, { value: 'lost', label: after.oldPaper.lost }]} chosen={['returned', 'lost'].filter((value) => form.chosen('oldPaper', value, []))} />}
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}
