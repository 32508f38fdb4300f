import { formatNumber } from '#kernel/format'
import { useWords } from './words.ts'

/** Where a person is in a form of several questions: in words, then as bars. */
export function FormProgress({ name, at, total }: { name: string; at: number; total: number }) {
  const { kit } = useWords()
  return (
    <div className="ask-progress">
      <p><b>{name}</b> · {kit.question(at, total)}</p>
      <ol aria-hidden="true">{Array.from({ length: total }, (_, step) => <li key={step} className={step < at ? 'is-on' : undefined} />)}</ol>
    </div>
  )
}

/** A long job: its name, done of total, how long it still takes (minutes, when known), and that nobody has to wait. */
export function ProgressBar({ name, done, total, minutesLeft, blocking = false }: { name: string; done: number; total: number; minutesLeft?: number; blocking?: boolean }) {
  const { kit } = useWords()
  return (
    <div className="job">
      <p><b>{name}</b> <span className="num">{kit.outOf(formatNumber(done), formatNumber(total))}</span></p>
      <progress max={Math.max(1, total)} value={Math.min(done, total)} aria-label={name} />
      <p className="hint">{minutesLeft !== undefined && `${kit.timeLeft(minutesLeft)} `}{!blocking && kit.workOn}</p>
    </div>
  )
}
