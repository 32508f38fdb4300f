import type { ReactNode } from 'react'
import { useWords } from './words.ts'

/** The enamel house plate: the number of a house. It marks an address and nothing else. */
export function Plate({ children, size = 'normal' }: { children: string; size?: 'small' | 'normal' | 'large' }) {
  return <span className={size === 'normal' ? 'plate' : `plate plate--${size}`}>{children}</span>
}

/** The red seal: beside a result that the State has signed, and nowhere else. `size` in px. */
export function Seal({ size = 92 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 96 96" aria-hidden="true" className="seal">
      <circle cx="48" cy="48" r="44" strokeWidth="4" />
      <circle cx="48" cy="48" r="36" strokeWidth="1.5" />
      <path d="M32 49l11 11 21-24" strokeWidth="6" />
    </svg>
  )
}

/** A signed result: what it is, for whom, its number, and who signed it when. `how` in place of "Đã ký số", for a signature that is not a digital one. */
export function SealedResult({ title, children, signer, at, how }: { title: string; children: ReactNode; signer: string; at: ReactNode; how?: string }) {
  const { kit } = useWords()
  return (
    <section className="sealed" aria-label={title}>
      <div className="sealed__head"><div><h2>{title}</h2>{children}</div><Seal /></div>
      <p className="sealed__by"><b>{how ?? kit.sealed}</b> {kit.signedBy(signer)}, {at}</p>
    </section>
  )
}
