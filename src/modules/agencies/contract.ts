import { z } from 'zod'
import { defineContract } from '#kernel/contract'

export * from './contract-reform.ts'

const Both = z.object({ vi: z.string(), en: z.string() })

/** Kinds of agencies: those of the State, of the Party, of the Fatherland Front and the other socio-political bodies, and public units. */
export const agencyKinds = [
  'committee', 'people_council', 'department', 'party', 'front', 'youth_union', 'women_union', 'farmers_union', 'veterans_union', 'labour_union', 'public_service_centre',
  'operations_centre', 'centre', 'school', 'hospital',
] as const

/**
 * Code of an agency (mã định danh): groups with dots from the root, the first a letter A to Y and two digits, the others two or more digits
 * or letters, at most 35 characters (Quyết định 20/2020/QĐ-TTg). Z stands for invented ones.
 */
export const AgencyCode = z.string().max(35).regex(/^[A-Z]\d{2}(\.[0-9A-Z]{2,5})*$/)

/** An agency as it was from `validFrom` until before `validTo`. */
export const Agency = z.object({
  code: z.string(),
  kind: z.enum(agencyKinds),
  name: Both,
  /** as it stands in a narrow column */
  shortName: Both,
  /** the unit it serves */
  area: z.string(),
  parent: z.string().nullable(),
  headOffice: z.string().nullable(),
  phone: z.string().nullable(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
})
export type Agency = z.output<typeof Agency>

export const listAgencies = defineContract({
  name: 'agencies.list', method: 'GET', path: '/api/agencies', summary: 'The agencies of a day (today when none is named), in Vietnamese order',
  input: z.strictObject({ on: z.iso.date().optional(), kind: z.enum(agencyKinds).optional(), area: z.string().max(10).optional() }), output: z.object({ agencies: z.array(Agency) }),
})
export const contacts = defineContract({
  name: 'agencies.contacts', method: 'GET', path: '/api/contacts', summary: 'When the desks of the province are open, and its own public service centre', input: z.strictObject({}),
  output: z.object({
    /** local times of a working day; `restDays`: 1 Monday to 7 Sunday; `basis`: where the hours are written, or that they are illustrative */
    sessions: z.array(z.object({ from: z.string(), to: z.string() })), restDays: z.array(z.number().int()), basis: z.string(), centres: z.array(Agency),
  }),
})
export const getAgency = defineContract({
  name: 'agencies.get', method: 'GET', path: '/api/agencies/:code', summary: 'One agency, as it is called today or was on a day',
  input: z.strictObject({ code: AgencyCode, on: z.iso.date().optional() }), output: Agency,
})
