import { redirect } from 'react-router'
import type { Route } from './+types/choose.ts'
import * as keys from '../../context.ts'
import { LinkButton } from '../../kit/button.tsx'
import { Note } from '../../kit/lists.tsx'
import { homes, signInAt } from '../../kit/places.ts'
import { useRoot } from '../../kit/root-data.ts'
import { Title } from '../../kit/title.tsx'
import { useWords } from '../../kit/words.ts'
import { vneidHelpAt } from '../places.ts'
import { beginAt, returnPath } from './return-path.ts'

export function loader({ request, context }: Route.LoaderArgs) {
  const back = returnPath(request.url)
  if (context.get(keys.app).viewer.kind === 'citizen') throw redirect(back, 303)
  return { back, ended: new URL(request.url).searchParams.has('het') }
}

export default function ChooseSignIn({ loaderData: { back, ended } }: Route.ComponentProps) {
  const root = useRoot()
  const { portal: { signIn } } = useWords()
  return (
    <div className="wrap narrow stack">
      <Title>{signIn.title}</Title>
      <h1>{signIn.title}</h1>
      {ended && <Note kind="near"><p role="status">{signIn.ended}</p></Note>}
      <p className="lead">{signIn.text}</p>
      <div className="acts"><LinkButton wide href={beginAt(back)}>{signIn.button}</LinkButton></div>
      <p className="hint">{signIn.next}</p>
      {root?.page.mode === 'demonstration' && <p className="hint">{signIn.simulated}</p>}
      <ul className="links">
        <li><a href={vneidHelpAt}>{signIn.what}</a></li>
        <li><a href={signInAt(homes.desk)}>{signIn.officers}</a></li>
      </ul>
    </div>
  )
}
