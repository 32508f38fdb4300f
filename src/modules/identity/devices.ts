/** What a browser says of itself, as far as people recognise their own machine by it; null where it says nothing known. */
export type Device = { browser: string | null; system: string | null }

// the order matters: most browsers also name those they descend from
const browsers: readonly [RegExp, string][] = [
  [/coc_coc_browser/i, 'Cốc Cốc'], [/EdgA?\/|EdgiOS/, 'Edge'], [/OPR\/|Opera/, 'Opera'], [/SamsungBrowser/, 'Samsung Internet'], [/Firefox\/|FxiOS/, 'Firefox'],
  [/CriOS|Chrome\//, 'Chrome'], [/Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/Windows/, 'Windows'], [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Mac OS X|Macintosh/, 'macOS'], [/CrOS/, 'ChromeOS'], [/Linux|X11/, 'Linux'],
]

/** Reads a User-Agent header. Only names that are listed here are ever kept or shown. */
export function deviceOf(agent: string | null): Device {
  const find = (list: readonly [RegExp, string][]): string | null => (agent === null ? null : (list.find(([pattern]) => pattern.test(agent))?.[1] ?? null))
  return { browser: find(browsers), system: find(systems) }
}
