import { voidResult } from '#contract/dossiers'
import { inputOf } from '../../kit/form.ts'
import { useWords } from '../../kit/words.ts'
import type { Route } from './+types/void-result.ts'
import { doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'
import { ReasonPage } from './reason-page.tsx'

export const loader = (args: Route.LoaderArgs) => loadAct(args, 'voidResult')
export const action = (args: Route.ActionArgs) => doAct(args, 'voidResult', voidResult, inputOf)
export const shouldRevalidate = revalidateAfterPost

/** The office voids a misprinted result; it is made again. */
export default function VoidResult({ loaderData, actionData }: Route.ComponentProps) {
  const { after } = useWords()
  return <ReasonPage loaded={loaderData} state={actionData} act="voidResult" words={after.voidResult} kind="danger" />
}
