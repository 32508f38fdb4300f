import { useLocation, useRouteLoaderData } from 'react-router'
import type { App } from '#kernel/app'

/** What the root knows of every request; frames and forms read it. */
export type RootData = Pick<App, 'viewer' | 'locale' | 'page' | 'csrf'> & {
  /** name of this request in the logs */
  incident: string
  /** a new UUID for each loading and after each act; forms derive their idempotency keys from it */
  formKey: string
}

/** What the root loaded; undefined on the error page of a request whose root could not be loaded. */
export const useRoot = (): RootData | undefined => useRouteLoaderData<RootData>('root')

/** The address of the page with its query; it follows the person where pages change without loading again. */
export function usePath(): string {
  const { pathname, search } = useLocation()
  return `${pathname}${search}`
}
