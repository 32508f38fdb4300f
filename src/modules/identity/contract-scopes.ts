/**
 * What a service account may be let into, and which contracts each scope opens: these, and nothing else of the program. A contract stands in one
 * scope at most. None of them changes anything.
 */
export const serviceScopes = {
  'catalogue.read': ['procedures.list', 'procedures.search', 'procedures.get'],
  'areas.read': ['areas.list', 'areas.get', 'areas.unit', 'areas.outlines', 'areas.find'],
  'agencies.read': ['agencies.list', 'agencies.get'],
  'indicators.read': ['indicators.list', 'indicators.read', 'indicators.series'],
  'dossiers.follow': ['dossiers.follow'],
} as const satisfies Record<string, readonly string[]>

export type ServiceScope = keyof typeof serviceScopes
export const scopeNames = Object.keys(serviceScopes) as [ServiceScope, ...ServiceScope[]]
