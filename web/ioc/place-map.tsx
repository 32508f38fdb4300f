import type { z } from 'zod'
import type { listOutlines } from '#contract/areas'
import { useId, useMemo, type ReactNode } from 'react'
import { formatNumber } from '#kernel/format'
import { Anchor } from '../kit/anchor.tsx'
import { classes, useLocale, useWords } from '../kit/words.ts'
import { drawCells, drawOutlines, type Cell, type Outline } from '../kit/cells.ts'
import { classed, type Fill, type MapClass } from './map-classes.ts'
import { figureOf, type Measured } from './readings.ts'
import type { Board } from './tiles.tsx'

/** Outlines of the units of today and where they are from; empty where only illustrative cells can be drawn. */
export type Borders = z.output<typeof listOutlines.output>

type Place = Board['map']['areas'][number]
type Props = {
  indicator: Measured
  areas: readonly Place[]
  /** of the units of today where they are known; none: illustrative cells */
  outlines: readonly Outline[]
  /** codes of the places in the list beside the map, in its order */
  numbered: readonly string[]
  chosen?: string | undefined
  /** where a place leads; without it nothing can be pressed */
  linkOf?: (code: string) => string
  label: string
}

// The kind of a unit goes without saying on a map of units; it would hide the name.
const shortName = (name: string): string => name.replace(/^(Phường|Xã|Thị trấn|Đặc khu) | (Ward|Commune|Township|Special Zone)$/, '')

/** width of a letter of the names, in units of the view */
const letter = 12.6

/** The places by their outlines, or as cells where those are not known: calm ones recede, those outside the threshold are hatched and numbered as in the list. */
export function PlaceMap({ indicator, areas, outlines, numbered, chosen, linkOf, label }: Props) {
  const words = useWords()
  const id = useId()
  const drawn = useMemo(() => (outlines.length > 0 ? drawOutlines(outlines) : drawCells(areas.flatMap(({ code, lon, lat, km2 }) => (lon === null || lat === null ? [] : [{ code, lon, lat, km2 }])))), [areas, outlines])
  const byCode = useMemo(() => new Map(areas.map((area) => [area.code, area])), [areas])
  const { classes: kinds, fillOf } = classed(indicator, areas, words)
  const known = drawn.cells.flatMap((cell) => {
    const area = byCode.get(cell.code)
    return area ? [{ cell, area, fill: fillOf(area) }] : []
  })
  return (
    <div className="place-map">
      <Legend kinds={kinds} />
      <svg viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="group" aria-label={label}>
        <defs><pattern id={id} width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="11" height="11" className="hatch__ground" /><rect width="5" height="11" className="hatch__line" /></pattern></defs>
        {known.map(({ cell, area, fill }) => <PlaceCell key={cell.code} {...{ cell, area, fill, indicator, linkOf }} hatch={id} isChosen={area.code === chosen} />)}
        <g aria-hidden="true">
          {known.map(({ cell, area }) => <PlaceName key={cell.code} cell={cell} area={area} lowered={numbered.includes(area.code)} />)}
          {known.map(({ cell }) => (numbered.includes(cell.code) ? <Number key={cell.code} cell={cell} at={numbered.indexOf(cell.code) + 1} /> : null))}
        </g>
      </svg>
    </div>
  )
}

type CellProps = { cell: Cell; area: Place; fill: Fill; indicator: Measured; hatch: string; isChosen: boolean; linkOf: Props['linkOf'] }

function PlaceCell({ cell, area, fill, indicator, hatch, isChosen, linkOf }: CellProps) {
  const { ioc } = useWords()
  const locale = useLocale()
  const name = area.name[locale]
  const says = area.value === null ? ioc.map.empty(name) : ioc.map.cell(name, figureOf(indicator.formula, area.value), formatNumber(area.numerator), formatNumber(area.denominator))
  const shape: ReactNode = <path d={cell.path} className={classes('cell', `cell--${fill}`, isChosen && 'is-chosen')} {...(fill === 'loud' && { fill: `url(#${hatch})` })}><title>{says}</title></path>
  return linkOf ? <Anchor href={linkOf(area.code)} aria-label={says}>{shape}</Anchor> : <g role="img" aria-label={says}>{shape}</g>
}

/** The name, where it fits into its cell; everywhere else the pointer, the link and the list say it. */
function PlaceName({ cell, area, lowered }: { cell: Cell; area: Place; lowered: boolean }) {
  const name = shortName(area.name[useLocale()])
  if (name.length * letter > cell.room) return null
  return <text x={cell.x} y={cell.y + (lowered ? 44 : 9)}>{name}</text>
}

function Number({ cell, at }: { cell: Cell; at: number }) {
  return <g className="cell__number" transform={`translate(${cell.x} ${cell.y})`}><path d="M-9-22H9L22-9V9L9 22H-9L-22 9V-9Z" /><text y="9.5">{at}</text></g>
}

/** One line from good to bad, with how many places are in each class. */
function Legend({ kinds }: { kinds: readonly MapClass[] }) {
  const { ioc } = useWords()
  const id = useId()
  return (
    <ul className="map-legend" aria-label={ioc.map.legend}>
      {kinds.map(({ fill, label, count }) => (
        <li key={fill}>
          <svg width="22" height="16" viewBox="0 0 22 16" aria-hidden="true">
            {fill === 'loud' && <defs><pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" className="hatch__ground" /><rect width="3" height="6" className="hatch__line" /></pattern></defs>}
            <rect x="0.75" y="0.75" width="20.5" height="14.5" className={`cell cell--${fill}`} {...(fill === 'loud' && { fill: `url(#${id})` })} />
          </svg>
          {label} <b className="num">{formatNumber(count)}</b>
        </li>
      ))}
    </ul>
  )
}
