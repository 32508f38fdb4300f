import { Form } from 'react-router'
import { handOver } from '#contract/dossiers'
import { formatMoney } from '#kernel/format'
import { dong } from '#kernel/money'
import { Anchor } from '../../kit/anchor.tsx'
import { Choices } from '../../kit/choices.tsx'
import { Field } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, viewForm, type FormView } from '../../kit/form.ts'
import { More, Note } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/hand-over.ts'
import { Payment } from '../fees/payment.tsx'
import { chargeAt } from '../fees/places.ts'
import { ActButtons, ActFrame, doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'
import { samePersonAt } from '../places.ts'
import { resultOf } from './shown.ts'
import { Viewer } from './viewer.tsx'

export const loader = (args: Route.LoaderArgs) => loadAct(args, 'handOver')
export const action = (args: Route.ActionArgs) => doAct(args, 'handOver', handOver, inputOf)
export const shouldRevalidate = revalidateAfterPost

/** The counter gives the result away and writes down to whom. */
export default function HandOver({ loaderData: { view, slug }, actionData }: Route.ComponentProps) {
  const { after, atOnce, dossier, fees: { charge }, refusal } = useWords()
  const { handOver: words } = dossier.act
  const { pay } = atOnce
  const labels = { relation: words.relationIn, recipient: words.recipientIn, authority: words.authorityIn, oldPaper: after.oldPaper.labelIn, 'payment.method': pay.methodIn, 'payment.reference': charge.reference }
  const form = viewForm(actionData, labels, useLocale(), { 'oldPaper:required': after.oldPaper.choose })
  const result = resultOf(view, dossier)
  const copies = view.answers.find(({ code }) => code === 'copies')?.text
  // whoever waits at the counter nearly always collects it: money first, and nothing else in sight
  const atOnceHere = view.immediate !== null
  const owed = view.fee?.state === 'due' && view.fee.mayCollect ? formatMoney(dong(view.fee.total)) : null
  // nobody else may collect it, so nobody else is offered
  const alone = view.procedure.collectedBy === 'applicant' && view.refusal === null
  return (
    <ActFrame {...{ view, slug }} act="handOver" state={actionData} title={words.title} text={view.refusal ? refusal.handOver : words.text} summary={form.summary} side={<Viewer shown={result} />}>
      {view.fee?.state === 'due' && owed === null && <Note kind="near">{words.owed(formatMoney(dong(view.fee.total)))}</Note>}
      {result?.href != null && <p><a href={result.href} target="_blank" rel="noreferrer">{words.print}</a>{copies !== undefined && !view.refusal && <> · <b>{words.copies(copies)}</b></>}</p>}
      <p><Anchor href={samePersonAt(view.id)}>{after.person.handOver}</Anchor></p>
      {view.shelf !== null && <p><b>{after.line.place(view.shelf)}</b></p>}
      <Form method="post" noValidate>
        <FormGuard />
        {owed !== null && atOnceHere && <Payment owed={<><b>{pay.due(owed)}</b> · <Anchor href={chargeAt(view.id)}>{charge.qr}</Anchor></>} form={form} />}
        {alone && <><Note>{words.alone}</Note><input type="hidden" name="relation" value="self" /></>}
        {!alone && !atOnceHere && <Who form={form} />}
        <Field name="recipient" label={words.recipient} value={form.value('recipient', view.applicant.name)} error={form.error('recipient')} maxLength={120} />
        {!alone && !atOnceHere && <Authority form={form} />}
        {!alone && atOnceHere && <More question={pay.other}><Who form={form} /><Authority form={form} /></More>}
        {view.oldPaperOut && <Choices name="oldPaper" pick="one" label={after.oldPaper.label} error={form.error('oldPaper')} options={[{ value: 'returned', label: after.oldPaper.returned }, { value: 'lost', label: after.oldPaper.lost }]} chosen={['returned', 'lost'].filter((value) => form.chosen('oldPaper', value, []))} />}
        {owed !== null && !atOnceHere && <Payment owed={<><b>{pay.due(owed)}</b> · <Anchor href={chargeAt(view.id)}>{charge.qr}</Anchor></>} form={form} />}
        <ActButtons view={view} slug={slug} button={owed === null ? words.button : pay.button(owed)} />
      </Form>
    </ActFrame>
  )
}

/** Who stands there: the applicant, or somebody with a right to it. */
function Who({ form }: { form: FormView }) {
  const { dossier: { act: { handOver: words } } } = useWords()
  const options = [{ value: 'self', label: words.self }, { value: 'relative', label: words.relative, hint: words.relativeHint }, { value: 'authorised', label: words.authorised, hint: words.authorisedHint }]
  return <Choices name="relation" pick="one" label={words.relation} error={form.error('relation')} options={options} chosen={['self', 'relative', 'authorised'].filter((value) => form.chosen('relation', value, ['self']))} />
}

function Authority({ form }: { form: FormView }) {
  const { dossier: { act: { handOver: words } } } = useWords()
  return <Field name="authority" label={words.authority} hint={words.authorityHint} optional value={form.value('authority')} error={form.error('authority')} maxLength={300} />
}
