import { Form, useSearchParams } from 'react-router'
import type { DossierView } from '#contract/dossiers'
import { formatDuration, formatNumber } from '#kernel/format'
import type { Strip } from '#kernel/working-time'
import { FormGuard } from '../../kit/form-guard.tsx'
import { Stone, type StoneKind } from '../../kit/stone.tsx'
import { StripLegend, WorkingStrip } from '../../kit/working-strip.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Messages } from '../../messages/index.ts'
import { labelAt } from '../places.ts'
import { holderNow } from './shown.ts'
import { useWhen } from './when.ts'

type Face = { kind: StoneKind; figure: string; unit: string }

/** The stone of a dossier: working hours left, over, or how early it was done; null when no clock was ever asked for. */
function faceOf({ clock, strip }: DossierView, { kit, dossier: { limits } }: Messages): Face | null {
  if (clock === null) return null
  const figure = formatDuration(Math.abs(clock.minutes))
  switch (clock.kind) {
    case 'waiting': return { kind: 'paused', figure: formatDuration(strip?.left ?? clock.minutes), unit: kit.workingHours }
    case 'late': return { kind: 'late', figure, unit: kit.workingHours }
    case 'done': return clock.minutes < 0 ? { kind: 'late', figure, unit: limits.late } : { kind: 'done', figure, unit: limits.early }
    default: return { kind: clock.kind, figure, unit: kit.workingHours }
  }
}

/** The limit: the stone, by when what is due, and the strip of working days that says why. */
export function Limits({ view }: { view: DossierView }) {
  const messages = useWords()
  const { dossier: { limits: words } } = messages
  const locale = useLocale()
  const when = useWhen()
  const face = faceOf(view, messages)
  const strip = view.strip as Strip | null
  const rows: (readonly [string, string])[] = [
    ...(view.dueAt === null ? (view.state === 'submitted' ? [[words.answerBy, when(view.deskDueAt)] as const] : []) : [[words.due, when(view.dueAt)] as const]),
    ...(view.firstDueAt !== null && view.firstDueAt !== view.dueAt ? [[words.firstDue, when(view.firstDueAt)] as const] : []),
    ...(strip ? [[words.used, words.usedOf(formatDuration(strip.used + strip.late), formatDuration(strip.used + strip.left))] as const] : []),
    [words.submitted, when(view.submittedAt)],
  ]
  const holder = holderNow(view)
  const places: (readonly [string, string])[] = [
    ...(holder ? [[words.holder, holder.name] as const] : []), [words.office, view.office.name[locale]], [words.counter, view.receive === 'electronic' ? words.electronic : view.counter.name[locale]],
  ]
  return (
    <>
      <div className="clock-card">
        {face && <Stone {...face} label={`${words.clock(face.figure)} ${face.unit}`} />}
        <dl>{rows.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
      </div>
      {view.state === 'desk_waiting' && <p className="muted">{words.deskWaits}</p>}
      {strip && strip.days.length > 0 && <><WorkingStrip strip={strip} /><StripLegend strip={strip} /></>}
      {view.waitingDays !== null && <OnShelf view={view} />}
      <dl className="places">{places.map(([term, value]) => <div key={term}><dt>{term}</dt><dd>{value}</dd></div>)}</dl>
    </>
  )
}

/** Where the result lies, for whoever looks for it with the applicant standing there. */
function OnShelf({ view: { id, shelf, waitingDays, actions } }: { view: DossierView }) {
  const { after: { shelve: words, reprint } } = useWords()
  const [search] = useSearchParams()
  const copy = /^\d{1,4}$/.exec(search.get('nhan') ?? '')?.[0] ?? null
  const days = formatNumber(waitingDays ?? 0)
  if (shelf === null) return <p className="on-shelf">{words.nowhere(days)}</p>
  return (
    <div className="on-shelf">
      <b>{words.at(shelf, days)}</b>
      {actions.includes('shelve') && <> <a href={labelAt(id, copy)} target="_blank" rel="noreferrer">{copy === null ? words.label : reprint.copy(copy)}</a> · <Form method="post" className="again"><FormGuard form="reprint-label" /><button type="submit" name="act" value="reprint">{reprint.label}</button></Form></>}
    </div>
  )
}

/** Who has read the whole citizen number: every reading is an act on record. */
export function Readings({ view }: { view: DossierView }) {
  const { dossier: { readings: words } } = useWords()
  const when = useWhen()
  const readings = view.acts.filter(({ action }) => action === 'showNumber')
  const last = readings.at(-1)
  if (view.numberMasked === null) return null
  return (
    <>
      <h2>{words.title}</h2>
      <p className="readings">{last ? `${words.some(formatNumber(readings.length), formatNumber(new Set(readings.map(({ actor }) => actor.name)).size))} ${words.last(when(last.at), last.actor.name)}` : words.none}</p>
    </>
  )
}
