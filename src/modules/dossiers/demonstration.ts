import { addDays, fromLocal, localDate } from '#kernel/local-time'
import { addWorkingMinutes, deskAnswerDue, isWorkingDay, type Calendar } from '#kernel/working-time'
import type { Seed } from '#platform/seeds'
import type { Tools } from '#platform/tools'
import { reading } from '#platform/db'
import { namedId } from '#platform/named-id'
import { centreOf, committeeOf } from '#modules/agencies'
import { listAreas } from '#modules/areas'
import { officersOf } from '#modules/identity'
import { currentVersion, type Version } from '#modules/procedures'
import { dueOf } from './clock-rules.ts'
import { inventPermit } from './demonstration-permit.ts'
import { inventPerson, makeRandom, type Random } from './demonstration-people.ts'
import { sealForm } from './form.ts'
import { missingIds, storeSimulated, type Simulated } from './stores/demonstration.ts'
import type { State } from './states.ts'

const procedure = '1.004873'
/** how many, over how many days back */
const count = 3000
const daysBack = 75
const batchSize = 100

/** A commune of the demonstration with the people who work there, and how well it keeps its word. */
type Place = { area: string; weight: number; lateShare: number; committee: string; centre: string; officer: { id: string; name: string; title: string }; leader: { name: string; title: string; id: string } }

/**
 * Invented dossiers of the last weeks, so that queues, clocks and figures have something to show. Every one is marked as simulated. The same
 * seed gives the same dossiers at the same distance from the moment of loading; a load that was cut off is taken up where it stopped.
 */
export const seed: Seed = {
  reads: [],
  version: 2,
  async demonstration(tools, tell) {
    const now = tools.clock.now()
    const version = await currentVersion(reading(tools.db), procedure, localDate(now))
    const places = version ? await placesOf(tools, now) : []
    if (!version || places.length === 0) return
    const what = { vi: 'hồ sơ mô phỏng', en: 'simulated dossiers' }
    for (let done = 0; done < count; done += batchSize) {
      const ids = Array.from({ length: batchSize }, (_, i) => namedId(`simulated dossier ${tools.config.province} ${done + i}`))
      const missing = new Set(await missingIds(tools.db, ids))
      const batch = ids.flatMap((id, i) => (missing.has(id) ? [inventDossier(tools, { id, number: done + i, version, places, now })] : []))
      await storeSimulated(tools.db, batch)
      tell({ what, done: done + batchSize, total: count })
    }
    await inventPermit(tools, places, now)
  },
}

/** Communes whose desk and office can be staffed. A few keep their word less often, so that the board has something to point at. */
async function placesOf({ db, province }: Tools, now: Date): Promise<Place[]> {
  const tx = reading(db)
  const on = localDate(now)
  const places: Place[] = []
  for (const [i, area] of (await listAreas(tx, { on, level: 'commune' })).entries()) {
    const [committee, centre] = [await committeeOf(tx, area.code, on), await centreOf(tx, area.code, on)]
    const [officer] = committee ? await officersOf(tx, { agency: committee.code, role: 'officer', at: now }) : []
    const [leader] = committee ? await officersOf(tx, { agency: committee.code, role: 'leader', at: now }) : []
    if (!committee || !centre || !officer || !leader || area.code === province.area) continue
    places.push({
      area: area.code, weight: area.population ?? 30_000, lateShare: i % 9 === 4 ? 0.14 : 0.02, committee: committee.code, centre: centre.code,
      officer: { id: officer.id, name: officer.name, title: officer.title.vi }, leader: { id: leader.id, name: leader.name, title: leader.title.vi },
    })
  }
  return places
}

type Invention = { id: string; number: number; version: Version; places: readonly Place[]; now: Date }

function inventDossier(tools: Tools, { id, number, version, places, now }: Invention): Simulated {
  const random = makeRandom(number + 1)
  const place = random.weighted(places, ({ weight }) => weight)
  const person = inventPerson(random, number, place.area)
  const submittedAt = submissionTime(tools.province.calendar, random, now)
  const course = inventCourse(tools.province.calendar, random, { submittedAt, place, version, now, deskHours: tools.province.deskAnswerHours })
  const answers = {
    whom: 'self', livesThere: 'yes', residenceSince: { from: '2015-03', to: null }, livedElsewhere: 'no', purpose: random.of(['property', 'loan', 'abroad']), earlier: 'no', copies: 1,
    receive: 'counter', collectAt: place.area, phone: person.phone,
  }
  return {
    ...course, id, procedure: version.code, procedureVersion: version.id, procedureCase: 'neverMarried', channel: random.below(0.62) ? 'online' : 'counter', receivingAgency: place.centre,
    competentAgency: place.committee, area: place.area, submittedAt, applicant: person.applicant, folded: person.folded,
    numberSealed: tools.sealer.seal(person.number).toString('base64'), numberIndex: tools.sealer.index('citizen-number', person.number).toString('base64'),
    answers: sealForm(tools.sealer, version.body, { answers, known: person.known }),
  }
}

// People come on working days, most of them in the morning, some online at night; fewer the longer ago.
function submissionTime(calendar: Calendar, random: Random, now: Date): Date {
  const today = localDate(now)
  for (;;) {
    const day = addDays(today, -Math.floor(random.next() ** 1.3 * daysBack))
    const minute = random.below(0.85) ? 450 + Math.floor(random.next() * 570) : 1080 + Math.floor(random.next() * 240)
    const at = fromLocal(day, minute)
    if (at < now && (isWorkingDay(calendar, day) || random.below(0.15))) return at
  }
}

type Course = Pick<Simulated, 'state' | 'acts' | 'deskDueAt' | 'acceptedAt' | 'dueAt' | 'supplementAskedAt' | 'finishedAt' | 'closedAt' | 'holder'>
type Setting = { submittedAt: Date; place: Place; version: Version; now: Date; deskHours: number }

/** What became of it: each act at its time, as far as time has come. */
function inventCourse(calendar: Calendar, random: Random, { submittedAt, place, version, now, deskHours }: Setting): Course {
  const later = (from: Date, least: number, most: number) => addWorkingMinutes(calendar, from, Math.round(least + random.next() * (most - least)))
  const acceptedAt = later(submittedAt, 5, 300)
  const dueAt = dueOf(calendar, { acceptedAt, limit: version.body.timeLimit, policy: version.body.pausePolicy, pauses: [] })
  const takenAt = later(acceptedAt, 10, 240)
  const proposedAt = random.below(place.lateShare) ? later(dueAt, 20, 600) : later(takenAt, 60, 780)
  const signedAt = later(proposedAt, 15, 200)
  const handedAt = later(signedAt, 30, 2000)
  const clerk = { kind: 'system', id: null, name: 'Bộ phận Một cửa', title: null, agency: place.centre }
  const officer = { kind: 'officer', ...place.officer, agency: place.committee }
  const leader = { kind: 'officer', ...place.leader, agency: place.committee }
  const citizen = { kind: 'citizen', id: null, name: 'Người nộp', title: null, agency: null }
  const steps = [
    { action: 'submit', state: 'submitted' as State, at: submittedAt, by: citizen },
    { action: 'accept', state: 'accepted' as State, at: acceptedAt, by: clerk },
    { action: 'take', state: 'processing' as State, at: takenAt, by: officer },
    { action: 'propose', state: 'awaiting_signature' as State, at: proposedAt, by: officer },
    { action: 'approve', state: 'approved' as State, at: signedAt, by: leader },
    { action: 'handOver', state: 'handed_over' as State, at: handedAt, by: clerk },
  ].filter(({ at }) => at <= now)
  const state = steps.at(-1)?.state ?? 'submitted'
  const reached = (at: Date) => (at <= now ? at : null)
  return {
    state, acts: steps, deskDueAt: deskAnswerDue(calendar, submittedAt, deskHours), acceptedAt: reached(acceptedAt), dueAt: acceptedAt <= now ? dueAt : null, supplementAskedAt: null,
    finishedAt: reached(signedAt), closedAt: reached(handedAt), holder: takenAt <= now ? place.officer.id : null,
  }
}
