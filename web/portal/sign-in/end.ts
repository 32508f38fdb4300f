import { redirect } from 'react-router'
import { signOut } from '#contract/identity'
import type { Route } from './+types/end.ts'
import * as keys from '../../context.ts'
import { homes, signInAt } from '../../kit/places.ts'

/** Signs out: citizens to the first page, officers to their own door. */
export async function action({ context }: Route.ActionArgs): Promise<Response> {
  const app = context.get(keys.app)
  const { kind } = app.viewer
  await app.call(signOut, {})
  return redirect(kind === 'officer' ? signInAt(homes.desk) : homes.portal, 303)
}

/** A link or a bookmark signs nobody out. */
export const loader = (): Response => redirect(homes.portal, 303)
