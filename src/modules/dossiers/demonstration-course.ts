import { addWorkingMinutes, deskAnswerDue, workingMinutesBetween, type Calendar } from '#kernel/working-time'
import type { Version } from '#modules/procedures'
import { dueOf } from './clock-rules.ts'
import { reasons } from './demonstration-matters.ts'
import type { Random } from './demonstration-people.ts'
import type { Simulated } from './stores/demonstration.ts'

/** A commune of the demonstration with the people who work there, and how well it keeps its word. */
export type Place = { area: string; weight: number; lateShare: number; committee: string; centre: string; officer: { id: string; name: string; title: string }; leader: { name: string; title: string; id: string } }

export type Course = Pick<Simulated, 'state' | 'acts' | 'deskDueAt' | 'acceptedAt' | 'dueAt' | 'supplementAskedAt' | 'suppliedAt' | 'finishedAt' | 'closedAt' | 'holder'>
type Setting = { submittedAt: Date; place: Place; version: Version; now: Date; deskHours: number }
type Later = (from: Date, least: number, most: number) => Date
type Act = Simulated['acts'][number]

const people = (place: Place) => ({
  clerk: { kind: 'system', id: null, name: 'Bộ phận Một cửa', title: null, agency: place.centre },
  officer: { kind: 'officer', ...place.officer, agency: place.committee },
  leader: { kind: 'officer', ...place.leader, agency: place.committee },
  citizen: { kind: 'citizen', id: null, name: 'Người nộp', title: null, agency: null },
})

/** Before the acceptance: some are refused, some taken back, some asked for more, which most people bring within days. */
function atTheDesk(random: Random, later: Later, submittedAt: Date, by: ReturnType<typeof people>): { acts: Act[]; goesOn: boolean } {
  const submit: Act = { action: 'submit', state: 'submitted', at: submittedAt, by: by.citizen }
  const answeredAt = later(submittedAt, 5, 300)
  const chance = random.next()
  if (chance < 0.025) return { acts: [submit, { action: 'refuse', state: 'refused', at: answeredAt, by: by.clerk, note: random.of(reasons.refused) }], goesOn: false }
  if (chance < 0.04) return { acts: [submit, { action: 'withdraw', state: 'withdrawn', at: answeredAt, by: by.citizen, note: random.of(reasons.withdrawn) }], goesOn: false }
  if (chance > 0.08) return { acts: [submit], goesOn: true }
  const asked: Act = { action: 'askSupplement', state: 'desk_waiting', at: answeredAt, by: by.clerk, note: reasons.supplement }
  return { acts: [submit, asked, { action: 'supply', state: 'submitted', at: later(answeredAt, 300, 4000), by: by.citizen }], goesOn: true }
}

/** What became of a dossier: each act at its time, as far as time has come. */
export function inventCourse(calendar: Calendar, random: Random, { submittedAt, place, version, now, deskHours }: Setting): Course {
  const later: Later = (from, least, most) => addWorkingMinutes(calendar, from, Math.round(least + random.next() * (most - least)))
  const by = people(place)
  const { acts: first, goesOn } = atTheDesk(random, later, submittedAt, by)
  const readyAt = first.at(-1)?.at ?? submittedAt
  const acceptedAt = later(readyAt, 5, 300)
  const dueAt = dueOf(calendar, { acceptedAt, limit: version.body.timeLimit, policy: version.body.pausePolicy, pauses: [] })
  // what is given while one waits is written and signed within the hour
  const takenAt = version.body.immediate ? later(acceptedAt, 2, 20) : later(acceptedAt, 10, 240)
  // whoever keeps the day leaves the leader time to sign
  const left = workingMinutesBetween(calendar, takenAt, dueAt)
  const most = version.body.immediate ? Math.min(20, left) : Math.max(0, Math.min(780, left - 200))
  const proposedAt = random.below(place.lateShare) ? later(dueAt, 20, 600) : later(takenAt, Math.min(20, most), most)
  const signedAt = version.body.immediate ? later(proposedAt, 2, 15) : later(proposedAt, 15, 200)
  const further: Act[] = [
    { action: 'accept', state: 'accepted', at: acceptedAt, by: by.clerk },
    { action: 'take', state: 'processing', at: takenAt, by: by.officer },
    { action: 'propose', state: 'awaiting_signature', at: proposedAt, by: by.officer },
    { action: 'approve', state: 'approved', at: signedAt, by: by.leader },
    { action: 'handOver', state: 'handed_over', at: later(signedAt, 30, 2000), by: by.clerk },
  ]
  const acts = [...first, ...(goesOn ? further : [])].filter(({ at }) => at <= now)
  const when = (action: string): Date | null => acts.find((act) => act.action === action)?.at ?? null
  return {
    state: acts.at(-1)?.state ?? 'submitted', acts, deskDueAt: deskAnswerDue(calendar, when('supply') ?? submittedAt, deskHours), acceptedAt: when('accept'), dueAt: when('accept') && dueAt,
    supplementAskedAt: when('askSupplement'), suppliedAt: when('supply'), finishedAt: when('approve'), closedAt: when('handOver') ?? when('refuse') ?? when('withdraw'), holder: when('take') && place.officer.id,
  }
}
