import { redirect } from 'react-router'
import * as keys from '../../context.ts'
import { nextStepAt, openDraft } from './draft.ts'
import type { Route } from './+types/resume.ts'

/** Takes a draft up again where it was left. */
export async function loader({ context, params }: Route.LoaderArgs) {
  throw redirect(nextStepAt(await openDraft(context.get(keys.app), params.draft)))
}
