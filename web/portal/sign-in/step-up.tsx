import { redirect } from 'react-router'
import { session } from '#contract/identity'
import type { Route } from './+types/step-up.ts'
import * as keys from '../../context.ts'
import { LinkButton } from '../../kit/button.tsx'
import { homes, signInAt } from '../../kit/places.ts'
import { useRoot } from '../../kit/root-data.ts'
import { Title } from '../../kit/title.tsx'
import { useWords } from '../../kit/words.ts'
import { vneidHelpAt } from '../places.ts'
import { beginAt, returnPath } from './return-path.ts'

/** Before an act that asks for the second level: why, that nothing is lost, and what to do for whoever cannot prove it yet. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const back = returnPath(request.url)
  if (app.viewer.kind !== 'citizen') throw redirect(app.viewer.kind === 'nobody' ? signInAt(back) : homes.desk)
  const { tooLowFor } = await app.call(session, {})
  if (tooLowFor.length === 0) throw redirect(back, 303)
  return { back }
}

export default function StepUp({ loaderData: { back } }: Route.ComponentProps) {
  const { portal: { signIn: { stepUp, what, simulated } } } = useWords()
  const root = useRoot()
  return (
    <div className="wrap narrow stack">
      <Title>{stepUp.title}</Title>
      <h1>{stepUp.title}</h1>
      <p className="lead">{stepUp.text}</p>
      <p>{stepUp.kept}</p>
      <div className="acts">
        <LinkButton wide href={beginAt(back, 2)}>{stepUp.button}</LinkButton>
        <LinkButton wide kind="second" href={back}>{stepUp.back}</LinkButton>
      </div>
      <h2>{stepUp.notYet}</h2>
      <p>{stepUp.how}</p>
      {root?.page.mode === 'demonstration' && <p className="hint">{simulated}</p>}
      <ul className="links"><li><a href={vneidHelpAt}>{what}</a></li></ul>
    </div>
  )
}
