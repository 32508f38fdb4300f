import { Icon } from '../../kit/icons.tsx'
import { useWords } from '../../kit/words.ts'
import type { Shown } from './shown.ts'

/**
 * A paper or document beside what was declared: a picture, or a PDF in the browser's own viewer. The link always stands there too, for
 * browsers without a viewer and for a second screen.
 */
export function Viewer({ shown }: { shown: Shown | null }) {
  const { dossier: { viewer, papers } } = useWords()
  if (!shown) return <p className="muted">{viewer.empty}</p>
  const { name, href, type } = shown
  return (
    <>
      <p className="viewer__head"><b>{name}</b>{href !== null && <a href={href} target="_blank" rel="noreferrer" aria-label={viewer.openNamed(name)}><Icon name="download" size={18} />{viewer.open}</a>}</p>
      {href === null && <p className="muted">{papers.noFile}</p>}
      {href !== null && type.startsWith('image/') && <img className="viewer__image" src={href} alt={viewer.frame(name)} />}
      {href !== null && type === 'application/pdf' && <div className="viewer__box"><p>{viewer.making}</p><iframe key={href} className="viewer__frame" src={`${href}#view=FitH&navpanes=0`} title={viewer.frame(name)} /></div>}
      {href !== null && type !== 'application/pdf' && !type.startsWith('image/') && <p className="muted">{viewer.notShown}</p>}
    </>
  )
}
