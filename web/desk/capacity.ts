import { data, redirect } from 'react-router'
import { act } from '#contract/identity'
import type { Route } from './+types/capacity.ts'
import * as keys from '../context.ts'
import { homes } from '../kit/places.ts'
import { run, text } from './run.ts'

export const loader = (): Response => redirect(homes.desk)

/** Goes on in another capacity of the person: at its first queue. */
export async function action({ context, request }: Route.ActionArgs): Promise<Response> {
  const form = await request.formData()
  const done = await run({ app: context.get(keys.app), request, form }, act, { capacity: text(form, 'capacity') ?? '' })
  if (!done.ok) throw data(done.refusal, { status: done.refusal.status, statusText: done.refusal.code })
  return redirect(homes.desk, 303)
}
