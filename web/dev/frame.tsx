import { data, Outlet } from 'react-router'
import type { Route } from './+types/frame.ts'
import * as keys from '../context.ts'
import type { Handle } from '../kit/handle.ts'

export const handle: Handle = { scripts: false }

/** These pages exist in a demonstration only. */
export function loader({ context }: Route.LoaderArgs): null {
  if (context.get(keys.app).page.mode !== 'demonstration') throw data({ code: 'not_found', status: 404 }, { status: 404, statusText: 'not_found' })
  return null
}

export default function DevelopmentFrame() {
  return <Outlet />
}
