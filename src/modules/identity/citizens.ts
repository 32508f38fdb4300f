import { z } from 'zod'
import { Failure } from '#kernel/failure'
import { uuidv7 } from '#kernel/ids'
import type { LocalDate } from '#kernel/local-time'
import { nfc, tidy } from '#kernel/text'
import type { Tx } from '#platform/db'
import type { Sealer } from '#platform/sealer'
import { Dependant, openRepresents, Represented, sealRepresents, type Represents } from './represents.ts'
import { findByNumberIndex, findCitizen, holdMatching, insertCitizen, refreshCitizen, type CitizenRow } from './stores/citizens.ts'

const Text = (most: number) => z.string().transform(tidy).pipe(z.string().min(1).max(most))

/**
 * What the national identity tells of a person who agreed to share it (userinfo, OpenID Connect Core 5.3). Unknown claims are ignored; a missing
 * or malformed one that we cannot do without fails the whole.
 */
export const NationalClaims = z.object({
  sub: z.string().min(1).max(120),
  name: Text(120),
  citizen_number: z.string().regex(/^\d{12}$/),
  identity_level: z.union([z.literal(1), z.literal(2)]),
  birthdate: z.iso.date().optional(),
  gender: z.enum(['male', 'female']).optional(),
  phone_number: Text(20).optional(),
  email: Text(120).optional(),
  address: z.object({ formatted: z.string().transform(nfc).pipe(z.string().max(300)).optional() }).optional(),
  area_code: z.string().max(10).optional(),
  nationality: Text(60).optional(),
  ethnicity: Text(60).optional(),
  identity_kind: z.enum(['citizen', 'foreigner']).optional(),
  passport_number: z.string().regex(/^[A-Z0-9]{6,12}$/).optional(),
  dependants: z.array(Dependant).max(20).optional(),
  organisations: z.array(Represented).max(20).optional(),
})
export type NationalClaims = z.output<typeof NationalClaims>

/** A citizen with an account, the personal number opened: for forms and look-ups, never for a log, an event or an address. */
export type Citizen = {
  id: string
  name: string
  /** twelve digits */
  number: string
  born: LocalDate | null
  gender: 'male' | 'female' | null
  phone: string | null
  email: string | null
  /** as one line */
  address: string | null
  /** the commune of residence, when it is of this province */
  area: string | null
  nationality: string | null
  ethnicity: string | null
  level: 1 | 2
  kind: 'citizen' | 'foreigner'
  /** of a foreigner, when the national identity has it */
  passport: string | null
  /** whom the person may act for, as the national identity said at the last sign-in */
  represents: Represents
}

const numberPurpose = 'citizen-number'

const opened = ({ numberSealed, passportSealed, representsSealed, subject: _subject, numberIndex: _index, ...facts }: CitizenRow, sealer: Sealer): Citizen => ({
  ...facts, number: sealer.open(numberSealed), passport: passportSealed && sealer.open(passportSealed), represents: openRepresents(sealer, representsSealed),
})

/** The citizen of this account, as the national identity described them at their last sign-in. */
export async function getCitizen(tx: Tx, sealer: Sealer, id: string): Promise<Citizen | undefined> {
  const row = await findCitizen(tx, id)
  return row && opened(row, sealer)
}

/** The citizen with this personal number, if they ever signed in. */
export async function findCitizenByNumber(tx: Tx, sealer: Sealer, number: string): Promise<Citizen | undefined> {
  const row = await findByNumberIndex(tx, sealer.index(numberPurpose, number))
  return row && opened(row, sealer)
}

/**
 * Makes the account at the first sign-in and refreshes it at each later one. The number is what a person is (Luật Căn cước 2023, Điều 12), the subject is
 * how the national identity calls them: either finds the account. Resolves to its id; throws `identity_conflict` when they find two.
 */
export async function keepCitizen(tx: Tx, sealer: Sealer, claims: NationalClaims, at: Date): Promise<string> {
  const numberIndex = sealer.index(numberPurpose, claims.citizen_number)
  const row: CitizenRow = {
    id: uuidv7(), subject: claims.sub, name: claims.name, numberSealed: sealer.seal(claims.citizen_number), numberIndex, born: claims.birthdate ?? null,
    gender: claims.gender ?? null, phone: claims.phone_number ?? null, email: claims.email ?? null, address: claims.address?.formatted ?? null,
    area: claims.area_code ?? null, nationality: claims.nationality ?? null, ethnicity: claims.ethnicity ?? null, level: claims.identity_level, kind: claims.identity_kind ?? 'citizen',
    passportSealed: claims.passport_number === undefined ? null : sealer.seal(claims.passport_number), 
    representsSealed: sealRepresents(sealer, { dependants: claims.dependants ?? [], organisations: claims.organisations ?? [] }),
  }
  const [known, other] = await holdMatching(tx, claims.sub, numberIndex)
  if (other !== undefined) throw new Failure('identity_conflict')
  if (known === undefined) return insertCitizen(tx, row, at)
  await refreshCitizen(tx, { ...row, id: known }, at)
  return known
}
