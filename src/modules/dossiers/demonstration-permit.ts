import { localDate } from '#kernel/local-time'
import { addWorkingMinutes, deskAnswerDue } from '#kernel/working-time'
import { inTransaction, reading, type Tx } from '#platform/db'
import { namedId } from '#platform/named-id'
import type { Tools } from '#platform/tools'
import { listAgencies, type Agency } from '#modules/agencies'
import { keepPaper } from '#modules/files'
import { demonstrationSignIns, officersOf } from '#modules/identity'
import { currentVersion, type Version } from '#modules/procedures'
import { dueOf } from './clock-rules.ts'
import { closeOf, latestDay } from './consultation-rules.ts'
import { inventPerson, makeRandom } from './demonstration-people.ts'
import { sealForm } from './form.ts'
import { insertConsultation, listConsultations } from './stores/consultations.ts'
import { missingIds, storeSimulated, type Simulated } from './stores/demonstration.ts'
import { insertActs, noteReading } from './stores/dossiers.ts'
import { insertPapers } from './stores/papers.ts'

const procedure = '1.013225'

/** Where the invented dossier lies: a commune with its people. */
export type PermitPlace = { area: string; committee: string; centre: string; officer: { id: string; name: string; title: string } }

/**
 * One invented building permit that waits for the opinion of a department, so that whoever signs in there has a question to answer. Made at the office of the officer whom
 * the demonstration offers; nothing where the province has no such procedure, office or department. A load that was cut off is taken up where it stopped.
 */
export async function inventPermit(tools: Tools, places: readonly PermitPlace[], now: Date): Promise<void> {
  const tx = reading(tools.db)
  const version = await currentVersion(tx, procedure, localDate(now))
  const office = demonstrationSignIns(tools).find(({ role }) => role === 'officer')?.agency
  const place = places.find(({ committee }) => committee === office)
  const department = await departmentWithSomebody(tx, now)
  if (!version?.body.consulting || !place || !department) return
  const permit = permitAt(tools, place, version, now)
  if ((await missingIds(tools.db, [permit.id])).length > 0) await storeSimulated(tools.db, [permit])
  const drawing = await tools.files.keep(drawingBytes(), 'application/pdf')
  await inTransaction(tools.db, async (write) => {
    if ((await listConsultations(write, permit.id)).length > 0) return
    const at = permit.acts.at(-1)?.at ?? now
    const paper = await keepPaper(write, {
      upload: { ...drawing, name: 'ban-ve-thiet-ke.pdf' }, actor: { kind: 'officer', id: place.officer.id, role: 'officer', agency: place.committee, capacityId: null, name: place.officer.name, level: 0 }, at,
    })
    await insertPapers(write, permit.id, 0, [{ code: 'drawings', file: paper.id, form: 'electronic', copies: 1, source: 'online', addedAt: permit.submittedAt }])
    await ask(write, tools, { permit, place, department, most: version.body.consulting?.most ?? { amount: 1, unit: 'day' } }, now)
  })
}

async function departmentWithSomebody(tx: Tx, now: Date): Promise<Agency | undefined> {
  for (const agency of await listAgencies(tx, { on: localDate(now), kind: 'department' })) if ((await officersOf(tx, { agency: agency.code, role: 'officer', at: now })).length > 0) return agency
  return undefined
}

function permitAt({ province, sealer, config }: Tools, place: PermitPlace, version: Version, now: Date): Simulated {
  const random = makeRandom(1_013_225)
  const person = inventPerson(random, 13_225, place.area)
  const { calendar } = province
  // handed in two working days ago, so that some of the limit is used
  const submittedAt = addWorkingMinutes(calendar, new Date(now.getTime() - 4 * 86_400_000), 30)
  const [acceptedAt, takenAt] = [addWorkingMinutes(calendar, submittedAt, 45), addWorkingMinutes(calendar, submittedAt, 120)]
  const answers = {
    site: { area: place.area, line: 'Khu phố 5' }, plotNumber: '215', mapSheet: '34', plotArea: 120, landUse: 'residential', nearWater: 'yes', floors: 2, footprint: 80, floorArea: 150, height: '8,4 m', basement: 'no',
    designer: 'Kiến trúc sư Nguyễn Văn Minh Hoạ', receive: 'counter', collectAt: place.area, phone: person.phone,
  }
  const officer = { kind: 'officer', ...place.officer, agency: place.committee }
  return {
    id: namedId(`simulated permit ${config.province}`), state: 'processing', procedure: version.code, procedureVersion: version.id, procedureCase: 'detached', channel: 'online', receivingAgency: place.centre, competentAgency: place.committee,
    area: place.area, applicant: person.applicant, folded: person.folded, numberSealed: sealer.seal(person.number).toString('base64'), numberIndex: sealer.index('citizen-number', person.number).toString('base64'),
    answers: sealForm(sealer, version.body, { answers, known: { ...person.known, 'principal.name': person.applicant.name, 'principal.number': person.number } }), submittedAt, deskDueAt: deskAnswerDue(calendar, submittedAt, province.deskAnswerHours), acceptedAt,
    dueAt: dueOf(calendar, { acceptedAt, limit: version.body.timeLimit, policy: version.body.pausePolicy, pauses: [] }), supplementAskedAt: null, suppliedAt: null, finishedAt: null, closedAt: null, holder: place.officer.id,
    acts: [
      { action: 'submit', state: 'submitted', at: submittedAt, by: { kind: 'citizen', id: null, name: 'Người nộp', title: null, agency: null } },
      { action: 'accept', state: 'accepted', at: acceptedAt, by: { kind: 'system', id: null, name: 'Bộ phận Một cửa', title: null, agency: place.centre } },
      { action: 'take', state: 'processing', at: takenAt, by: officer },
    ],
  }
}

type Asking = { permit: Simulated; place: PermitPlace; department: Agency; most: Parameters<typeof latestDay>[2] }

async function ask(tx: Tx, { province }: Tools, { permit, place, department, most }: Asking, now: Date): Promise<void> {
  const { officer, committee } = place
  const content = 'Đề nghị cho ý kiến: 1. Ranh và diện tích thửa đất 215, tờ bản đồ 34; 2. Thửa đất có nằm trong hành lang bảo vệ kênh không.'
  const asked = {
    id: namedId(`question of ${permit.id}`), dossier: permit.id, number: 1, agency: department.code, content, papers: [1], askedAt: now, dueAt: closeOf(province.calendar, latestDay(province.calendar, now, most)), fromAgency: committee,
    asker: officer.id, askerName: officer.name, askerTitle: officer.title,
  }
  await insertConsultation(tx, asked)
  const number = permit.acts.length + 1
  await noteReading(tx, permit.id, number)
  await insertActs(tx, permit.id, [{
    number, action: 'consult', fromState: permit.state, toState: permit.state, at: now, actorKind: 'officer', actor: officer.id, actorName: officer.name, actorTitle: officer.title, agency: committee,
    note: { number: 1, asked: department.name, content, dueAt: asked.dueAt.toISOString() },
  }])
}

/** A sheet with the outline of a ground floor: enough to have something in view. */
function drawingBytes(): Buffer {
  const lines = [
    '1.5 w 80 120 435 620 re S 140 240 315 380 re S 140 430 m 330 430 l S 330 240 m 330 620 l S 330 500 m 455 500 l S',
    'BT /F 16 Tf 140 690 Td (MAT BANG TANG 1 - BAN VE MINH HOA) Tj ET BT /F 11 Tf 170 330 Td (Phong khach) Tj 200 0 Td (Bep) Tj -200 190 Td (Phong ngu) Tj ET BT /F 11 Tf 140 160 Td (Thua 215, to 34) Tj ET',
  ].join('\n')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${lines.length}>>stream\n${lines}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj${object}endobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`, 'latin1')
}
