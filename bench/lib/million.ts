import { sql, type Db } from '#platform/db'
import { desksOfToday, timeOrdered } from './invented.ts'

/**
 * Fills the database of a program with `count` invented dossiers of the last three years, spread over every ward's desk and committee: three in a
 * hundred are still being worked on. Straight in SQL: what is measured is what comes after. One after the other as they came, the last one
 * yesterday: what comes in on the day of a reform is of its new units.
 */
export async function fillDossiers(db: Db, count: number): Promise<void> {
  const size = 50_000
  for (let from = 0; from < count; from += size) await fillSome(db, from, Math.min(size, count - from), count)
  await sql`analyze dossiers.dossier`.execute(db)
}

async function fillSome(db: Db, from: number, size: number, count: number): Promise<void> {
  await sql`
    with desks as (${desksOfToday}),
    version as (select id, procedure from procedures.version where status = 'published' order by procedure, number desc limit 1)
    insert into dossiers.dossier (id, code, state, procedure, procedure_version, procedure_case, channel, receiving_agency, collecting_agency, competent_agency, area, receive, applicant,
      applicant_folded, answers, submitted_at, desk_due_at, accepted_at, first_due_at, due_at, finished_at, closed_at, acts, simulated)
    select ${timeOrdered}, desks.desk || '-B' || n, case when n % 100 < 3 then 'processing' else 'handed_over' end, version.procedure, version.id, 'neverMarried', 'counter',
           desks.desk, desks.desk, desks.committee, desks.area, 'counter', jsonb_build_object('name', 'Nguyễn Thị Số ' || n, 'phone', null), 'nguyen thi so ' || n, '{}',
           at, at + interval '1 day', at, at + interval '5 days', at + interval '5 days', case when n % 100 < 3 then null else at + interval '3 days' end,
           case when n % 100 < 3 then null else at + interval '4 days' end, 1, true
      from generate_series(${from}::int, ${from + size - 1}::int) as n
      join desks on desks.place = n % desks.of
      cross join version
      cross join lateral (select now() - interval '1 day' - interval '1095 days' * (1 - n / ${count}::float8) as at) as moment`.execute(db)
}
