import type { ReactNode } from 'react'
import { FormGuard } from './form-guard.tsx'
import { useWords } from './words.ts'

type Props = {
  /** what was just done */
  children: ReactNode
  /** address of the page whose action takes it back; without it, this page */
  action?: string
  /** which act of the page it is, and what it is about: sent as hidden fields */
  fields: Record<string, string>
}

/**
 * A reversible act happens at once and can be taken back here. It stays until the person goes on: nobody is hurried. What cannot be taken
 * back gets a page of its own that asks.
 */
export function UndoBanner({ children, action, fields }: Props) {
  const { kit } = useWords()
  return (
    <form method="post" action={action} className="undo">
      <FormGuard form="undo" />
      {Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <p role="status">{children}</p>
      <button type="submit">{kit.undo}</button>
    </form>
  )
}
