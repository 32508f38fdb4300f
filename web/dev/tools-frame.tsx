import './tools.css'
import { Outlet, useLocation } from 'react-router'
import { Anchor } from '../kit/anchor.tsx'
import type { Handle } from '../kit/handle.ts'
import { PortalShell } from '../kit/portal-shell.tsx'
import { useRoot } from '../kit/root-data.ts'
import { useWords } from '../kit/words.ts'
import { toolAt, tools, toolsAt } from './places.ts'

export const handle: Handle = { scripts: false, density: 'desk' }

/** The tools with their menu, around whichever is open. */
export default function ToolsFrame() {
  const { dev } = useWords()
  const { pathname } = useLocation()
  return (
    <PortalShell root={useRoot()}>
      <div className="wrap tools">
        <nav aria-label={dev.nav}>
          <ul>
            <li><Anchor href={toolsAt} aria-current={pathname === toolsAt ? 'page' : undefined}>{dev.title}</Anchor></li>
            {tools.map((tool) => <li key={tool}><Anchor href={toolAt[tool]} aria-current={pathname === toolAt[tool] ? 'page' : undefined}>{dev.pages[tool]}</Anchor></li>)}
          </ul>
        </nav>
        <Outlet />
      </div>
    </PortalShell>
  )
}
