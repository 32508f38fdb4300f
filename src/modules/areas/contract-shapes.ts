import { z } from 'zod'

const Both = z.object({ vi: z.string(), en: z.string() })

export const areaLevels = ['province', 'district', 'commune'] as const
/** What a unit is called by law; `district` kinds ended on 2025-07-01 (Luật Tổ chức chính quyền địa phương 72/2025/QH15). */
export const areaKinds = ['province', 'city', 'district', 'town', 'ward', 'commune', 'township', 'special_zone'] as const

/** An administrative unit as it was from `validFrom` until before `validTo`. */
export const Area = z.object({
  code: z.string(),
  level: z.enum(areaLevels),
  kind: z.enum(areaKinds),
  name: Both,
  parent: z.string().nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** a point inside it, degrees WGS 84 */
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  areaKm2: z.number().nullable(),
  population: z.number().int().nullable(),
  headOffice: z.string().nullable(),
  source: z.string(),
})
export type Area = z.output<typeof Area>
