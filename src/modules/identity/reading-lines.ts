import type { z } from 'zod'
import type { Tx } from '#platform/db'
import type { ReadingRow } from '#platform/readings'
import { agencyNames } from '#modules/agencies'
import type { ReadingLine } from './contract-readings.ts'
import { titlesOfCapacities } from './stores/officers.ts'

/** Readings as people see them: titles and agencies looked up once for the page. */
export async function linesOfReadings(tx: Tx, rows: readonly ReadingRow[]): Promise<z.input<typeof ReadingLine>[]> {
  const titles = await titlesOfCapacities(tx, [...new Set(rows.flatMap(({ capacity }) => capacity ?? []))])
  const agencies = await agencyNames(tx, [...new Set(rows.flatMap(({ agency }) => agency ?? []))])
  return rows.map(({ id, at, purpose, what, code, dossier, readerKind, readerName, capacity, agency }) => ({
    id, at: at.toISOString(), purpose, what, code, dossier,
    reader: { kind: readerKind, name: readerName, title: capacity === null ? null : (titles.get(capacity) ?? null), agency: agency === null ? null : (agencies.get(agency) ?? { vi: agency, en: agency }) },
  }))
}
