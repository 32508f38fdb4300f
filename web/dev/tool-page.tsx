import type { ReactNode } from 'react'
import type { FormState } from '../kit/form.ts'
import { StateShape } from '../kit/status-tag.tsx'
import { Title } from '../kit/title.tsx'
import { useLocale } from '../kit/words.ts'
import { sentence } from '../messages/index.ts'

/** What an action of these pages gives back: what was done, or why it was refused. */
export type Done = { done: string } | FormState

/** The answer to what was just pressed, above the page. */
function Answer({ of: answer }: { of: Done }) {
  const locale = useLocale()
  const refused = 'refusal' in answer
  return (
    <div className={refused ? 'note note--late' : 'note'} role="status">
      <p className="row">{!refused && <StateShape kind="done" />}{refused ? sentence(answer.refusal.code, answer.refusal.values, locale) : answer.done}</p>
    </div>
  )
}

/** Heading and first sentence of a tool, and the answer to what was pressed. */
export function ToolPage({ title, intro, answer, children }: { title: string; intro: string; answer?: Done | undefined; children: ReactNode }) {
  return (
    <div className="stack">
      <Title>{title}</Title>
      <h1>{title}</h1>
      <p className="lead">{intro}</p>
      {answer && <Answer of={answer} />}
      {children}
    </div>
  )
}

/** What a machine wrote, as it is. */
export function Raw({ children }: { children: unknown }) {
  return <code className="raw">{typeof children === 'string' ? children : JSON.stringify(children)}</code>
}
