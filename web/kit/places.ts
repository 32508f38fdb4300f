/** Addresses that frames and errors link to. They are written here once; the pages behind them belong to their own parts. */

/** The part of the web that an address belongs to. */
export type Area = 'portal' | 'desk' | 'ioc' | 'dev'

const firstWords: Record<string, Area> = { 'can-bo': 'desk', 'dieu-hanh': 'ioc', dev: 'dev' }

/** Which part of the web an address belongs to. */
export const areaOf = (path: string): Area => firstWords[path.split(/[/?#]/)[1] ?? ''] ?? 'portal'

/** The first page of each part. */
export const homes: Record<Area, string> = { portal: '/', desk: '/can-bo', ioc: '/dieu-hanh', dev: '/dev' }

const returning = (path: string): string => `?ve=${encodeURIComponent(path)}`

/** Where to sign in, for a page that wants it; officers have a door of their own. */
export const signInAt = (path: string): string => `${areaOf(path) === 'portal' ? '/dang-nhap' : '/can-bo/dang-nhap'}${returning(path)}`

/** Where a citizen proves the second level of their identity, for an act that asks for it, and comes back from. */
export const stepUpAt = (path: string): string => `/dang-nhap/muc-2${returning(path)}`

/** Where to unlock a session that locked itself. */
export const unlockAt = (path: string): string => `/can-bo/mo-khoa${returning(path)}`

/** Shows this page again in a language: a plain link that works without scripts. */
export const languageAt = (locale: 'vi' | 'en', path: string): string => `/ngon-ngu/${locale}${returning(path)}`

export const signOutAt = '/dang-xuat'
export const accountAt = '/tai-khoan'
export const lockAt = '/can-bo/khoa'

/**
 * A path of our own pages, from an address or a field that a person may have changed; '/' for anything else. `//elsewhere` and
 * `/\elsewhere` lead away in a browser.
 */
export const ownPath = (path: string | null | undefined): string => (path != null && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/')

/** The address a person sees, of a request that may be for a page's data (`/x.data`, `/_root.data`). */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  const query = new URLSearchParams(search)
  query.delete('_routes')
  const path = pathname === '/_root.data' || pathname === '/_.data' ? '/' : pathname.replace(/\/?\.data$/, '')
  return `${path || '/'}${query.size > 0 ? `?${query}` : ''}`
}
