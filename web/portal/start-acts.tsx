import type { Body } from '#contract/procedures'
import { Button, LinkButton } from '../kit/button.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { Note } from '../kit/lists.tsx'
import { useRoot } from '../kit/root-data.ts'
import { useWords } from '../kit/words.ts'
import { draftAt, startAt } from './places.ts'

export type DraftLine = { id: string; updatedAt: string }

/** Begins a procedure, or goes on with the draft there is. Who is not signed in yet signs in on the way. */
export function StartActs({ code, body, drafts }: { code: string; body: Body; drafts: readonly DraftLine[] }) {
  const root = useRoot()
  const { portal: { procedure } } = useWords()
  if (body.onlineLevel === 'none') return <Note kind="plain">{procedure.notOnline}</Note>
  if (body.resolutionSystem !== 'local') return <Note kind="plain">{procedure.elsewhere}</Note>
  const draft = drafts[0]
  const isCitizen = root?.viewer.kind === 'citizen'
  return (
    <div className="start">
      {draft && <LinkButton wide href={draftAt(draft.id)}>{procedure.goOn}</LinkButton>}
      {isCitizen
        ? <form method="post" action={startAt(code)}><FormGuard form="start" /><Button wide kind={draft ? 'second' : 'primary'}>{draft ? procedure.startAgain : procedure.start}</Button></form>
        : <LinkButton wide href={startAt(code)}>{root?.viewer.kind === 'nobody' ? procedure.signInToStart : procedure.start}</LinkButton>}
      <p className="hint">{procedure.minutes(body.minutesToFill)}{root?.viewer.kind === 'nobody' && ` ${procedure.signInFirst}`}</p>
    </div>
  )
}
