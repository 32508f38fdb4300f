import type { z } from 'zod'
import { Failure } from '#kernel/failure'
import { addDays, fromLocal, localDate } from '#kernel/local-time'
import type { Call } from '#platform/http'
import { agencyNames } from '#modules/agencies'
import { owedFor } from '#modules/payments'
import { mostRegisterDays, type certifiedCopies } from '../contract.ts'
import { heldBy } from '../custody.ts'
import { bookOf } from '../register.ts'
import { listCertifications, sumCertifications, type Listed, type RegisterRow } from '../stores/certifications.ts'
import { readsOf } from './move.ts'

type Input = z.output<typeof certifiedCopies.input>
type Days = { from: string; to: string }

const pageSize = 100

/** The register of certified copies: of the committee for those who examine and sign, of the desk for those who take in. Throws `forbidden`, `invalid_input`. */
export async function readRegister(call: Call<Input>): Promise<z.input<typeof certifiedCopies.output>> {
  const { tx, input } = call
  const days = daysOf(input, localDate(call.clock.now()))
  const listed = await listedFor(call, days)
  const rows = await listCertifications(tx, listed, placeOf(input.after), pageSize + 1)
  const page = rows.slice(0, pageSize)
  const sums = await sumCertifications(tx, listed)
  const fees = await owedFor(tx, sums.subjects)
  const names = await agencyNames(tx, page.map(({ agency }) => agency))
  call.reads(page.flatMap(readsOf))
  const last = rows.length > pageSize ? page.at(-1) : undefined
  return {
    ...days, count: sums.count, copies: sums.copies, paid: [...fees.values()].reduce((sum, { state, total }) => sum + (state === 'paid' ? total : 0), 0),
    rows: page.map((row) => ({ ...lineOf(row, names), fee: fees.get(row.dossier) ?? null })), next: last ? `${last.agency}|${last.year}|${last.number}` : null,
  }
}

const lineOf = ({ id, code, number, year, at, applicantName, paper, pages, copies, signer, agency }: RegisterRow, names: ReadonlyMap<string, { vi: string; en: string }>) => ({
  id, code, number, book: bookOf(year), agency: { code: agency, name: names.get(agency) ?? { vi: agency, en: agency } }, at: at.toISOString(), applicantName, paper, pages, copies, signer,
})

/** From a day to a day, both counted in; the other end follows from the one that is named. */
function daysOf({ from, to }: Input, today: string): Days {
  const days = { from: from ?? to ?? today, to: to ?? from ?? today }
  if (days.to < days.from) throw new Failure('invalid_input', { fields: ['to'] }, { fields: { to: 'before_start' } })
  if (days.to > addDays(days.from, mostRegisterDays - 1)) throw new Failure('invalid_input', { fields: ['to'] }, { fields: { to: 'too_far' } })
  return days
}

async function listedFor(call: Call, { from, to }: Days): Promise<Listed> {
  const { actor } = call
  if (actor.id === null || actor.agency === null) throw new Failure('forbidden')
  const asker = { id: actor.id, agency: actor.agency, procedures: actor.procedures ?? null, elsewhere: await heldBy(call, actor.agency) }
  return { asker, by: actor.role === 'clerk' ? 'desk' : 'office', from: fromLocal(from, 0), to: fromLocal(addDays(to, 1), 0) }
}

/** A place in the register to go on from, as the page before gave it. Throws `invalid_input` for what we never gave. */
function placeOf(after: string | undefined): { agency: string; year: number; number: number } | null {
  if (after === undefined) return null
  const found = /^([A-Z0-9.]{1,35})\|(\d{4})\|(\d{1,9})$/.exec(after)
  if (!found) throw new Failure('invalid_input', { fields: ['after'] }, { fields: { after: 'wrong_form' } })
  return { agency: found[1] ?? '', year: Number(found[2]), number: Number(found[3]) }
}
