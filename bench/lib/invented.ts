import { sql } from '#platform/db'

/** What every invented dossier needs, whatever is measured with it; `at` and `n` are columns of the query that uses it. */

/** An id of the order in which the rows came (UUIDv7), as in a table that has grown: ids scattered over three years cost every later change a page of their own. */
export const timeOrdered = sql`(lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15))::uuid`

/** The desk of every ward's committee of today, numbered from 0 (`place`) with how many there are (`of`). */
export const desksOfToday = sql`
  select row_number() over (order by committee.code) - 1 as place, count(*) over () as of, committee.code as committee, desk.code as desk, committee.area
    from agencies.agency committee join agencies.agency desk on desk.parent = committee.code and desk.kind = 'public_service_centre' and desk.valid_to is null
    join areas.area area on area.code = committee.area and area.level = 'commune' and area.valid_to is null
   where committee.kind = 'committee' and committee.valid_to is null`
