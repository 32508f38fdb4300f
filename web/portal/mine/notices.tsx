import './mine.css'
import { myNotices } from '#contract/dossiers'
import { Back } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/lists.tsx'
import { Title } from '../../kit/title.tsx'
import { Quoting } from '../../kit/typed.tsx'
import { useWords } from '../../kit/words.ts'
import { notice } from '../../messages/notices.ts'
import * as keys from '../../context.ts'
import { dossierAt, mineAt } from '../places.ts'
import { sayWhen } from '../when.ts'
import type { Route } from './+types/notices.ts'

/** What happened to my dossiers, the newest first, each in a sentence of the page's language. */
export async function loader({ context }: Route.LoaderArgs) {
  const app = context.get(keys.app)
  const { notices } = await app.call(myNotices, {})
  return {
    notices: notices.map(({ id, template, dossier, at, facts }) => ({
      id, dossier, ...notice(template, facts, app.locale), at, when: sayWhen(at, app.page.now, app.locale), code: typeof facts['code'] === 'string' ? facts['code'] : '',
    })),
  }
}

export default function NoticesPage({ loaderData: { notices } }: Route.ComponentProps) {
  const { mine: { notices: words, list } } = useWords()
  return (
    <div className="wrap narrow page--form stack">
      <Title>{words.title}</Title>
      <Back href={mineAt}>{list.title}</Back>
      <h1>{words.title}</h1>
      {notices.length === 0 && <EmptyState title={words.none} level={2}>{words.noneText}</EmptyState>}
      {notices.length > 0 && (
        <ul className="told">
          {notices.map(({ id, dossier, title, text, quoted, at, when, code }) => (
            <li key={id}>
              <h2>{title}</h2>
              <p className="small muted"><time dateTime={at}>{when}</time></p>
              <p><Quoting text={text} quoted={quoted} /></p>
              <a href={dossierAt(dossier)} aria-label={words.openOf(code)}>{words.open}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
