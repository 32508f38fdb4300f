import type { MouseEvent } from 'react'
import type { SummaryLine } from './form.ts'
import { useWords } from './words.ts'

/** With scripts the box is gone to without changing the address: that would be another page to the router, and what is wrong would be forgotten. */
function goTo(event: MouseEvent<HTMLAnchorElement>): void {
  const box = document.getElementById(event.currentTarget.hash.slice(1))
  if (!box) return
  event.preventDefault()
  box.focus()
  box.scrollIntoView({ block: 'center' })
}

/** The box at the top of a page whose form came back: what is wrong, each line leading to its box. Nothing when nothing is. */
export function ErrorSummary({ lines }: { lines: readonly SummaryLine[] }) {
  const { kit } = useWords()
  if (lines.length === 0) return null
  const counted = lines.filter((line) => line.href !== null).length
  return (
    <div className="wrong-list" role="alert" tabIndex={-1} data-focus="">
      <h2>{counted > 0 ? kit.errorCount(counted) : kit.notDone}</h2>
      <ul>{lines.map(({ href, text }) => <li key={`${href}${text}`}>{href === null ? text : <a href={href} onClick={goTo}>{text}</a>}</li>)}</ul>
    </div>
  )
}
