import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Tools } from '#platform/tools'
import { StartError } from '#platform/start-error'
import type { NationalClaims } from './citizens.ts'
import { Represented } from './represents.ts'
import type { OfficerRole } from './stores/officers.ts'

const Both = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

/** A person who does not exist, as `people.json` of a province describes them. The number begins with 999, which is no province. */
export const Person = z.strictObject({
  /** what the simulated national identity calls them: a word, never the number */
  subject: z.string().regex(/^[a-z0-9-]{2,60}$/),
  name: z.string().min(2),
  number: z.string().regex(/^999\d{9}$/),
  born: z.iso.date(),
  gender: z.enum(['male', 'female']),
  phone: z.string().optional(),
  email: z.string().optional(),
  address: z.string().min(5),
  area: z.string().optional(),
  level: z.union([z.literal(1), z.literal(2)]),
  nationality: z.string().min(1),
  ethnicity: z.string().optional(),
  /** of a foreigner */
  passport: z.string().regex(/^[A-Z0-9]{6,12}$/).optional(),
  /** children, by the subject under which they stand in this list */
  children: z.array(z.string()).optional(),
  organisations: z.array(Represented).optional(),
  /** has no electronic identity and comes to the counter: a child, somebody without papers */
  counterOnly: z.boolean().optional(),
  /** who it is good to be this person for: one line for a visitor */
  about: Both,
})
export type Person = z.output<typeof Person>

const CapacityFacts = z.strictObject({
  role: z.enum(['clerk', 'officer', 'leader', 'centre', 'administrator']),
  agency: z.string().min(1).max(35),
  title: Both,
  signsAs: z.string().optional(),
  from: z.iso.date(),
  to: z.iso.date().optional(),
})

/** An officer of the demonstration. Without a password they hold dossiers and sign papers, and cannot sign in. */
export const OfficerFacts = z.strictObject({
  username: z.string().regex(/^[a-z0-9.]{2,60}$/),
  name: z.string().min(2),
  password: z.string().optional(),
  /** base32, as an authenticator takes it */
  totpSecret: z.string().regex(/^[A-Z2-7]{32}$/).optional(),
  capacities: z.array(CapacityFacts).min(1),
}).refine(({ password, totpSecret }) => (password === undefined) === (totpSecret === undefined), 'a password and a second factor go together')
export type OfficerFacts = z.output<typeof OfficerFacts>

function readList<S extends z.ZodType>(folder: string, name: string, schema: S): z.output<S>[] {
  const file = join(folder, name)
  if (!existsSync(file)) return []
  const read = z.array(schema).safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (read.success) return read.data
  throw new StartError(`${file}: ${read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
}

/** The invented people of a province; none when it has no such file. Throws a StartError that names the file and the field. */
export const readPeople = (folder: string): Person[] => readList(folder, 'people.json', Person)

/** Those of them who have an electronic identity of their own. */
export const readAccountHolders = (folder: string): Person[] => readPeople(folder).filter(({ counterOnly }) => counterOnly !== true)

/** The officers of a province's demonstration, in the same way. */
export const readOfficers = (folder: string): OfficerFacts[] => readList(folder, 'officers.json', OfficerFacts)

/** What the national identity would tell of an invented person; `people` are all of them, among whom the children are. */
export const claimsOfPerson = (person: Person, people: readonly Person[] = []): NationalClaims => ({
  identity_kind: person.passport === undefined ? 'citizen' : 'foreigner', ...(person.passport !== undefined && { passport_number: person.passport }),
  organisations: person.organisations ?? [],
  dependants: (person.children ?? []).flatMap((subject) => people.filter((each) => each.subject === subject)).map((child) => ({
    citizen_number: child.number, name: child.name, birthdate: child.born, gender: child.gender, relation: 'parent', address: child.address, nationality: child.nationality,
    ...(child.area !== undefined && { area_code: child.area }), ...(child.ethnicity !== undefined && { ethnicity: child.ethnicity }),
  })),
  sub: person.subject, name: person.name, citizen_number: person.number, identity_level: person.level, birthdate: person.born, gender: person.gender,
  address: { formatted: person.address }, nationality: person.nationality,
  ...(person.phone !== undefined && { phone_number: person.phone }),
  ...(person.email !== undefined && { email: person.email }),
  ...(person.area !== undefined && { area_code: person.area }),
  ...(person.ethnicity !== undefined && { ethnicity: person.ethnicity }),
})

/** A way into the demonstration for somebody who just started it; `what` says who one is then, in both languages. */
export type DemonstrationSignIn = { username: string; password: string; name: string; role: OfficerRole; agency: string; what: string }

/** One sign-in for each role, the first of each in the file; none in production. The codes of the second factor are at `identity.demonstrationCodes`. */
export function demonstrationSignIns({ config, province }: Pick<Tools, 'config' | 'province'>): DemonstrationSignIn[] {
  if (config.mode !== 'demonstration') return []
  const found = new Map<string, DemonstrationSignIn>()
  for (const { username, password, name, capacities: [capacity] } of readOfficers(province.folder)) {
    if (password === undefined || !capacity || found.has(capacity.role)) continue
    found.set(capacity.role, { username, password, name, role: capacity.role, agency: capacity.agency, what: `${capacity.title.vi} · ${capacity.title.en}` })
  }
  return [...found.values()]
}
