import { formatDateTime } from '#kernel/format'
import type { RootData } from './root-data.ts'
import { StateShape } from './status-tag.tsx'
import { useWords } from './words.ts'

/**
 * The strip above every page. A demonstration says that it is one, in place of the claim to be official; and when its clock was moved,
 * which time it believes.
 */
export function TopStrip({ page }: { page: RootData['page'] | undefined }) {
  const { shell } = useWords()
  if (page?.mode !== 'demonstration') return <div className="strip"><div className="wrap">{shell.official}</div></div>
  return <DemonstrationBanner clockMovedTo={page.clockMoved ? page.now : null} />
}

/** Says that nothing here is real. `clockMovedTo`: the business time, when it is not the wall clock's. */
export function DemonstrationBanner({ clockMovedTo }: { clockMovedTo: string | null }) {
  const { shell } = useWords()
  return (
    <div className="strip strip--near">
      <div className="wrap">
        <StateShape kind="near" size={13} /><b>{shell.demonstration}</b> <span>{shell.simulated}</span>
        {clockMovedTo !== null && <span className="num">{shell.clockMoved(formatDateTime(clockMovedTo))}</span>}
      </div>
    </div>
  )
}
