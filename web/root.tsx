import './kit/tokens.css'
import './kit/kit.css'
import { use, type ReactNode } from 'react'
import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from 'react-router'
import { uuidv7 } from '#kernel/ids'
import type { Route } from './+types/root.ts'
import * as keys from './context.ts'
import { refusalOf } from './kit/call.ts'
import { ErrorPage } from './kit/error-page.tsx'
import { lookOf } from './kit/handle.ts'
import { Nonce } from './kit/nonce.ts'
import { placeInSentence, PortalShell } from './kit/portal-shell.tsx'
import { usePath, useRoot, type RootData } from './kit/root-data.ts'
import { SiteName } from './kit/title.tsx'
import { LocaleContext } from './kit/words.ts'
import { t } from './messages/index.ts'
import enhance from './portal/enhance.ts?worker&url'

/** What every page knows. Read again after each act, so that forms get new keys. */
export function loader({ context }: Route.LoaderArgs): RootData {
  const { viewer, locale, page, csrf } = context.get(keys.app)
  return { viewer, locale, page, csrf, incident: context.get(keys.request).incident, formKey: uuidv7() }
}

/** The document around every page, errors too. A page whose handle says `scripts: false` gets the small enhancement script and nothing else. */
export function Layout({ children }: { children: ReactNode }) {
  const nonce = use(Nonce)
  const root = useRoot()
  const locale = root?.locale ?? 'vi'
  const { scripts, theme, density } = lookOf(useMatches().map(({ handle }) => handle))
  const province = root?.page.provinceName[locale]
  return (
    <html lang={locale} data-theme={theme} data-density={density}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <meta name="theme-color" content={theme === 'then' ? '#0f0e0c' : '#faf8f3'} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links nonce="" />
      </head>
      <body>
        <LocaleContext value={locale}>
          <SiteName value={province === undefined ? 'Tỉnh Số' : t(locale).shell.portalOf(placeInSentence(province, locale))}>{children}</SiteName>
        </LocaleContext>
        {scripts ? <><ScrollRestoration nonce={nonce} /><Scripts nonce={nonce} /></> : import.meta.env.SSR && <script type="module" src={enhance} nonce={nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

/** Every page for what went wrong. Refusals say their own sentence; a fault of ours says nothing of its inside. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const root = useRoot()
  const path = usePath()
  const status = isRouteErrorResponse(error) ? error.status : 500
  return <PortalShell root={root}><ErrorPage status={status} refusal={refusalOf(error)} root={root} path={path} /></PortalShell>
}
