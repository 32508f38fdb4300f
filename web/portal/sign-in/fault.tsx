import type { Refusal } from '../../kit/call.ts'
import { LinkButton } from '../../kit/button.tsx'
import { useRoot } from '../../kit/root-data.ts'
import { Title } from '../../kit/title.tsx'
import { useLocale, useWords } from '../../kit/words.ts'
import { sentence } from '../../messages/index.ts'
import { beginAt } from './return-path.ts'

/** Signing in did not work: why, in plain words, and the way to try again. */
export function SignInFault({ refusal, back }: { refusal: Refusal; back: string }) {
  const root = useRoot()
  const { portal: { signIn }, shell } = useWords()
  const locale = useLocale()
  return (
    <div className="wrap narrow stack">
      <Title>{signIn.failed}</Title>
      <h1>{signIn.failed}</h1>
      <p className="lead" role="alert">{sentence(refusal.code, refusal.values, locale)}</p>
      <div className="acts"><LinkButton wide href={beginAt(back)}>{signIn.again}</LinkButton></div>
      {root && <p className="hint">{shell.hotline} <a href={`tel:${root.page.hotline.number.replace(/\s/g, '')}`}>{root.page.hotline.number}</a>, {root.page.hotline.hours[locale]}.</p>}
    </div>
  )
}
