import { useEffect, useRef } from 'react'

/** What each key does, by KeyboardEvent.key; a capital letter means with shift. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

const setting = 'tinhso-keys'

/** Whether this person wants single keys; some type by voice, and a stray letter would press a button (WCAG 2.1.4). */
export const keysOn = (): boolean => window.localStorage.getItem(setting) !== 'off'

/** Remembers on this machine whether single keys work. */
export const setKeysOn = (on: boolean): void => window.localStorage.setItem(setting, on ? 'on' : 'off')

// the lock of capitals must not turn "down" into nothing
const nameOf = ({ key, shiftKey }: KeyboardEvent): string => (/^\p{L}$/u.test(key) ? (shiftKey ? key.toUpperCase() : key.toLowerCase()) : key)

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('select, textarea, input:not([type=checkbox], [type=radio])') !== null)

/**
 * Listens to single keys once the page is alive, except while somebody types, holds another key or has a dialog open. Nothing depends on
 * it: whatever a key does, a link or a button does too.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return
      const does = latest.current[nameOf(event)]
      if (!does || document.querySelector('dialog[open]') || !keysOn()) return
      event.preventDefault()
      does(event)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

/** Presses the link or button of this id, as a hand would. */
export const press = (id: string): void => document.getElementById(id)?.click()

/** Puts the cursor into a field. */
export const focusOn = (id: string): void => document.getElementById(id)?.focus()

/** Moves the eye to what is wrong whenever a form comes back. Without scripts the page is new, and its heading says it. */
export function useTrouble(state: unknown): void {
  useEffect(() => {
    if (state !== undefined) document.querySelector<HTMLElement>('[data-focus]')?.focus()
  }, [state])
}
