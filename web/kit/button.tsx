import type { ReactNode } from 'react'
import { Anchor } from './anchor.tsx'
import { Icon, type IconName } from './icons.tsx'
import { KeyHint } from './key-hint.tsx'
import { classes, useWords } from './words.ts'

export type ButtonKind = 'primary' | 'second' | 'danger' | 'quiet'

type Look = {
  /** one `primary` a page; `danger` is never filled; `quiet` looks like a link */
  kind?: ButtonKind
  /** the full width of a phone */
  wide?: boolean
  icon?: IconName
  /** the key that presses it on the desk, shown beside its words */
  hotkey?: string
  children: ReactNode
}

const lookOf = ({ kind = 'primary', wide = false }: Look): string | undefined => classes('btn', `btn--${kind}`, wide && 'btn--wide')

const inside = ({ icon, hotkey, children }: Look): ReactNode => <>{icon && <Icon name={icon} size={22} />}{children}{hotkey !== undefined && <KeyHint>{hotkey}</KeyHint>}</>

type ButtonProps = Look & {
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** what it says while the form is on its way; the enhancement script shows it */
  working?: string
  /** id of the sentence that says why it would not work now: it stays pressable and says why */
  describedBy?: string
  /** shows the focus ring, for the gallery */
  focused?: boolean
  onClick?: () => void
}

/** A button of a form. It is never disabled: one that would fail says why when pressed. */
export function Button(props: ButtonProps) {
  const { kit } = useWords()
  const { type = 'submit', name, value, working, describedBy, focused, onClick } = props
  return (
    <button
      type={type} name={name} value={value} className={classes(lookOf(props), focused && 'is-focus')} aria-describedby={describedBy} onClick={onClick}
      data-working={type === 'submit' ? (working ?? kit.sending) : undefined}
    >
      {inside(props)}
    </button>
  )
}

/** A link that begins something, as a button. `download` for a file. */
export function LinkButton(props: Look & { href: string; download?: boolean }) {
  return <Anchor href={props.href} className={lookOf(props)} {...(props.download && { download: '' })}>{inside(props)}</Anchor>
}

/** The buttons of a page or a dossier, in one row; the primary first. */
export function Acts({ children }: { children: ReactNode }) {
  return <div className="acts">{children}</div>
}

/** Copies a text. Without scripts there is nothing to press, so it is shown by the enhancement script only. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { kit } = useWords()
  return <button type="button" className="btn btn--quiet" data-copy={text} data-copied={kit.copied} hidden>{label ?? kit.copy}</button>
}

/** The way back, above the heading. */
export function Back({ href, children }: { href: string; children?: ReactNode }) {
  const { kit } = useWords()
  return <Anchor href={href} className="back"><Icon name="back" size={20} />{children ?? kit.back}</Anchor>
}
