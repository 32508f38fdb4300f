import { addDays, fromLocal, localDate } from '#kernel/local-time'
import { isWorkingDay, type Calendar } from '#kernel/working-time'
import type { Seed } from '#platform/seeds'
import type { Tools } from '#platform/tools'
import { reading } from '#platform/db'
import { namedId } from '#platform/named-id'
import { centreOf, committeeOf } from '#modules/agencies'
import { listAreas } from '#modules/areas'
import { officersOf } from '#modules/identity'
import { currentVersion, type Version } from '#modules/procedures'
import { inventCourse, type Place } from './demonstration-course.ts'
import { matters, type Matter } from './demonstration-matters.ts'
import { inventPermit } from './demonstration-permit.ts'
import { inventPerson, makeRandom, type Random } from './demonstration-people.ts'
import { sealForm } from './form.ts'
import { missingIds, storeSimulated, type Simulated } from './stores/demonstration.ts'

/** how many, over how many days back */
const count = 3000
const daysBack = 75
const batchSize = 100

/**
 * Invented dossiers of the last weeks, so that queues, clocks and figures have something to show. Every one is marked as simulated. The same
 * seed gives the same dossiers at the same distance from the moment of loading; a load that was cut off is taken up where it stopped.
 */
export const seed: Seed = {
  reads: [],
  version: 2,
  async demonstration(tools, tell) {
    const now = tools.clock.now()
    const asked = await mattersOf(tools, now)
    const places = asked.length === 0 ? [] : await placesOf(tools, now)
    if (places.length === 0) return
    const what = { vi: 'hồ sơ mô phỏng', en: 'simulated dossiers' }
    for (let done = 0; done < count; done += batchSize) {
      const ids = Array.from({ length: batchSize }, (_, i) => namedId(`simulated dossier ${tools.config.province} ${done + i}`))
      const missing = new Set(await missingIds(tools.db, ids))
      const batch = ids.flatMap((id, i) => (missing.has(id) ? [inventDossier(tools, { id, number: done + i, asked, places, now })] : []))
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

type Asked = Matter & { version: Version }

/** The matters that this province has a procedure for today. */
async function mattersOf({ db }: Tools, now: Date): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const matter of matters) {
    const version = await currentVersion(reading(db), matter.procedure, localDate(now))
    if (version) asked.push({ ...matter, version })
  }
  return asked
}

type Invention = { id: string; number: number; asked: readonly Asked[]; places: readonly Place[]; now: Date }

function inventDossier(tools: Tools, { id, number, asked, places, now }: Invention): Simulated {
  const random = makeRandom(number + 1)
  const place = random.weighted(places, ({ weight }) => weight)
  const person = inventPerson(random, number, place.area)
  const { version, procedureCase, answers } = random.weighted(asked, ({ weight }) => weight)
  const submittedAt = submissionTime(tools.province.calendar, random, now)
  return {
    ...inventCourse(tools.province.calendar, random, { submittedAt, place, version, now, deskHours: tools.province.deskAnswerHours }),
    id, procedure: version.code, procedureVersion: version.id, procedureCase, channel: random.below(0.62) ? 'online' : 'counter', receivingAgency: place.centre,
    competentAgency: place.committee, area: place.area, submittedAt, applicant: person.applicant, folded: person.folded,
    numberSealed: tools.sealer.seal(person.number).toString('base64'), numberIndex: tools.sealer.index('citizen-number', person.number).toString('base64'),
    answers: sealForm(tools.sealer, version.body, { answers: answers(person, place.area, random), known: person.known }),
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
