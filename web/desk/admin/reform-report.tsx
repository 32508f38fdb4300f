import type { ReactNode } from 'react'
import type { Rehearsal } from '#contract/agencies'
import { formatDate, formatNumber, formatShare } from '#kernel/format'
import { Anchor } from '../../kit/anchor.tsx'
import { Note, Table } from '../../kit/lists.tsx'
import { Facts } from '../../kit/summary-list.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { officerAt } from './menu.ts'

/** Everything a plan does, one table for each thing that changes: the same on the screen and on paper. */
export function ReformReport({ rehearsal }: { rehearsal: Rehearsal }) {
  const { reform: words } = useWords()
  const { report } = words
  const { units, agencies } = rehearsal
  return (
    <>
      <Verdict rehearsal={rehearsal} />
      <div className="admin__facts">
        <Facts
          items={[
            { term: words.day, value: formatDate(rehearsal.day) },
            { term: report.units, value: report.change(formatNumber(units.ends.length), formatNumber(units.begins.length)), more: levelsOf(units, report) },
            { term: report.agencies, value: report.change(formatNumber(agencies.ends.length), formatNumber(agencies.begins.length)) },
            { term: words.basis, value: rehearsal.basis },
          ]}
        />
      </div>
      <Records rehearsal={rehearsal} />
      <Posts rehearsal={rehearsal} />
      <Units rehearsal={rehearsal} />
      <Agencies rehearsal={rehearsal} />
      <Competences rehearsal={rehearsal} />
    </>
  )
}

type ReportWords = ReturnType<typeof useWords>['reform']['report']

/** The units by level, where a plan reaches more than one: a count of all of them fits no headline. */
function levelsOf({ ends, begins }: Rehearsal['units'], words: ReportWords): string | undefined {
  const count = (list: readonly { level: string }[], of: string): number => list.filter(({ level }) => level === of).length
  const levels = (['commune', 'district', 'province'] as const).filter((level) => count(ends, level) + count(begins, level) > 0)
  return levels.length < 2 ? undefined : levels.map((level) => words.changeAt(words.level[level] ?? level, formatNumber(count(ends, level)), formatNumber(count(begins, level)))).join('; ')
}

function Verdict({ rehearsal: { faults, state, rows, undecided, posts } }: { rehearsal: Rehearsal }) {
  const { reform: words } = useWords()
  const locale = useLocale()
  const { report } = words
  if (faults.length > 0) {
    return (
      <section>
        <Note kind="late">{report.faults(formatNumber(faults.length))}</Note>
        <ul>{faults.map(({ fault, about }) => <li key={`${fault} ${about}`}>{words.fault[fault] ?? fault}: <span className="raw">{about}</span></li>)}</ul>
      </section>
    )
  }
  if (state !== 'new') return null
  const waiting = rows.reduce((sum, { undecidedCount }) => sum + undecidedCount, 0)
  if (waiting > 0 && undecided === 'refuse') return <Note kind="near">{report.waiting(formatNumber(waiting))}</Note>
  const heads = gathered(posts)
  return (
    <div className="stack">
      <Note>{waiting > 0 ? report.clearByMain(formatNumber(waiting)) : report.clear}</Note>
      {heads.map(({ code, name, leaders }) => <Note key={code} kind="near">{report.settle(name[locale], leaders.map((leader) => `${leader.name}, ${leader.title[locale]}`).join('; '))}</Note>)}
    </div>
  )
}

/** Agencies to which the leaders of several come: who heads them, and who deputises, a person must say. */
function gathered(posts: Rehearsal['posts']): { code: string; name: Both; leaders: Rehearsal['posts'] }[] {
  const byAgency = [...Map.groupBy(posts.filter(({ role }) => role === 'leader'), ({ to }) => to.code).values()]
  return byAgency.flatMap((leaders) => (leaders[0] && new Set(leaders.map(({ from }) => from.code)).size > 1 ? [{ ...leaders[0].to, leaders }] : []))
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
        rows={rows.map(({ module, what, moves, undecidedCount, parts }) => ({
          id: module,
          cells: {
            what: <>{what[locale]}{moves > 0 && parts.map((part) => <small key={part.what.vi}>{part.what[locale]}: <span className="num">{formatNumber(part.count)}</span></small>)}</>,
            moves: formatNumber(moves), waits: formatNumber(undecidedCount),
          },
        }))}
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

function Posts({ rehearsal: { posts } }: { rehearsal: Rehearsal }) {
  const { reform: { report: words } } = useWords()
  const locale = useLocale()
  if (posts.length === 0) return null
  return (
    <Table
      caption={words.posts} columns={[{ key: 'who', label: words.person }, { key: 'title', label: words.post }, { key: 'from', label: words.was }, { key: 'to', label: words.becomes }]}
      rows={posts.map(({ officer, name, role, title, from, to }) => ({
        id: `${officer} ${role} ${from.code} ${title.vi}`,
        cells: { who: <Anchor href={officerAt(officer)}>{name}</Anchor>, title: title[locale], from: from.name[locale], to: to.name[locale] },
      }))}
    />
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

function details(each: End['becomes'][number], of: number, words: ReportWords): ReactNode {
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
