import { areaKm2, crossing, type MultiPolygon, type Point, type Polygon, type Ring } from './geometry.ts'

/** Limits of a file: a province has some hundred units of some thousand points. */
export const limits = { bytes: 60_000_000, features: 2000, points: 2_000_000, pointsPerRing: 100_000 } as const

/** Why a feature is not taken in. */
export type GeometryFault = 'no_code' | 'code_twice' | 'not_a_polygon' | 'not_a_number' | 'swapped' | 'other_system' | 'too_few_points' | 'crosses_itself' | 'too_many_points' | 'empty'

/** What was put right: a ring that was open, decimals beyond a millionth of a degree, a point twice in a row, a part or hole without area. */
export type Repair = 'closed' | 'rounded' | 'doubled' | 'sliver'

export type Feature = { at: number; code: string; shape: MultiPolygon; repaired: Repair[] } | { at: number; code: string; fault: GeometryFault; where?: string }

/** Where Vietnam lies, with its sea: a point outside is in another system, or has its numbers swapped. */
const vietnam = { west: 101, east: 118, south: 4, north: 24 }

/**
 * The features of a FeatureCollection of polygons. What can be put right without doubt is (an open ring, doubled points, more decimals than a millionth of a degree);
 * everything else is named. Throws an Error of one sentence when the file as a whole is none. Hostile files: size, depth and numbers are looked at before they are used.
 */
export function readBoundaries(text: string, codeProperty: string): Feature[] {
  if (text.length > limits.bytes) throw new Error(`it is larger than ${limits.bytes / 1e6} MB`)
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch (error) {
    throw new Error(`it is no JSON (${(error as Error).message.slice(0, 100)})`, { cause: error })
  }
  const collection = given as { type?: unknown; features?: unknown; crs?: { properties?: { name?: unknown } } } | null
  if (collection?.type !== 'FeatureCollection' || !Array.isArray(collection.features)) throw new Error('it is no FeatureCollection')
  const system = collection.crs?.properties?.name
  if (typeof system === 'string' && !/CRS84|4326/.test(system)) throw new Error(`its coordinates are in ${system.slice(0, 60)}: bring them to WGS 84 (EPSG:4326) first`)
  if (collection.features.length > limits.features) throw new Error(`it has more than ${limits.features} features`)
  const seen = new Set<string>()
  return collection.features.map((feature: unknown, at) => {
    const { properties, geometry } = (feature ?? {}) as { properties?: Record<string, unknown> | null; geometry?: { type?: unknown; coordinates?: unknown } | null }
    const named = properties?.[codeProperty]
    const code = typeof named === 'string' || typeof named === 'number' ? String(named).trim() : ''
    if (!/^\d{2,5}$/.test(code)) return { at, code: code.slice(0, 20), fault: 'no_code' }
    if (seen.has(code)) return { at, code, fault: 'code_twice' }
    seen.add(code)
    return shapeOf(at, code, geometry ?? {})
  })
}

function shapeOf(at: number, code: string, { type, coordinates }: { type?: unknown; coordinates?: unknown }): Feature {
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : undefined
  if (!Array.isArray(polygons)) return { at, code, fault: 'not_a_polygon' }
  if (polygons.length === 0) return { at, code, fault: 'empty' }
  const repaired = new Set<Repair>()
  const shape: Polygon[] = []
  for (const polygon of polygons as unknown[]) {
    if (!Array.isArray(polygon) || polygon.length === 0) return { at, code, fault: 'not_a_polygon' }
    const rings: Ring[] = []
    for (const ring of polygon as unknown[]) {
      const read = ringOf(ring, repaired)
      // of several parts one without area says nothing: programs leave them where they cut
      if (read === 'too_few_points' && (polygons.length > 1 || rings.length > 0)) {
        repaired.add('sliver')
        if (rings.length === 0) break
        continue
      }
      if (typeof read === 'string') return { at, code, fault: read }
      const cross = crossing(read)
      if (cross) return { at, code, fault: 'crosses_itself', where: cross.join(', ') }
      rings.push(read)
    }
    if (rings.length > 0) shape.push(rings)
  }
  return areaKm2(shape) <= 0 ? { at, code, fault: 'empty' } : { at, code, shape, repaired: [...repaired] }
}

function ringOf(given: unknown, repaired: Set<Repair>): Ring | GeometryFault {
  if (!Array.isArray(given)) return 'not_a_polygon'
  if (given.length > limits.pointsPerRing) return 'too_many_points'
  const ring: Point[] = []
  for (const pair of given as unknown[]) {
    const [lon, lat] = Array.isArray(pair) ? (pair as unknown[]) : []
    if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat)) return 'not_a_number'
    if (lat > vietnam.west && lon < vietnam.north) return 'swapped'
    if (lon < vietnam.west || lon > vietnam.east || lat < vietnam.south || lat > vietnam.north) return 'other_system'
    const point: Point = [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]
    if (point[0] !== lon || point[1] !== lat) repaired.add('rounded')
    const before = ring.at(-1)
    if (before && before[0] === point[0] && before[1] === point[1]) repaired.add('doubled')
    else ring.push(point)
  }
  const [first, last] = [ring[0], ring.at(-1)]
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
    ring.push(first)
    repaired.add('closed')
  }
  return ring.length < 4 ? 'too_few_points' : ring
}
