import { looksVietnamese } from '#kernel/text'
import { useLocale } from './words.ts'

/**
 * Text that a person typed, or that a register keeps: it stays in its own language. Where the page is in another one it says so, for those who
 * have it read out (WCAG 3.1.2).
 */
export function Typed({ children }: { children: string }) {
  const foreign = useLocale() !== 'vi' && looksVietnamese(children)
  return foreign ? <span lang="vi">{children}</span> : children
}

/** A sentence of ours around words that are somebody else's, in the order in which they stand. */
export function Quoting({ text, quoted }: { text: string; quoted: string | readonly string[] }) {
  const [first = '', ...later] = typeof quoted === 'string' ? [quoted] : quoted
  const at = first === '' ? -1 : text.indexOf(first)
  if (at < 0) return later.length === 0 ? text : <Quoting text={text} quoted={later} />
  return <>{text.slice(0, at)}<Typed>{first}</Typed><Quoting text={text.slice(at + first.length)} quoted={later} /></>
}
