import { drawCells, drawOutlines } from '../../kit/cells.ts'
import { useLocale, useWords } from '../../kit/words.ts'
import { unitAt } from '../places.ts'

export type MapUnit = { code: string; name: { vi: string; en: string }; lon: number; lat: number; km2: number | null; parent: string | null }

export type Outlines = readonly { code: string; rings: readonly (readonly (readonly [number, number])[])[] }[]

/** The communes of a day, by their outlines when they are known, else as illustrative cells, some of them marked, each a link to its page; drawn on the server. */
export function UnitMap({ title, units, marked, day, outlines }: { title: string; units: readonly MapUnit[]; marked: readonly string[]; day: string | undefined; outlines: Outlines }) {
  const { units: words } = useWords()
  const locale = useLocale()
  // a district, or the province, is marked by the communes in it
  const isMarked = ({ code, parent }: MapUnit): boolean => marked.includes(code) || (parent !== null && marked.includes(parent))
  const drawn = outlines.length > 0 ? drawOutlines(outlines, 600) : drawCells(units, 600)
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const names = units.filter(isMarked).slice(0, 12).map(({ name }) => name[locale]).join(', ')
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="group" aria-label={words.mapSays(title, names)} className="units__map">
        {drawn.cells.map(({ code, path }) => {
          const unit = byCode.get(code)
          return unit && <a key={code} href={unitAt(code, day)} aria-label={unit.name[locale]}><path d={path} className={isMarked(unit) ? 'is-marked' : undefined}><title>{unit.name[locale]}</title></path></a>
        })}
      </svg>
      <p className="small">{names}</p>
    </figure>
  )
}
