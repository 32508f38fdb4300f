import { session } from '#contract/identity'
import { redirect } from 'react-router'
import type { Route } from './+types/account.ts'
import * as keys from '../../context.ts'
import { GoList } from '../../kit/lists.tsx'
import { accountAt, homes, signInAt } from '../../kit/places.ts'
import { SignOut } from '../../kit/portal-shell.tsx'
import { useRoot } from '../../kit/root-data.ts'
import { Title } from '../../kit/title.tsx'
import { useWords } from '../../kit/words.ts'
import { mineAt, myPapersAt, noticesAt, wrongFactsAt } from '../places.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  if (app.viewer.kind !== 'citizen') throw redirect(app.viewer.kind === 'nobody' ? signInAt(accountAt) : homes.desk)
  const { name, level } = await app.call(session, {})
  return { name, level }
}

export default function Account({ loaderData: { name, level } }: Route.ComponentProps) {
  const root = useRoot()
  const { portal: { account }, myPapers } = useWords()
  return (
    <div className="wrap narrow stack-l">
      <Title>{account.title}</Title>
      <div className="stack">
        <h1>{account.title}</h1>
        <p className="lead"><b>{name}</b></p>
        {level > 0 && <p>{account.level(level)}</p>}
        <p className="hint">{account.facts} <a href={wrongFactsAt}>{account.wrong}</a></p>
      </div>
      <GoList items={[{ href: mineAt, label: account.mine, detail: account.mineDetail, icon: 'paper' }, { href: myPapersAt, label: myPapers.link, detail: myPapers.linkDetail, icon: 'download' }, { href: noticesAt, label: account.notices, detail: account.noticesDetail, icon: 'eye' }]} />
      {root && <SignOut root={root} className="sign-out" />}
    </div>
  )
}
