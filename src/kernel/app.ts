import type { z } from 'zod'
import type { Contract } from './contract.ts'

/**
 * Who may do what: an officer acts in one capacity, so a request has exactly one role. A service is another system with an account of its own:
 * it may do what its scopes name, whatever a route says about people.
 */
export const roles = ['nobody', 'citizen', 'clerk', 'officer', 'leader', 'centre', 'administrator', 'service'] as const
export type Role = (typeof roles)[number]

/** The person a page is drawn for; never a reason for the web to allow or forbid anything. */
export type Viewer = {
  kind: 'nobody' | 'citizen' | 'officer' | 'service' | 'system'
  role: Role
  name: string
  agency: string | null
}

/** What a frame says of an officer: for whom and under which title they act. */
export type Standing = { agencyName: { vi: string; en: string } | null; title: { vi: string; en: string } | null }

/** What every page knows about where it stands. */
export type PageFacts = {
  mode: 'demonstration' | 'production'
  provinceName: { vi: string; en: string }
  /** the body responsible for the pages */
  authority: { vi: string; en: string }
  hotline: { number: string; hours: { vi: string; en: string } }
  publicUrl: string
  /** business time, ISO; differs from the wall clock when the demonstration clock was moved */
  now: string
  clockMoved: boolean
}

/** The application as a page sees it: the same dispatcher as the JSON routes, bound to the request's session. */
export type App = {
  /** Runs a contract for this request's person. Throws an object with `code`, `status`, `values` and, for bad input, `fields`. */
  call<C extends Contract>(contract: C, input: z.input<C['input']>, options?: { key?: string }): Promise<z.output<C['output']>>
  viewer: Viewer & Standing
  locale: 'vi' | 'en'
  page: PageFacts
  /** token that every form of a signed-in person carries; empty without a session */
  csrf: string
  /** cookies to send with the page; the dispatcher adds to it at sign-in and sign-out */
  setCookies: string[]
}
