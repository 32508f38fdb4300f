import { Outlet } from 'react-router'
import type { Handle } from '../kit/handle.ts'
import { useRoot } from '../kit/root-data.ts'
import { SiteName } from '../kit/title.tsx'
import { CentreShell } from '../kit/wall-shell.tsx'
import { useWords } from '../kit/words.ts'

/** Black lacquer. A board for the wall adds `density: 'wall'`. */
export const handle: Handle = { scripts: true, theme: 'then' }

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
