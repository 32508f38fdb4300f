import { data, Form } from 'react-router'
import { listAgencies } from '#contract/agencies'
import { askOpinion } from '#contract/dossiers'
import { getProcedure } from '#contract/procedures'
import { formatDate } from '#kernel/format'
import { addDays, localDate } from '#kernel/local-time'
import * as keys from '../../context.ts'
import { Choices } from '../../kit/choices.tsx'
import { DateField } from '../../kit/date-field.tsx'
import { Select, TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { viewForm } from '../../kit/form.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { ActButtons, ActFrame, revalidateAfterPost } from '../dossier/act-frame.tsx'
import type { Route } from './+types/ask-opinion.ts'
import { doBeside, loadBeside } from './side.ts'

/** The dossier, the agencies that may be asked about such ones, and the last day that may be given. */
export async function loader(args: Route.LoaderArgs) {
  const app = args.context.get(keys.app)
  const loaded = await loadBeside(args, ({ mayConsult }) => mayConsult)
  const { view } = loaded.data
  const [{ body }, { agencies }] = await Promise.all([app.call(getProcedure, { code: view.procedure.code, version: view.procedure.version }), app.call(listAgencies, {})])
  const asked = new Set(view.consultations.filter(({ stands }) => stands === 'open').map(({ agency }) => agency.code))
  const others = agencies.filter(({ kind, code }) => (body.consulting?.agencyKinds.includes(kind) ?? false) && code !== view.office.code && !asked.has(code))
  const days = body.consulting?.most.unit === 'day' ? body.consulting.most.amount : 0
  const last = days > 0 ? addDays(localDate(new Date(app.page.now)), days) : null
  return data({ ...loaded.data, stops: body.consulting?.clock === 'stops', last, options: others.map(({ code, name }) => ({ value: code, label: name[app.locale] })) }, loaded.init ?? undefined)
}
export const action = (args: Route.ActionArgs) => doBeside(args, 'askOpinion', askOpinion)
export const shouldRevalidate = revalidateAfterPost

/** Another agency is asked for its opinion: what, about which papers, until when. */
export default function AskOpinion({ loaderData: { view, slug, allowed, stops, last, options }, actionData }: Route.ComponentProps) {
  const { consult: { ask: words } } = useWords()
  const locale = useLocale()
  const form = viewForm(actionData, { agency: words.agencyIn, content: words.contentIn, due: words.dueIn, papers: words.papersIn }, locale)
  const papers = view.papers.filter(({ file }) => file !== null)
  const [year = '', month = '', day = ''] = (last ?? '').split('-')
  return (
    <ActFrame {...{ view, slug, allowed }} state={actionData} title={words.title} text={stops ? words.textStops : words.text} summary={form.summary}>
      <Form method="post" noValidate>
        <FormGuard />
        <Select name="agency" label={words.agency} options={options} value={form.value('agency')} error={form.error('agency')} />
        <TextArea name="content" label={words.content} hint={words.contentHint} value={form.value('content')} error={form.error('content')} maxLength={4000} rows={6} />
        {papers.length > 0 && (
          <Choices
            name="papers" pick="several" label={words.papers} error={form.error('papers')} options={papers.map(({ number, name, file }) => ({ value: String(number), label: name[locale], ...(file && { hint: file.name }) }))}
            chosen={papers.map(({ number }) => String(number)).filter((number) => form.chosen('papers[]', number))}
          />
        )}
        <DateField
          name="due" label={words.due} {...(last !== null && { hint: words.dueHint(formatDate(last)) })} error={form.error('due')}
          value={{ day: form.value('due~day', day), month: form.value('due~month', month), year: form.value('due~year', year) }}
        />
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}
