import { Outlet, useLocation } from 'react-router'
import { DeskShell, Rail } from '../kit/desk-shell.tsx'
import type { Handle } from '../kit/handle.ts'
import { lockAt } from '../kit/places.ts'
import { useRoot } from '../kit/root-data.ts'
import { SiteName } from '../kit/title.tsx'
import { useWords } from '../kit/words.ts'
import { railOf } from './rail.ts'

export const handle: Handle = { scripts: true, density: 'desk' }

/** The desk: queues at the left, the work at the right. */
export default function DeskFrame() {
  const root = useRoot()
  const { shell } = useWords()
  const { pathname } = useLocation()
  const place = root?.page.provinceName[root.locale] ?? ''
  const groups = railOf(root?.locale ?? 'vi', pathname)
  return (
    <SiteName value={place === '' ? shell.desk : `${shell.desk} ${place}`}>
      <DeskShell root={root} rail={<Rail root={root} groups={groups} place={place} lock={<a href={lockAt}>{shell.lock}</a>} />}><Outlet /></DeskShell>
    </SiteName>
  )
}
