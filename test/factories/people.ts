import { inTransaction, only, sql } from '#platform/db'
import type { Actor } from '#platform/http'
import { claimsOfPerson, keepCitizen, readPeople } from '#modules/identity'
import type { TestApp } from '../with-app.ts'

/** An invented person of the sample province, signed in with an account of their own. */
export async function citizen(app: TestApp, subject: string): Promise<Actor & { id: string }> {
  const { db, sealer, province } = app.application.tools
  const people = readPeople(province.folder)
  const person = people.find((each) => each.subject === subject)
  if (!person) throw new Error(`nobody in the sample province is called ${subject}`)
  const claims = claimsOfPerson(person, people)
  const id = await inTransaction(db, (tx) => keepCitizen(tx, sealer, claims, new Date()))
  return { kind: 'citizen', id, role: 'citizen', agency: null, capacityId: null, name: person.name, level: person.level, numberIndex: sealer.index('citizen-number', person.number) }
}

type Found = { officer: string; name: string; capacity: string; agency: string }

/** An officer of the sample province acting in one of their capacities. */
export async function officer(app: TestApp, username: string, role = roleOf(username)): Promise<Actor & { id: string; agency: string }> {
  const { rows } = await sql<Found>`
    select o.id as officer, o.name, c.id as capacity, c.agency from identity.officer o join identity.capacity c on c.officer = o.id
     where o.username = ${username} and c.role = ${role}`.execute(app.application.tools.db)
  const found = only(rows)
  return { kind: 'officer', id: found.officer, role, agency: found.agency, capacityId: found.capacity, name: found.name, level: 0 }
}

const roleOf = (username: string): Exclude<Actor['role'], 'nobody' | 'citizen'> => {
  const word = username.split('.')[0]
  if (word === 'clerk' || word === 'officer' || word === 'leader' || word === 'centre' || word === 'administrator') return word
  return 'leader'
}
