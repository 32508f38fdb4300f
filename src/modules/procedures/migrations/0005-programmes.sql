create table procedures.programme (
  code text primary key,
  title jsonb not null,
  decision text not null,
  source jsonb not null
);
comment on table procedures.programme is 'Chương trình dịch vụ: a numbered list of services that a decision orders, such as the 25 essential ones. Taken in from the province''s data.';
comment on column procedures.programme.source is 'Where the list was read: a source and whether it is illustrative.';

create table procedures.programme_item (
  programme text not null references procedures.programme,
  number integer not null check (number > 0),
  title jsonb not null,
  procedures text[] not null,
  status text not null check (status in ('open', 'pending')),
  note jsonb,
  primary key (programme, number)
);
comment on table procedures.programme_item is 'One service of a programme as the data say it; the newest act on it has the last word on its status.';
comment on column procedures.programme_item.procedures is 'Codes of the procedures that carry it, in the catalogue or not yet.';

create table procedures.programme_act (
  id uuid primary key,
  programme text not null,
  number integer not null,
  status text not null check (status in ('open', 'pending')),
  reason text not null,
  officer uuid not null,
  officer_name text not null,
  agency text not null,
  at timestamptz not null,
  foreign key (programme, number) references procedures.programme_item
);
comment on table procedures.programme_act is 'Who opened or closed a service of a programme, when and why. Rows stay as they are.';
create index programme_act_newest on procedures.programme_act (programme, number, at desc, id desc);

create function procedures.keep_acts() returns trigger language plpgsql as $$
begin
  raise exception 'what was done to a programme stays on record' using errcode = 'restrict_violation';
end $$;
create trigger act_is_kept before update or delete on procedures.programme_act for each row execute function procedures.keep_acts();
create trigger acts_are_kept before truncate on procedures.programme_act for each statement execute function procedures.keep_acts();
