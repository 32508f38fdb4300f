create table procedures.procedure (
  code text primary key check (code ~ '^[0-9]\.[0-9]{6}$')
);
comment on table procedures.procedure is 'Thủ tục hành chính: one row per code; publications of a procedure take turns on it.';

create table procedures.version (
  id uuid primary key,
  procedure text not null references procedures.procedure,
  number integer not null check (number > 0),
  status text not null check (status in ('draft', 'published')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  published_at timestamptz,
  body jsonb not null,
  unique (procedure, number),
  check ((status = 'published') = (published_at is not null))
);
comment on table procedures.version is 'What a procedure says from valid_from until before valid_to. A published version never changes; it may only be given its end.';
comment on column procedures.version.body is 'Shape: Body in contract-body.ts.';
comment on column procedures.version.published_at is 'Business time of the publication.';
create index version_in_force on procedures.version (procedure, valid_from) where status = 'published';

create function procedures.keep_published() returns trigger language plpgsql as $$
begin
  if old.status <> 'published' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.valid_to is null and new.valid_to is not null
     and (new.id, new.procedure, new.number, new.status, new.valid_from, new.published_at, new.body)
       is not distinct from (old.id, old.procedure, old.number, old.status, old.valid_from, old.published_at, old.body) then
    return new;
  end if;
  raise exception 'version % of procedure % is published and never changes', old.number, old.procedure using errcode = 'restrict_violation';
end $$;
create trigger version_is_kept before update or delete on procedures.version for each row execute function procedures.keep_published();

create table procedures.catalogue (
  single boolean primary key default true check (single),
  revision bigint not null default 0
);
comment on table procedures.catalogue is 'One row: revision rises with every publication, so that every process knows when its index is old.';
insert into procedures.catalogue default values;
