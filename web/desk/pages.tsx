import { isRouteErrorResponse, Outlet } from 'react-router'
import type { Route } from './+types/pages.ts'
import { refusalOf } from '../kit/call.ts'
import { ErrorPage } from '../kit/error-page.tsx'
import { signInAt } from '../kit/places.ts'
import { usePath, useRoot } from '../kit/root-data.ts'
import { useWords } from '../kit/words.ts'

/** Stands between the frame and its pages, so that what goes wrong in one of them is told inside the frame. */
export default function DeskPages() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const root = useRoot()
  const path = usePath()
  const { desk } = useWords()
  const status = isRouteErrorResponse(error) ? error.status : 500
  return (
    <div className="desk__pad">
      <ErrorPage status={status} refusal={refusalOf(error)} root={root} path={path} />
      {status === 403 && <p className="wrap narrow"><a href={signInAt(path)}>{desk.signIn.asOther}</a></p>}
    </div>
  )
}
