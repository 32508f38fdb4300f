import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'

/** Opens the browser's own printing of this page. */
export function PrintButton({ children }: { children: ReactNode }) {
  return <Button kind="second" type="button" onClick={() => window.print()}>{children}</Button>
}
