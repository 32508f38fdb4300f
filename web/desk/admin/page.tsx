import './admin.css'
import { useSearchParams } from 'react-router'
import type { ReactNode } from 'react'
import { formatDate } from '#kernel/format'
import { Back } from '../../kit/button.tsx'
import { DeskHead } from '../../kit/desk-shell.tsx'
import { ErrorSummary } from '../../kit/error-summary.tsx'
import type { SummaryLine } from '../../kit/form.ts'
import { Note } from '../../kit/lists.tsx'
import { StateWord, type StateKind } from '../../kit/status-tag.tsx'
import { Title } from '../../kit/title.tsx'
import { useWords } from '../../kit/words.ts'
import type { Messages } from '../../messages/index.ts'
import { useTrouble } from '../keys.ts'
import { PrintedBy } from './print.tsx'

type Props = { title: string; back?: { href: string; words: string }; summary?: readonly SummaryLine[]; head?: ReactNode; children: ReactNode; count?: number }

/** A page of administration: its head, what is wrong, what was just done (`?xong=` names it), and the rest. */
export function AdminPage({ title, back, summary = [], head, children, count }: Props) {
  useTrouble(summary.length > 0 ? summary : undefined)
  return (
    <>
      <Title errors={summary.length}>{title}</Title>
      <DeskHead title={title} {...(count !== undefined && { count })}>{head}</DeskHead>
      <div className="admin">
        <PrintedBy />
        {back && <div><Back href={back.href}>{back.words}</Back></div>}
        {summary.length > 0 && <ErrorSummary lines={summary} />}
        {children}
      </div>
    </>
  )
}

/** What was just done, told once above the page: `said` by what the address says after an act. */
export function Done({ said }: { said: Record<string, string> }) {
  const [search] = useSearchParams()
  const text = Object.hasOwn(said, search.get('xong') ?? '') ? said[search.get('xong') ?? ''] : undefined
  return text === undefined ? null : <div role="status"><Note>{text}</Note></div>
}

/** The days of something: from a day on, or from one to another. */
export const daysOf = ({ from, to }: { from: string; to: string | null }, { when }: Messages['admin']): string => (to === null ? when.since(formatDate(from)) : when.between(formatDate(from), formatDate(to)))

/** What fields and procedures are called. */
export type Catalogue = { fields: readonly { code: string; name: Both }[]; procedures: readonly { code: string; title: Both }[] }
type Both = { vi: string; en: string }

/** What a capacity or a delegation is limited to, by its name in the catalogue when it has one; null for all. */
export function limitOf({ field, procedure }: { field: string | null; procedure: string | null }, { fields, procedures }: Catalogue, { admin: { limit }, locale }: { admin: Messages['admin']; locale: 'vi' | 'en' }): string | null {
  if (procedure !== null) return limit.procedure(procedures.find(({ code }) => code === procedure)?.title[locale] ?? procedure)
  return field === null ? null : limit.field(fields.find(({ code }) => code === field)?.name[locale] ?? field)
}

const looks: Record<keyof Messages['admin']['state'], StateKind> = { active: 'done', never: 'new', idle: 'paused', locked: 'near', disabled: 'stopped', ended: 'stopped' }

/** The state of an account. */
export function AccountState({ state }: { state: keyof typeof looks }) {
  const { admin } = useWords()
  return <StateWord kind={looks[state]}>{admin.state[state]}</StateWord>
}
