import '../../kit/desk.css'
import './dossier.css'
import { useEffect } from 'react'
import { data, redirect, useNavigate, useSearchParams, type ShouldRevalidateFunctionArgs } from 'react-router'
import { accept, checkPaper, getDossier, reprint, showNumber, take, type DossierView } from '#contract/dossiers'
import * as keys from '../../context.ts'
import type { App } from '#kernel/app'
import type { Attempt } from '../../kit/call.ts'
import { Column } from '../../kit/desk-shell.tsx'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { refuseForm, viewForm, type FormState } from '../../kit/form.ts'
import { KeyLine } from '../../kit/key-hint.tsx'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { sentence } from '../../messages/index.ts'
import { actPlaces, type DossierAction } from '../acts.ts'
import { focusOn, useKeys, useTrouble, type Keys } from '../keys.ts'
import { actAt, dossierAt } from '../places.ts'
import { queueAt } from '../queues.ts'
import { run, text } from '../run.ts'
import type { Route } from './+types/dossier.ts'
import { Consultations, FieldChecks } from '../beside/beside.tsx'
import { Course } from './course.tsx'
import { Declaration, Documents } from './declared.tsx'
import { Happened } from './happened.tsx'
import { Refused } from './refused.tsx'
import { Head, Toolbar } from './head.tsx'
import { Limits, Readings } from './limits.tsx'
import { neighboursIn, type Neighbours } from './neighbours.ts'
import { CheckForms, PaperList } from './papers.tsx'
import { draftWord, firstUnseen, shownOf } from './shown.ts'
import { Viewer } from './viewer.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const query = new URL(request.url).searchParams
  const view = await app.call(getDossier, { id: params.id })
  return { view, neighbours: await neighboursIn(app, params.id, query.get('hang')) }
}

// a refused act most often means that the dossier has moved: what is shown must be where it stands now
export const shouldRevalidate = (given: ShouldRevalidateFunctionArgs): boolean => given.formMethod === 'POST' || given.defaultShouldRevalidate

type Answer = FormState | { number: string }

/** The acts that are done by one press right here, the check of a paper, and the reading of the citizen number. */
export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  const asked = { app: context.get(keys.app), request, form }
  const slug = new URL(request.url).searchParams.get('hang')
  const { id } = params
  const act = text(form, 'act')
  if (act === 'reprint') {
    const document = text(form, 'document') ?? null
    const printed = await run({ ...asked, of: document ?? 'label' }, reprint, { id, document })
    if (!printed.ok) return refuseForm(form, printed.refusal)
    return redirect(`${dossierAt(id, { hang: slug, da: 'reprint', ...(document === null ? { nhan: printed.value.copy } : { xem: document, lan: printed.value.copy }) })}${document === null ? '' : '#xem'}`, 303)
  }
  if (act === 'showNumber') {
    const read = await run(asked, showNumber, { id })
    return read.ok ? data<Answer>({ number: read.value.number }) : refuseForm(form, read.refusal)
  }
  const done: Attempt<unknown> = act === 'check' ? await check(asked, id) : await run(asked, act === 'take' ? take : accept, { id })
  if (!done.ok) return refuseForm(form, done.refusal)
  return redirect(act === 'check' ? await afterCheck(asked.app, form, { id, slug }) : dossierAt(id, { hang: slug, da: act === 'take' ? 'take' : 'accept' }), 303)
}

const check = (asked: Parameters<typeof run>[0], id: string): Promise<Attempt<unknown>> =>
  run(asked, checkPaper, { id, number: text(asked.form, 'number'), verdict: text(asked.form, 'verdict'), remark: text(asked.form, 'remark') })

// on to the next paper that nobody has looked at, so that a stack of papers is one key after another
async function afterCheck(app: App, form: FormData, { id, slug }: { id: string; slug: string | null }): Promise<string> {
  const next = firstUnseen(await app.call(getDossier, { id }))
  return dossierAt(id, { giay: next?.number ?? text(form, 'number'), hang: slug, da: text(form, 'verdict') })
}

/** One dossier on one screen: papers and declaration, the paper itself, the clock and the way. */
export default function Dossier({ loaderData: { view, neighbours }, actionData }: Route.ComponentProps) {
  const { dossier: words } = useWords()
  const locale = useLocale()
  const [search] = useSearchParams()
  const state = actionData as Answer | undefined
  const refused = state && 'refusal' in state ? state : undefined
  const failed = search.get('loi')
  const summary = refused ? viewForm(refused, {}, locale).summary : failed === null ? [] : [{ href: null, text: sentence(failed, {}, locale) }]
  const shown = shownOf(view, search, words, locale)
  const checked = view.mayCheckPapers ? (shown?.paper ?? null) : null
  const slug = neighbours?.slug ?? null
  useKeys(useDossierKeys(view, neighbours))
  useTrouble(refused)
  // a remark that was sent is done: the next key is an act again
  useEffect(() => document.getElementById('remark')?.blur(), [view])
  return (
    <>
      <Title errors={summary.length}>{words.title(view.applicant.name, view.code)}</Title>
      <Head view={view} neighbours={neighbours} />
      <Toolbar view={view} slug={slug} />
      {summary.length > 0 && <div className="dossier-said"><ErrorSummary lines={summary} /></div>}
      {summary.length === 0 && <Happened did={search.get('da')} neighbours={neighbours} view={view} />}
      {view.refusal && <Refused view={view} />}
      <div className="columns dossier-columns">
        <Column label={words.content}>
          <PaperList view={view} shown={shown?.paper ?? null} slug={slug} />
          <Documents view={view} slug={slug} />
          <Declaration view={view} number={state && 'number' in state ? state.number : null} />
        </Column>
        <Column className="columns__paper" label={words.viewer.title}>
          <div id="xem" className="viewer"><Viewer shown={shown} /></div>
          {checked && <CheckForms paper={checked} />}
        </Column>
        <Column label={words.limits.title}><Limits view={view} /><Consultations view={view} slug={slug} /><FieldChecks view={view} slug={slug} /><Course view={view} /><Readings view={view} /></Column>
      </div>
      <DossierKeyLine view={view} neighbours={neighbours} checking={checked !== null} />
    </>
  )
}

const click = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click()

function checkBad(): void {
  const remark = document.getElementById('remark')
  // "not good" wants a word first; with one written the same key sends it
  if (remark instanceof HTMLInputElement && remark.value.trim() === '') focusOn('remark')
  else click('button[name=verdict][value=bad]')
}

function useDossierKeys(view: DossierView, neighbours: Neighbours | null): Keys {
  const go = useNavigate()
  const to = (href: string) => (): void => void go(href)
  const slug = neighbours?.slug ?? null
  const ofAct = (act: DossierAction): [string, () => void] => {
    const place = actPlaces[act]
    return [place.key, place.slug === undefined ? () => click(`#act-${act} button`) : to(actAt(view.id, place.slug, slug))]
  }
  return {
    ...(view.mayCheckPapers && { 1: () => click('button[name=verdict][value=good]'), 2: checkBad }),
    ...(view.mayPreview && { d: to(dossierAt(view.id, { xem: draftWord, hang: slug })) }),
    ...(neighbours?.previous && { k: to(dossierAt(neighbours.previous, { hang: slug })) }),
    ...(neighbours?.next && { j: to(dossierAt(neighbours.next, { hang: slug })) }),
    ...(neighbours && { Escape: to(queueAt(neighbours.queue)) }),
    ...Object.fromEntries(view.actions.map(ofAct)),
  }
}

function DossierKeyLine({ view, neighbours, checking }: { view: DossierView; neighbours: Neighbours | null; checking: boolean }) {
  const { dossier: { keys: words } } = useWords()
  const line = [
    ...(checking ? [{ keys: ['1', '2'], does: words.papers }] : []),
    ...(view.mayPreview ? [{ keys: ['D'], does: words.draft }] : []),
    ...(neighbours?.previous || neighbours?.next ? [{ keys: ['K', 'J'], does: words.neighbours }] : []),
    ...(neighbours ? [{ keys: ['Esc'], does: words.back }] : []),
  ]
  return line.length === 0 ? null : <KeyLine keys={line} />
}
