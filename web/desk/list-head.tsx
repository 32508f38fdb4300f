import { Form } from 'react-router'
import { formatTime } from '#kernel/format'
import { Anchor } from '../kit/anchor.tsx'
import { FormGuard } from '../kit/form-guard.tsx'
import { Icon } from '../kit/icons.tsx'
import { KeyHint } from '../kit/key-hint.tsx'
import { useWords } from '../kit/words.ts'
import { ShortDay } from '../kit/wall-shell.tsx'
import { reach } from './list-keys.tsx'
import { intakeAt, searchAt } from './places.ts'

/** The search in the head of a list. It posts: what is typed may be a citizen's number, and addresses are kept in many places. */
export function HeadSearch() {
  const { desk: { find } } = useWords()
  return (
    <Form method="post" action={searchAt} role="search" aria-label={find.label} className="desk-find">
      <FormGuard form="find" />
      <label className="vh" htmlFor={reach.find}>{find.label}</label>
      <Icon name="search" size={16} strong />
      <input id={reach.find} name="q" placeholder={find.placeholder} maxLength={120} autoComplete="off" autoCapitalize="none" spellCheck={false} enterKeyHint="search" />
      <KeyHint>/</KeyHint>
      <button type="submit" className="vh">{find.button}</button>
    </Form>
  )
}

/** The business time that the clocks of the list are counted to. */
export const NowHere = ({ now }: { now: string }) => (now === '' ? null : <p className="desk-head__now num"><ShortDay at={now} /> · {formatTime(now)}</p>)

/** The one primary act of a counter: somebody stands before it. */
export function IntakeButton() {
  const { desk: { intake } } = useWords()
  return <Anchor href={intakeAt} id={reach.intake} className="btn btn--primary">{intake.link}<KeyHint>N</KeyHint></Anchor>
}
