import './mine.css'
import { redirect } from 'react-router'
import { addPaper, getDossier, supply } from '#contract/dossiers'
import { getProcedure } from '#contract/procedures'
import { Acts, Back, Button } from '../../kit/button.tsx'
import { attempt, type Refusal } from '../../kit/call.ts'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { TextArea } from '../../kit/field.tsx'
import { inputOf, keyOf, refuseForm, viewForm } from '../../kit/form.ts'
import { Title } from '../../kit/title.tsx'
import { Quoting, Typed } from '../../kit/typed.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import * as keys from '../../context.ts'
import { handInErrors, uploadedOf } from '../hand-in-errors.ts'
import { AfterFiles, HandIn, HandInStatus } from '../hand-in.tsx'
import { dossierAt, routeAt, supplyAt } from '../places.ts'
import type { Route } from './+types/supply.ts'

/** The papers that were asked for, to be given all at once. Where nothing is asked, the dossier itself says how it stands. */
export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const view = await app.call(getDossier, { id: params.id })
  if (!view.asked || !view.actions.includes('supply')) throw redirect(dossierAt(view.id))
  const { body } = await app.call(getProcedure, { code: view.procedure.code, version: view.procedure.version })
  const given = view.papers.filter(({ source }) => source === 'supplement')
  return { id: view.id, code: view.code, title: view.procedure.shortTitle, asked: view.asked, rules: body.papers.map(({ code, maxMegabytes, files }) => ({ code, maxMegabytes, files })), given, uploaded: uploadedOf(request) }
}

/** Hands them in; the work goes on. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const done = await attempt(context.get(keys.app), supply, { id: params.id, note: inputOf(form)['note'] }, { key: keyOf(form) })
  return done.ok ? redirect(dossierAt(params.id)) : refuseForm(form, missingOf(done.refusal))
}

/** Each paper that is missing is a place to go to. */
function missingOf(refusal: Refusal): Refusal {
  const { missing } = refusal.values
  if (refusal.code !== 'supplement_incomplete' || !Array.isArray(missing)) return refusal
  return { ...refusal, fields: Object.fromEntries((missing as unknown[]).map((paper) => [String(paper), 'paper_missing'])) }
}

export default function SupplyPage({ loaderData: { id, code, title, asked, rules, given, uploaded }, actionData }: Route.ComponentProps) {
  const { mine: { supply: words, dossier }, apply } = useWords()
  const locale = useLocale()
  const rulesOf = (paper: string) => rules.find((each) => each.code === paper)
  const errors = handInErrors(asked.items.map(({ paper, name }) => ({ code: paper, name: name[locale], rules: rulesOf(paper) })), uploaded, actionData?.refusal, locale)
  const view = viewForm(actionData, { note: words.noteLabel }, locale)
  return (
    <div className="wrap narrow page--form">
      <Title errors={errors.summary.length}>{`${words.title} ${code}`}</Title>
      <Back href={dossierAt(id)} />
      <ErrorSummary lines={errors.summary} />
      <h1>{words.title}</h1>
      <p className="hint">{title[locale]} · <span className="code">{code}</span></p>
      <p className="hint">{words.lead} {apply.papers.lead}</p>
      {asked.reason !== '' && <p className="hint"><Quoting text={dossier.reason(asked.reason)} quoted={asked.reason} /></p>}
      <HandInStatus arrived={uploaded.paper !== null && uploaded.refused === null && !actionData} words={apply.papers.added} />
      <div className="step__part">
        {asked.items.map(({ paper, name, what }) => (
          <HandIn
            key={paper} code={paper} name={name[locale]} note={<Typed>{what}</Typed>} error={errors.of(paper)} rules={rulesOf(paper)} action={routeAt(addPaper.path, { id, paper })} next={`${supplyAt(id)}?giay=${encodeURIComponent(paper)}`}
            files={given.flatMap(({ code: of, number, file }) => (of === paper && file ? [{ key: String(number), name: file.name, size: file.size }] : []))}
            words={{ add: apply.papers.add, choose: apply.papers.file, given: apply.papers.given }}
          />
        ))}
      </div>
      <AfterFiles form="supply" here={supplyAt(id)}>
        <TextArea name="note" label={words.note} optional rows={3} maxLength={2000} value={view.value('note')} error={view.error('note')} />
        <Acts><Button wide>{words.send}</Button></Acts>
      </AfterFiles>
    </div>
  )
}
