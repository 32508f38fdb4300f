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

/** A sentence of ours around words that are somebody else's. */
export function Quoting({ text, quoted }: { text: string; quoted: string }) {
  const at = quoted === '' ? -1 : text.indexOf(quoted)
  return at < 0 ? text : <>{text.slice(0, at)}<Typed>{quoted}</Typed>{text.slice(at + quoted.length)}</>
}
