/** Line drawings on a grid of 24, for what has no shape of its own in this language. Never alone: a word stands beside each. */
const drawings = {
  back: <path d="M15 5l-7 7 7 7" />,
  forward: <path d="M9 5l7 7-7 7" />,
  search: <><circle cx="10.5" cy="10.5" r="6.5" /><path d="M15.5 15.5L21 21" /></>,
  close: <path d="M6 6l12 12M18 6L6 18" />,
  check: <path d="M5 12.5l4.5 4.5L19 7" />,
  paper: <path d="M6 3h9l4 4v14H6zM15 3v4h4M9.5 12h6M9.5 16h6" />,
  register: <><ellipse cx="12" cy="5.5" rx="7" ry="2.7" /><path d="M5 5.5v13c0 1.5 3 2.7 7 2.7s7-1.2 7-2.7v-13M5 12c0 1.5 3 2.7 7 2.7s7-1.2 7-2.7" /></>,
  download: <path d="M12 4v12M6 11l6 6 6-6M5 21h14" />,
  upload: <path d="M12 17V5M6 10l6-6 6 6M5 21h14" />,
  eye: <><path d="M2 12s4-6 10-6 10 6 10 6-4 6-10 6-10-6-10-6z" /><circle cx="12" cy="12" r="2.6" /></>,
  phone: <path d="M5 4h4l2 5-3 2a12 12 0 0 0 5 5l2-3 5 2v4C12 20 4 12 5 4z" />,
  family: <><circle cx="9" cy="6" r="3" /><path d="M3 21v-4c0-3.6 2.4-6 6-6 2 0 3.6.8 4.6 2" /><circle cx="17.5" cy="14.5" r="2.2" /><path d="M13.5 21.5c0-2.3 1.6-4 4-4s4 1.7 4 4" /></>,
  house: <path d="M4 11l8-7 8 7v9H4zM10 20v-6h4v6" />,
  rings: <><circle cx="9" cy="13" r="5.5" /><circle cx="15" cy="13" r="5.5" /></>,
  shop: <path d="M4 10l1.5-6h13L20 10M4 10h16v10H4zM10 20v-5h4v5" />,
  land: <path d="M3 6l7-2 11 3v13l-9-2-9 2zM10 4v14.4M10 11l11 1.6" />,
  heart: <path d="M12 21c-6-4-9-8-9-12a5 5 0 0 1 9-3 5 5 0 0 1 9 3c0 4-3 8-9 12z" />,
  locate: <><circle cx="12" cy="12" r="7" /><path d="M12 2v4M12 18v4M2 12h4M18 12h4" /></>,
}

export type IconName = keyof typeof drawings
export const iconNames = Object.keys(drawings) as IconName[]

/** A line drawing, hidden from screen readers. `size` in px; `strong` for one that stands on a filled ground. */
export function Icon({ name, size = 24, strong = false }: { name: IconName; size?: number; strong?: boolean }) {
  return (
    <svg className="ico" width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={strong ? 2.6 : 2} strokeLinecap="square" aria-hidden="true">
      {drawings[name]}
    </svg>
  )
}
