import { z } from 'zod'
import { defineContract } from '#kernel/contract'
import { Area } from './contract-shapes.ts'

const Both = z.object({ vi: z.string(), en: z.string() })
const Code = z.string().regex(/^\d{2,5}$/)

/** A unit that another was made of, or became; `share` is how much of it. */
const Kin = z.object({ code: z.string(), name: Both, share: z.number(), main: z.boolean() })

/** The days on which the two maps of a province stand: before the last reform that changed its communes, and after it. */
const Days = z.object({ before: z.iso.date(), after: z.iso.date() })

export const getUnit = defineContract({
  name: 'areas.unit', method: 'GET', path: '/api/areas/:code/unit', summary: 'One unit with what it lies in, what it was and what it became', input: z.strictObject({ code: Code, on: z.iso.date().optional() }),
  output: z.object({
    unit: Area, within: z.array(z.object({ code: z.string(), name: Both })), contains: z.array(z.object({ code: z.string(), name: Both })),
    /** of which units of the day before the last change it is made; empty when it is older */
    before: z.array(Kin), after: z.array(Kin), on: z.iso.date(), today: z.iso.date(), days: Days,
  }),
})
export type Unit = z.output<typeof getUnit.output>

export const findUnits = defineContract({
  name: 'areas.find', method: 'GET', path: '/api/areas/find', summary: 'Units of any time by name, however it is typed, each with what it is today', input: z.strictObject({ q: z.string().trim().min(2).max(100) }),
  output: z.object({ found: z.array(z.object({ code: z.string(), name: Both, level: Area.shape.level, validFrom: z.iso.date(), validTo: z.iso.date().nullable(), within: Both.nullable(), now: z.array(Kin) })) }),
})

/** Points as [longitude, latitude], three decimals: about a hundred metres, for a small map. */
export const listOutlines = defineContract({
  name: 'areas.outlines', method: 'GET', path: '/api/areas/outlines', summary: 'Outlines of the communes of a day, simplified for a small map; none where only illustrative ones are known',
  input: z.strictObject({ on: z.iso.date().optional() }), output: z.object({ sources: z.array(z.string()), outlines: z.array(z.object({ code: z.string(), rings: z.array(z.array(z.tuple([z.number(), z.number()]))) })) }),
})
