import { Form } from 'react-router'
import { approve, type DossierView } from '#contract/dossiers'
import { FormGuard } from '../../kit/form-guard.tsx'
import { viewForm } from '../../kit/form.ts'
import { Note } from '../../kit/lists.tsx'
import { useRoot } from '../../kit/root-data.ts'
import { Declared } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/approve.ts'
import { ActButtons, ActFrame, doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'
import { Refused } from './refused.tsx'
import { draftOf } from './shown.ts'
import { Viewer } from './viewer.tsx'

export const loader = (args: Route.LoaderArgs) => loadAct(args, 'approve')
export const action = (args: Route.ActionArgs) => doAct(args, 'approve', approve, () => ({}))
export const shouldRevalidate = revalidateAfterPost

/** The leader reads the result as it will be, or the notice instead of one, and signs it: that decision stays. */
export default function Approve({ loaderData: { view, slug }, actionData }: Route.ComponentProps) {
  const { dossier, atOnce: { certify }, refusal } = useWords()
  const copies = view.immediate === 'certify'
  const words = { ...dossier.act.approve, ...(copies ? certify : view.refusal ? refusal.sign : {}) }
  const locale = useLocale()
  const who = useRoot()?.viewer
  const form = viewForm(actionData, {}, locale)
  const proposed = view.acts.findLast(({ action: name }) => name === 'propose')
  const note = proposed?.note['note']
  return (
    <ActFrame {...{ view, slug }} act="approve" state={actionData} title={words.title} text={words.text(who?.name ?? '', who?.title?.[locale] ?? '')} summary={form.summary} side={<Viewer shown={draftOf(view, dossier)} />}>
      {typeof note === 'string' && <Note kind="plain"><b>{words.proposed}</b><p>{note}</p><p>{proposed?.actor.name}</p></Note>}
      <Refused view={view} />
      {copies && <Compared view={view} />}
      <Note kind="near">{words.final}</Note>
      <Form method="post">
        <FormGuard />
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}

/** What the counter saw and wrote down, and who compared it: that is what is certified. */
function Compared({ view }: { view: DossierView }) {
  const { atOnce: { certify } } = useWords()
  const locale = useLocale()
  const taken = view.acts.find(({ action: name }) => name === 'accept')
  return (
    <>
      <h2>{certify.facts}</h2>
      <Declared items={[...view.answers.map(({ label, text }) => ({ term: label[locale], value: text })), ...(taken ? [{ term: certify.by, value: taken.actor.name }] : [])]} />
    </>
  )
}
