import { realNow } from '#kernel/clock'
import { uuidv7 } from '#kernel/ids'
import { tidy } from '#kernel/text'
import { inTransaction, type Tx } from '#platform/db'
import { publish } from '#platform/events'
import { StartError } from '#platform/start-error'
import type { Tools } from '#platform/tools'
import { listAgencies } from '#modules/agencies'
import { seatsOver } from './administering.ts'
import { issuePaper, realDay, tellOfficer } from './credentials.ts'
import { CapacityGiven } from './events.ts'
import { usernameOf } from './rules.ts'
import { insertCapacity, insertOfficer, lockAdministration } from './stores/administration.ts'
import { ableAdministrators } from './stores/credentials.ts'
import { capacitiesOf, findOfficerByUsername } from './stores/officers.ts'
import { clearTries } from './stores/sign-ins.ts'
import { nameIndexOf } from './tries.ts'

export type PrintedPaper = { username: string; name: string; code: string; expiresAt: Date }
type Needs = Pick<Tools, 'db' | 'clock' | 'sealer'>

const usernamePattern = /^[a-z0-9.]{2,60}$/

/**
 * Makes the very first administrator of an installation, for whoever works at its machine, with a one-time sign-in paper to be printed once. The same name
 * again before the paper was used prints a new paper. Throws a StartError when somebody can administer the whole province already: from then on they make the
 * others.
 */
export async function issueFirstPaper(tools: Needs, given: { username: string; name: string }): Promise<PrintedPaper> {
  const username = usernameOf(given.username)
  const name = tidy(given.name)
  if (!usernamePattern.test(username) || name.length < 2) throw new StartError('A user name has 2 to 60 small letters without marks, digits and dots; a name has two letters or more.')
  return inTransaction(tools.db, async (tx) => {
    await lockAdministration(tx)
    const root = await rootAgency(tx)
    const seats = await seatsOver(tx, [root])
    if ((await ableAdministrators(tx, realDay())).some(({ agency }) => seats.includes(agency))) throw new StartError('This installation has an administrator, who makes every other account at the desk.')
    const known = await findOfficerByUsername(tx, username)
    if (!known) return { username, name, ...(await issuePaper(tx, { officer: await makeFirst(tx, tools, { username, name, root }), by: null, clock: tools.clock })) }
    const administers = (await capacitiesOf(tx, known.id, realDay())).some(({ role }) => role === 'administrator')
    if (!administers || known.passwordHash !== null) throw new StartError(`There is an account ${username}, and it is no administrator's. Choose another user name.`)
    return { username, name: known.name, ...(await issuePaper(tx, { officer: known.id, by: null, clock: tools.clock })) }
  })
}

async function rootAgency(tx: Tx): Promise<string> {
  const root = (await listAgencies(tx, { on: realDay() })).find(({ parent }) => parent === null)
  if (!root) throw new StartError('There is no agency yet: load the data of the province first (npm run cli -- seed).')
  return root.code
}

async function makeFirst(tx: Tx, { clock }: Needs, { username, name, root }: { username: string; name: string; root: string }): Promise<string> {
  const [id, capacity, at, day] = [uuidv7(), uuidv7(), realNow(), realDay()]
  await insertOfficer(tx, { id, username, name, by: id, at })
  await insertCapacity(tx, {
    id: capacity, officer: id, role: 'administrator', agency: root, field: null, procedure: null, titleVi: 'Quản trị hệ thống', titleEn: 'System administrator', signsAs: null,
    validFrom: day, validTo: null, delegatedFrom: null, document: null, by: id, at,
  })
  await publish(tx, CapacityGiven, { subject: id, at: clock.now(), payload: { capacity, officer: id, role: 'administrator', agency: root, from: day, to: null, by: id } })
  return id
}

/**
 * A one-time sign-in paper for an officer when no administrator is left who could issue one: for whoever works at the machine. The officer is told.
 * Throws a StartError for an account that is not there, is closed, or is one of a demonstration.
 */
export async function issuePaperOf({ db, clock, sealer }: Needs, username: string): Promise<PrintedPaper> {
  return inTransaction(db, async (tx) => {
    const officer = await findOfficerByUsername(tx, usernameOf(username))
    if (!officer) throw new StartError(`There is no account ${usernameOf(username)}.`)
    if (officer.demonstration) throw new StartError('The passwords and codes of a demonstration are public and stay what they are.')
    if (officer.disabledAt !== null) throw new StartError('The account is closed: an administrator opens it first.')
    await clearTries(tx, nameIndexOf(sealer, officer.username))
    const paper = await issuePaper(tx, { officer: officer.id, by: null, clock })
    await tellOfficer(tx, officer.id, { template: 'identity.paper_printed', about: realNow().toISOString(), at: clock.now() })
    return { username: officer.username, name: officer.name, ...paper }
  })
}
