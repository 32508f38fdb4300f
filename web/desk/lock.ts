import { redirect, redirectDocument } from 'react-router'
import { lock } from '#contract/identity'
import type { Route } from './+types/lock.ts'
import * as keys from '../context.ts'
import { homes, ownPath, unlockAt } from '../kit/places.ts'
import { run, text } from './run.ts'

/** Where one lands after opening: the page one was on. */
export const loader = (): Response => redirect(homes.desk)

/** Locks the session at once and shows the locked screen; the browser forgets the pages it had. */
export async function action({ context, request }: Route.ActionArgs): Promise<Response> {
  const form = await request.formData()
  const back = ownPath(text(form, 'back') ?? homes.desk)
  const done = await run({ app: context.get(keys.app), request: new Request(new URL(back, request.url)), form }, lock, {})
  return done.ok ? redirectDocument(unlockAt(back), 303) : redirect(back, 303)
}
