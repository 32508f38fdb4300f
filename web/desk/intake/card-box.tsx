import { useEffect, useRef } from 'react'
import { Button } from '../../kit/button.tsx'
import { Note } from '../../kit/lists.tsx'
import { useWords } from '../../kit/words.ts'
import type { Scanned } from './scan.ts'

/** The box for the scanner, ready when the page opens: Enter, which the scanner types at the end, fills the boxes below and sends nothing. */
export function CardBox({ scan }: { scan: Scanned | undefined }) {
  const { dossier: { intake: { card: words } } } = useWords()
  const box = useRef<HTMLInputElement>(null)
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (scan === undefined || scan.fault !== null) box.current?.focus()
    else said.current?.focus()
  }, [scan])
  return (
    <section className="boxed intake__card" aria-label={words.title}>
      <h2>{words.title}</h2>
      <div className="boxed__grid">
        <div className="field">
          <label className="label" htmlFor="scan">{words.label}</label>
          <p className="hint" id="scan-hint">{words.hint}</p>
          <div className="intake__scan">
            <input ref={box} id="scan" name="scan" className="in" autoComplete="off" spellCheck={false} maxLength={1000} aria-describedby="scan-hint" />
            <Button kind="second" name="act" value="scan">{words.fill}</Button>
          </div>
        </div>
        {scan && (
          <div role="status" ref={said} tabIndex={-1}>
            {scan.fault === null
              ? <Note>{words.filled(scan.name ?? '')}{scan.earlier > 0 && <> {words.earlier(scan.earlier)}</>}</Note>
              : <Note kind="near">{words.faults[scan.fault]}</Note>}
          </div>
        )}
      </div>
    </section>
  )
}
