/**
 * The only place that counts working time. Sessions, weekly rest, holidays and swapped days are data (`holidays.ts`); the rest is
 * integer arithmetic on minutes at UTC+7, a loop over days and never over minutes.
 */
export {
  type Calendar,
  type CalendarDay,
  type CalendarDayKind,
  type CalendarInput,
  type Session,
  type SessionHours,
  dayOf,
  defaultCalendar,
  isWorkingDay,
  makeCalendar,
  nextWorkingDay,
  sessionsOfDay,
} from './working-calendar.ts'
export { addWorkingMinutes, nextWorkingStart, workingMinutesBetween } from './working-minutes.ts'
export { type Pause, type PausePolicy, type TimeLimit, closeOfWorkingDay, deskAnswerDue, dueAt, handOverDue, onTime } from './time-limit.ts'
export { type Strip, type StripBlock, type StripDay, type StripKind, type StripSegment, strip } from './working-strip.ts'
export { holidays } from './holidays.ts'
