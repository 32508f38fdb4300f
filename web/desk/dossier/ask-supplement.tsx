import { data, Form, redirect } from 'react-router'
import { askSupplement, type DossierView } from '#contract/dossiers'
import { getProcedure, type Paper } from '#contract/procedures'
import * as keys from '../../context.ts'
import type { Refusal } from '../../kit/call.ts'
import { ErrorMessage, Field, TextArea } from '../../kit/field.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { refuseForm, viewForm, type FormView } from '../../kit/form.ts'
import { StateWord } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { dossierAt } from '../places.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/ask-supplement.ts'
import { ActButtons, ActFrame, loadAct, revalidateAfterPost } from './act-frame.tsx'
import { ofPaper } from './shown.ts'
import { Viewer } from './viewer.tsx'

type Named = Pick<Paper, 'code' | 'name'>

/** With every paper that may be asked for: those handed in, then the others of the procedure. */
export async function loader(args: Route.LoaderArgs) {
  const { data: loaded, init } = await loadAct(args, 'askSupplement')
  const { view } = loaded
  const { body } = await args.context.get(keys.app).call(getProcedure, { code: view.procedure.code, version: view.procedure.version })
  const handed: Named[] = [...new Map(view.papers.map(({ code, name }) => [code, { code, name }])).values()]
  const others: Named[] = body.papers.filter(({ code, source }) => source === 'upload' && !handed.some((paper) => paper.code === code)).map(({ code, name }) => ({ code, name }))
  return data({ ...loaded, handed, others }, init ?? undefined)
}
export const shouldRevalidate = revalidateAfterPost

const prefix = 'items.'
/** The boxes that were filled in, in the order of the page. */
const itemsOf = (form: FormData): { paper: string; what: string }[] =>
  [...form.keys()].filter((name) => name.startsWith(prefix)).flatMap((name) => {
    const what = text(form, name)
    return what === undefined ? [] : [{ paper: name.slice(prefix.length), what }]
  })

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const items = itemsOf(form)
  const done = await run({ app: context.get(keys.app), request, form }, askSupplement, { id: params.id, items, reason: text(form, 'reason') })
  if (done.ok) return redirect(dossierAt(params.id, { hang: new URL(request.url).searchParams.get('hang'), da: 'askSupplement' }), 303)
  return refuseForm(form, byPaper(done.refusal, items))
}

// the server names an item by its place in the list; the page has a box for each paper
function byPaper(refusal: Refusal, items: readonly { paper: string }[]): Refusal {
  const named = (path: string): string => {
    const item = items[Number(/^items\.(\d+)\b/.exec(path)?.[1] ?? Number.NaN)]
    return item ? `${prefix}${item.paper}` : path
  }
  return { ...refusal, fields: Object.fromEntries(Object.entries(refusal.fields).map(([path, reason]) => [named(path), reason])) }
}

/** One complete request for papers: form 02. */
export default function AskSupplement({ loaderData: { view, slug, handed, others }, actionData }: Route.ComponentProps) {
  const { dossier: { act: { reasonIn, ask: words } } } = useWords()
  const locale = useLocale()
  const labels = { items: words.itemsIn, ...Object.fromEntries([...handed, ...others].map(({ code, name }) => [`${prefix}${code}`, words.what(name[locale])])), reason: reasonIn }
  const form = viewForm(actionData, labels, locale, { 'items:too_small': words.itemsNone, 'items:too_short': words.itemsNone })
  const wrong = form.error('items')
  const wanted = view.papers.findLast(({ verdict, file }) => verdict === 'bad' && file !== null)
  return (
    <ActFrame {...{ view, slug }} act="askSupplement" state={actionData} title={words.title} text={words.text} summary={form.summary} side={wanted ? <Viewer shown={ofPaper(view, wanted, locale)} /> : undefined}>
      <Form method="post" noValidate>
        <FormGuard />
        <div id="items" tabIndex={-1}>
          <h2>{words.items}</h2>
          <p className="hint">{words.itemsHint}</p>
          {wrong !== undefined && <ErrorMessage id="items-error">{wrong}</ErrorMessage>}
          <Papers title={words.handed} papers={handed} view={view} form={form} />
          <Papers title={words.others} papers={others} view={view} form={form} />
        </div>
        <TextArea name="reason" label={words.reason} value={form.value('reason')} error={form.error('reason')} maxLength={2000} rows={3} />
        <ActButtons view={view} slug={slug} button={words.button} />
      </Form>
    </ActFrame>
  )
}

function Papers({ title, papers, view, form }: { title: string; papers: readonly Named[]; view: DossierView; form: FormView }) {
  const { dossier: { act: { ask: words } } } = useWords()
  const locale = useLocale()
  if (papers.length === 0) return null
  return (
    <>
      <h3 className="asked__title">{title}</h3>
      {papers.map(({ code, name }) => {
        const bad = view.papers.findLast((paper) => paper.code === code && paper.verdict === 'bad')
        return (
          <div className="asked" key={code}>
            {bad && <p><StateWord kind="late" size={13}>{words.wasBad(bad.remark ?? '')}</StateWord></p>}
            <Field name={`${prefix}${code}`} label={name[locale]} value={form.value(`${prefix}${code}`, bad?.remark ?? '')} error={form.error(`${prefix}${code}`)} maxLength={500} />
          </div>
        )
      })}
    </>
  )
}
