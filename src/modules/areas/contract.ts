import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { Area, areaLevels } from './contract-shapes.ts'

export * from './contract-shapes.ts'

export const listAreas = defineContract({
  name: 'areas.list', method: 'GET', path: '/api/areas', summary: 'The administrative units of a day (today when none is named), in Vietnamese order',
  input: z.strictObject({ on: z.iso.date().optional(), level: z.enum(areaLevels).default('commune') }), output: z.object({ areas: z.array(Area) }),
})
export const getArea = defineContract({
  name: 'areas.get', method: 'GET', path: '/api/areas/:code', summary: 'One administrative unit as of a day',
  input: z.strictObject({ code: z.string().regex(/^\d{2,5}$/), on: z.iso.date().optional() }), output: Area,
})

export * from './contract-units.ts'
