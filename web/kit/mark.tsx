/** The mark: the kilometre stone with a nought. The start of every road, and the figure of "số". `height` in px. */
export function Mark({ height = 42 }: { height?: number }) {
  return (
    <svg width={(height * 31) / 42} height={height} viewBox="0 0 31 42" aria-hidden="true">
      <path d="M2 40V15.5a13.5 13.5 0 0 1 27 0V40z" fill="#fff" />
      <path d="M2 17v-1.5a13.5 13.5 0 0 1 27 0V17z" fill="var(--seal)" />
      <path d="M2 40V15.5a13.5 13.5 0 0 1 27 0V40z" fill="none" stroke="var(--ink)" strokeWidth="2.4" />
      <path d="M0 40.6h31" stroke="var(--ink)" strokeWidth="2.4" />
      <ellipse cx="15.5" cy="28" rx="4.6" ry="6.4" fill="none" stroke="#1a1814" strokeWidth="3" />
    </svg>
  )
}
