import { z } from 'zod'
import { Condition } from './contract-conditions.ts'
import { letterRules } from './contract-names.ts'

/** The same words in both languages. */
export const Both = z.strictObject({ vi: z.string().min(1).max(4000), en: z.string().min(1).max(4000) })
export type Both = z.output<typeof Both>

const Code = z.string().regex(/^[a-z][A-Za-z0-9]*$/).max(60)
const When = Condition.optional()

/** Code of an administrative procedure in the national catalogue: a class digit and six digits, `2.000635`. */
export const ProcedureCode = z.string().regex(/^\d\.\d{6}$/, 'wrong_procedure_code')

/**
 * For whom a person may apply (người được đại diện): themselves; a child of theirs under eighteen (Bộ luật Dân sự 91/2015/QH13, Điều 136); somebody
 * who authorised them in writing (Điều 138); an organisation they represent (Điều 137).
 */
export const parties = ['self', 'child', 'authorised', 'organisation'] as const
export type Party = (typeof parties)[number]

/** How the person it is for is known: by a citizen number, a foreign passport, an organisation's code, or by nothing but the word of somebody else. */
export const principalKinds = ['citizen', 'foreigner', 'unidentified', 'organisation'] as const
export type PrincipalKind = (typeof principalKinds)[number]

/** What applicants show at the counter: an identity card, a foreign passport, or nothing (then somebody else says who they are). */
export const applicantPapers = ['card', 'passport', 'none'] as const

const personFacts = ['name', 'number', 'passport', 'born', 'gender', 'ethnicity', 'nationality', 'residence', 'phone', 'email'] as const
const organisationFacts = ['name', 'code', 'residence', 'title'] as const

/**
 * What is known of who applies (`citizen`), of the person it is for (`principal`, the same one when they apply for themselves) and of the organisation
 * they represent; `residence` has the parts `.area` and `.line`.
 */
export const prefills = [
  ...personFacts.map((fact) => `citizen.${fact}` as const), ...personFacts.map((fact) => `principal.${fact}` as const), ...organisationFacts.map((fact) => `organisation.${fact}` as const),
] as const

const Prefill = z.strictObject({
  from: z.enum(prefills),
  /** `fact`: known, so it is not asked; `suggestion`: asked, and the box is filled in */
  as: z.enum(['fact', 'suggestion']),
  when: When,
})

const Rule = {
  code: Code,
  group: Code,
  question: Both,
  /** as it stands in a list of answers: a few words */
  label: Both,
  hint: Both.optional(),
  example: z.string().min(1).max(200).optional(),
  required: z.boolean().default(true),
  when: When,
  prefill: Prefill.optional(),
}

/** One choice of a question. */
export const Option = z.strictObject({ value: z.string().min(1).max(60), label: Both, hint: Both.optional(), when: When })
export type Option = z.output<typeof Option>

/**
 * One question on one page, and how its answer is written down:
 * text, longText: text · date: `YYYY-MM-DD` · months: `{ from: 'YYYY-MM', to: 'YYYY-MM' | null }`, null for until now · year: `YYYY`, not in the
 * future · choice: the option's value · area: code of a commune · address: `{ area, line }` in the province · phone, email, personNumber: text · number: a whole number · passport: capital letters
 * and digits.
 */
export const Question = z.discriminatedUnion('kind', [
  z.strictObject({
    ...Rule, kind: z.literal('text'), minLength: z.int().min(1).default(1), maxLength: z.int().max(500), letters: z.enum(letterRules).optional(), minWords: z.int().min(2).max(20).optional(),
    /** words it begins with, and phrases that it may not hold; whole words, however they are capitalised */
    startsWith: z.string().min(1).max(80).optional(), without: z.array(z.string().min(1).max(80)).min(1).max(40).optional(),
  }),
  z.strictObject({ ...Rule, kind: z.literal('longText'), minLength: z.int().min(1).default(1), maxLength: z.int().max(4000) }),
  z.strictObject({
    ...Rule, kind: z.literal('date'), earliest: z.iso.date().default('1900-01-01'), notInFuture: z.boolean().default(false), notInPast: z.boolean().default(false),
    /** code of an earlier question whose date it may not precede */
    notBefore: Code.optional(),
  }),
  z.strictObject({ ...Rule, kind: z.literal('months') }),
  z.strictObject({ ...Rule, kind: z.literal('year'), earliest: z.int().min(1800).default(1900) }),
  z.strictObject({ ...Rule, kind: z.literal('choice'), options: z.array(Option).min(2).max(80) }),
  z.strictObject({ ...Rule, kind: z.literal('area') }),
  z.strictObject({ ...Rule, kind: z.literal('address'), maxLength: z.int().max(300).default(200) }),
  z.strictObject({ ...Rule, kind: z.literal('phone') }),
  z.strictObject({ ...Rule, kind: z.literal('email') }),
  z.strictObject({
    ...Rule, kind: z.literal('number'), min: z.int(), max: z.int(),
    /** code of an earlier question whose number it may not be below */
    notBelow: Code.optional(),
  }),
  z.strictObject({ ...Rule, kind: z.literal('personNumber') }),
  z.strictObject({ ...Rule, kind: z.literal('passport') }),
])
export type Question = z.output<typeof Question>
export type QuestionKind = Question['kind']

/** Which case of the procedure a person is in; asked before the form. */
export const ProcedureCase = z.strictObject({ code: Code, label: Both, hint: Both.optional() })
export type ProcedureCase = z.output<typeof ProcedureCase>

/** Most megabytes of one file of a paper, where its version does not say, and where it says the most. */
export const usualMegabytes = 20
export const mostMegabytes = 50

/**
 * A paper of the dossier (thành phần hồ sơ). `source` says where it comes from: `form` is written by the form itself, `upload` is handed in,
 * `lookup` is read from a database of the State (`database` names it) and never asked for, `shown` is only shown: when the result is collected, or at the counter
 * when it is given at once.
 */
export const Paper = z.strictObject({
  code: Code,
  name: Both,
  form: z.enum(['original', 'copy', 'electronic']),
  count: z.int().min(1).max(20),
  required: z.boolean().default(true),
  source: z.enum(['form', 'upload', 'lookup', 'shown']),
  /** most megabytes of one file; `usualMegabytes` where it is not said */
  maxMegabytes: z.int().min(1).max(mostMegabytes).optional(),
  /** what a file of it may be; a PDF or a picture where it is not said. `dwg`: as the program of an architect writes it */
  files: z.array(z.enum(['pdf', 'picture', 'dwg'])).min(1).optional(),
  database: Both.optional(),
  note: Both.optional(),
  when: When,
})
export type Paper = z.output<typeof Paper>

/**
 * What one thing costs by its size: `amount` of the fee for each of the first, and from each step on (`from` is its first one) another amount; never more than `most` for
 * one. `question` names the number that says the size (pages of an original), `unit` what it counts.
 */
export const FeeScale = z.strictObject({ question: Code, unit: Both, steps: z.array(z.strictObject({ from: z.int().min(2).max(100_000), amount: z.int().min(0) })).min(1).max(10), most: z.int().min(1).optional() })
export type FeeScale = z.output<typeof FeeScale>

/** A fee in đồng. 0 says that nobody pays; `per` names the question whose number multiplies it (so many copies), `scale` says what one of them costs by its size. */
export const Fee = z.strictObject({
  code: Code, name: Both, amount: z.int().min(0), scale: FeeScale.optional(), per: Code.optional(), collectedAt: z.enum(['reception', 'result']), note: Both.optional(), when: When,
})
export type Fee = z.output<typeof Fee>

/** A step, in a citizen's words. */
export const Step = z.strictObject({ who: z.enum(['citizen', 'clerk', 'officer', 'leader']), title: Both, text: Both.optional() })
export type Step = z.output<typeof Step>

export const LegalReference = z.strictObject({ document: z.string().min(3).max(300), article: z.string().min(1).max(200).optional(), url: z.url().max(500).optional() })
export type LegalReference = z.output<typeof LegalReference>

/** A sentence of the result in Vietnamese: `{question}` stands for that answer as people write it; the first one whose condition holds is used. */
const Sentence = z.strictObject({ when: When, text: z.string().min(1).max(2000) })

/** How the template `certificate` lays a result out: sentences by name, and between them lines with the answers to questions. */
const Layout = z.strictObject({
  heading: Code,
  opening: Code.optional(),
  lines: z.array(z.strictObject({ label: z.string().min(1).max(120), question: Code, when: When })).min(1).max(40),
  closing: z.array(Code).max(10).default([]),
})

const outcome = {
  name: Both,
  /** how long it is good for, null for ever */
  validMonths: z.int().min(1).max(600).nullable(),
  validity: Both.optional(),
}

/** What one gets, of a procedure that is only described. */
export const Outcome = z.strictObject(outcome)

const Result = z.strictObject({
  ...outcome,
  /** what stands behind the number of the paper: `UBND-XNTTHN` */
  symbol: z.string().regex(/^[A-ZĐ]{2,12}(-[A-ZĐ]{1,12}){0,3}$/).optional(),
  /** name of the document template of the deciding module; `certificate` follows `layout` */
  template: z.string().regex(/^[a-z][a-z-]*$/),
  /** which question answers each fact of the template */
  facts: z.record(Code, Code),
  sentences: z.record(Code, z.array(Sentence).min(1).max(30)),
  layout: Layout.optional(),
})

/**
 * Asking other agencies for their opinion while a dossier is worked on (lấy ý kiến; Nghị định 61/2018/NĐ-CP, Điều 19): which kinds of agencies, how long they
 * have at most, whether the dossier's own clock stands still meanwhile (`runs` unless it is said), what an agency's silence means, and which answers of the form it may read.
 */
export const Consulting = z.strictObject({
  agencyKinds: z.array(z.string().min(3).max(60)).min(1).max(20),
  most: z.strictObject({ amount: z.number().positive(), unit: z.enum(['working_day', 'day']) }),
  clock: z.enum(['runs', 'stops']).default('runs'),
  silence: z.enum(['consent', 'recorded']),
  shows: z.array(Code).max(60),
})
export type Consulting = z.output<typeof Consulting>

/** Going to see the place (kiểm tra thực địa). `required`: no result may be proposed before a check that found everything in order. */
export const FieldCheck = z.strictObject({ required: z.boolean() })

/** Whether a fact of the law was read in its source, or is a likeness shown as such ("minh hoạ"). */
export const SourceNote = z.strictObject({ source: z.string().min(3).max(500), status: z.enum(['sourced', 'illustrative']) })

export const levels = ['commune', 'province', 'ministry'] as const
export const onlineLevels = ['full', 'partial', 'none'] as const
/** Which system decides the dossiers of a version: the others are mirrored and never edited here. */
export const resolutionSystems = ['local', 'ministry', 'national'] as const
export const lifeEvents = ['birth', 'study', 'work', 'marriage', 'home', 'vehicle', 'business', 'health', 'retirement', 'death'] as const

/** What is said of every procedure alike, whether it can be filed here or is only described. */
export const described = {
  code: ProcedureCode,
  title: Both,
  /** what people call it: the name of links and lists */
  shortTitle: Both,
  /** what one gets and what for, in a citizen's words */
  summary: Both,
  /** other words people search for */
  aliases: z.array(z.string().min(2).max(120)).max(40).default([]),
  field: z.strictObject({ code: Code, name: Both }),
  lifeEvent: z.enum(lifeEvents),
  level: z.enum(levels),
  onlineLevel: z.enum(onlineLevels),
  /** why it is not wholly online (Nghị định 224/2026/NĐ-CP, Điều 14) */
  partialReason: z.strictObject({ kind: z.enum(['presence', 'field_check', 'technical']), text: Both }).optional(),
  resolutionSystem: z.enum(resolutionSystems),
  ways: z.array(z.enum(['online', 'counter', 'post'])).min(1),
  /** `sameDayUntil`: the day of reception is the first one until that hour (`kernel/time-limit`) */
  timeLimit: z.strictObject({ amount: z.number().positive(), unit: z.enum(['working_hour', 'working_day', 'day', 'month']), sameDayUntil: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).optional() }),
  timeNote: Both.optional(),
  pausePolicy: z.enum(['RESTART_AFTER_SUPPLEMENT', 'PAUSE_DURING_SUPPLEMENT', 'NO_PAUSE']),
  /** number of sets of the dossier */
  sets: z.int().min(1).max(10),
  subjects: z.array(Both).min(1).max(20),
  requirements: z.array(Both).max(20),
  legalBasis: z.array(LegalReference).min(1).max(40),
}

/**
 * Everything a version of a procedure says. The parts of Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2: name (title), order (steps), ways, papers and
 * number of sets, time limit, subjects, authorities, result, forms (form), fees, requirements, legal basis.
 */
export const Body = z.strictObject({
  ...described,
  minutesToFill: z.int().min(1).max(240),
  fees: z.array(Fee).max(20),
  /** for whom a person may apply; conditions read it as `party`, and the kind of person it is for as `principal` */
  parties: z.array(z.enum(parties)).min(1).default(['self']),
  /** what an applicant may show at the counter to say who they are */
  applicantPapers: z.array(z.enum(applicantPapers)).min(1).default(['card']),
  receivingAgencyKind: z.string().min(3).max(60),
  competentAgencyKind: z.string().min(3).max(60),
  /** the commune whose agencies are competent: where the answer to `question` lies, or that of the desk to which somebody comes */
  competence: z.discriminatedUnion('rule', [z.strictObject({ rule: z.literal('residence'), question: Code, text: Both }), z.strictObject({ rule: z.literal('desk'), text: Both })]),
  /** said before sending and at the counter when it holds, with nothing refused for it: what is late, what follows from an answer */
  notices: z.array(z.strictObject({ when: Condition, text: Both })).max(20).optional(),
  /** the questions that say how the result is wanted and at which commune's centre (an address says it too); without them it is given where it was taken in */
  delivery: z.strictObject({ question: Code, place: Code }).optional(),
  /**
   * given at the counter while one waits: no receipt form is written then (Nghị định 61/2018/NĐ-CP, Điều 17). What comes online or is decided elsewhere goes the
   * ordinary way
   */
  immediate: z.boolean().default(false),
  /** who may collect the result: anybody with authority, or only the applicant, who signs a register then */
  collectedBy: z.enum(['anyone', 'applicant']).default('anyone'),
  result: Result,
  steps: z.array(Step).min(1).max(20),
  papers: z.array(Paper).min(1).max(60),
  /** things to have at hand before beginning */
  prepare: z.array(z.strictObject({ title: Both, text: Both.optional() })).max(10).default([]),
  cases: z.strictObject({ question: Both, hint: Both.optional(), options: z.array(ProcedureCase).min(1).max(30) }),
  groups: z.array(z.strictObject({ code: Code, title: Both })).min(1).max(20),
  form: z.array(Question).max(120),
  /** what the officer writes for the result: from a register, or found on the spot */
  office: z.array(Question).max(60).default([]),
  /** asking other agencies; without it nobody is asked */
  consulting: Consulting.optional(),
  /** checking the place; without it nobody goes there */
  fieldCheck: FieldCheck.optional(),
  /** by name of a field above */
  sources: z.record(z.string(), SourceNote),
})
export type Body = z.output<typeof Body>
