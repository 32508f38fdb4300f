import './desk.css'
import type { ReactNode } from 'react'
import { Anchor } from './anchor.tsx'
import type { ClockLook } from './clock.ts'
import { StateWord, type StateKind } from './status-tag.tsx'
import { Clock } from './stone.tsx'
import { classes, useWords } from './words.ts'

export type WorkRow = {
  id: string
  href: string
  /** null for what no clock runs on */
  clock: ClockLook | null
  /** the due time in words: "hôm nay 11:30", "25/11 9:15" */
  due: string
  /** without the agency's prefix, which is said once in the head */
  code: string
  procedure: string
  /** a word that stands before the procedure: the person is waiting for it */
  tag?: string
  applicant: string
  channel: string
  holder: string
  /** where a result lies, and how long it has waited */
  shelf?: string
  state: { kind: StateKind; label: string }
  chosen?: boolean
  /** what may be done to it right here */
  acts?: ReactNode
}

/** Columns that a list may leave out: where every row would say the same. */
export type WorkColumn = 'channel' | 'shelf' | 'holder' | 'state' | 'acts'
const usual: readonly WorkColumn[] = ['channel', 'holder', 'state']

type Props = {
  caption: string
  /** the agency's part of every code: `H09.36.03-` */
  codePrefix: string
  rows: readonly WorkRow[]
  /** name of the check boxes in the form around the list; without it there are none */
  pickName?: string
  columns?: readonly WorkColumn[]
  /** what the due times are, where they are not the promised ones */
  dueLabel?: string | undefined
  /** false for rows that are not in the order of their due times */
  sorted?: boolean
}

const rowClass = ({ clock, chosen }: WorkRow): string | undefined =>
  classes(clock !== null && clock.kind !== 'far' && clock.kind !== 'done' && `is-${clock.kind}`, chosen && 'is-chosen')

/** One dossier of a worklist, 28 px high. The whole first cell is the check box. */
export function WorkRowView({ row, codePrefix, pickName, columns = usual }: { row: WorkRow; codePrefix: string; pickName?: string; columns?: readonly WorkColumn[] }) {
  const { kit } = useWords()
  return (
    <tr className={rowClass(row)}>
      {pickName !== undefined && (
        <td className="work__pick"><label className="work__tick"><input type="checkbox" name={`${pickName}[]`} value={row.id} aria-label={kit.work.pickOne(row.code)} defaultChecked={row.chosen ?? false} /></label></td>
      )}
      <td className="work__clock">{row.clock && <Clock look={row.clock} height={19} />}</td>
      <td className="work__due work__soft">{row.due}</td>
      <td className="work__code"><Anchor href={row.href}><span className="vh">{codePrefix}</span>{row.code}</Anchor></td>
      <td className="work__what work__strong" title={row.procedure}>{row.tag !== undefined && <><b className="work__tag">{row.tag}</b> </>}{row.procedure}</td>
      <td className="work__who" title={row.applicant}><Anchor href={row.href} tabIndex={-1}>{row.applicant}</Anchor></td>
      {columns.includes('channel') && <td className="work__channel work__soft">{row.channel}</td>}
      {columns.includes('shelf') && <td className="work__shelf">{row.shelf}</td>}
      {columns.includes('holder') && <td className="work__holder" title={row.holder}>{row.holder}</td>}
      {columns.includes('state') && <td className="work__state"><StateWord kind={row.state.kind}>{row.state.label}</StateWord></td>}
      {columns.includes('acts') && <td className="work__acts">{row.acts}</td>}
    </tr>
  )
}

/** The frame of a worklist: a head that stays, rows that scroll. */
export function WorkTable({ caption, codePrefix, picking = false, columns = usual, sorted = true, dueLabel, children }: Omit<Props, 'rows' | 'pickName'> & { picking?: boolean; children: ReactNode }) {
  const { kit: { work } } = useWords()
  return (
    <div className="work" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {picking && <th scope="col" className="work__pick"><span className="vh">{work.pick}</span></th>}
            <th scope="col" className="col-clock" aria-sort={sorted ? 'ascending' : undefined}>{work.clock} {sorted && <span aria-hidden="true">▲</span>}</th>
            <th scope="col" className="col-due">{dueLabel ?? work.due}</th>
            <th scope="col" className={classes('col-code', codePrefix === '' && 'col-code--whole')}>{work.code} {codePrefix}</th>
            <th scope="col">{work.procedure}</th>
            <th scope="col" className="col-person">{work.applicant}</th>
            {columns.includes('channel') && <th scope="col" className="col-channel">{work.channel}</th>}
            {columns.includes('shelf') && <th scope="col" className="col-shelf">{work.shelf}</th>}
            {columns.includes('holder') && <th scope="col" className="col-holder">{work.holder}</th>}
            {columns.includes('state') && <th scope="col" className="col-state">{work.state}</th>}
            {columns.includes('acts') && <th scope="col" className="col-acts">{work.acts}</th>}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

/** A worklist, sorted by due time. Late: tinted and a plum edge. Near: a turmeric edge. Chosen: blue between two blue lines. */
export function Worklist({ caption, codePrefix, rows, pickName, columns = usual, sorted = true, dueLabel }: Props) {
  return (
    <WorkTable caption={caption} codePrefix={codePrefix} picking={pickName !== undefined} columns={columns} sorted={sorted} dueLabel={dueLabel}>
      {rows.map((row) => <WorkRowView key={row.id} row={row} codePrefix={codePrefix} columns={columns} {...(pickName !== undefined && { pickName })} />)}
    </WorkTable>
  )
}
