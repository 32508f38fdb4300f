import { useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '../kit/button.tsx'
import { KeyHint } from '../kit/key-hint.tsx'
import { useWords } from '../kit/words.ts'
import { focusOn, keysOn, press, setKeysOn, useKeys } from './keys.ts'

/** Ids of what keys reach on a list. */
export const reach = { find: 'find-q', intake: 'to-intake', keys: 'keys', confirm: 'confirm-yes', confirmNot: 'confirm-no' } as const

const rows = (): HTMLTableRowElement[] => [...document.querySelectorAll<HTMLTableRowElement>('.work tbody tr')]

/** Moves up and down a list, opens and acts by single keys. Where the eye stands is the focus: Enter opens because a link has it. `find`: id of the search box. */
export function useListKeys(find: string = reach.find): void {
  // where one was before the row went away: the next one has taken its place
  const last = useRef(-1)
  const move = (by: 1 | -1): void => {
    const all = rows()
    const at = all.findIndex((row) => row.contains(document.activeElement))
    const to = at >= 0 ? at + by : last.current < 0 ? 0 : last.current
    const row = all[Math.min(all.length - 1, Math.max(0, to))]
    if (!row) return
    last.current = all.indexOf(row)
    row.querySelector('a')?.focus({ preventScroll: true })
    row.scrollIntoView({ block: 'nearest' })
  }
  const act = (): void => rows().find((row) => row.contains(document.activeElement))?.querySelector<HTMLElement>('[data-act]')?.click()
  useKeys({
    j: () => move(1), ArrowDown: () => move(1), k: () => move(-1), ArrowUp: () => move(-1), a: act, n: () => press(reach.intake),
    '/': () => focusOn(find), '?': () => press(reach.keys), Escape: () => press(reach.confirmNot),
  })
}

const never = (): (() => void) => () => {}

/** Whether scripts run here: what only they can do is not shown before. */
export const useAlive = (): boolean => useSyncExternalStore(never, () => true, () => false)

/** The keys in a line, and the button for all of them. Nothing without scripts, and on a telephone there are none. */
export function ListKeys({ intake }: { intake: boolean }) {
  const { desk: { keys } } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  if (!useAlive()) return null
  const short = [[['J', 'K'], keys.upDown], [['Enter'], keys.open], [['A'], keys.act], [['/'], keys.search]] as const
  const long = [
    [['J', 'K'], keys.upDownLong], [['Enter'], keys.openLong], [['A'], keys.actLong], [['/'], keys.searchLong], ...(intake ? ([[['N'], keys.intakeLong]] as const) : []), [['?'], keys.allLong],
  ] as const
  return (
    <div className="keys__hints">
      {short.map(([names, does]) => <span key={does}>{names.map((name) => <KeyHint key={name}>{name}</KeyHint>)} {does}</span>)}
      <button id={reach.keys} type="button" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}><KeyHint>?</KeyHint> {keys.all}</button>
      <dialog ref={dialog} className="keys-all" aria-labelledby="keys-title">
        <h2 id="keys-title">{keys.title}</h2>
        <dl>{long.map(([names, does]) => <div key={does}><dt>{names.map((name) => <KeyHint key={name}>{name}</KeyHint>)}</dt><dd>{does}</dd></div>)}</dl>
        <KeysSwitch />
        <form method="dialog"><Button kind="second">{keys.close}</Button></form>
      </dialog>
    </div>
  )
}

/** Single keys may be switched off: a voice that types letters would press them. */
function KeysSwitch() {
  const { desk: { keys } } = useWords()
  const [on, setOn] = useState(keysOn)
  const choose = (chosen: boolean): void => {
    setKeysOn(chosen)
    setOn(chosen)
  }
  return (
    <div className="keys-all__switch">
      <input id="keys-on" type="checkbox" checked={on} aria-describedby="keys-off" onChange={(event) => choose(event.target.checked)} />
      <label htmlFor="keys-on">{keys.on}</label>
      <p id="keys-off" className="muted">{keys.off}</p>
    </div>
  )
}
