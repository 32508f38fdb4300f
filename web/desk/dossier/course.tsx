import type { DossierView } from '#contract/dossiers'
import { Timeline, type WayStep } from '../../kit/timeline.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import type { Locale, Messages } from '../../messages/index.ts'
import type { DossierState } from '../looks.ts'
import { afterLines } from './after-lines.ts'
import { holderNow } from './shown.ts'
import { useWhen } from './when.ts'

/** What is still to come from each state. */
const ahead: Record<DossierState, readonly string[]> = {
  submitted: ['take', 'sign', 'handOver'], desk_waiting: ['accept', 'take', 'sign', 'handOver'], accepted: ['sign', 'handOver'], processing: ['sign', 'handOver'], office_waiting: ['take', 'sign', 'handOver'],
  awaiting_signature: ['handOver'], approved: [], archived: [], handed_over: [], refused: [], withdrawn: [],
}

type Act = DossierView['acts'][number]

/** The acts so far, what is being done now, and what is still to come. */
export function Course({ view }: { view: DossierView }) {
  const messages = useWords()
  const locale = useLocale()
  const { dossier: { way }, after, refusal } = messages
  const told: Told = { view, way, after, refusal, locale, when: useWhen() }
  const done = view.acts.filter(({ action }) => action !== 'showNumber').map((act): WayStep => stepOf(act, told))
  return (
    <>
      <h2>{way.title}</h2>
      <Timeline size={26} steps={[...done, ...nowOf(told), ...ahead[view.state].map((key): WayStep => ({ state: 'todo', title: way.ahead[key] ?? key, lines: [] }))]} />
    </>
  )
}

type Told = { view: DossierView; way: Messages['dossier']['way']; after: Messages['after']; refusal: Messages['refusal']; locale: Locale; when: (at: string) => string }

function stepOf({ number, action, at, actor, agency, note }: Act, told: Told): WayStep {
  const { way, refusal, view, locale, when } = told
  const office = [actor.title, agency?.name[locale]].filter(Boolean).join(', ')
  const electronic = action === 'handOver' && note['relation'] === 'electronic'
  const acts = isOfRefusal(view, number) ? { ...way.acts, ...refusal.way } : way.acts
  return {
    state: 'done', title: (electronic ? acts['electronic'] : acts[action]) ?? action,
    lines: [`${when(at)} · ${actor.kind === 'system' ? way.system : actor.name}`, ...(office === '' ? [] : [office]), ...noteLines(note, told)],
  }
}

/** Whether an act came after the last time that it was proposed not to grant it. */
function isOfRefusal(view: DossierView, number: number): boolean {
  const proposed = view.acts.findLast((act) => (act.action === 'propose' || act.action === 'proposeRefusal') && act.number <= number)
  return proposed?.action === 'proposeRefusal'
}

function noteLines(note: Act['note'], { view, way, after, locale, when }: Told): string[] {
  const text = (name: string): string[] => (typeof note[name] === 'string' ? [note[name]] : [])
  const items = Array.isArray(note['items']) ? (note['items'] as { paper: string; what: string }[]) : []
  const nameOf = (code: string): string | undefined => view.papers.find((paper) => paper.code === code)?.name[locale] ?? view.asked?.items.find(({ paper }) => paper === code)?.name[locale]
  const both = note['asked'] as Record<Locale, string> | undefined
  return [...(both ? [both[locale]] : []), ...text('startsAt').map(when), ...text('reason').map(way.reason), ...text('ground'), ...items.map(({ paper, what }) => [nameOf(paper), what].filter((part) => part !== undefined).join(': ')), ...text('note'), ...text('recipient').map(way.to), ...afterLines(note, after)]
}

function nowOf({ view, way, when }: Told): WayStep[] {
  const holder = holderNow(view)
  const since = view.acts.findLast(({ action }) => action !== 'showNumber')?.at
  const lines = [...(since === undefined ? [] : [way.since(when(since))]), ...(holder ? [holder.name] : [])]
  if (view.state === 'desk_waiting' || view.state === 'office_waiting') return [{ state: 'paused', title: way.asked, lines }]
  const title = way.now[view.state]
  return title === undefined ? [] : [{ state: 'now', title, lines }]
}
