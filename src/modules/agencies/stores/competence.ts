import type { LocalDate } from '#kernel/local-time'
import { sql, type Tx } from '#platform/db'
import type { Agency } from '../contract.ts'

/** Who decides a matter from a day on: the agency of this kind that serves the unit of this level. */
export type Competence = { matter: string; level: 'province' | 'district' | 'commune'; kind: Agency['kind']; basis: string; status: 'sourced' | 'illustrative' }

/** The rule for the first of these matters that has one on a day. */
export async function ruleFor(tx: Tx, matters: readonly string[], on: LocalDate): Promise<Competence | undefined> {
  const { rows } = await sql<Competence>`
    select matter, level, kind, basis, status from agencies.competence
     where matter = any(${matters}::text[]) and valid_from <= ${on}::date and (valid_to is null or ${on}::date < valid_to)
     order by array_position(${matters}::text[], matter) limit 1`.execute(tx)
  return rows[0]
}

/** Puts rules in force from a day on; the one before each gets its end. Doing it again changes nothing. */
export async function saveCompetences(tx: Tx, from: LocalDate, rules: readonly Competence[]): Promise<void> {
  for (const { matter, level, kind, basis, status } of rules) {
    await sql`update agencies.competence set valid_to = ${from}::date where matter = ${matter} and valid_from < ${from}::date and (valid_to is null or valid_to > ${from}::date)`.execute(tx)
    await sql`insert into agencies.competence (matter, valid_from, level, kind, basis, status) values (${matter}, ${from}::date, ${level}, ${kind}, ${basis}, ${status})
      on conflict (matter, valid_from) do update set level = excluded.level, kind = excluded.kind, basis = excluded.basis, status = excluded.status`.execute(tx)
  }
}
