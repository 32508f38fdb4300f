import './mine.css'
import { redirect } from 'react-router'
import { askAboutReading } from '#contract/identity'
import { Acts, Back, Button } from '../../kit/button.tsx'
import { attempt } from '../../kit/call.ts'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { TextArea } from '../../kit/field.tsx'
import { inputOf, keyOf, refuseForm, viewForm } from '../../kit/form.ts'
import { FormGuard } from '../../kit/form-guard.tsx'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { readingsAt } from '../places.ts'
import type { Route } from './+types/reading-question.ts'

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await attempt(context.get(keys.app), askAboutReading, { reading: params.reading, text: inputOf(form)['text'] }, { key: keyOf(form) })
  return done.ok ? redirect(`${readingsAt}?xong=hoi`, 303) : refuseForm(form, done.refusal)
}

/** A question about one reading: one box, and by when it must be answered. */
export default function ReadingQuestion({ actionData }: Route.ComponentProps) {
  const { readings: { question: words, back } } = useWords()
  const view = viewForm(actionData, { text: words.labelIn }, useLocale())
  return (
    <div className="wrap narrow page--form stack">
      <Title errors={view.summary.length}>{words.title}</Title>
      <Back href={readingsAt}>{back}</Back>
      <ErrorSummary lines={view.summary} />
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <form method="post" noValidate>
        <FormGuard />
        <TextArea name="text" label={words.label} hint={words.hint} rows={4} maxLength={2000} value={view.value('text')} error={view.error('text')} />
        <Acts><Button wide>{words.button}</Button></Acts>
      </form>
    </div>
  )
}
