import { ownPath } from '../../kit/places.ts'

/** longest path that signing in remembers */
const longest = 500

/**
 * Where somebody goes once signed in, from `?ve=` of an address: a page of ours that is not itself about signing in, which would turn in
 * circles; the first page for anything else.
 */
export function returnPath(url: string): string {
  const path = ownPath(new URL(url).searchParams.get('ve'))
  return path.length > longest || /^\/dang-(?:nhap|xuat)\b/.test(path) ? '/' : path
}

/** The address that leaves for the national identity, asking for the second level where it must. A link, not a form: a form may not lead away from this site. */
export const beginAt = (back: string, level?: 2): string => `/dang-nhap/bat-dau?ve=${encodeURIComponent(back)}${level === 2 ? '&muc=2' : ''}`

/** The level that `beginAt` asked for. */
export const levelOf = (url: string): 2 | undefined => (new URL(url).searchParams.get('muc') === '2' ? 2 : undefined)

/** The sign-in page for somebody whose session ended while they were doing something. */
export const signInAgainAt = (back: string): string => `/dang-nhap?ve=${encodeURIComponent(back)}&het=1`
