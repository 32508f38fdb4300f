import { sql, type Tx } from '#platform/db'
import { fromOldStyle, tidyIdentifier, toOldStyle } from '../identifiers.ts'

/** Keeps the other identifiers of agencies: those that are named, and the older form of the code where it has one. */
export async function saveIdentifiers(tx: Tx, agencies: readonly { code: string; identifiers?: readonly string[] }[]): Promise<void> {
  const rows = agencies.flatMap(({ code, identifiers = [] }) => {
    const old = toOldStyle(code)
    return [...(old === undefined ? [] : [{ agency: code, value: old, style: 'to_root' }]), ...identifiers.map((value) => ({ agency: code, value: tidyIdentifier(value), style: 'other' }))]
  })
  await sql`
    insert into agencies.identifier (agency, value, style)
    select agency, value, style from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(agency text, value text, style text) on conflict (value, agency) do nothing`.execute(tx)
}

/** The agency that an identifier in any style has ever named, ended or not; undefined when none. */
export async function agencyCodeOf(tx: Tx, identifier: string): Promise<string | undefined> {
  const value = tidyIdentifier(identifier)
  const { rows } = await sql<{ code: string }>`
    select code from agencies.agency where code in (${value}, ${fromOldStyle(value) ?? value})
    union all select agency from agencies.identifier where value = ${value} limit 1`.execute(tx)
  return rows[0]?.code
}
