import { withdraw } from '#contract/dossiers'
import { inputOf } from '../../kit/form.ts'
import { useWords } from '../../kit/words.ts'
import type { Route } from './+types/withdraw.ts'
import { doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'
import { ReasonPage } from './reason-page.tsx'

export const loader = (args: Route.LoaderArgs) => loadAct(args, 'withdraw')
export const action = (args: Route.ActionArgs) => doAct(args, 'withdraw', withdraw, inputOf)
export const shouldRevalidate = revalidateAfterPost

/** The applicant takes the dossier back, at the counter. */
export default function Withdraw({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier } = useWords()
  return <ReasonPage loaded={loaderData} state={actionData} act="withdraw" words={dossier.act.withdraw} kind="danger" />
}
