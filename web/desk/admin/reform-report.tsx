import type { ReactNode } from 'react'
import type { Rehearsal } from '#contract/agencies'
import { formatDate, formatNumber, formatShare } from '#kernel/format'
import { Note, Table } from '../../kit/lists.tsx'
import { Facts } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'

/** Everything a plan does, one table for each thing that changes: the same on the screen and on paper. */
export function ReformReport({ rehearsal }: { rehearsal: Rehearsal }) {
  const { reform: words } = useWords()
  const { report } = words
  return (
    <>
      <Verdict rehearsal={rehearsal} />
      <Facts
        items={[
          { term: words.day, value: formatDate(rehearsal.day) }, { term: words.basis, value: rehearsal.basis },
          { term: report.unitsEnd, value: formatNumber(rehearsal.units.ends.length) }, { term: report.unitsBegin, value: formatNumber(rehearsal.units.begins.length) },
          { term: report.agenciesEnd, value: formatNumber(rehearsal.agencies.ends.length) }, { term: report.agenciesBegin, value: formatNumber(rehearsal.agencies.begins.length) },
        ]}
      />
      <Records rehearsal={rehearsal} />
      <Units rehearsal={rehearsal} />
      <Agencies rehearsal={rehearsal} />
      <Competences rehearsal={rehearsal} />
    </>
  )
}

function Verdict({ rehearsal: { faults, state } }: { rehearsal: Rehearsal }) {
  const { reform: words } = useWords()
  if (faults.length === 0) return state === 'new' ? <Note>{words.report.clear}</Note> : null
  return (
    <section>
      <Note kind="late">{words.report.faults(formatNumber(faults.length))}</Note>
      <ul>{faults.map(({ fault, about }) => <li key={`${fault} ${about}`}>{words.fault[fault] ?? fault}: <span className="raw">{about}</span></li>)}</ul>
    </section>
  )
}

function Records({ rehearsal: { rows, undecided } }: { rehearsal: Rehearsal }) {
  const { reform: { report: words } } = useWords()
  const locale = useLocale()
  const waiting = rows.filter(({ undecidedCount }) => undecidedCount > 0)
  if (rows.length === 0) return null
  return (
    <section>
      <Table
        caption={words.records}
        columns={[{ key: 'what', label: words.what }, { key: 'moves', label: words.moves, number: true }, { key: 'waits', label: words.waits, number: true }]}
        rows={rows.map(({ module, what, moves, undecidedCount }) => ({ id: module, cells: { what: what[locale], moves: formatNumber(moves), waits: formatNumber(undecidedCount) } }))}
      />
      {waiting.map(({ module, undecided: codes, undecidedCount }) => (
        <div key={module}>
          <h3>{words.undecided}</h3>
          <p>{undecided === 'main' ? words.undecidedMain : words.undecidedText(formatNumber(undecidedCount))}</p>
          <p className="raw">{codes.join(', ')}{undecidedCount > codes.length ? ' …' : ''}</p>
        </div>
      ))}
    </section>
  )
}

type End = { code: string; name: Both; becomes: { code: string; name: Both; main: boolean; share?: number; area?: string | null }[] }
type Both = { vi: string; en: string }

function Ends({ caption, ends }: { caption: string; ends: readonly End[] }) {
  const { reform: { report: words } } = useWords()
  const locale = useLocale()
  if (ends.length === 0) return null
  return (
    <Table
      caption={caption}
      columns={[{ key: 'was', label: words.was }, { key: 'becomes', label: words.becomes }]}
      rows={ends.map(({ code, name, becomes }) => ({
        id: code,
        cells: {
          was: <>{name[locale]}<small className="raw">{code}</small></>,
          becomes: becomes.length === 0 ? words.nowhere : <ul className="admin__plain">{becomes.map((each) => <li key={`${each.code} ${each.area ?? ''}`}>{each.name[locale]} <small className="raw">{each.code}</small>{details(each, becomes.length, words)}</li>)}</ul>,
        },
      }))}
    />
  )
}

function details(each: End['becomes'][number], of: number, words: ReturnType<typeof useWords>['reform']['report']): ReactNode {
  if (of === 1) return null
  const parts = [each.share === undefined ? '' : words.share(formatShare(each.share, 0)), each.area ? words.onlyArea(each.area) : '', each.main ? words.main : ''].filter((part) => part !== '')
  return parts.length === 0 ? null : <small>{parts.join(' · ')}</small>
}

function Names({ caption, list }: { caption: string; list: readonly { code: string; name: Both; from?: Both }[] }) {
  const { reform: { report: words } } = useWords()
  const locale = useLocale()
  if (list.length === 0) return null
  const was = list.some(({ from }) => from !== undefined)
  return (
    <Table
      caption={caption} columns={[{ key: 'code', label: words.code }, ...(was ? [{ key: 'from', label: words.was }] : []), { key: 'name', label: was ? words.becomes : words.name }]}
      rows={list.map(({ code, name, from }) => ({ id: code, cells: { code: <span className="raw">{code}</span>, from: from?.[locale], name: name[locale] } }))}
    />
  )
}

const changed = (list: readonly { code: string; from: Both; to: Both }[]) => list.filter(({ from, to }) => from.vi !== to.vi).map(({ code, from, to }) => ({ code, from, name: to }))

function Units({ rehearsal: { units } }: { rehearsal: Rehearsal }) {
  const { reform: { report: words } } = useWords()
  return <section className="stack"><Ends caption={words.unitsEnd} ends={units.ends} /><Names caption={words.unitsBegin} list={units.begins} /><Names caption={words.unitsChange} list={changed(units.changes)} /></section>
}

function Agencies({ rehearsal: { agencies } }: { rehearsal: Rehearsal }) {
  const { reform: { report: words } } = useWords()
  return <section className="stack"><Ends caption={words.agenciesEnd} ends={agencies.ends} /><Names caption={words.agenciesBegin} list={agencies.begins} /><Names caption={words.agenciesChange} list={changed(agencies.changes)} /></section>
}

function Competences({ rehearsal: { competences } }: { rehearsal: Rehearsal }) {
  const { reform: { report: words } } = useWords()
  if (competences.length === 0) return null
  return (
    <Table
      caption={words.competences} columns={[{ key: 'matter', label: words.matter }, { key: 'who', label: words.who }]}
      rows={competences.map(({ matter, level, basis }) => ({ id: matter, cells: { matter: matter === '*' ? words.everything : <span className="raw">{matter}</span>, who: <>{words.level[level] ?? level}<small>{basis}</small></> } }))}
    />
  )
}
