import { createContext, use } from 'react'
import { useWords } from './words.ts'

/** The name of the part of the web that a page belongs to, for its title; each frame sets its own. */
export const SiteName = createContext('Tỉnh Số')

/** The title of a page, in the browser's tab: `Lỗi:` first when its form came back, the site's name last. */
export function Title({ children, errors = 0 }: { children: string; errors?: number }) {
  const { kit } = useWords()
  const site = use(SiteName)
  return <title>{`${errors > 0 ? kit.errorPrefix : ''}${children} - ${site}`}</title>
}
