import { redirect } from 'react-router'
import { attachPaper, removePaper } from '#contract/dossiers'
import { neighboursOf, pagesOf, papersOf, type Paper } from '#contract/procedures'
import { Acts, Button } from '../../kit/button.tsx'
import { attempt } from '../../kit/call.ts'
import { keyOf, refuseForm } from '../../kit/form.ts'
import { Papers } from '../../kit/lists.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { handInErrors, uploadedOf } from '../hand-in-errors.ts'
import { AfterFiles, HandIn, HandInStatus } from '../hand-in.tsx'
import { caseAt, checkAt, mineAt, papersAt, questionAt, routeAt } from '../places.ts'
import { followSent, isEdit, missingPapers, openDraft } from './draft.ts'
import { Reuse, reusableFor, reused } from './reuse.tsx'
import { Step } from './step.tsx'
import type { Route } from './+types/papers.ts'

/** Papers to hand in, each with its files, and those that nobody has to bring. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const open = await openDraft(app, params.draft)
  const { draft, body, filling } = open
  const edit = isEdit(request)
  const last = pagesOf(body, filling).at(-1)
  const around = last && neighboursOf(body, filling, last.code)
  return {
    id: draft.id, name: body.shortTitle, papers: papersOf(body, filling), files: draft.papers, edit, uploaded: uploadedOf(request), again: await reusableFor(app, draft.id, draft.papers),
    back: edit ? checkAt(draft.id) : last ? questionAt(draft.id, last.code) : caseAt(draft.id), total: (around?.of ?? 0) + 1,
  }
}

/** What the page says of papers that are missing, when the person wants to go on without them. */
const refuseMissing = (form: FormData, codes: readonly string[]) =>
  refuseForm(form, { code: 'papers_missing', status: 409, values: {}, fields: Object.fromEntries(codes.map((code) => [code, 'paper_missing'])) })

/** Takes a file away, or goes on to the check when everything is there. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const app = context.get(keys.app)
  const form = await request.formData()
  const [paper, file] = [form.get('paper'), form.get('file')]
  if (typeof paper === 'string' && typeof file === 'string') {
    const removed = await attempt(app, removePaper, { draft: params.draft, paper, file }, { key: keyOf(form) })
    if (removed.ok || removed.refusal.code === 'file_not_found') return redirect(papersAt(params.draft, isEdit(request)))
    followSent(removed.refusal)
    return refuseForm(form, removed.refusal)
  }
  const again = await reused(app, params.draft, form)
  if (again === null) return redirect(papersAt(params.draft, isEdit(request)))
  if (again) {
    followSent(again)
    return refuseForm(form, again)
  }
  if (form.get('sau') === '1') return redirect(mineAt)
  const missing = missingPapers(await openDraft(app, params.draft))
  return missing.length > 0 ? refuseMissing(form, missing.map(({ code }) => code)) : redirect(checkAt(params.draft))
}

export default function PapersPage({ loaderData, actionData }: Route.ComponentProps) {
  const { id, name, papers, files, edit, uploaded, again, back, total } = loaderData
  const { apply } = useWords()
  const locale = useLocale()
  const wanted = papers.filter(({ source }) => source === 'upload')
  const errors = handInErrors(wanted.map((paper) => ({ code: paper.code, name: paper.name[locale], rules: paper })), uploaded, actionData?.refusal, locale)
  const title = wanted.length > 0 ? apply.papers.title : apply.papers.none
  return (
    <Step title={title} name={name[locale]} back={back} progress={{ at: total, total }} errors={errors.summary}>
      <h1>{title}</h1>
      {wanted.length > 0 && <p className="hint">{apply.papers.lead}</p>}
      <HandInStatus arrived={uploaded.paper !== null && uploaded.refused === null && !actionData} words={apply.papers.added} />
      <div className="step__part">
        {wanted.map((paper) => (
          <HandIn
            key={paper.code} code={paper.code} name={paper.name[locale]} note={noteOf(paper, locale, apply.papers.optional)} error={errors.of(paper.code)} rules={paper}
            action={routeAt(attachPaper.path, { draft: id, paper: paper.code })} next={`${papersAt(id, edit)}${edit ? '&' : '?'}giay=${paper.code}`}
            files={files.filter(({ code }) => code === paper.code).map((file) => ({ key: file.file, name: file.name, size: file.size, remove: { paper: paper.code, file: file.file } }))}
            words={{ add: apply.papers.add, choose: apply.papers.file, given: apply.papers.given, remove: apply.papers.remove }}
            before={<Reuse files={again.filter((file) => file.paper === paper.code)} />}
          />
        ))}
      </div>
      <NeedNot papers={papers.filter(({ source }) => source === 'lookup' || source === 'shown')} />
      <AfterFiles form="go-on" here={papersAt(id, edit)}>
        <Acts><Button wide>{apply.goOn}</Button><Button kind="quiet" name="sau" value="1">{apply.later}</Button></Acts>
      </AfterFiles>
    </Step>
  )
}

const noteOf = ({ note, required }: Paper, locale: 'vi' | 'en', optional: string): string => [note?.[locale], required ? undefined : `(${optional})`].filter(Boolean).join(' ')

/** Papers that the office looks up itself, or that are only shown later. */
function NeedNot({ papers }: { papers: readonly Paper[] }) {
  const { apply } = useWords()
  const locale = useLocale()
  if (papers.length === 0) return null
  const text = ({ source, database }: Paper): string => (source === 'shown' ? apply.papers.shown : database ? apply.papers.lookup(database[locale]) : apply.papers.lookedUp)
  return <section><h2>{apply.papers.needNot}</h2><Papers items={papers.map((paper) => ({ title: paper.name[locale], text: text(paper) }))} /></section>
}
