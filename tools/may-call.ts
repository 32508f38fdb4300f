/**
 * Who may call whom: a module's door (`#modules/<name>`) is open to the modules that name it here and to nobody else. This is the only place
 * where the arrows are written; changing one needs a decision record in docs/adr. Everything else travels as events.
 */
export const mayCall: Readonly<Record<string, readonly string[]>> = {
  areas: [],
  files: [],
  agencies: ['areas'],
  identity: ['agencies'],
  procedures: ['agencies'],
  payments: ['agencies', 'identity'],
  addresses: ['areas', 'agencies'],
  exchange: ['agencies'],
  population: ['exchange', 'identity'],
  systems: ['agencies', 'exchange'],
  sensing: ['areas', 'agencies'],
  dossiers: ['procedures', 'agencies', 'areas', 'identity', 'files', 'payments', 'population', 'addresses'],
  feedback: ['agencies', 'dossiers'],
  cameras: ['areas', 'agencies', 'files', 'sensing'],
  violations: ['cameras', 'areas', 'agencies', 'files', 'payments', 'population'],
  outreach: ['agencies', 'identity'],
  cybersecurity: ['agencies', 'systems'],
  assistance: ['areas', 'agencies'],
  workforce: ['agencies', 'identity', 'files'],
  economy: ['areas', 'agencies', 'payments'],
  indicators: ['areas', 'agencies'],
  programmes: ['areas', 'agencies', 'files', 'indicators'],
  ioc: ['indicators', 'areas', 'agencies'],
}

/** Every module there is or will be. */
export const moduleNames: readonly string[] = Object.keys(mayCall)

/** Whom a module may call; undefined when the list has no line for it. */
export const arrowsOf = (name: string): readonly string[] | undefined => (Object.hasOwn(mayCall, name) ? mayCall[name] : undefined)

/**
 * A ring in such a list, as the names along it with the first one again at the end (`['a', 'b', 'a']`); undefined when there is none.
 * Two modules in a ring are one module, so a ring is never allowed.
 */
export function findRing(arrows: Readonly<Record<string, readonly string[]>>): string[] | undefined {
  const cleared = new Set<string>()
  const walk = (name: string, path: readonly string[]): string[] | undefined => {
    const start = path.indexOf(name)
    if (start >= 0) return [...path.slice(start), name]
    if (cleared.has(name)) return undefined
    for (const next of arrows[name] ?? []) {
      const ring = walk(next, [...path, name])
      if (ring) return ring
    }
    cleared.add(name)
    return undefined
  }
  for (const name of Object.keys(arrows)) {
    const ring = walk(name, [])
    if (ring) return ring
  }
  return undefined
}

/** Names that the list points to without having a line of their own, as `from -> to`. */
export const unknownNames = (arrows: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(arrows).flatMap(([from, list]) => list.filter((to) => !Object.hasOwn(arrows, to)).map((to) => `${from} -> ${to}`))
