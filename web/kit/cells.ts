/**
 * Illustrative outlines of places of which only a centre and a size are known: each is a disc of its own area, and where two discs meet
 * the border is the line on which neither is nearer (a power diagram). The same on server and browser; nothing is fetched.
 */

export type Site = { code: string; lon: number; lat: number; /** null where nobody knows */ km2: number | null }
export type Cell = { code: string; /** of an SVG path, in the view's units */ path: string; x: number; y: number; /** how wide it is at the height of its middle: the room for a name */ room: number }
export type Drawn = { width: number; height: number; cells: Cell[] }

type Point = { x: number; y: number }
type Disc = Point & { code: string; reach: number }

const kmPerDegree = 111.32
const corners = 48
/** how far beyond its own size a place may reach where nobody else is near */
const loose = 1.42

/** A known outline: rings of longitude and latitude. */
export type Outline = { code: string; rings: readonly (readonly (readonly [number, number])[])[] }

/** Draws known outlines into a view of this width, on the same flat map as the cells. A name or a number stands in the largest ring. */
export function drawOutlines(outlines: readonly Outline[], width = 1000, margin = 8): Drawn {
  const all = outlines.flatMap(({ rings }) => rings.flat())
  if (all.length === 0) return { width, height: width, cells: [] }
  const narrow = Math.cos(((all.reduce((sum, [, lat]) => sum + lat, 0) / all.length) * Math.PI) / 180)
  const flat = all.map(([lon, lat]) => ({ x: lon * narrow, y: -lat }))
  const [left, top, right, bottom] = [Math.min(...flat.map(({ x }) => x)), Math.min(...flat.map(({ y }) => y)), Math.max(...flat.map(({ x }) => x)), Math.max(...flat.map(({ y }) => y))]
  const scale = (width - 2 * margin) / (right - left)
  const place = ([lon, lat]: readonly [number, number]): Point => ({ x: margin + (lon * narrow - left) * scale, y: margin + (-lat - top) * scale })
  return { width, height: Math.ceil((bottom - top) * scale + 2 * margin), cells: outlines.map(({ code, rings }) => cellOf(code, rings.map((ring) => ring.map(place)))) }
}

/** Draws the cells of these sites into a view of this width; the height follows from how they lie. */
export function drawCells(sites: readonly Site[], width = 1000, margin = 8): Drawn {
  const discs = project(sites)
  const shapes = discs.map((disc) => ({ disc, shape: shapeOf(disc, discs) })).filter(({ shape }) => shape.length > 2)
  const all = shapes.flatMap(({ shape }) => shape)
  if (all.length === 0) return { width, height: width, cells: [] }
  const [left, top] = [Math.min(...all.map(({ x }) => x)), Math.min(...all.map(({ y }) => y))]
  const scale = (width - 2 * margin) / (Math.max(...all.map(({ x }) => x)) - left)
  const place = ({ x, y }: Point): Point => ({ x: margin + (x - left) * scale, y: margin + (y - top) * scale })
  const height = Math.ceil(place({ x: 0, y: Math.max(...all.map(({ y }) => y)) }).y + margin)
  return { width, height, cells: shapes.map(({ disc, shape }) => cellOf(disc.code, [shape.map(place)])) }
}

// Near the equator a degree of longitude is almost one of latitude; over one province a flat map is right to a hair.
function project(sites: readonly Site[]): Disc[] {
  const known = sites.flatMap(({ km2 }) => km2 ?? []).sort((a, b) => a - b)
  const usual = known[Math.floor(known.length / 2)] ?? 50
  const middle = sites.reduce((sum, { lat }) => sum + lat, 0) / Math.max(1, sites.length)
  const narrow = Math.cos((middle * Math.PI) / 180)
  return sites.map(({ code, lon, lat, km2 }) => ({ code, x: lon * kmPerDegree * narrow, y: -lat * kmPerDegree, reach: Math.sqrt((km2 ?? usual) / Math.PI) }))
}

/** The disc as a polygon, cut by the border with each neighbour. */
function shapeOf(disc: Disc, discs: readonly Disc[]): Point[] {
  const reach = disc.reach * loose
  let shape: Point[] = Array.from({ length: corners }, (_, i) => {
    const angle = (i / corners) * 2 * Math.PI
    return { x: disc.x + reach * Math.cos(angle), y: disc.y + reach * Math.sin(angle) }
  })
  for (const other of discs) if (other !== disc) shape = cut(shape, borderOf(disc, other))
  return shape
}

/** How far beyond the border towards `b` a point lies; negative is on the side of `a`. Two places of one centre share nothing but a point. */
function borderOf(a: Disc, b: Disc): (point: Point) => number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const half = (b.x ** 2 + b.y ** 2 - b.reach ** 2 - (a.x ** 2 + a.y ** 2 - a.reach ** 2)) / 2
  return ({ x, y }) => x * dx + y * dy - half
}

// Sutherland and Hodgman: keeps the part of a convex polygon where `beyond` is not positive
function cut(shape: readonly Point[], beyond: (point: Point) => number): Point[] {
  return shape.flatMap((from, i) => {
    const to = shape[(i + 1) % shape.length] ?? from
    const [a, b] = [beyond(from), beyond(to)]
    const kept = a <= 0 ? [from] : []
    if (a <= 0 === b <= 0) return kept
    const share = a / (a - b)
    return [...kept, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]
  })
}

function cellOf(code: string, rings: readonly (readonly Point[])[]): Cell {
  const write = (value: number): string => value.toFixed(1)
  const [largest = []] = rings.toSorted((a, b) => Math.abs(twiceArea(b)) - Math.abs(twiceArea(a)))
  const middle = middleOf(largest)
  return {
    code, path: rings.map((ring) => `M${ring.map(({ x, y }) => `${write(x)} ${write(y)}`).join('L')}Z`).join(''),
    x: Number(write(middle.x)), y: Number(write(middle.y)), room: Math.round(middle.room),
  }
}

/** The middle of the widest stretch at the height of the centre of gravity: of a bent outline that centre may lie outside. */
function middleOf(shape: readonly Point[]): Point & { room: number } {
  const { x, y } = centreOf(shape)
  const crossings = shape.flatMap((from, i) => {
    const to = shape[(i + 1) % shape.length] ?? from
    return from.y <= y === to.y <= y ? [] : [from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y)]
  }).sort((a, b) => a - b)
  let widest = { from: x, to: x }
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from = x, to = x] = [crossings[i], crossings[i + 1]]
    if (to - from > widest.to - widest.from) widest = { from, to }
  }
  const room = widest.to - widest.from
  return { x: x > widest.from && x < widest.to && crossings.length === 2 ? x : (widest.from + widest.to) / 2, y, room }
}

const twiceArea = (shape: readonly Point[]): number => shape.reduce((sum, from, i) => {
  const to = shape[(i + 1) % shape.length] ?? from
  return sum + from.x * to.y - to.x * from.y
}, 0)

/** The centre of gravity of a polygon: where a number stands best. */
function centreOf(shape: readonly Point[]): Point {
  let [area, x, y] = [0, 0, 0]
  for (const [i, from] of shape.entries()) {
    const to = shape[(i + 1) % shape.length] ?? from
    const cross = from.x * to.y - to.x * from.y
    area += cross
    x += (from.x + to.x) * cross
    y += (from.y + to.y) * cross
  }
  const [first] = shape
  return area === 0 || !first ? (first ?? { x: 0, y: 0 }) : { x: x / (3 * area), y: y / (3 * area) }
}
