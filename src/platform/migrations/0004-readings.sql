create table platform.reading (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  day date not null default (clock_timestamp() at time zone 'Asia/Ho_Chi_Minh')::date,
  reader_kind text not null,
  reader uuid,
  reader_name text not null,
  role text not null,
  capacity uuid,
  agency text,
  route text not null,
  purpose text not null,
  what text[] not null,
  dossier uuid,
  code text,
  citizen uuid,
  number_index bytea,
  correlation_id text not null,
  address text not null,
  listed boolean not null,
  seal bigint
);
comment on table platform.reading is 'Who read personal data of whom, in which capacity, why, under which dossier. Only ever added to.';
comment on column platform.reading.at is 'The machine''s time: a log is not moved by the business clock.';
comment on column platform.reading.reader_name is 'As it was then. The title is that of the capacity.';
comment on column platform.reading.number_index is 'Keyed digest of the citizen number, so that somebody without an account finds it when they have one; never the number.';
comment on column platform.reading.listed is 'One line of a list: noted once for each reader, capacity, purpose, dossier (or person) and day.';
comment on column platform.reading.seal is 'platform.reading_seal, once it is sealed.';
create unique index reading_listed on platform.reading (reader, capacity, purpose, coalesce(dossier, citizen), day) where listed and capacity is not null;
create index reading_citizen on platform.reading (citizen, id desc) where citizen is not null;
create index reading_number on platform.reading (number_index, id desc) where number_index is not null;
create index reading_dossier on platform.reading (dossier, id desc) where dossier is not null;
create index reading_code on platform.reading (code text_pattern_ops, id desc) where code is not null;
create index reading_reader on platform.reading (reader, id desc);
create index reading_day on platform.reading (day, id desc);
create index reading_open on platform.reading (id) where seal is null;

create table platform.reading_seal (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  first bigint not null,
  last bigint not null,
  count integer not null,
  digest bytea not null
);
comment on table platform.reading_seal is 'A chain over the log: each digest is of the one before and of every reading that it seals, so that nothing is taken out or changed unseen.';

create function platform.refuse_reading_change() returns trigger language plpgsql as $$
begin
  -- sealing is the only change
  if tg_op = 'UPDATE' and old.seal is null and new.seal is not null and row(old.*) is distinct from row(new.*) then
    old.seal := new.seal;
    if row(old.*) is not distinct from row(new.*) then return new; end if;
  end if;
  raise exception 'readings are only ever added' using errcode = 'restrict_violation';
end $$;
create trigger reading_is_kept before update or delete on platform.reading for each row execute function platform.refuse_reading_change();
create function platform.refuse_seal_change() returns trigger language plpgsql as $$
begin
  raise exception 'seals are only ever added' using errcode = 'restrict_violation';
end $$;
create trigger reading_seal_is_kept before update or delete on platform.reading_seal for each row execute function platform.refuse_seal_change();
