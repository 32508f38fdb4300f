import type { DossierView } from '#contract/dossiers'
import { t, type Locale } from '../../messages/index.ts'
import { sayWhen } from '../when.ts'

type Act = DossierView['acts'][number]
type Document = DossierView['documents'][number]

/** One step of the way, before it is drawn. `document` is the paper that the step brought. */
export type WayLine = { state: 'done' | 'now' | 'todo' | 'paused'; title: string; lines: string[]; document?: Document }

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const documentOfAct: Record<string, Document['kind']> = { accept: 'form01', askSupplement: 'form02', refuse: 'form03' }

/** What a signature brought: the note of one that does not grant it says why. */
const signedBy = (note: Act['note']): Document['kind'] => (textOf(note['reason']) === '' ? 'result' : 'refusal')

/** The way of a dossier: every act in words, then what stands and what is still to come. */
export function wayOf(view: DossierView, now: string, locale: Locale): WayLine[] {
  return [...view.acts.map((act) => pastLine(act, view, now, locale)), ...aheadOf(view, now, locale)]
}

function pastLine(act: Act, view: DossierView, now: string, locale: Locale): WayLine {
  const { mine, refusal } = t(locale)
  const kind = act.action === 'approve' ? signedBy(act.note) : documentOfAct[act.action]
  // the first signature brought the first result, and one after a misprint the next
  const before = view.acts.filter(({ action, number }) => action === act.action && number < act.number).length
  const document = view.documents.filter((each) => each.kind === kind)[before]
  const lines = [`${sayWhen(act.at, now, locale)} · ${whoOf(act, view, locale)}`, ...tellingOf(act, now, locale)]
  return { state: 'done', title: (kind === 'refusal' ? refusal.mine.approve : mine.acts[act.action]) ?? mine.act, lines, ...(document && { document }) }
}

/** Who did it: a name with its agency, the way the person did it, or the program. */
function whoOf({ actor, agency, action }: Act, view: DossierView, locale: Locale): string {
  const { by } = t(locale).mine
  if (actor.kind === 'citizen') return by.online
  if (actor.kind !== 'officer') return by.system
  const where = action === 'submit' && view.channel === 'counter' ? by.counter : agency?.name[locale]
  return [actor.name, where].filter(Boolean).join(', ')
}

// What officers write to each other (why a result was sent back) is theirs; what concerns the person is said.
function tellingOf({ action, note }: Act, now: string, locale: Locale): string[] {
  const { mine, consult } = t(locale)
  const startsAt = textOf(note['startsAt'])
  if (startsAt !== '') return [consult.mine.at(sayWhen(startsAt, now, locale))]
  const reason = textOf(note['reason'])
  if (reason !== '' && (action === 'askSupplement' || action === 'refuse' || action === 'approve' || action === 'withdraw' || action === 'voidResult')) return [mine.dossier.reason(reason)]
  const recipient = textOf(note['recipient'])
  return action === 'handOver' && recipient !== '' ? [mine.recipient(recipient)] : []
}

type Ahead = 'desk' | 'take' | 'examine' | 'sign' | 'hand'
const course: readonly Ahead[] = ['desk', 'take', 'examine', 'sign', 'hand']

/** Which step of the course stands in each state; none in those where nothing more will happen. */
const standing: Partial<Record<DossierView['state'], Ahead>> = {
  submitted: 'desk', desk_waiting: 'desk', accepted: 'take', processing: 'examine', office_waiting: 'examine', awaiting_signature: 'sign', approved: 'hand', archived: 'hand',
}

function aheadOf(view: DossierView, now: string, locale: Locale): WayLine[] {
  const at = standing[view.state]
  if (at === undefined) return []
  const { ahead } = t(locale).mine
  const waiting: WayLine[] = view.asked ? [{ state: 'paused', title: ahead.waiting, lines: [ahead.since(sayWhen(view.asked.at, now, locale))] }] : []
  const rest = course.slice(course.indexOf(at)).map((step, place): WayLine => ({
    state: place === 0 && waiting.length === 0 ? 'now' : 'todo', title: ahead[step], lines: linesOf(step, view, now, locale),
  }))
  return [...waiting, ...rest]
}

function linesOf(step: Ahead, view: DossierView, now: string, locale: Locale): string[] {
  const { ahead } = t(locale).mine
  switch (step) {
    case 'desk': return [view.desk.name[locale], ...(view.state === 'submitted' ? [ahead.deskBy(sayWhen(view.deskDueAt, now, locale))] : [])]
    case 'take': return [view.office.name[locale]]
    case 'examine': return [view.holder?.name || view.office.name[locale]]
    case 'sign': return [view.office.name[locale]]
    case 'hand': return [view.receive === 'electronic' ? ahead.handElectronic : ahead.handCounter(view.counter.name[locale]), ...(view.dueAt !== null && !view.asked && view.finishedAt === null ? [ahead.due(sayWhen(view.dueAt, now, locale))] : [])]
  }
}
