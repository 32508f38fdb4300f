import { redirect } from 'react-router'
import { submitDossier } from '#contract/dossiers'
import { formatNumber } from '#kernel/format'
import { Button } from '../../kit/button.tsx'
import { attempt } from '../../kit/call.ts'
import { inputOf, keyOf, refuseForm, viewForm } from '../../kit/form.ts'
import { FormGuard } from '../../kit/form-guard.tsx'
import { Note } from '../../kit/lists.tsx'
import { SummaryList } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { checkAt, discardAt, papersAt, questionAt, caseAt, sentAt, wrongFactsAt } from '../places.ts'
import { sayWhen } from '../when.ts'
import { checkGroups, feeItems, paperItems } from './check-lines.ts'
import { followSent, nextStepAt, openDraft, type Opened } from './draft.ts'
import { noticesOf, pagesOf, uploadsOf } from '#contract/procedures'
import { Step } from './step.tsx'
import type { Route } from './+types/check.ts'

/** Everything as it will be sent, with what can still be changed, the oath and the promise. A draft with open steps goes there first. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const open = await openDraft(app, params.draft)
  const next = nextStepAt(open, true)
  if (next !== checkAt(open.draft.id)) throw redirect(next)
  const { body, draft } = open
  return {
    id: draft.id, name: body.shortTitle, groups: checkGroups(open, app.locale), papers: paperItems(open, app.locale), fees: feeItems(open, app.locale), notices: noticesOf(body, open.filling), limit: body.timeLimit,
    answerBy: sayWhen(draft.answerBy, app.page.now, app.locale), back: backFrom(open),
  }
}

function backFrom({ draft, body, filling }: Opened): string {
  if (uploadsOf(body, filling).length > 0) return papersAt(draft.id)
  const last = pagesOf(body, filling).at(-1)
  return last ? questionAt(draft.id, last.code) : caseAt(draft.id)
}

/** Sends it, once: a second press, or one after the browser's way back, comes to the same acknowledgement. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const sent = await attempt(context.get(keys.app), submitDossier, { draft: params.draft, oath: inputOf(form)['oath'] === true }, { key: keyOf(form) })
  if (sent.ok) return redirect(sentAt(sent.value.id))
  followSent(sent.refusal)
  return refuseForm(form, sent.refusal)
}

export default function CheckPage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, groups, papers, fees, notices, limit, answerBy, back } = loaderData
  const { apply: { check } } = useWords()
  const locale = useLocale()
  const { summary } = viewForm(actionData, {}, locale)
  return (
    <Step title={check.title} name={name[locale]} back={back} errors={summary}>
      <h1>{check.title}</h1>
      <p className="hint">{check.lead}</p>
      {notices.map((notice) => <Note key={notice.vi} kind="near">{notice[locale]}</Note>)}
      {groups.map(({ code, title, items, fromIdentity }) => (
        <section key={code}>
          <h2>{title}</h2>
          <SummaryList items={items} />
          {fromIdentity && <p className="step__aside"><a href={wrongFactsAt}>{check.wrongFacts}<span className="vh"> - {title}</span></a></p>}
        </section>
      ))}
      {papers.length > 0 && <section><h2>{check.papers}</h2><SummaryList items={papers} /></section>}
      {fees.length > 0 && <section><h2>{check.fee}</h2><SummaryList items={fees} /></section>}
      <section>
        <Note kind="plain">{check.oath}</Note>
        <p className="step__promise">{check.promise.before} <b className="num">{answerBy}</b>{check.promise.after} {check.limit[limit.unit](formatNumber(limit.amount))}</p>
        <form method="post">
          <FormGuard />
          <Button wide name="oath~boolean" value="true">{check.send}</Button>
        </form>
        <p className="step__aside"><a href={discardAt(id)}>{check.discard}</a></p>
      </section>
    </Step>
  )
}
