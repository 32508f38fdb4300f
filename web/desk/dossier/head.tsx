import type { DossierView } from '#contract/dossiers'
import { formatMoney, formatNumber } from '#kernel/format'
import { dong } from '#kernel/money'
import { Form } from 'react-router'
import { Anchor } from '../../kit/anchor.tsx'
import { Button, LinkButton, type ButtonKind } from '../../kit/button.tsx'
import { FormGuard } from '../../kit/form-guard.tsx'
import { KeyHint } from '../../kit/key-hint.tsx'
import { StateWord, StatusTag } from '../../kit/status-tag.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { homes } from '../../kit/places.ts'
import { actPlaces, inOrder, keyLabel, type DossierAction } from '../acts.ts'
import { stateKinds } from '../looks.ts'
import { chargeAt } from '../fees/places.ts'
import { actAt, dossierAt } from '../places.ts'
import { queueAt } from '../queues.ts'
import type { Neighbours } from './neighbours.ts'
import { needsOf } from '../beside/needs.ts'
import { FeeLine } from './fee.tsx'
import { Who } from './who.tsx'
import { checkedOf } from './shown.ts'

/** Who, what, where it stands; and the way back to the queue with the neighbours in it. */
export function Head({ view, neighbours }: { view: DossierView; neighbours: Neighbours | null }) {
  const { dossier: words, atOnce, refusal } = useWords()
  const locale = useLocale()
  return (
    <div className="dossier-head">
      <Crumb neighbours={neighbours} />
      <h1>{view.procedure.title[locale]}</h1>
      <p className="dossier-sub">
        <Who view={view} /><span className="code">{view.code}</span><span>{words.channel[view.channel]}</span>
        <StatusTag kind={stateKinds[view.state]}>{words.states[view.state]}</StatusTag>
        {view.immediate !== null && <b className="work__tag">{atOnce.tag}</b>}
        {view.refusal && <b className="work__tag">{refusal.tag}</b>}
        {view.simulated && <span>{words.simulated}</span>}
      </p>
      <FeeLine view={view} />
    </div>
  )
}

function Crumb({ neighbours }: { neighbours: Neighbours | null }) {
  const { dossier: words } = useWords()
  if (!neighbours) return <p className="crumb"><Anchor href={homes.desk}>{words.home}</Anchor></p>
  const { queue, slug, at, of, previous, next } = neighbours
  return (
    <p className="crumb">
      <Anchor href={queueAt(queue)}>{words.queues[queue]}</Anchor>
      {at !== null && <span className="num">{words.place(formatNumber(at), formatNumber(of))}</span>}
      {previous !== null && <Anchor href={dossierAt(previous, { hang: slug })} rel="prev">{words.previous} <KeyHint>K</KeyHint></Anchor>}
      {next !== null && <Anchor href={dossierAt(next, { hang: slug })} rel="next">{words.next} <KeyHint>J</KeyHint></Anchor>}
    </p>
  )
}

/** What may be done now, in the order of the acts; the first is the primary. Acts with a page of their own are links. */
export function Toolbar({ view, slug }: { view: DossierView; slug: string | null }) {
  const { dossier: words, consult } = useWords()
  const acts = inOrder(view.actions, view.immediate !== null)
  const { all, good } = checkedOf(view)
  const needs = acts.includes('propose') ? [...(good < all ? [words.unchecked(formatNumber(all - good))] : []), ...needsOf(view, consult)] : []
  const owed = view.fee?.state === 'due' && view.fee.mayCollect ? view.fee.total : null
  // whoever hands the result over takes the fee with it; before that it is the one thing to do
  const first = owed !== null && acts.length === 0
  const collect = owed !== null && <LinkButton href={chargeAt(view.id)} kind={first ? 'primary' : 'second'}>{words.collect(formatMoney(dong(owed)))}</LinkButton>
  return (
    <div className="toolbar" role="group" aria-label={words.toolbar}>
      {first && collect}
      {acts.map((act, at) => <Act key={act} act={act} view={view} slug={slug} kind={at === 0 && !first && actPlaces[act].kind !== 'danger' ? 'primary' : actPlaces[act].kind} />)}
      {!first && collect}
      {acts.length === 0 && owed === null && <p className="toolbar__none">{words.nothing}</p>}
      {needs.length > 0 && <p className="toolbar__need">{needs.map((need) => <StateWord key={need} kind="new" size={13}>{need}</StateWord>)}</p>}
    </div>
  )
}

function Act({ act, view, slug, kind }: { act: DossierAction; view: DossierView; slug: string | null; kind: ButtonKind }) {
  const { dossier: words, atOnce } = useWords()
  const place = actPlaces[act]
  if (place.slug !== undefined) return <LinkButton href={actAt(view.id, place.slug, slug)} kind={kind} hotkey={keyLabel(place.key)}>{act === 'approve' && view.immediate === 'certify' ? atOnce.certify.button : words.acts[act]}</LinkButton>
  return (
    <Form method="post" id={`act-${act}`}>
      <FormGuard form={act} />
      <Button name="act" value={act} kind={kind} hotkey={keyLabel(place.key)}>{words.acts[act]}</Button>
    </Form>
  )
}
