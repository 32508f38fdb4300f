import { data, Form } from 'react-router'
import { listAgencies } from '#contract/agencies'
import { reroute } from '#contract/dossiers'
import { getProcedure } from '#contract/procedures'
import * as keys from '../../context.ts'
import { Select, TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { inputOf, viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Route } from './+types/reroute.ts'
import { ActButtons, ActFrame, doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'

/** The dossier, and the authorities of the kind that decides such ones. */
export async function loader(args: Route.LoaderArgs) {
  const app = args.context.get(keys.app)
  const loaded = await loadAct(args, 'reroute')
  const { view, slug } = loaded.data
  const [{ body }, { agencies }] = await Promise.all([app.call(getProcedure, { code: view.procedure.code, version: view.procedure.version }), app.call(listAgencies, {})])
  const others = agencies.filter(({ kind, code }) => kind === body.competentAgencyKind && code !== view.office.code)
  return data({ view, slug, options: others.map(({ code, name }) => ({ value: code, label: name[app.locale] })) }, loaded.init ?? undefined)
}
export const action = (args: Route.ActionArgs) => doAct(args, 'reroute', reroute, inputOf)
export const shouldRevalidate = revalidateAfterPost

/** A dossier that came to the wrong authority goes to the right one. */
export default function Reroute({ loaderData: { view, slug, options }, actionData }: Route.ComponentProps) {
  const { dossier } = useWords()
  const { reroute: words } = dossier.act
  const form = viewForm(actionData, { agency: words.agencyIn, reason: dossier.act.reasonIn }, useLocale())
  return (
    <ActFrame {...{ view, slug }} act="reroute" state={actionData} title={words.title} text={words.text} summary={form.summary}>
      <Form method="post" noValidate>
        <FormGuard />
        <Select name="agency" label={words.agency} options={options} value={form.value('agency')} error={form.error('agency')} />
        <TextArea name="reason" label={dossier.act.reason} hint={words.hint} value={form.value('reason')} error={form.error('reason')} maxLength={2000} />
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}
