import { data, redirect } from 'react-router'
import { beginSignIn } from '#contract/identity'
import type { Route } from './+types/begin.ts'
import * as keys from '../../context.ts'
import { attempt } from '../../kit/call.ts'
import { SignInFault } from './fault.tsx'
import { levelOf, returnPath } from './return-path.ts'

/** Leaves for the national identity. When it cannot be reached, says so and offers to try again. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const back = returnPath(request.url)
  const level = levelOf(request.url)
  const begun = await attempt(context.get(keys.app), beginSignIn, { returnTo: back, ...(level && { level }) })
  if (begun.ok) throw redirect(begun.value.location, 302)
  return data({ refusal: begun.refusal, back, level }, { status: begun.refusal.status })
}

export default function BeginSignIn({ loaderData }: Route.ComponentProps) {
  return <SignInFault {...loaderData} />
}
