alter table agencies.agency drop constraint agency_kind_check;
alter table agencies.agency add constraint agency_kind_check check (kind in ('committee', 'people_council', 'department', 'party', 'front', 'youth_union', 'women_union', 'farmers_union',
  'veterans_union', 'labour_union', 'public_service_centre', 'operations_centre', 'centre', 'school', 'hospital'));

create table agencies.former (
  agency text not null references agencies.agency deferrable initially deferred,
  until date not null,
  name jsonb not null check (name ? 'vi' and name ? 'en'),
  short_name jsonb not null check (short_name ? 'vi' and short_name ? 'en'),
  area text not null,
  parent text,
  primary key (agency, until)
);
comment on table agencies.former is 'What an agency was called, served and belonged to before the day until, when it went on under another name.';
create index former_area on agencies.former (area);

create table agencies.identifier (
  agency text not null references agencies.agency deferrable initially deferred,
  value text not null,
  style text not null check (style in ('from_root', 'to_root', 'other')),
  valid_from date,
  valid_to date,
  primary key (value, agency)
);
comment on table agencies.identifier is 'Other identifiers that an agency has or had: those of earlier systems. The code itself is in agencies.agency.';
create index identifier_agency on agencies.identifier (agency);

create table agencies.succession (
  predecessor text not null,
  successor text not null,
  on_day date not null,
  area text,
  main boolean not null,
  source text not null
);
comment on table agencies.succession is 'What an ended agency''s work became.';
comment on column agencies.succession.area is 'This line is only for records of that unit (its code before the day); null: for everything else.';
comment on column agencies.succession.main is 'Where records go that nothing tells apart.';
create unique index succession_line on agencies.succession (predecessor, on_day, successor, coalesce(area, ''));
create unique index succession_main on agencies.succession (predecessor, on_day) where main and area is null;
create index succession_successor on agencies.succession (successor, on_day);

create table agencies.competence (
  matter text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  level text not null check (level in ('province', 'district', 'commune')),
  kind text not null,
  basis text not null,
  status text not null check (status in ('sourced', 'illustrative')),
  primary key (matter, valid_from)
);
comment on table agencies.competence is 'Who decides a matter: the agency of this kind that serves the unit of this level. A change is a new row; the one before it gets its end.';
comment on column agencies.competence.matter is 'Code of a procedure, of a field, or * for everything without a line of its own.';

create table agencies.reform (
  id text primary key,
  day date not null,
  title jsonb not null check (title ? 'vi' and title ? 'en'),
  basis text not null,
  plan jsonb not null,
  plan_hash text not null,
  applied_at timestamptz not null,
  applied_by text not null,
  finished_at timestamptz
);
comment on table agencies.reform is 'Reforms that have been decided and put in force for their day. finished_at: every module''s rows have followed.';
create index reform_under_way on agencies.reform (day) where finished_at is null;

create table agencies.reform_progress (
  reform text not null references agencies.reform deferrable initially deferred,
  module text not null,
  total bigint not null,
  done bigint not null default 0,
  next text,
  finished_at timestamptz,
  primary key (reform, module)
);
comment on column agencies.reform_progress.next is 'Where the next batch begins; kept in the batch''s own transaction.';
