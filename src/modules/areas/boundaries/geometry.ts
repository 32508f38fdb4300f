/** Longitude and latitude in degrees, WGS 84. */
export type Point = readonly [lon: number, lat: number]
/** Closed: the last point is the first. */
export type Ring = readonly Point[]
/** The outline, then its holes. */
export type Polygon = readonly Ring[]
export type MultiPolygon = readonly Polygon[]
export type Box = { west: number; south: number; east: number; north: number }

const radiusKm = 6371.0088
const radians = Math.PI / 180

/** Area of a ring on the sphere in km2, without sign (Chamberlain and Duquette 2007). */
export function ringKm2(ring: Ring): number {
  let sum = 0
  for (let i = 0; i < ring.length - 1; i++) {
    const [a, b] = [ring[i], ring[i + 1]]
    if (a && b) sum += (b[0] - a[0]) * radians * (2 + Math.sin(a[1] * radians) + Math.sin(b[1] * radians))
  }
  return Math.abs((sum * radiusKm ** 2) / 2)
}

/** Area of polygons in km2, holes taken out. */
export const areaKm2 = (shape: MultiPolygon): number => shape.reduce((sum, [outline = [], ...holes]) => sum + ringKm2(outline) - holes.reduce((out, hole) => out + ringKm2(hole), 0), 0)

export function boxOf(shape: MultiPolygon): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const polygon of shape) for (const [lon, lat] of polygon[0] ?? []) {
    box.west = Math.min(box.west, lon)
    box.east = Math.max(box.east, lon)
    box.south = Math.min(box.south, lat)
    box.north = Math.max(box.north, lat)
  }
  return box
}

function inRing([x, y]: Point, ring: Ring): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i], ring[j]]
    if (a && b && a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
  }
  return inside
}

/** Whether a point lies within polygons and in none of their holes. */
export const contains = (shape: MultiPolygon, point: Point): boolean => shape.some(([outline = [], ...holes]) => inRing(point, outline) && !holes.some((hole) => inRing(point, hole)))

const side = (a: Point, b: Point, c: Point): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** The first place where a ring crosses itself, undefined when it does not. Sides are sorted from west to east, so that only those that may meet are compared. */
export function crossing(ring: Ring): Point | undefined {
  const sides = ring.slice(0, -1).map((from, i) => ({ from, to: ring[i + 1] ?? from, i, west: Math.min(from[0], (ring[i + 1] ?? from)[0]), east: Math.max(from[0], (ring[i + 1] ?? from)[0]) })).sort((a, b) => a.west - b.west)
  const last = ring.length - 2
  for (const [at, one] of sides.entries()) {
    for (let next = at + 1; next < sides.length; next++) {
      const other = sides[next]
      if (!other || other.west > one.east) break
      const apart = Math.abs(one.i - other.i)
      if (apart <= 1 || apart === last) continue
      const meets = side(one.from, one.to, other.from) * side(one.from, one.to, other.to) < 0 && side(other.from, other.to, one.from) * side(other.from, other.to, one.to) < 0
      if (meets) return one.from
    }
  }
  return undefined
}

/**
 * How much of the units overlaps, and how much between them is nobody's, in km2, on a grid of so many steps each way. A gap is a point with units on both sides of it in its row and in its
 * column: what lies outside of the province is none.
 */
export function overlapsAndGaps(shapes: readonly MultiPolygon[], steps = 240): { overlap: number; gap: number } {
  const boxes = shapes.map(boxOf)
  const all = { west: Math.min(...boxes.map(({ west }) => west)), east: Math.max(...boxes.map(({ east }) => east)), south: Math.min(...boxes.map(({ south }) => south)), north: Math.max(...boxes.map(({ north }) => north)) }
  const [dx, dy] = [(all.east - all.west) / steps, (all.north - all.south) / steps]
  const counts = Array.from({ length: steps }, (_, row) => Array.from({ length: steps }, (__, column) => {
    const point: Point = [all.west + (column + 0.5) * dx, all.south + (row + 0.5) * dy]
    return shapes.reduce((sum, shape, i) => {
      const box = boxes[i]
      return sum + (box && point[0] >= box.west && point[0] <= box.east && point[1] >= box.south && point[1] <= box.north && contains(shape, point) ? 1 : 0)
    }, 0)
  }))
  const cell = (row: number): number => dx * 111.32 * Math.cos((all.south + (row + 0.5) * dy) * radians) * dy * 111.32
  let [overlap, gap] = [0, 0]
  for (const [row, line] of counts.entries()) {
    const [first, last] = [line.findIndex((count) => count > 0), line.findLastIndex((count) => count > 0)]
    for (const [column, count] of line.entries()) {
      if (count > 1) overlap += cell(row)
      if (count === 0 && column > first && column < last && counts.slice(0, row).some((each) => (each[column] ?? 0) > 0) && counts.slice(row + 1).some((each) => (each[column] ?? 0) > 0)) gap += cell(row)
    }
  }
  return { overlap, gap }
}

/** A ring with fewer points, none of which strays further than `tolerance` degrees from the line (Douglas and Peucker 1973). Still closed. */
export function simplify(ring: Ring, tolerance: number): Ring {
  const keep = new Set([0, ring.length - 1])
  // a ring begins where it ends: it is cut in two at its farthest point, so that there is a line to measure from
  const middle = farthest(ring, 0, ring.length - 1).at
  const waiting: [number, number][] = middle > 0 ? [[0, middle], [middle, ring.length - 1]] : []
  if (middle > 0) keep.add(middle)
  for (let part = waiting.pop(); part; part = waiting.pop()) {
    const { at, distance } = farthest(ring, part[0], part[1])
    if (at < 0 || distance <= tolerance) continue
    keep.add(at)
    waiting.push([part[0], at], [at, part[1]])
  }
  return [...keep].sort((a, b) => a - b).flatMap((at) => (ring[at] ? [ring[at]] : []))
}

function farthest(ring: Ring, from: number, to: number): { at: number; distance: number } {
  const [a, b] = [ring[from], ring[to]]
  let [at, distance] = [-1, 0]
  for (let i = from + 1; a && b && i < to; i++) {
    const point = ring[i]
    if (!point) continue
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const length = Math.hypot(dx, dy)
    const off = length === 0 ? Math.hypot(point[0] - a[0], point[1] - a[1]) : Math.abs(dx * (a[1] - point[1]) - dy * (a[0] - point[0])) / length
    if (off > distance) [at, distance] = [i, off]
  }
  return { at, distance }
}
