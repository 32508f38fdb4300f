import type { ReactNode } from 'react'
import { Acts, Button, type ButtonKind } from './button.tsx'
import { FormGuard } from './form-guard.tsx'
import { useWords } from './words.ts'

type Props = {
  /** the form's name within its page */
  form: string
  /** the address that gives the challenge */
  challenge: string
  /** the device makes a new key instead of answering with one it has */
  makes?: boolean
  kind?: ButtonKind
  label: string
  /** what is filled in before */
  children?: ReactNode
}

/** A form that a person's device answers (see passkeys.ts). Without scripts, or in a browser that knows no passkeys, it stays hidden. */
export function PasskeyForm({ form, challenge, makes = false, kind = 'second', label, children }: Props) {
  const { credentials: { passkey } } = useWords()
  return (
    <form method="post" hidden data-passkey={challenge} data-passkey-makes={makes} data-passkey-waiting={passkey.waiting} data-passkey-failed={passkey.failed} suppressHydrationWarning>
      <FormGuard form={form} />
      <input type="hidden" name="credential" />
      {children}
      <Acts><Button kind={kind} wide>{label}</Button></Acts>
      <p role="status" className="passkey__said" data-passkey-said="" />
    </form>
  )
}
