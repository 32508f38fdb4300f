import * as en from './failures.en.ts'
import * as vi from './failures.vi.ts'
import { capacities as capacitiesEn } from './failures/capacities.en.ts'
import { capacities as capacitiesVi } from './failures/capacities.vi.ts'
import { credentials as credentialsEn } from './failures/credentials.en.ts'
import { credentials as credentialsVi } from './failures/credentials.vi.ts'
import { dossiers as dossiersEn } from './failures/dossiers.en.ts'
import { dossiers as dossiersVi } from './failures/dossiers.vi.ts'
import { identity as identityEn } from './failures/identity.en.ts'
import { identity as identityVi } from './failures/identity.vi.ts'
import { payments as paymentsEn } from './failures/payments.en.ts'
import { payments as paymentsVi } from './failures/payments.vi.ts'
import { records as recordsEn } from './failures/records.en.ts'
import { records as recordsVi } from './failures/records.vi.ts'
import { readings as readingsEn } from './failures/readings.en.ts'
import { readings as readingsVi } from './failures/readings.vi.ts'
import { reform as reformEn } from './failures/reform.en.ts'
import { reform as reformVi } from './failures/reform.vi.ts'
import { services as servicesEn } from './failures/services.en.ts'
import { services as servicesVi } from './failures/services.vi.ts'
import type { Locale } from './locale.ts'

/** Every table of sentences: the kernel's, and one for each part of the program in `failures/`, named here in both languages. */
const tables: Record<Locale, Record<string, vi.Say>[]> = {
  vi: [vi.failures, credentialsVi, capacitiesVi, dossiersVi, identityVi, paymentsVi, recordsVi, reformVi, readingsVi, servicesVi],
  en: [en.failures, credentialsEn, capacitiesEn, dossiersEn, identityEn, paymentsEn, recordsEn, reformEn, readingsEn, servicesEn],
}
const words = { vi, en }

const find = (code: string, locale: Locale): vi.Say | undefined => tables[locale].find((table) => Object.hasOwn(table, code))?.[code]

/** Whether a code has a sentence of its own in a language. */
export const hasSentence = (code: string, locale: Locale): boolean => find(code, locale) !== undefined

/** Every code that has a sentence in a language. */
export const codesWithSentence = (locale: Locale): string[] => tables[locale].flatMap((table) => Object.keys(table))

/** The sentence of a failure, for a person: what is the matter and what to do next. A code without one gets a general sentence. */
export const sentence = (code: string, values: Record<string, unknown>, locale: Locale): string => (find(code, locale) ?? words[locale].unknownFailure)(values)

/** The sentence for one field: `reason` as the server gives it (`required`, `wrong_form`, ...), `label` the field's name inside a sentence. */
export const fieldSentence = (reason: string, label: string, locale: Locale): string => {
  const { reasons, unknownReason } = words[locale]
  return (Object.hasOwn(reasons, reason) ? (reasons[reason] ?? unknownReason) : unknownReason)(label)
}
