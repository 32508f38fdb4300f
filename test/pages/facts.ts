import { approve, accept, askOpinion, askSupplement, attachPaper, chooseCase, getDossier, handOver, intake, listQuestions, makePaperList as sendPaperFiles, moveQueue, myNotices, papersWaiting, propose, refuse, reserveCodes, saveAnswers, setFieldCheck, startDraft, submitDossier, take, type Acknowledgement } from '#contract/dossiers'
import { listReforms } from '#contract/agencies'
import { realNow } from '#kernel/clock'
import { addDays, localDate } from '#kernel/local-time'
import { askAboutReading, breakGlass, createOfficer, getOfficer, openReview, whoReadMine } from '#contract/identity'
import { makeBreakGlass } from '#modules/identity'
import { sql } from '#platform/db'
import { nobody, type Actor } from '#platform/http'
import { accountWithPaper } from '../factories/accounts.ts'
import { filledDraft, maritalStatus, shortAnswers, submitted, uploaded, withPaper } from '../factories/drafts.ts'
import { citizen, officer } from '../factories/people.ts'
import { permitDraft } from '../factories/permits.ts'
import { serviceAccount } from '../factories/services.ts'
import type { TestApp } from '../with-app.ts'

/** Accounts of the province that is looked at, by what they do in the tables: citizens (`unproven` has the first identity level only) and officers; `asked` works where others ask for an opinion. */
export type Cast = Record<'citizen' | 'parent' | 'unproven' | 'clerk' | 'officer' | 'leader' | 'deputy' | 'administrator' | 'centre' | 'asked', string> & { commune: string; office: string; askedAgency: string }

/** The invented province. */
export const sample: Cast = {
  citizen: 'an', parent: 'giang', unproven: 'dung', clerk: 'clerk.001', officer: 'officer.001', leader: 'leader.001', deputy: 'deputy.001', administrator: 'administrator', centre: 'centre',
  asked: 'officer.11', commune: '99001', office: 'Z99.001', askedAgency: 'Z99.11',
}

const extracts = '2.000635'
const reason = 'Ảnh bị mờ, không đọc được'

export type Facts = Awaited<ReturnType<typeof makeFacts>>

type People = Record<'citizen' | 'parent' | 'clerk' | 'officer' | 'leader' | 'root', Actor & { id: string }>

/** Lets everything happen that the pages show: a dossier in each state, drafts at each step, a charge, and what an administrator looks after. */
export async function makeFacts(app: TestApp, cast: Cast) {
  const people: People = {
    citizen: await citizen(app, cast.citizen), parent: await citizen(app, cast.parent), root: await officer(app, cast.administrator),
    clerk: await officer(app, cast.clerk), officer: await officer(app, cast.officer), leader: await officer(app, cast.leader),
  }
  // first the work that is moved: what comes after stays where it is
  const counter = await makeCounter(app, people, cast)
  const dossiers = await makeDossiers(app, people, cast)
  const permits = await makePermits(app, people, cast)
  const drafts = await makeDrafts(app, people, cast)
  await app.drain()
  return { ...cast, ...counter, ...dossiers, ...permits, ...drafts, ...(await makeAdministration(app, people, cast)) }
}

/** A dossier in each state in which a page is about it. */
async function makeDossiers(app: TestApp, { citizen: who, clerk, officer: office, leader }: People, cast: Cast) {
  const sent = (): Promise<Acknowledgement> => submitted(app, who, { receive: 'counter', collectAt: cast.commune })
  const along = async (...acts: ((id: string) => Promise<unknown>)[]): Promise<Acknowledgement> => {
    const made = await sent()
    for (const act of acts) await act(made.id)
    return made
  }
  const accepted = (id: string) => app.call(clerk, accept, { id })
  const taken = (id: string) => app.call(office, take, { id })
  const proposed = (id: string) => app.call(office, propose, { id })
  const signed = (id: string) => app.call(leader, approve, { id })
  const asked = (id: string) => app.call(clerk, askSupplement, { id, reason, items: [{ paper: 'other', what: 'Chụp lại cho rõ' }] })
  await along((id) => app.call(clerk, refuse, { id, reason, ground: 'Nghị định 118/2025/NĐ-CP' }))
  await along(accepted, taken, proposed, signed, (id) => app.call(clerk, handOver, { id, recipient: 'Nguyễn Thị An', relation: 'self' }))
  const first = await along()
  return {
    sent: first.id, code: first.code, secret: first.secret, waiting: (await along(asked)).id, accepted: (await along(accepted)).id, processing: (await along(accepted, taken)).id,
    toSign: (await along(accepted, taken, proposed)).id, signed: (await along(accepted, taken, proposed, signed)).id,
  }
}

const drawing = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** Three houses in an officer's hand: one about which nobody was asked yet, one with a question and an appointment, one whose appointment is over. */
async function makePermits(app: TestApp, { citizen: who, clerk, officer: office }: People, cast: Cast) {
  const inHand = async (): Promise<string> => {
    const draft = await permitDraft(app, who, { site: { area: cast.commune, line: 'Khu phố 3' }, collectAt: cast.commune })
    await app.call(who, attachPaper, { draft: draft.id, paper: 'drawings' }, { upload: await uploaded(app, 'ban-ve.pdf', drawing, 'application/pdf') })
    const { id } = await app.call(who, submitDossier, { draft: draft.id, oath: true })
    await app.call(clerk, accept, { id })
    await app.call(office, take, { id })
    return id
  }
  const [house, askedHouse, checkedHouse] = [await inHand(), await inHand(), await inHand()]
  const [today, goes] = [localDate(realNow()), 'Lê Thanh Uyên, công chức địa chính']
  await app.call(office, askOpinion, { id: askedHouse, agency: cast.askedAgency, content: 'Đề nghị cho ý kiến về ranh thửa đất và hành lang bảo vệ kênh.', due: addDays(today, 5), papers: [1] })
  for (const id of [askedHouse, checkedHouse]) await app.call(office, setFieldCheck, { id, date: addDays(today, 3), time: '08:30', goes })
  await sql`
    insert into dossiers.field_check_step (dossier, field_check, step, kind, at, starts_at, goes, reason, actor, actor_name)
    values (${checkedHouse}, 1, 2, 'moved', now(), now() - interval '1 hour', ${goes}, 'Trời mưa', ${office.id}, ${office.name})`.execute(app.db)
  const { questions: [question] } = await app.call(await officer(app, cast.asked), listQuestions, {})
  return { house, askedHouse, checkedHouse, question: question?.id ?? '' }
}

/** Drafts that stand at each step. */
async function makeDrafts(app: TestApp, { citizen: who, parent }: People, cast: Cast) {
  const whole = await filledDraft(app, who)
  const { id: atCase } = await app.call(who, startDraft, { procedure: maritalStatus })
  const divorced = await app.call(parent, startDraft, { procedure: maritalStatus })
  await app.call(parent, chooseCase, { draft: divorced.id, procedureCase: 'divorced' })
  for (const [page, value] of Object.entries({
    ...shortAnswers, union: 'registered', spouseName: 'Lê Thị Cũ', divorceWhere: 'vietnam', decisionNumber: '12/2019/QĐST-HNGĐ', decisionDate: '2019-05-06', court: 'Tòa án nhân dân khu vực 1',
  })) await app.call(parent, saveAnswers, { draft: divorced.id, page, answers: { [page]: value } })
  await withPaper(app, parent, divorced.id, 'divorceDecision')
  const { id: forWhom } = await app.call(parent, startDraft, { procedure: extracts })
  return { whole: whole.id, atCase, atPapers: divorced.id, forWhom, commune: cast.commune }
}

/** A charge that is owed, numbers put aside, and work that was moved. */
async function makeCounter(app: TestApp, { clerk, officer: office, leader, root, citizen: who }: People, cast: Cast) {
  const nothing = { born: '1980-01-01', gender: null, nationality: 'Việt Nam', ethnicity: null, phone: null, email: null, address: null, area: null }
  const visitOf = (name: string, number: string) => app.call(clerk, intake, {
    procedure: extracts, procedureCase: 'birth', applicant: { ...nothing, name, number }, papers: [],
    answers: { registeredAt: cast.commune, registeredYear: '', copies: 3, receive: 'counter', collectAt: cast.commune, phone: '0999000999', email: '' },
  })
  const visit = await visitOf('Nguyễn Văn Khách', '999080000999')
  await visitOf('Trần Thị Sau', '999080000998')
  await app.call(clerk, reserveCodes, { count: 2, reason: 'Báo trước cắt điện buổi chiều' })
  const capacity = { role: 'officer' as const, agency: cast.office, title: { vi: 'Công chức Văn phòng', en: 'Office clerk' }, from: localDate(realNow()) }
  const colleague = await app.call(root, createOfficer, { username: 'dong.nghiep', name: 'Đồng Nghiệp Một', capacity })
  const { id } = await submitted(app, who)
  await app.call(clerk, accept, { id })
  await app.call(office, take, { id })
  await app.call(leader, moveQueue, { from: office.id, to: [colleague.id], reason: 'Nghỉ ốm hai ngày' })
  return { charged: visit.id, list: await makePaperList(app, clerk) }
}

/** The paper file of somebody who came to the counter, on its way to the office. */
async function makePaperList(app: TestApp, clerk: Actor): Promise<string> {
  const { places: [place] } = await app.call(clerk, papersWaiting, { kind: 'to_office' })
  const [row] = place?.rows ?? []
  if (!place || !row) throw new Error('no paper file waits')
  return (await app.call(clerk, sendPaperFiles, { kind: 'to_office', to: place.to.code, person: place.people[0]?.id ?? '', lines: [{ dossier: row.id, papers: Math.max(1, row.papers) }] })).id
}

/** What an administrator looks after: accounts, a review, a question about data, a use of the emergency access. */
async function makeAdministration(app: TestApp, { root, clerk, citizen: who, officer: office }: People, cast: Cast) {
  // what everybody knows may not be changed: one account of the demonstration is taken for a real one
  await sql`update identity.officer set demonstration = false where username = ${cast.deputy}`.execute(app.db)
  const newcomer = await accountWithPaper(app, root, 'moi.den', { agency: cast.office })
  const { capacities } = await app.call(root, getOfficer, { id: office.id })
  const service = await serviceAccount(app, root, { name: 'Cổng dữ liệu mở', scopes: ['catalogue.read'], agency: cast.office })
  const { reforms: [reform] } = await app.call(root, listReforms, {})
  const review = await app.call(root, openReview, { agency: cast.office })
  const { code } = await makeBreakGlass(app.db)
  await app.call(nobody, breakGlass, { passcode: code, reason: 'Cả hai người quản trị đều vắng, máy quầy 3 bị khóa.' })
  const { id } = await submitted(app, who)
  await app.call(clerk, accept, { id })
  await app.call(clerk, getDossier, { id })
  const { rows: [reading] } = await app.call(who, whoReadMine, {})
  await app.call(who, askAboutReading, { reading: reading?.id ?? '', text: 'Vì sao xem hồ sơ của tôi?' })
  await app.drain()
  await app.call(who, myNotices, {})
  return { officerId: office.id, capacity: capacities[0]?.id ?? '', newcomer: newcomer.username, newcomerId: newcomer.id, paperCode: newcomer.code, service: service.id, reform: reform?.id ?? '', review: review.id, reading: reading?.id ?? '' }
}
