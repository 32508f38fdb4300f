import type { ReactNode } from 'react'
import { formatDateTime } from '#kernel/format'
import { Button } from '../../kit/button.tsx'
import { useRoot } from '../../kit/root-data.ts'
import { useLocale, useWords } from '../../kit/words.ts'

/** Opens the browser's own printing of this page. */
export function PrintButton({ children }: { children: ReactNode }) {
  return <Button kind="second" type="button" onClick={() => window.print()}>{children}</Button>
}

/** On paper only: of which province it is, who printed it and when. */
export function PrintedBy() {
  const { admin } = useWords()
  const locale = useLocale()
  const root = useRoot()
  if (!root) return null
  const { page, viewer } = root
  return <p className="admin__printed">{admin.printed(page.provinceName[locale], formatDateTime(page.now), viewer.name, viewer.title?.[locale] ?? '')}</p>
}
