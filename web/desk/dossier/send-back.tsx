import { sendBack } from '#contract/dossiers'
import { inputOf } from '../../kit/form.ts'
import { useWords } from '../../kit/words.ts'
import type { Route } from './+types/send-back.ts'
import { doAct, loadAct, revalidateAfterPost } from './act-frame.tsx'
import { ReasonPage } from './reason-page.tsx'

export const loader = (args: Route.LoaderArgs) => loadAct(args, 'sendBack')
export const action = (args: Route.ActionArgs) => doAct(args, 'sendBack', sendBack, inputOf)
export const shouldRevalidate = revalidateAfterPost

/** The leader does not sign yet, and says what is to be mended. */
export default function SendBack({ loaderData, actionData }: Route.ComponentProps) {
  const { dossier } = useWords()
  return <ReasonPage loaded={loaderData} state={actionData} act="sendBack" words={dossier.act.sendBack} />
}
