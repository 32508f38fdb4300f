alter table identity.officer
  add column name_folded text not null default '',
  add column disabled_reason text,
  add column created_by uuid;
comment on column identity.officer.name_folded is 'The name as it is searched and sorted: without marks, in small letters.';
update identity.officer set name_folded = lower(public.unaccent(name));
create index officer_name on identity.officer (name_folded, id);
create index officer_name_part on identity.officer using gin (name_folded public.gin_trgm_ops);

alter table identity.capacity
  add column delegated_from uuid references identity.capacity,
  add column ended_at timestamptz,
  add column end_reason text,
  add column ended_by uuid,
  add column given_by uuid,
  add column given_at timestamptz,
  add column used_at timestamptz,
  add column document text;
comment on column identity.capacity.delegated_from is 'The capacity of whoever delegated it: it gives no right after that one has ended.';
comment on column identity.capacity.ended_at is 'Ended at once at this moment, whatever its last day; null when it runs until that day.';
comment on column identity.capacity.used_at is 'When a session last began in it.';
comment on column identity.capacity.document is 'Number of the decision that gives it.';

-- the same role from the same day may be given once for each field and procedure, and once more by delegation
alter table identity.capacity drop constraint capacity_officer_role_agency_valid_from_key;
create unique index capacity_own on identity.capacity (officer, role, agency, valid_from) where delegated_from is null and field is null and procedure is null;
create unique index capacity_limited on identity.capacity (officer, role, agency, valid_from, coalesce(field, ''), coalesce(procedure, ''))
  where delegated_from is null and (field is not null or procedure is not null) and ended_at is null;
create index capacity_officer on identity.capacity (officer, valid_from);
create index capacity_delegated on identity.capacity (delegated_from) where delegated_from is not null;

create table identity.delegation (
  id uuid primary key,
  from_capacity uuid not null references identity.capacity,
  to_officer uuid not null references identity.officer,
  capacity uuid not null unique references identity.capacity,
  mode text not null check (mode in ('KT', 'TUQ')),
  field text,
  procedure text,
  document text not null,
  valid_from date not null,
  valid_to date not null,
  given_by uuid not null references identity.officer,
  given_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references identity.officer,
  reason text,
  check (valid_from <= valid_to),
  check ((revoked_at is null) = (revoked_by is null))
);
comment on table identity.delegation is 'Ủy quyền ký, from a day to a day and on paper (Nghị định 30/2020/NĐ-CP, Điều 13 khoản 3). What it allows is in its capacity.';
create index delegation_from on identity.delegation (from_capacity, valid_from);
create index delegation_to on identity.delegation (to_officer, valid_from);

create table identity.review (
  id uuid primary key,
  agency text not null,
  opened_by uuid not null references identity.officer,
  opened_at timestamptz not null,
  finished_by uuid references identity.officer,
  finished_at timestamptz,
  check ((finished_at is null) = (finished_by is null))
);
comment on table identity.review is 'Rà soát quyền: every capacity of an agency and those below it, looked at by a person (TCVN 14423:2026, level 3: at least every six months).';
create unique index review_open on identity.review (agency) where finished_at is null;

create table identity.review_line (
  review uuid not null references identity.review,
  capacity uuid not null references identity.capacity,
  decision text check (decision in ('keep', 'end')),
  reason text,
  decided_by uuid references identity.officer,
  decided_at timestamptz,
  primary key (review, capacity),
  check ((decision is null) = (decided_at is null)),
  check (decision is distinct from 'end' or reason is not null)
);
create index review_line_capacity on identity.review_line (capacity, decided_at) where decision = 'keep';
