import { readsOf, type Condition } from './contract-conditions.ts'
import { principalKinds, type Body, type Question } from './contract-body.ts'

/** Facts of a body whose source must be named before it can be published. */
export const sourcedFields = ['code', 'title', 'timeLimit', 'pausePolicy', 'fees', 'competence', 'result', 'legalBasis', 'steps', 'papers', 'cases', 'form'] as const

const parts: Partial<Record<Question['kind'], readonly string[]>> = { address: ['area', 'line'], months: ['from', 'to'] }
const kindsOfFact: Record<string, readonly Question['kind'][]> = {
  name: ['text'], number: ['personNumber'], passport: ['passport'], born: ['date'], gender: ['choice'], ethnicity: ['text', 'choice'], nationality: ['text', 'choice'], residence: ['address'],
  phone: ['phone'], email: ['email'], code: ['text'], title: ['text'],
}
const kindOfPrefill = (from: NonNullable<Question['prefill']>['from']): readonly Question['kind'][] => kindsOfFact[from.split('.')[1] ?? ''] ?? []

/** Fields that are no questions, with the values they may be compared with. */
const settingsOf = (body: Body): Record<string, readonly string[]> => ({ case: body.cases.options.map(({ code }) => code), party: body.parties, principal: principalKinds, 'citizen.gender': ['female', 'male'] })

/** Names that conditions read and no question may have. */
const reserved = new Set(['case', 'party', 'principal', 'citizen', 'today'])

/**
 * What a body contradicts itself in, as sentences for its author; none when it can be published. The shape is the schema's business: this is
 * what one part must know of another, above all that a condition speaks of the case and of earlier questions only.
 */
export function faultsOf(body: Body): string[] {
  const seen = new Map<string, Question>()
  const faults = [...doubles(body), ...missingSources(body)]
  const check = (where: string, condition: Condition | undefined) => faults.push(...readsOf(condition).flatMap((read) => conditionFault(body, seen, read).map((fault) => `${where}: ${fault}`)))
  for (const question of [...body.form, ...body.office]) {
    check(`question ${question.code}`, question.when)
    check(`prefill of ${question.code}`, question.prefill?.when)
    if (question.kind === 'choice') for (const option of question.options) check(`option ${option.value} of ${question.code}`, option.when)
    faults.push(...questionFaults(body, seen, question))
    seen.set(question.code, question)
  }
  for (const paper of body.papers) check(`paper ${paper.code}`, paper.when)
  for (const fee of body.fees) check(`fee ${fee.code}`, fee.when)
  for (const [at, notice] of (body.notices ?? []).entries()) check(`notice ${at + 1}`, notice.when)
  for (const [name, list] of Object.entries(body.result.sentences)) for (const sentence of list) check(`sentence ${name}`, sentence.when)
  for (const { label, when } of body.result.layout?.lines ?? []) check(`line ${label}`, when)
  return [...faults, ...referenceFaults(body, seen), ...layoutFaults(body, seen), ...paperFaults(body), ...partyFaults(body), ...officeFaults(body), ...consultingFaults(body), ...counterFaults(body)]
}

function doubles(body: Body): string[] {
  const lists = {
    question: [...body.form, ...body.office].map(({ code }) => code), paper: body.papers.map(({ code }) => code), case: body.cases.options.map(({ code }) => code),
    group: body.groups.map(({ code }) => code), fee: body.fees.map(({ code }) => code),
  }
  return Object.entries(lists).flatMap(([what, codes]) => codes.filter((code, i) => codes.indexOf(code) !== i).map((code) => `${what} ${code} is there twice`))
}

const missingSources = (body: Body): string[] => sourcedFields.filter((field) => body.sources[field] === undefined).map((field) => `the source of ${field} is not named`)

function conditionFault(body: Body, seen: ReadonlyMap<string, Question>, { field, values, kind }: ReturnType<typeof readsOf>[number]): string[] {
  const known = settingsOf(body)[field]
  if (known) return values.filter((value) => !known.includes(value)).map((value) => `there is no ${field} ${value}`)
  const [code = '', part] = field.split('.')
  const question = seen.get(code)
  if (!question) return [`${field} is not asked before`]
  if (kind !== undefined && question.kind !== kind) return [`${code} is no ${kind}`]
  if (part !== undefined && !parts[question.kind]?.includes(part)) return [`${code} has no part ${part}`]
  return question.kind !== 'choice' ? [] : values.filter((value) => !question.options.some((option) => option.value === value)).map((value) => `${code} has no option ${value}`)
}

function questionFaults(body: Body, seen: ReadonlyMap<string, Question>, question: Question): string[] {
  const faults: string[] = []
  if (reserved.has(question.code)) faults.push(`no question may be called ${question.code}`)
  if (!body.groups.some(({ code }) => code === question.group)) faults.push(`question ${question.code}: there is no group ${question.group}`)
  if (question.prefill && !kindOfPrefill(question.prefill.from).includes(question.kind)) faults.push(`question ${question.code}: ${question.prefill.from} is no ${question.kind}`)
  if (question.kind === 'date' && question.notBefore !== undefined && seen.get(question.notBefore)?.kind !== 'date') faults.push(`question ${question.code}: ${question.notBefore} is no earlier date`)
  if (question.kind === 'number' && question.notBelow !== undefined && seen.get(question.notBelow)?.kind !== 'number') faults.push(`question ${question.code}: ${question.notBelow} is no earlier number`)
  if (question.kind === 'number' && question.min > question.max) faults.push(`question ${question.code}: least is more than most`)
  if (question.kind === 'choice') {
    const values = question.options.map(({ value }) => value)
    if (new Set(values).size < values.length) faults.push(`question ${question.code}: an option is there twice`)
  }
  return faults
}

function referenceFaults(body: Body, questions: ReadonlyMap<string, Question>): string[] {
  const faults: string[] = []
  const { competence, delivery } = body
  const place = competence.rule === 'residence' ? questions.get(competence.question)?.kind : undefined
  if (competence.rule === 'residence' && place !== 'address' && place !== 'area') faults.push(`competence: ${competence.question} is no question for a place`)
  if (delivery && questions.get(delivery.question)?.kind !== 'choice') faults.push(`delivery: ${delivery.question} is no choice`)
  const at = delivery && questions.get(delivery.place)?.kind
  if (delivery && at !== 'area' && at !== 'address') faults.push(`delivery: ${delivery.place} is no question for a place`)
  for (const code of Object.values(body.result.facts)) if (!questions.has(code)) faults.push(`result: there is no question ${code}`)
  for (const [name, list] of Object.entries(body.result.sentences)) {
    const named = list.flatMap(({ text }) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))
    for (const code of named) if (!questions.has(code)) faults.push(`sentence ${name}: there is no question ${code}`)
    if (list.at(-1)?.when !== undefined) faults.push(`sentence ${name}: the last one must hold always`)
  }
  return faults
}

/** The officer's page does not hold the applicant's answers: its questions may follow from the case, the persons and each other only. */
function officeFaults({ office }: Body): string[] {
  const own = new Set(['case', 'party', 'principal', ...office.map(({ code }) => code)])
  return office.flatMap(({ code, when }) => readsOf(when).filter(({ field }) => !own.has(field.split('.')[0] ?? '')).map(({ field }) => `question ${code}: an officer's question may not depend on ${field}`))
}

/** An agency that is asked reads answers about the matter, never the number of somebody's identity paper; and its rules have a source. */
function consultingFaults({ consulting, fieldCheck, form, sources }: Body): string[] {
  const sealed = (code: string): boolean => form.some((question) => question.code === code && (question.kind === 'personNumber' || question.kind === 'passport'))
  const faults = (consulting?.shows ?? []).flatMap((code) => (!form.some((question) => question.code === code) ? [`consulting: there is no question ${code}`] : sealed(code) ? [`consulting: ${code} is the number of an identity paper`] : []))
  const given = { consulting, fieldCheck }
  return [...faults, ...(['consulting', 'fieldCheck'] as const).filter((name) => given[name] !== undefined && sources[name] === undefined).map((name) => `the source of ${name} is not named`)]
}

/** A paper of the general template needs a layout, whose sentences and questions are there. */
function layoutFaults({ result, fees }: Body, questions: ReadonlyMap<string, Question>): string[] {
  const { layout } = result
  const faults = fees.flatMap(({ code, per, scale }) => [per, scale?.question].flatMap((each) => (each !== undefined && questions.get(each)?.kind !== 'number' ? [`fee ${code}: ${each} is no number`] : [])))
  for (const { code, scale } of fees) if (scale?.steps.some(({ from }, at) => from <= (scale.steps[at - 1]?.from ?? 1))) faults.push(`fee ${code}: its steps are not in order`)
  if ((result.template === 'certificate') !== (layout !== undefined)) faults.push('result: the template certificate has a layout, and nothing else does')
  if (result.template === 'certified-copies') {
    for (const name of ['pages', 'copies']) if (questions.get(result.facts[name] ?? '')?.kind !== 'number') faults.push(`result: the register wants the number of ${name}`)
    if (!Object.hasOwn(result.sentences, 'paper')) faults.push('result: the register wants the sentence paper')
  }
  if (!layout) return faults
  const sentences = [layout.heading, ...(layout.opening === undefined ? [] : [layout.opening]), ...layout.closing]
  for (const name of sentences) if (!Object.hasOwn(result.sentences, name)) faults.push(`result: there is no sentence ${name}`)
  for (const { question } of layout.lines) if (!questions.has(question)) faults.push(`result: there is no question ${question}`)
  return faults
}

/** Whoever acts under an authority hands in the paper that gives it: nobody may file for another on their word alone. */
function partyFaults({ parties, papers }: Body): string[] {
  const shown = new Set(papers.filter(({ source }) => source === 'upload').flatMap(({ when }) => readsOf(when)).filter(({ field }) => field === 'party').flatMap(({ values }) => values))
  return parties.filter((party) => party === 'authorised' && !shown.has(party)).map((party) => `party ${party}: no paper is asked for that gives the authority`)
}

/** What is only done face to face, and what follows from the desk that somebody comes to. */
function counterFaults({ immediate, competence, ways, timeLimit }: Body): string[] {
  const faults: string[] = []
  if (immediate && !ways.includes('counter')) faults.push('what is given at once is given at a counter')
  if (competence.rule === 'desk' && ways.some((way) => way !== 'counter')) faults.push('competence: only who comes to a desk chooses it')
  if (timeLimit.sameDayUntil !== undefined && (timeLimit.unit !== 'working_day' || !Number.isInteger(timeLimit.amount))) faults.push('timeLimit: the same day is a whole number of working days')
  return faults
}

function paperFaults(body: Body): string[] {
  const faults: string[] = []
  // the receipt lists what was handed in (Thông tư 03/2025/TT-VPCP, Mẫu số 01): there is none without a paper
  const hasReceipt = !body.immediate || body.onlineLevel !== 'none'
  if (hasReceipt && !body.papers.some(({ source, required, when }) => source === 'form' || (source === 'upload' && required && when === undefined))) faults.push('papers: none is handed in by everybody, and the receipt lists them')
  if (body.onlineLevel === 'partial' && !body.partialReason) faults.push('why it is only partly online is not said')
  // data that a published database holds may not be asked for again
  for (const { code, source, database } of body.papers) if ((source === 'lookup') !== (database !== undefined)) faults.push(`paper ${code}: a look-up names its database, and nothing else does`)
  return faults
}
