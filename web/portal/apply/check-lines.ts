import { answerLines, feeLinesOf, pagesOf, papersOf } from '#contract/procedures'
import { formatBytes, formatNumber } from '#kernel/format'
import type { SummaryItem } from '../../kit/summary-list.tsx'
import { t, type Locale } from '../../messages/index.ts'
import { caseAt, papersAt, principalAt, questionAt } from '../places.ts'
import { priceText } from '../prices.ts'
import type { Opened } from './draft.ts'

/** One line of the check: plain words, because it travels from the loader. */
export type CheckItem = Omit<SummaryItem, 'value'> & { value: string }

export type CheckGroup = { code: string; title: string; items: CheckItem[]; /** some of it came from identity */ fromIdentity: boolean }

/**
 * Everything a person should look at before sending, in the order of the form. Numbers that the person typed are written whole, to be
 * checked; those that identity knows are masked.
 */
export function checkGroups(open: Opened, locale: Locale): CheckGroup[] {
  const { body, filling } = open
  const items = itemsOf(open, locale)
  const groups = body.groups.map(({ code, title }) => {
    const mine = body.form.filter((question) => question.group === code).flatMap((question) => items.get(question.code) ?? [])
    return { code, title: title[locale], items: mine, fromIdentity: mine.some(({ register }) => register !== undefined) }
  })
  const { check } = t(locale).apply
  const chosen = body.cases.options.find(({ code }) => code === filling.case)
  const first: CheckGroup = { code: 'case', title: check.case, items: chosen ? [{ term: body.cases.question[locale], value: chosen.label[locale], change: caseAt(open.draft.id, true) }] : [], fromIdentity: false }
  return [...whoGroup(open, locale), first, ...groups].filter((group) => group.items.length > 0)
}

/** For whom it is, when the procedure asks. */
function whoGroup({ draft, body }: Opened, locale: Locale): CheckGroup[] {
  const { who, register } = t(locale).apply
  if (draft.party === null) return []
  const { party, principal } = draft
  const value = principal ? [principal.name, principal.number].filter(Boolean).join(', ') : who.self
  const items: CheckItem[] = [{ term: who.kinds[party], value, change: principalAt(draft.id, true), ...(party === 'child' || party === 'organisation' ? { register } : {}) }]
  return [{ code: 'party', title: who.title, items: body.parties.length === 1 ? items.map(({ change: _change, ...item }) => item) : items, fromIdentity: false }]
}

function itemsOf({ draft, body, filling, places }: Opened, locale: Locale): Map<string, CheckItem> {
  const { apply } = t(locale)
  const area = (code: string) => places.find((place) => place.code === code)?.name[locale]
  const change = (code: string) => questionAt(draft.id, code, true)
  // one left empty on purpose may still be filled in
  const items = new Map<string, CheckItem>(pagesOf(body, filling).map(({ code, label }) => [code, { term: label[locale], value: apply.check.empty, change: change(code) }]))
  const masked = new Map(answerLines(body, filling, { locale, area }).map((line) => [line.code, line.text]))
  for (const { code, label, text, from } of answerLines(body, filling, { locale, area, whole: true })) {
    const term = label[locale]
    items.set(code, from === 'identity' ? { term, value: masked.get(code) ?? '', register: apply.register } : { term, value: text, change: change(code) })
  }
  return items
}

/** The papers, with what was handed in, and those that need not be. The form itself is no news. */
export function paperItems({ draft, body, filling }: Opened, locale: Locale): CheckItem[] {
  const { papers, check } = t(locale).apply
  return papersOf(body, filling).flatMap(({ code, name, source, database }): CheckItem[] => {
    const term = name[locale]
    if (source === 'form') return []
    if (source === 'lookup') return [{ term, value: database ? check.needNot(database[locale]) : papers.lookedUp }]
    if (source === 'shown') return [{ term, value: papers.shown }]
    const files = draft.papers.filter((paper) => paper.code === code)
    const value = files.length === 0 ? check.empty : check.files(formatNumber(files.length), formatBytes(files.reduce((sum, { size }) => sum + size, 0)))
    return [{ term, value, change: papersAt(draft.id, true) }]
  })
}

/** The fees that apply: `Không mất tiền` is the biggest word about money. */
export const feeItems = ({ body, filling }: Opened, locale: Locale): CheckItem[] => feeLinesOf(body, filling).map((line) => ({ term: line.fee.name[locale], value: priceText(line, locale) }))
