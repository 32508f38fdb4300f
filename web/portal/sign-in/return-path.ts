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

/** The address that leaves for the national identity. A link, not a form: a form may not lead away from this site. */
export const beginAt = (back: string): string => `/dang-nhap/bat-dau?ve=${encodeURIComponent(back)}`

/** The sign-in page for somebody whose session ended while they were doing something. */
export const signInAgainAt = (back: string): string => `/dang-nhap?ve=${encodeURIComponent(back)}&het=1`
