import { z } from 'zod'
import { tidy } from '#kernel/text'
import { addMonths, type LocalDate } from '#kernel/local-time'
import type { Sealer } from '#platform/sealer'

const Text = (most: number) => z.string().transform(tidy).pipe(z.string().min(1).max(most))

/** A child of whom the national identity says that this person is the parent or guardian. */
export const Dependant = z.object({
  citizen_number: z.string().regex(/^\d{12}$/),
  name: Text(120),
  birthdate: z.iso.date(),
  gender: z.enum(['male', 'female']),
  nationality: Text(60).optional(),
  ethnicity: Text(60).optional(),
  address: Text(300).optional(),
  area_code: z.string().max(10).optional(),
  relation: z.enum(['parent', 'guardian']),
})
export type Dependant = z.output<typeof Dependant>

/** An organisation that the person represents by law. `code`: of the enterprise or taxpayer (10 or 13 digits), or of a household business (12). */
export const Represented = z.object({
  code: z.string().regex(/^(\d{10}|\d{12}|\d{13})$/),
  name: Text(300),
  address: Text(300).optional(),
  area_code: z.string().max(10).optional(),
  title: Text(120),
})
export type Represented = z.output<typeof Represented>

/** Whom a person may act for. */
export const Represents = z.object({ dependants: z.array(Dependant).max(20), organisations: z.array(Represented).max(20) })
export type Represents = z.output<typeof Represents>

export const representsNobody: Represents = { dependants: [], organisations: [] }

/** As it may lie in the database; null for nobody. */
export const sealRepresents = (sealer: Sealer, represents: Represents): Buffer | null =>
  represents.dependants.length + represents.organisations.length === 0 ? null : sealer.seal(JSON.stringify(represents))

/** Opened again. */
export const openRepresents = (sealer: Sealer, sealed: Buffer | null): Represents => (sealed === null ? representsNobody : Represents.parse(JSON.parse(sealer.open(sealed))))

/** of age (Bộ luật Dân sự 91/2015/QH13, Điều 20): until then parents or guardians act (Điều 136) */
const adultYears = 18
/** from when a person may act alone in everyday matters (Điều 21 khoản 4) */
const aloneYears = 15

const isOlder = (born: LocalDate, years: number, today: LocalDate): boolean => addMonths(born, 12 * years) <= today

/** Whether somebody born then is of age. */
export const isAdult = (born: LocalDate, today: LocalDate): boolean => isOlder(born, adultYears, today)

/** Whether somebody born then may apply alone; nothing known of the birth says yes, because an account of their own was given to them. */
export const mayApplyAlone = (born: LocalDate | null, today: LocalDate): boolean => born === null || isOlder(born, aloneYears, today)
