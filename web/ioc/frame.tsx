import './ioc.css'
import { Outlet } from 'react-router'
import { listBoards } from '#contract/ioc'
import type { Route } from './+types/frame.ts'
import * as keys from '../context.ts'
import type { Handle } from '../kit/handle.ts'
import { useRoot } from '../kit/root-data.ts'
import { SiteName } from '../kit/title.tsx'
import { CentreShell } from '../kit/wall-shell.tsx'
import { useWords } from '../kit/words.ts'

/** Black lacquer, for people who sit before it. The board for the wall says `density: 'wall'`. */
export const handle: Handle = { scripts: true, theme: 'then', density: 'desk' }

/** Whoever may not see the boards is turned away here, whichever page of the centre they ask for: figures alone are everybody's. */
export async function loader({ context }: Route.LoaderArgs) {
  return context.get(keys.app).call(listBoards, {})
}

export default function CentreFrame() {
  const root = useRoot()
  const { shell } = useWords()
  const place = root?.page.provinceName[root.locale] ?? ''
  return (
    <SiteName value={`${shell.centre} ${place}`.trim()}>
      <CentreShell root={root}><Outlet /></CentreShell>
    </SiteName>
  )
}
