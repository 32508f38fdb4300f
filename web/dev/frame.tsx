import { Outlet } from 'react-router'
import type { Route } from './+types/frame.ts'
import type { Handle } from '../kit/handle.ts'
import { demonstrationApp } from './only-here.ts'

export const handle: Handle = { scripts: false }

/** These pages exist in a demonstration only. */
export function loader({ context }: Route.LoaderArgs): null {
  demonstrationApp(context)
  return null
}

export default function DevelopmentFrame() {
  return <Outlet />
}
