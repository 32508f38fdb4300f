import type { z } from 'zod'
import { realNow } from '#kernel/clock'
import { Failure } from '#kernel/failure'
import { localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { startSession } from '../admit.ts'
import { keepCitizen } from '../citizens.ts'
import type { actAs as contract } from '../contract.ts'
import { claimsOfPerson, readAccountHolders, readPeople } from '../demonstration.ts'
import { capacitiesOf, findCapacity } from '../stores/officers.ts'

type Become = z.output<typeof contract.output>

/** Becomes somebody of the demonstration without their password: only where everybody is invented. */
export async function actAs(call: Call<z.output<typeof contract.input>>): Promise<Become> {
  return 'capacity' in call.input ? becomeOfficer(call, call.input.capacity) : becomeCitizen(call, call.input.citizen)
}

async function becomeOfficer(call: Call, id: string): Promise<Become> {
  const { tx } = call
  const wanted = await findCapacity(tx, id)
  const today = wanted ? await capacitiesOf(tx, wanted.officer, localDate(realNow())) : []
  const capacity = today.find((each) => each.id === id)
  if (!capacity) throw new Failure('capacity_not_found')
  await startSession(tx, call, capacity)
  return { kind: 'officer', name: capacity.name, role: capacity.role }
}

async function becomeCitizen({ tx, session, sealer, province }: Call, subject: string): Promise<Become> {
  const person = readAccountHolders(province.folder).find((each) => each.subject === subject)
  if (!person) throw new Failure('person_not_found')
  const citizen = await keepCitizen(tx, sealer, claimsOfPerson(person, readPeople(province.folder)), realNow())
  await session.start(tx, { kind: 'citizen', subject: citizen, level: person.level })
  return { kind: 'citizen', name: person.name, role: 'citizen' }
}
