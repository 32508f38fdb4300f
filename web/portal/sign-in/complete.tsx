import { data, redirect } from 'react-router'
import { completeSignIn, signInAnswer } from '#contract/identity'
import type { Route } from './+types/complete.ts'
import * as keys from '../../context.ts'
import { attempt } from '../../kit/call.ts'
import { ownPath } from '../../kit/places.ts'
import { SignInFault } from './fault.tsx'
import { beginAt, returnPath } from './return-path.ts'

/** Where the national identity sends people back to. Whoever comes without an answer of it begins. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const answer = signInAnswer(new URL(request.url).searchParams)
  if (Object.keys(answer).length === 0) throw redirect(beginAt(returnPath(request.url)))
  const done = await attempt(context.get(keys.app), completeSignIn, answer)
  if (done.ok) throw redirect(done.value.returnTo, 303)
  const { returnTo } = done.refusal.values
  return data({ refusal: done.refusal, back: ownPath(typeof returnTo === 'string' ? returnTo : null) }, { status: done.refusal.status })
}

export default function CompleteSignIn({ loaderData }: Route.ComponentProps) {
  return <SignInFault {...loaderData} />
}
