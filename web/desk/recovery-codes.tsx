import './app-key.css'
import { useWords } from '../kit/words.ts'

/** Recovery codes, shown this once. Each stands on a line of its own, so that they can be copied and printed. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { credentials: { codes: words } } = useWords()
  return (
    <>
      <ol className="codes num" aria-label={words.list} translate="no">{codes.map((code) => <li key={code}>{code}</li>)}</ol>
      <p className="how-to-print muted">{words.print}</p>
    </>
  )
}
