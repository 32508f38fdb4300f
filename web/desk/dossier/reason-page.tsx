import { Form } from 'react-router'
import type { DossierView } from '#contract/dossiers'
import type { ButtonKind } from '../../kit/button.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { viewForm, type FormState } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import type { DossierAction } from '../acts.ts'
import { ActButtons, ActFrame } from './act-frame.tsx'

type Words = { title: string; text: string; hint: string; button: string }

/** An act that asks for nothing but why. */
export function ReasonPage({ loaded: { view, slug }, state, act, words, kind }: { loaded: { view: DossierView; slug: string | null }; state: FormState | undefined; act: DossierAction; words: Words; kind?: ButtonKind }) {
  const { dossier } = useWords()
  const form = viewForm(state, { reason: dossier.act.reasonIn }, useLocale())
  return (
    <ActFrame {...{ view, slug, act, state }} title={words.title} text={words.text} summary={form.summary}>
      <Form method="post" noValidate>
        <FormGuard />
        <TextArea name="reason" label={dossier.act.reason} hint={words.hint} value={form.value('reason')} error={form.error('reason')} maxLength={2000} />
        <ActButtons view={view} slug={slug} button={words.button} {...(kind && { kind })} />
      </Form>
    </ActFrame>
  )
}
