import './portal.css'
import { Outlet } from 'react-router'
import type { Handle } from '../kit/handle.ts'
import { PortalShell } from '../kit/portal-shell.tsx'
import { useRoot } from '../kit/root-data.ts'
import { footLinks } from './foot-links.ts'

/** Plain pages: no framework script, everything works without any. */
export const handle: Handle = { scripts: false }

export default function PortalFrame() {
  const root = useRoot()
  return <PortalShell root={root} links={footLinks(root?.locale ?? 'vi')}><Outlet /></PortalShell>
}
