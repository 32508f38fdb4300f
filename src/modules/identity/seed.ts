import { realNow } from '#kernel/clock'
import { uuidv7 } from '#kernel/ids'
import { localDate } from '#kernel/local-time'
import { agencyNames } from '#modules/agencies'
import { inTransaction, type Tx } from '#platform/db'
import type { Seed } from '#platform/seeds'
import { StartError } from '#platform/start-error'
import type { Tools } from '#platform/tools'
import { readOfficers, readPeople, type OfficerFacts } from './demonstration.ts'
import { hashPassword, passwordMatches } from './passwords.ts'
import { passwordFault } from './rules.ts'
import { endOthers, findOfficerByUsername, keepCapacity, keepOfficer } from './stores/officers.ts'

/** Officers of the demonstration. Running it again keeps their ids; a capacity that left the file ends. Production loads none. */
export const seed: Seed = {
  reads: ['officers.json', 'people.json'],
  version: 1,
  async load(tools) {
    if (tools.config.mode !== 'demonstration') return
    // the simulated national identity reads them when it starts; a fault in the file is told here, before
    readPeople(tools.province.folder)
    const officers = readOfficers(tools.province.folder)
    const hashes = await Promise.all(officers.map((officer) => hashOf(officer, tools)))
    await inTransaction(tools.db, async (tx) => {
      await refuseUnknownAgencies(tx, officers)
      for (const [place, officer] of officers.entries()) await keep(tx, tools, officer, hashes[place] ?? null)
    })
  },
}

async function refuseUnknownAgencies(tx: Tx, officers: readonly OfficerFacts[]): Promise<void> {
  const named = officers.flatMap(({ username, capacities }) => capacities.map(({ agency }) => ({ username, agency })))
  const known = await agencyNames(tx, named.map(({ agency }) => agency))
  const lost = named.find(({ agency }) => !known.has(agency))
  if (lost) throw new StartError(`officers.json: ${lost.username} belongs to ${lost.agency}, and there is no such agency.`)
}

/** Outside the transaction, because it takes its time. The hash in use is kept while it is right, so that a second run changes nothing. */
async function hashOf({ username, password }: OfficerFacts, tools: Tools): Promise<string | null> {
  if (password === undefined) return null
  const fault = passwordFault(password, 'withSecondFactor')
  if (fault) throw new StartError(`officers.json: the password of ${username} is refused: ${fault}.`)
  const known = await findOfficerByUsername(tools.db, username)
  return known && (await passwordMatches(known.passwordHash, password)) ? known.passwordHash : hashPassword(password)
}

async function keep(tx: Tx, tools: Tools, facts: OfficerFacts, passwordHash: string | null): Promise<void> {
  const officer = await keepOfficer(tx, {
    id: uuidv7(), username: facts.username, name: facts.name, passwordHash, demonstration: true,
    totpSealed: facts.totpSecret === undefined ? null : tools.sealer.seal(facts.totpSecret),
  }, realNow())
  const kept: string[] = []
  for (const { role, agency, title, signsAs, from, to } of facts.capacities) {
    kept.push(await keepCapacity(tx, {
      id: uuidv7(), officer, role, agency, titleVi: title.vi, titleEn: title.en, signsAs: signsAs ?? null, validFrom: from, validTo: to ?? null,
    }))
  }
  await endOthers(tx, officer, kept, localDate(realNow()))
}
