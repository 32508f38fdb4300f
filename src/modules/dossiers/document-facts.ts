import { formatCitizenNumber } from '#kernel/format'
import type { TimeLimit } from '#kernel/working-time'
import type { Tx } from '#platform/db'
import type { Tools } from '#platform/tools'
import { getAgency, letterheadOf, type Agency } from '#modules/agencies'
import { getVersion, type Version } from '#modules/procedures'
import { secretOf } from './commands/acknowledge.ts'
import { documentNumber } from './codes.ts'
import type { CopiesFacts, DocumentFacts, DocumentKind, Form01Facts, ResultFacts } from './documents/facts.ts'
import { Refusal } from './contract.ts'
import { copiesOf, copiesTemplate } from './register.ts'
import { residenceOf } from './residence.ts'
import { openResult, Signer, type ResultDraft } from './result.ts'
import type { DocumentRow } from './stores/documents.ts'
import type { Dossier } from './stores/dossiers.ts'
import { listPapers } from './stores/papers.ts'

type Making = Pick<Tools, 'config' | 'province' | 'sealer'> & { tx: Tx }

/** The facts of one document, of its own kind. */
export type MadeFacts = { [K in DocumentKind]: { kind: K; facts: DocumentFacts[K] } }[DocumentKind]

type Fixed = Record<string, unknown>
const text = (fixed: Fixed, name: string): string => (typeof fixed[name] === 'string' ? fixed[name] : '')
const refusalText = (fixed: Fixed): string => [text(fixed, 'reason'), text(fixed, 'ground') && `Căn cứ: ${text(fixed, 'ground')}`].filter(Boolean).join('\n')

/** Everything a document says, from the facts that were fixed with the act and what of the dossier never changes. */
export async function factsOf(making: Making, dossier: Dossier, document: DocumentRow): Promise<MadeFacts> {
  const { facts: fixed } = document
  const version = await getVersion(making.tx, dossier.procedureVersion)
  const issuer = await getAgency(making.tx, document.agency)
  const number = documentNumber(document.kind, document.number, version.body.result)
  const head = { ...(await headOf(making, issuer, { number, at: document.at })), ...marksOf(document) }
  const request = requestOf(version)
  const common = { ...head, applicant: await applicantOf(making, dossier), ...principalOf(making, dossier), request, officer: { name: text(fixed, 'clerk'), signedAt: document.at.toISOString() } }
  const tracking = { url: `${making.config.publicUrl}/tra-cuu?ma=${encodeURIComponent(dossier.code)}&khoa=${secretOf(making, dossier.id)}`, secret: secretOf(making, dossier.id) }
  switch (document.kind) {
    case 'form01': return { kind: 'form01', facts: { ...common, ...(await receptionFacts(making, dossier, version, fixed)), code: dossier.code, tracking, desk: issuer.name.vi } }
    case 'form02': return {
      kind: 'form02',
      facts: { ...common, code: dossier.code, tracking, items: itemsOf(version, fixed), reason: text(fixed, 'reason'), contact: { name: text(fixed, 'clerk'), ...(issuer.phone !== null && { phone: issuer.phone }) } },
    }
    case 'form03': return { kind: 'form03', facts: { ...common, code: dossier.code, desk: issuer.name.vi, reason: refusalText(fixed) } }
    case 'refusal': {
      const paper = await paperOfRefusal(making, dossier, version, Refusal.parse(fixed), { at: document.at, number, signer: Signer.parse(fixed['signer']) })
      return { ...paper, facts: { ...paper.facts, ...marksOf(document) } }
    }
    case 'result': {
      const { draft, signer } = openResult(making.sealer, fixed)
      const paper = await paperOfResult(making, dossier, version, draft, { at: document.at, number, signer })
      return { ...paper, facts: { ...paper.facts, ...marksOf(document) } } as MadeFacts
    }
  }
}

const marksOf = ({ voidedAt }: DocumentRow): { voided?: string } => (voidedAt ? { voided: voidedAt.toISOString() } : {})

const headOf = async (making: Making, issuer: Agency, given: { number: string; at: Date }) => ({
  ...(await letterheadOf(making.tx, issuer, making.province)), number: given.number, issuedAt: given.at.toISOString(), demonstration: making.config.mode === 'demonstration',
})

const upper = (words: string): string => words.toLocaleUpperCase('vi')

/** For whom it is, on the papers: forms 01 to 03 name the principal with the paper that gives the authority (Thông tư 03/2025/TT-VPCP, Mẫu số 01). */
export function principalOf({ sealer }: Making, { principal, principalSealed }: Dossier): Pick<Form01Facts, 'principal'> {
  if (principal === null) return {}
  const { party, name, address, phone, email, authority, title, relation } = principal
  const words = { child: relation === 'guardian' ? 'Người giám hộ' : 'Cha, mẹ của người chưa thành niên', authorised: 'Văn bản ủy quyền nộp kèm hồ sơ', organisation: `${title ?? 'Người đại diện'} của tổ chức` }
  return {
    principal: {
      name, party, ...(principalSealed && { identityNumber: formatCitizenNumber(sealer.open(principalSealed)) }), ...(address !== null && { address }), ...(phone !== null && { phone }),
      ...(email !== null && { email }), authorisation: authority ?? words[party],
    },
  }
}

/** Who applies, as papers name them. */
export async function applicantOf({ tx, sealer }: Pick<Making, 'tx' | 'sealer'>, { applicant, applicantPaper, identifiedBy, numberSealed, submittedAt }: Dossier): Promise<Form01Facts['applicant']> {
  const number = numberSealed && formatCitizenNumber(sealer.open(numberSealed))
  const shown = applicantPaper === 'none' ? `Không có giấy tờ; xác nhận: ${identifiedBy ?? ''}` : applicantPaper === 'passport' ? `Hộ chiếu ${number ?? ''}` : number
  const residence = await residenceOf(tx, applicant, submittedAt)
  return {
    name: applicant.name, ...(shown && { identityNumber: shown }), ...(residence !== null && { address: residence }),
    ...(applicant.phone !== null && { phone: applicant.phone }), ...(applicant.email !== null && { email: applicant.email }),
  }
}

const units: Record<TimeLimit['unit'], string> = { working_hour: 'giờ làm việc', working_day: 'ngày làm việc', day: 'ngày', month: 'tháng' }
const forms = { original: 'Bản chính', copy: 'Bản sao', electronic: 'Bản điện tử' } as const

async function receptionFacts(making: Making, dossier: Dossier, { body }: Version, fixed: Fixed): Promise<Pick<Form01Facts, 'papers' | 'sets' | 'timeLimit' | 'receivedAt' | 'dueAt' | 'delivery'>> {
  const counter = await getAgency(making.tx, dossier.collectingAgency)
  const given = (await listPapers(making.tx, dossier.id)).filter(({ source }) => source !== 'supplement')
  const written = body.papers.filter(({ source }) => source === 'form').map((paper) => ({ name: paper.name.vi, form: dossier.channel === 'online' ? forms.electronic : forms.original, copies: paper.count }))
  const handed = given.map((paper) => ({ name: body.papers.find(({ code }) => code === paper.code)?.name.vi ?? paper.code, form: forms[paper.form], copies: paper.copies }))
  return {
    papers: [...written, ...handed], sets: body.sets, timeLimit: `${String(body.timeLimit.amount).padStart(2, '0').replace('.', ',')} ${units[body.timeLimit.unit]}`,
    receivedAt: text(fixed, 'acceptedAt'), dueAt: text(fixed, 'dueAt'), delivery: dossier.receive === 'electronic' ? 'Bản điện tử trong tài khoản của người nộp' : `${counter.name.vi} (trực tiếp)`,
  }
}

function itemsOf({ body }: Version, fixed: Fixed): string[] {
  const items = Array.isArray(fixed['items']) ? (fixed['items'] as { paper: string; what: string }[]) : []
  return items.map(({ paper, what }) => `${body.papers.find(({ code }) => code === paper)?.name.vi ?? paper}: ${what}`)
}

const sexes: Record<string, string> = { male: 'Nam', female: 'Nữ' }
const wordOf = (facts: Record<string, unknown>, name: string): string => (typeof facts[name] === 'string' ? facts[name] : '')

const identityPaperOf = (facts: Record<string, unknown>): string =>
  wordOf(facts, 'number') !== '' ? `Căn cước số ${formatCitizenNumber(wordOf(facts, 'number'))}` : wordOf(facts, 'passport') !== '' ? `Hộ chiếu số ${wordOf(facts, 'passport')}` : 'Không có giấy tờ tùy thân'

type Given = { at: Date; number: string; signer: { lines: string[]; name: string; signedAt: string } | null }

/** The result's paper as it was fixed, or as it would be, in the template of its procedure. Without a signer the place is left empty. */
export async function paperOfResult(making: Making, dossier: Dossier, { body }: Version, draft: ResultDraft, given: Given): Promise<MadeFacts> {
  const committee = await getAgency(making.tx, dossier.competentAgency)
  const common = {
    ...(await headOf(making, committee, { number: given.number, at: given.at })), authority: upper(committee.name.vi),
    signer: signerOf(given),
  }
  const { layout } = body.result
  if (body.result.template === copiesTemplate) return { kind: 'copies', facts: copiesPaper(common, draft) }
  if (!layout) return { kind: 'result', facts: { ...common, ...statusFacts(dossier, draft) } }
  const said = (name: string | undefined): string => draft.sentences[name ?? ''] ?? ''
  const opening = said(layout.opening)
  return { kind: 'certificate', facts: { ...common, heading: said(layout.heading), ...(opening !== '' && { opening }), lines: draft.lines, closing: layout.closing.map(said).filter(Boolean) } }
}

/** The notice that what was asked for is not granted, as it was fixed, or as it would be. Without a signer the place is left empty. */
export async function paperOfRefusal(making: Making, dossier: Dossier, version: Version, { reason, ground }: Refusal, given: Given): Promise<MadeFacts & { kind: 'refusal' }> {
  const committee = await getAgency(making.tx, dossier.competentAgency)
  const counter = await getAgency(making.tx, dossier.collectingAgency)
  return {
    kind: 'refusal',
    facts: {
      ...(await headOf(making, committee, { number: given.number, at: given.at })), code: dossier.code, office: committee.name.vi, applicant: await applicantOf(making, dossier), ...principalOf(making, dossier),
      request: requestOf(version), acceptedAt: (dossier.acceptedAt ?? dossier.submittedAt).toISOString(), reason, ...(ground !== undefined && { ground }), papersAt: counter.name.vi, signer: signerOf(given),
    },
  }
}

const signerOf = ({ signer }: Given): ResultFacts['signer'] => (signer ? { capacity: signer.lines, name: signer.name, signedAt: signer.signedAt } : { capacity: ['……'], name: '……' })

const requestOf = ({ body, code }: Version): string => `${body.title.vi} (mã thủ tục ${code})`

/** The words on certified copies carry the number of the register, and wait for a hand and a seal. */
function copiesPaper({ signer, authority: _authority, ...common }: Omit<CopiesFacts, 'book' | 'paper' | 'pages' | 'copies'> & { authority: string }, draft: ResultDraft): CopiesFacts {
  const { paper, pages, copies } = copiesOf(draft)
  return { ...common, number: draft.sentences['number'] ?? '……', book: draft.sentences['book'] ?? '……', paper: paper === '' ? '……' : paper, pages, copies, signer: { capacity: signer.capacity, name: signer.name } }
}

/** What the certificate of marital status says besides. */
function statusFacts(dossier: Dossier, { facts, sentences }: ResultDraft): Pick<ResultFacts, 'requester' | 'person' | 'status' | 'purpose'> {
  return {
    // as it was when it was signed: a misprint may have been mended since
    requester: wordOf(facts, 'requester') || dossier.applicant.name,
    person: {
      name: wordOf(facts, 'name'), bornOn: wordOf(facts, 'bornOn'), sex: sexes[wordOf(facts, 'gender')] ?? wordOf(facts, 'gender'), ethnicity: wordOf(facts, 'ethnicity'),
      nationality: wordOf(facts, 'nationality'), identityPaper: identityPaperOf(facts), residence: wordOf(facts, 'residence'),
    },
    status: sentences['status'] ?? '', purpose: sentences['purpose'] ?? '',
  }
}
