import type { Refusal } from '../../kit/call.ts'
import { LinkButton } from '../../kit/button.tsx'
import { useRoot } from '../../kit/root-data.ts'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { sentence } from '../../messages/index.ts'
import { vneidHelpAt } from '../places.ts'
import { beginAt } from './return-path.ts'

/** Signing in did not work: why, in plain words, and the way to try again. */
export function SignInFault({ refusal, back, level }: { refusal: Refusal; back: string; level?: 2 | undefined }) {
  const root = useRoot()
  const { portal: { signIn }, shell } = useWords()
  const locale = useLocale()
  const unmet = refusal.code === 'sign_in_level_unmet'
  return (
    <div className="wrap narrow stack">
      <Title>{signIn.failed}</Title>
      <h1>{signIn.failed}</h1>
      <p className="lead" role="alert">{sentence(refusal.code, refusal.values, locale)}</p>
      {unmet && <p>{signIn.stepUp.kept} <a href={vneidHelpAt}>{signIn.what}</a></p>}
      <div className="acts">
        {unmet && <LinkButton wide href={back}>{signIn.stepUp.back}</LinkButton>}
        <LinkButton wide kind={unmet ? 'second' : 'primary'} href={beginAt(back, unmet ? 2 : level)}>{unmet ? signIn.stepUp.other : signIn.again}</LinkButton>
      </div>
      {root && <p className="hint">{shell.hotline} <a href={`tel:${root.page.hotline.number.replace(/\s/g, '')}`}>{root.page.hotline.number}</a>, {root.page.hotline.hours[locale]}.</p>}
    </div>
  )
}
