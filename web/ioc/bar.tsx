import type { ReactNode } from 'react'
import { formatTime } from '#kernel/format'
import { BoardNav, ShortDay } from '../kit/wall-shell.tsx'
import { Brand, LanguageLink, SignOut } from '../kit/portal-shell.tsx'
import { homes } from '../kit/places.ts'
import { useRoot } from '../kit/root-data.ts'
import { useLocale, useWords } from '../kit/words.ts'
import { boardAt, wallAt } from './asked.ts'

/** The bar above the pages that people open by hand: where they are, who they are, and what time it is there. */
function CentreBar({ at }: { at: 'board' | 'below' }) {
  const root = useRoot()
  const { ioc } = useWords()
  const locale = useLocale()
  if (!root) return null
  const { page, viewer } = root
  return (
    <div className="centre-bar">
      <Brand href={homes.ioc} name={ioc.nav.name} place={page.provinceName[locale]} height={34} />
      <BoardNav boards={[{ href: boardAt, label: ioc.nav.board, current: at === 'board' }, { href: wallAt, label: ioc.nav.wall }]} />
      <p className="centre-bar__who"><b>{viewer.name}</b>{viewer.title && <span>{viewer.title[locale]}</span>}</p>
      <div className="centre-bar__acts"><LanguageLink short /><SignOut root={root} /></div>
      <p className="centre-bar__now num"><time dateTime={page.now}>{formatTime(page.now)}</time> <ShortDay at={page.now} /></p>
    </div>
  )
}

/** A page of the centre below the bar. */
export function CentrePage({ at = 'below', children }: { at?: 'board' | 'below'; children: ReactNode }) {
  return <><CentreBar at={at} /><div className="centre-page">{children}</div></>
}
