import './desk.css'
import { isRouteErrorResponse, Outlet } from 'react-router'
import type { Route } from './+types/door.ts'
import { refusalOf } from '../kit/call.ts'
import { TopStrip } from '../kit/demonstration.tsx'
import { ErrorPage } from '../kit/error-page.tsx'
import type { Handle } from '../kit/handle.ts'
import { homes } from '../kit/places.ts'
import { Brand, LanguageLink } from '../kit/portal-shell.tsx'
import { usePath, useRoot } from '../kit/root-data.ts'
import { SiteName } from '../kit/title.tsx'
import { useLocale, useWords } from '../kit/words.ts'
import type { ReactNode } from 'react'

/** Plain pages: who cannot run scripts must still get in. */
export const handle: Handle = { scripts: false }

/** The frame of the pages before the desk: no rail, no names of queues. */
function DoorFrame({ children }: { children: ReactNode }) {
  const root = useRoot()
  const { shell } = useWords()
  const place = root?.page.provinceName[useLocale()] ?? ''
  return (
    <SiteName value={place === '' ? shell.desk : `${shell.desk} ${place}`}>
      <a className="skip" href="#main">{shell.skip}</a>
      <header>
        <TopStrip page={root?.page} />
        <div className="mast"><div className="wrap"><Brand href={homes.desk} name={shell.desk} place={place} /><nav aria-label={shell.menu}><LanguageLink short /></nav></div></div>
      </header>
      <main id="main" className="page door">{children}</main>
    </SiteName>
  )
}

export default function Door() {
  return <DoorFrame><Outlet /></DoorFrame>
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const root = useRoot()
  const path = usePath()
  return <DoorFrame><ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} refusal={refusalOf(error)} root={root} path={path} /></DoorFrame>
}
