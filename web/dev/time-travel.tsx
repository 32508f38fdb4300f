import { redirect } from 'react-router'
import { clockState, moveBusinessClock } from '#kernel/machine-contract'
import { formatDate, formatDuration, formatTime, formatWeekday } from '#kernel/format'
import { addDays, dayNumber, fromLocal, localDate } from '#kernel/local-time'
import { defaultCalendar, isWorkingDay } from '#kernel/working-time'
import type { Route } from './+types/time-travel.ts'
import { Acts, Button } from '../kit/button.tsx'
import { attempt, type Refusal } from '../kit/call.ts'
import { DateField, dateBoxes } from '../kit/date-field.tsx'
import { ErrorSummary } from '../kit/error-summary.tsx'
import { Field } from '../kit/field.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { dateOf, refuseForm, viewForm } from '../kit/form.ts'
import { Facts } from '../kit/summary-list.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import { demonstrationApp } from './only-here.ts'
import { toolAt } from './places.ts'
import { ToolPage } from './tool-page.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  return demonstrationApp(context).call(clockState, {})
}

const wrong = (fields: Record<string, string>): Refusal => ({ code: 'invalid_input', status: 400, values: {}, fields })

/** The moment a form asks for: one of the quick ones as an instant, `real`, or a date and a time of its own. */
function wantedOf(form: FormData): { to: string | null } | Refusal {
  const quick = form.get('to')
  if (typeof quick === 'string') return { to: quick === 'real' ? null : quick }
  const date = dateOf(form, 'date')
  const typed = form.get('time')
  const time = typeof typed === 'string' ? typed.trim() : ''
  const fields: Record<string, string> = {}
  if (date === undefined || !isDay(date)) fields['date'] = date === undefined ? 'required' : 'wrong_form'
  if (!/^([01]?\d|2[0-3]):[0-5]\d$/.test(time)) fields['time'] = 'wrong_form'
  if (Object.keys(fields).length > 0) return wrong(fields)
  return { to: fromLocal(date ?? '', time.padStart(5, '0')).toISOString() }
}

function isDay(date: string): boolean {
  try {
    dayNumber(date)
    return true
  } catch {
    return false
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const wanted = wantedOf(form)
  if ('code' in wanted) return refuseForm(form, wanted)
  const tried = await attempt(demonstrationApp(context), moveBusinessClock, wanted)
  if (!tried.ok) return refuseForm(form, tried.refusal)
  return redirect(toolAt.clock, 303)
}

/** Moves the business clock of the demonstration. */
export default function TimeTravel({ loaderData, actionData }: Route.ComponentProps) {
  const { now, real, offsetSeconds } = loaderData
  const { dev } = useWords()
  const words = dev.clock
  const locale = useLocale()
  const view = viewForm(actionData, { date: words.dateInside, time: words.timeInside }, locale)
  const say = (at: string): string => `${formatTime(at)}, ${formatWeekday(at, locale)} ${formatDate(new Date(at))}`
  return (
    <ToolPage title={dev.pages.clock} intro={words.intro}>
      <ErrorSummary lines={view.summary} />
      <Facts items={[{ term: words.business, value: say(now), more: offsetSeconds === 0 ? words.same : words.moved(offsetWords(offsetSeconds, words)) }, { term: words.real, value: say(real) }]} />
      <QuickMoves now={now} moved={offsetSeconds !== 0} />
      <section aria-labelledby="custom">
        <h2 id="custom">{words.custom}</h2>
        <form method="post" noValidate className="tools__form">
          <FormGuard form="custom" />
          <DateField name="date" label={words.date} value={dateBoxes('date', view.value, localDate(new Date(now)))} error={view.error('date')} />
          <Field name="time" label={words.time} hint={words.timeHint} width={4} value={view.value('time', formatTime(now))} error={view.error('time')} />
          <Acts><Button>{words.move}</Button></Acts>
        </form>
      </section>
    </ToolPage>
  )
}

function QuickMoves({ now, moved }: { now: string; moved: boolean }) {
  const { dev: { clock: words } } = useWords()
  const later = (hours: number): string => new Date(Date.parse(now) + hours * 3_600_000).toISOString()
  const today = localDate(new Date(now))
  const moves = [
    { label: words.hour, to: later(1) }, { label: words.day, to: later(24) }, { label: words.week, to: later(168) }, { label: words.evening, to: fromLocal(today, '16:59').toISOString() },
    { label: words.morning, to: fromLocal(nextWorkingDay(today), '08:00').toISOString() }, ...(moved ? [{ label: words.back, to: 'real' }] : []),
  ]
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{words.steps}</h2>
      <form method="post" className="tools__quick"><FormGuard form="quick" />{moves.map(({ label, to }) => <Button key={label} kind="second" name="to" value={to}>{label}</Button>)}</form>
    </section>
  )
}

function nextWorkingDay(after: string): string {
  let day = addDays(after, 1)
  while (!isWorkingDay(defaultCalendar, day)) day = addDays(day, 1)
  return day
}

function offsetWords(seconds: number, words: { days(days: string, time: string): string; hours(time: string): string }): string {
  const minutes = Math.abs(Math.round(seconds / 60))
  const sign = seconds < 0 ? '−' : '+'
  const days = Math.floor(minutes / 1440)
  const time = formatDuration(minutes % 1440)
  return days === 0 ? words.hours(`${sign}${time}`) : words.days(`${sign}${days}`, time)
}
