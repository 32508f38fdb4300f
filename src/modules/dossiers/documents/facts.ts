import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { formatDate, formatDateTime } from '#kernel/format'
import { qrSvg } from '#platform/documents/qr'
import { dateInWords, timeInWords } from '#platform/documents/words'

/**
 * What the documents of a dossier say. Facts are kept with the act (text and ISO instants, so that the same paper can be made again at any time);
 * the paper is drawn from them on demand. Words of the forms stand in the templates beside this file.
 */
const text = (longest: number) => z.string().trim().min(1).max(longest)
const line = text(300)
const instant = z.iso.datetime({ offset: true })
const phone = text(30)

/** Names as lines: `parent` in plain letters above, `name` in bold. Only a person knows where a name may be broken. */
const agency = z.strictObject({ parent: z.array(text(120)).max(2), name: z.array(text(120)).min(1).max(3) })

const applicant = z.strictObject({
  name: line,
  /** number of the paper that was shown, or that none was */
  identityNumber: text(400).optional(),
  address: text(500).optional(),
  phone: phone.optional(),
  email: text(254).optional(),
})

/** for whom, when the applicant acts for somebody else, and what lets them */
const principal = applicant.extend({ authorisation: line, party: z.enum(['child', 'authorised', 'organisation']) }).optional()

/** Who signs for the agency. With `signedAt` the paper carries the words of the electronic signature. */
const officer = z.strictObject({ name: line, signedAt: instant.optional() })

const head = {
  agency,
  /** number with symbol, `1234/GTN-TTPVHCC` */
  number: text(80),
  place: text(80),
  issuedAt: instant,
  /** prints the mark of the demonstration over the whole page */
  demonstration: z.boolean(),
  /** printed across the face of a paper that was voided: when */
  voided: instant.optional(),
  /** which print this is, counted from the first one that was printed again */
  reprint: z.int().min(1).optional(),
}

/** `url` opens the tracking page (it is the QR code); `secret` is what a person without a camera types there. */
const tracking = z.strictObject({ url: z.url().max(500), secret: text(40) })

/** Form 01, receipt and appointment (Thông tư 03/2025/TT-VPCP, Phụ lục I). */
export const form01Facts = z.strictObject({
  ...head,
  code: text(60),
  tracking,
  desk: line,
  /** who handed the dossier in */
  applicant,
  principal,
  request: text(2000),
  papers: z.array(z.strictObject({ name: text(1000), form: text(60), copies: z.int().min(1).max(999) })).min(1).max(300),
  sets: z.int().min(1).max(999),
  timeLimit: line.optional(),
  receivedAt: instant,
  dueAt: instant,
  delivery: line,
  /** volume and entry of the register, where one is kept on paper */
  register: z.strictObject({ volume: text(20), entry: text(20) }).optional(),
  officer,
})

/** Form 02, request for what is missing: once and in full (Nghị định 61/2018/NĐ-CP, Điều 17). */
export const form02Facts = z.strictObject({
  ...head,
  code: text(60),
  tracking,
  applicant,
  principal,
  request: text(2000),
  items: z.array(text(2000)).min(1).max(100),
  reason: text(4000),
  contact: z.strictObject({ name: line, phone: phone.optional() }),
  officer,
})

/** Form 03, refusal. A dossier refused at the desk may have no code yet. */
export const form03Facts = z.strictObject({
  ...head,
  code: text(60).optional(),
  desk: line,
  applicant,
  principal,
  request: text(2000),
  reason: text(4000),
  officer,
})

/** The notice of an office that it does not grant what an accepted dossier asks for, with the reason (Nghị định 61/2018/NĐ-CP, Điều 19). Without `signedAt` nobody has signed. */
export const refusalFacts = z.strictObject({
  ...head,
  code: text(60),
  office: line,
  applicant,
  principal,
  request: text(2000),
  acceptedAt: instant,
  reason: text(4000),
  ground: text(1000).optional(),
  /** where what was handed in on paper is given back */
  papersAt: line,
  signer: officer.extend({ capacity: z.array(text(80)).min(1).max(3) }),
})

/** The certificate of marital status (Thông tư 04/2020/TT-BTP, Điều 12 and 33). `status` is the sentence that Điều 33 prescribes for the case. */
export const resultFacts = z.strictObject({
  ...head,
  /** the issuing committee in full, under the title */
  authority: text(200),
  requester: line,
  person: z.strictObject({
    name: line,
    bornOn: z.iso.date(),
    sex: text(20),
    ethnicity: text(60),
    nationality: text(60),
    identityPaper: text(300),
    residence: text(500),
  }),
  status: text(1000),
  purpose: text(1000),
  /** opens the page that verifies the paper */
  verifyUrl: z.url().max(500).optional(),
  /** `capacity` as lines: `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH` */
  signer: officer.extend({ capacity: z.array(text(80)).min(1).max(3) }),
})

/** A result laid out by its procedure: a heading, lines of facts, sentences. */
export const certificateFacts = z.strictObject({
  ...head,
  authority: text(200),
  heading: text(300),
  opening: text(2000).optional(),
  lines: z.array(z.strictObject({ label: text(120), text: z.string().trim().max(4000) })).min(1).max(40),
  closing: z.array(text(2000)).max(10),
  verifyUrl: z.url().max(500).optional(),
  signer: officer.extend({ capacity: z.array(text(80)).min(1).max(3) }),
})

/**
 * The words that are written on certified copies (Nghị định 23/2015/NĐ-CP, mẫu lời chứng): `number` is that of the register, `book` its volume. Whoever certifies signs
 * by hand, under the seal, on the copies.
 */
export const copiesFacts = z.strictObject({
  ...head,
  book: text(60),
  paper: text(700),
  pages: z.int().min(1).max(100_000),
  copies: z.int().min(1).max(10_000),
  signer: officer.extend({ capacity: z.array(text(80)).min(1).max(3) }),
})

export const documentFacts = { form01: form01Facts, form02: form02Facts, form03: form03Facts, refusal: refusalFacts, result: resultFacts, certificate: certificateFacts, copies: copiesFacts }
export type DocumentKind = keyof typeof documentFacts
export type Form01Facts = z.infer<typeof form01Facts>
export type Form02Facts = z.infer<typeof form02Facts>
export type Form03Facts = z.infer<typeof form03Facts>
export type RefusalFacts = z.infer<typeof refusalFacts>
export type ResultFacts = z.infer<typeof resultFacts>
export type CertificateFacts = z.infer<typeof certificateFacts>
export type CopiesFacts = z.infer<typeof copiesFacts>
export type DocumentFacts = { form01: Form01Facts; form02: Form02Facts; form03: Form03Facts; refusal: RefusalFacts; result: ResultFacts; certificate: CertificateFacts; copies: CopiesFacts }

/** What a template reads: absent facts are null, times are words. */
export type TemplateData = Record<string, unknown>

const templates: Record<DocumentKind, string> = { form01: 'form-01.typ', form02: 'form-02.typ', form03: 'form-03.typ', refusal: 'refusal.typ', result: 'marital-status.typ', certificate: 'certificate.typ', copies: 'certified-copies.typ' }

/** The absolute path of the template of a kind. */
export const templateOf = (kind: DocumentKind): string => fileURLToPath(new URL(templates[kind], import.meta.url))

const headData = (facts: { agency: unknown; number: string; place: string; issuedAt: string; demonstration: boolean; voided?: string | undefined; reprint?: number | undefined }): TemplateData => ({
  agency: facts.agency, number: facts.number, place: facts.place, date: dateInWords(new Date(facts.issuedAt)), demonstration: facts.demonstration,
  voided: facts.voided === undefined ? null : formatDateTime(facts.voided), reprint: facts.reprint === undefined ? null : String(facts.reprint),
})

const applicantData = (person: z.infer<typeof applicant>): TemplateData => ({
  name: person.name,
  identityNumber: person.identityNumber ?? null,
  address: person.address ?? null,
  phone: person.phone ?? null,
  email: person.email ?? null,
})

const principalData = (person: z.infer<typeof principal>): TemplateData | null => (person ? { ...applicantData(person), authorisation: person.authorisation, party: person.party } : null)

const officerData = (person: z.infer<typeof officer>): TemplateData => ({
  name: person.name, signedAt: person.signedAt === undefined ? null : formatDateTime(person.signedAt),
})

/** Two digits at least, as the forms write counts: nobody can put a digit in front of `01`. */
const count = (value: number): string => String(value).padStart(2, '0')

/** Facts of form 01 as its template reads them. */
export const form01Data = async (facts: Form01Facts): Promise<TemplateData> => ({
  ...headData(facts),
  code: facts.code,
  qr: await qrSvg(facts.tracking.url),
  secret: facts.tracking.secret,
  desk: facts.desk,
  applicant: applicantData(facts.applicant),
  principal: principalData(facts.principal),
  request: facts.request,
  papers: facts.papers.map((paper) => ({ name: paper.name, form: paper.form, copies: count(paper.copies) })),
  sets: count(facts.sets),
  timeLimit: facts.timeLimit ?? null,
  receivedAt: timeInWords(facts.receivedAt),
  dueAt: timeInWords(facts.dueAt),
  delivery: facts.delivery,
  volume: facts.register?.volume ?? null,
  entry: facts.register?.entry ?? null,
  officer: officerData(facts.officer),
})

/** Facts of form 02 as its template reads them. */
export const form02Data = async (facts: Form02Facts): Promise<TemplateData> => ({
  ...headData(facts),
  code: facts.code,
  qr: await qrSvg(facts.tracking.url),
  secret: facts.tracking.secret,
  applicant: applicantData(facts.applicant),
  principal: principalData(facts.principal),
  request: facts.request,
  items: facts.items,
  reason: facts.reason,
  contact: { name: facts.contact.name, phone: facts.contact.phone ?? null },
  officer: officerData(facts.officer),
})

/** Facts of form 03 as its template reads them. */
export const form03Data = async (facts: Form03Facts): Promise<TemplateData> => ({
  ...headData(facts),
  code: facts.code ?? null,
  desk: facts.desk,
  applicant: applicantData(facts.applicant),
  principal: principalData(facts.principal),
  request: facts.request,
  reason: facts.reason,
  officer: officerData(facts.officer),
})

/** Facts of the notice that it is not granted as its template reads them. */
export const refusalData = async (facts: RefusalFacts): Promise<TemplateData> => ({
  ...headData(facts),
  code: facts.code,
  office: facts.office,
  applicant: applicantData(facts.applicant),
  principal: principalData(facts.principal),
  request: facts.request,
  accepted: formatDate(facts.acceptedAt),
  reason: facts.reason,
  ground: facts.ground ?? null,
  papersAt: facts.papersAt,
  signer: { ...officerData(facts.signer), capacity: facts.signer.capacity },
})

/** Facts of the certificate as its template reads them. */
export const resultData = async (facts: ResultFacts): Promise<TemplateData> => ({
  ...headData(facts),
  authority: facts.authority,
  requester: facts.requester,
  person: { ...facts.person, bornOn: formatDate(facts.person.bornOn) },
  status: facts.status,
  purpose: facts.purpose,
  qr: facts.verifyUrl === undefined ? null : await qrSvg(facts.verifyUrl),
  signer: { ...officerData(facts.signer), capacity: facts.signer.capacity },
})

/** Facts of a certificate as its template reads them. */
export const certificateData = async (facts: CertificateFacts): Promise<TemplateData> => ({
  ...headData(facts),
  authority: facts.authority,
  heading: facts.heading,
  opening: facts.opening ?? null,
  lines: facts.lines,
  closing: facts.closing,
  qr: facts.verifyUrl === undefined ? null : await qrSvg(facts.verifyUrl),
  signer: { ...officerData(facts.signer), capacity: facts.signer.capacity },
})

/** Facts of the words on certified copies as their template reads them. */
export const copiesData = async (facts: CopiesFacts): Promise<TemplateData> => ({
  ...headData(facts), book: facts.book, paper: facts.paper, pages: count(facts.pages), copies: count(facts.copies),
  signer: { ...officerData(facts.signer), capacity: facts.signer.capacity },
})

/** The function that turns the facts of each kind into what its template reads. */
export const documentData: { [K in DocumentKind]: (facts: DocumentFacts[K]) => Promise<TemplateData> } = {
  form01: form01Data, form02: form02Data, form03: form03Data, refusal: refusalData, result: resultData, certificate: certificateData, copies: copiesData,
}
