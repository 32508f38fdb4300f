import { inTransaction, sql, type Db } from '#platform/db'
import { sealReadings } from '#platform/readings'
import { desksOfToday, timeOrdered } from './invented.ts'

/**
 * Fills the database of a program with `count` invented dossiers as a province holds them after three years: most handed over, seven in a hundred open in every
 * state, of every procedure that can be filed here, at every ward's desk and at `busy` (the desk that is looked at) one in ten; with their acts, papers, numbered
 * documents, charges, notices and the readings of officers. Straight in SQL: what is measured is what comes after.
 */
export async function fillProvince(db: Db, count: number, busy: { commune: string; citizen: string; officer: string }): Promise<void> {
  const size = 20_000
  for (let from = 0; from < count; from += size) await fillDossiers(db, from, Math.min(size, count - from), count, busy)
  await fillAround(db)
  for (const table of ['dossiers.dossier', 'dossiers.act', 'dossiers.paper', 'dossiers.document', 'payments.charge', 'platform.message', 'platform.reading']) await sql`analyze ${sql.raw(table)}`.execute(db)
}

const days = (many: string) => sql.raw(`interval '1 day' * (${many})`)
async function fillDossiers(db: Db, from: number, size: number, count: number, busy: { commune: string; citizen: string; officer: string }): Promise<void> {
  await sql`
    with desks as (${desksOfToday}),
    versions as (
      select row_number() over (order by procedure) - 1 as place, count(*) over () as of, id, procedure, body -> 'cases' -> 'options' -> 0 ->> 'code' as first_case from (
        select distinct on (procedure) id, procedure, body from procedures.version where status = 'published' and kind = 'whole' order by procedure, number desc) as latest),
    rows as (
      select n, at, desks.*, versions.id as version, versions.procedure, versions.first_case,
             case when n % 100 < 93 then (case n % 31 when 0 then 'refused' when 1 then 'withdrawn' else 'handed_over' end)
                  else (array['submitted', 'accepted', 'processing', 'processing', 'office_waiting', 'awaiting_signature', 'approved'])[n % 7 + 1] end as state
        from generate_series(${from}::int, ${from + size - 1}::int) as n
        cross join lateral (select case when n % 100 < 93 then now() - ${days(`1095 * (1 - n / ${count}.0)`)} - interval '21 days' else now() - ${days('20 * (1 - (n % 9973) / 9973.0)')} end as at) as moment
        join desks on desks.place = case when n % 10 = 3 then (select place from desks where area = ${busy.commune}) else n % desks.of end
        join versions on versions.place = (n / 7) % versions.of)
    insert into dossiers.dossier (id, code, state, procedure, procedure_version, procedure_case, channel, receiving_agency, collecting_agency, competent_agency, area, receive, citizen, applicant,
      applicant_folded, answers, submitted_at, desk_due_at, accepted_at, first_due_at, due_at, finished_at, closed_at, holder, acts, simulated)
    select ${timeOrdered}, desk || '-B' || n, state, procedure, version, coalesce(first_case, 'neverMarried'), case when n % 3 = 0 then 'counter' else 'online' end, desk, desk, committee, area, 'counter',
           case when n % 2500 = 3 then ${busy.citizen}::uuid when n % 3 = 0 then null else md5('citizen' || n % 40000)::uuid end,
           jsonb_build_object('name', name, 'phone', null), ${sql.raw(folded('name'))}, '{}', at, at + interval '1 day',
           case when taken then at + interval '3 hours' end, case when taken then at + interval '5 days' end, case when taken then at + interval '5 days' end,
           case when state in ('approved', 'handed_over') then at + interval '1 day' * (1 + n % 97 / 19.0) end, case when state in ('handed_over', 'refused', 'withdrawn') then at + interval '7 days' end,
           case when state in ('processing', 'office_waiting', 'awaiting_signature') then (case when area = ${busy.commune} then ${busy.officer}::uuid else md5(committee)::uuid end) end, 4, true
      from rows
      cross join lateral (select state not in ('submitted', 'refused') as taken,
        (array['Nguyễn','Trần','Lê','Phạm','Huỳnh','Phan','Vũ','Võ','Đặng','Bùi'])[n % 10 + 1] || ' ' || (array['Thị','Văn','Thanh','Minh','Ngọc','Quốc','Hữu'])[n % 7 + 1] || ' ' ||
        (array['An','Bình','Cúc','Dũng','Đạt','Giang','Hà','Hương','Khang','Lan','Mai','Nam','Oanh','Phúc','Quyên','Sơn','Thảo','Uyên','Vinh'])[n % 19 + 1] as name) as more
    on conflict do nothing`.execute(db)
}

/** Names without accents, as the program folds them: enough for the letters of these. */
const folded = (name: string): string => `translate(lower(${name}), 'áàảãạăắằẳẵặâấầẩẫậđéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵ', 'aaaaaaaaaaaaaaaaadeeeeeeeeeeeiiiiiooooooooooooooooouuuuuuuuuuuyyyyy')`

async function fillAround(db: Db): Promise<void> {
  await sql`
    insert into dossiers.act (dossier, number, action, from_state, to_state, at, actor_kind, actor_name, agency)
    select id, number, (array['submit', 'accept', 'take', 'propose'])[number], null, (array['submitted', 'accepted', 'processing', 'awaiting_signature'])[number], submitted_at + interval '1 hour' * number, 'officer', 'Nguyễn Thị Đo', competent_agency
      from dossiers.dossier, generate_series(1, 4) number where code like '%-B%' on conflict do nothing`.execute(db)
  await sql`insert into dossiers.paper (dossier, number, code, form, copies, source, added_at) select id, 1, 'other', 'copy', 1, 'counter', submitted_at from dossiers.dossier where code like '%-B%' and channel = 'counter' on conflict do nothing`.execute(db)
  await sql`
    insert into dossiers.document (id, dossier, kind, agency, year, number, facts, at)
    select gen_random_uuid(), id, kind, case kind when 'result' then competent_agency else receiving_agency end, 2000, row_number() over (), '{}', accepted_at
      from dossiers.dossier, unnest(array['form01', 'result']) kind where code like '%-B%' and accepted_at is not null and (kind = 'form01' or finished_at is not null)`.execute(db)
  await sql`
    insert into payments.charge (id, subject, code, title, payer, agency, lines, total, state, at, settled_at)
    select gen_random_uuid(), id, code, '{"vi": "Bản sao trích lục", "en": "Copies"}', applicant ->> 'name', receiving_agency, '[{"code": "copy", "name": {"vi": "Bản sao", "en": "Copy"}, "amount": 8000, "times": 1, "total": 8000}]', 8000,
           case when finished_at is null then 'due' else 'paid' end, submitted_at, finished_at from dossiers.dossier where code like '%-B%' and channel = 'counter'`.execute(db)
  await sql`
    insert into platform.message (id, key, person, subject, template, facts, at, state)
    select gen_random_uuid(), 'bench ' || id || kind, citizen, id, 'dossiers.' || kind, jsonb_build_object('code', code, 'title', '{"vi": "Thủ tục", "en": "Procedure"}'::jsonb, 'agency', '{"vi": "UBND phường", "en": "Committee"}'::jsonb, 'at', submitted_at), submitted_at, 'sent'
      from dossiers.dossier, unnest(array['submitted', 'accepted', 'result_approved']) kind where code like '%-B%' and citizen is not null`.execute(db)
  await sql`
    insert into platform.reading (at, day, reader_kind, reader, reader_name, role, agency, route, purpose, what, dossier, code, citizen, correlation_id, address, listed)
    select submitted_at + interval '1 hour', submitted_at::date, 'officer', coalesce(holder, md5(competent_agency)::uuid), 'Nguyễn Thị Đo', 'officer', competent_agency, 'dossiers.get', 'handle', array['answers', 'identity'], id, code, citizen, 'bench', '10.0.0.1', false
      from dossiers.dossier, generate_series(1, 2) where code like '%-B%' order by 1`.execute(db)
  // a running program seals what was noted every few minutes
  while ((await inTransaction(db, sealReadings)) > 0);
}
