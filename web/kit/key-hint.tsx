/** A key of the keyboard, as it is written on it. */
export function KeyHint({ children }: { children: string }) {
  return <kbd className="kbd">{children}</kbd>
}

/** The line under a list that says which keys work. */
export function KeyLine({ keys, end }: { keys: { keys: string[]; does: string }[]; end?: string }) {
  return (
    <div className="keys">
      {keys.map(({ keys: names, does }) => <span key={does}>{names.map((name) => <KeyHint key={name}>{name}</KeyHint>)} {does}</span>)}
      {end !== undefined && <span className="keys__end num">{end}</span>}
    </div>
  )
}
