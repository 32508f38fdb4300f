import '../../kit/desk.css'
import './dossier.css'
import type { ReactNode } from 'react'
import { data, redirect, useNavigate, type RouterContextProvider, type ShouldRevalidateFunctionArgs } from 'react-router'
import { getDossier, type DossierView } from '#contract/dossiers'
import type { Contract } from '#kernel/contract'
import * as keys from '../../context.ts'
import { Acts, Back, Button, LinkButton, type ButtonKind } from '../../kit/button.tsx'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import { refuseForm, type FormState, type SummaryLine } from '../../kit/form.ts'
import { Title } from '../../kit/title.tsx'
import { classes, useLocale, useWords } from '../../kit/words.ts'
import { sentence } from '../../messages/index.ts'
import { actPlaces, type DossierAction } from '../acts.ts'
import { useKeys, useTrouble } from '../keys.ts'
import { actAt, dossierAt } from '../places.ts'
import { queueOfSlug } from '../queues.ts'
import { run } from '../run.ts'
import { Who } from './who.tsx'

export type ActArgs = { context: Readonly<RouterContextProvider>; params: { id: string }; request: Request }

export const slugOf = (request: Request): string | null => {
  const slug = new URL(request.url).searchParams.get('hang')
  return queueOfSlug(slug) === undefined ? null : slug
}

/** What the page of an act is loaded with: the dossier as it stands, and the queue one came from. 409 when the act is not possible (any more). */
export async function loadAct({ context, params, request }: ActArgs, act: DossierAction) {
  const view = await context.get(keys.app).call(getDossier, { id: params.id })
  return data({ view, slug: slugOf(request) }, { status: view.actions.includes(act) ? 200 : 409 })
}

/** Whoever was refused sees the dossier as it stands now. */
export const revalidateAfterPost = (given: ShouldRevalidateFunctionArgs): boolean => given.formMethod === 'POST' || given.defaultShouldRevalidate

/** Another button of the same form: what it is called, and what it does without leaving the page. */
export type Aside = { act: string; contract: Contract; inputOf: (form: FormData) => Record<string, unknown> }

/** Does the act of a page and goes back to the dossier, which says what happened; a refusal comes back to its form. */
export async function doAct<C extends Contract>({ context, params, request }: ActArgs, act: DossierAction, contract: C, inputOf: (form: FormData) => Record<string, unknown>, aside?: Aside) {
  const form = await request.formData()
  if (aside && form.get('act') === aside.act) {
    const kept = await run({ app: context.get(keys.app), request, form }, aside.contract, { ...aside.inputOf(form), id: params.id })
    // the address of the page: that of the request ends in .data when scripts sent it
    return kept.ok ? redirect(actAt(params.id, actPlaces[act].slug ?? act, slugOf(request)), 303) : refuseForm(form, kept.refusal)
  }
  const done = await run({ app: context.get(keys.app), request, form }, contract, { ...inputOf(form), id: params.id })
  return done.ok ? redirect(dossierAt(params.id, { hang: slugOf(request), da: act }), 303) : refuseForm(form, done.refusal)
}

type Props = {
  view: DossierView
  slug: string | null
  /** the act that the server must still list; for pages beside the acts `allowed` says whether they may be used now */
  act?: DossierAction
  allowed?: boolean
  title: string
  /** what the act does, before it is done */
  text: string
  state: FormState | undefined
  summary: readonly SummaryLine[]
  children: ReactNode
  /** what stands beside the form */
  side?: ReactNode
}

/**
 * The page of one act: what it does, its form, and the way back. When the server does not list the act (any more) there is no form: the
 * dossier has moved in the meantime, and the page says so.
 */
export function ActFrame({ view, slug, act, allowed = act !== undefined && view.actions.includes(act), title, text, state, summary, children, side }: Props) {
  const { dossier: words } = useWords()
  const locale = useLocale()
  const go = useNavigate()
  const home = dossierAt(view.id, { hang: slug })
  useTrouble(state)
  useKeys({ Escape: () => void go(home) })
  // a form that was refused for its own sake is gone with the act: what counts is that the dossier has moved
  const refusal = state?.refusal.status === 409 ? state.refusal : { code: 'action_not_allowed', values: {} }
  const lines = allowed ? summary : [{ href: null, text: sentence(refusal.code, refusal.values, locale) }]
  return (
    <div className="act-page">
      <Title errors={lines.length}>{`${title}: ${words.title(view.applicant.name, view.code)}`}</Title>
      <Back href={home}>{words.act.back}</Back>
      <h1>{allowed ? title : words.act.gone}</h1>
      <p className="act-page__sub"><Who view={view} /><span className="code">{view.code}</span><span>{view.procedure.title[locale]}</span></p>
      <div className={classes('act-page__body', side === undefined && 'act-page__body--one')}>
        <div className="stack">
          <ErrorSummary lines={lines} />
          {allowed ? <><p>{text}</p>{children}</> : <Acts><LinkButton href={home}>{words.act.open}</LinkButton></Acts>}
        </div>
        {side !== undefined && allowed && <div className="act-page__side">{side}</div>}
      </div>
    </div>
  )
}

/** The button that does it, and the way out. */
export function ActButtons({ view, slug, button, kind = 'primary' }: { view: DossierView; slug: string | null; button: string; kind?: ButtonKind }) {
  const { dossier: words } = useWords()
  return <Acts><Button kind={kind}>{button}</Button><LinkButton kind="quiet" href={dossierAt(view.id, { hang: slug })}>{words.act.cancel}</LinkButton></Acts>
}
