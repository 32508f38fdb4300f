-- an entry is described but cannot be filed here: it stands beside whole bodies, with numbers of its own, and never takes a dossier
alter table procedures.version
  add column kind text not null default 'whole' check (kind in ('whole', 'entry')),
  add column lacks text[] not null default '{}',
  add check (status = 'draft' or lacks = '{}'),
  drop constraint version_procedure_number_key,
  add unique (procedure, kind, number);
comment on column procedures.version.kind is 'whole: a body with a form, which dossiers are pinned to. entry: only described. Where both are in force the whole one is meant.';
comment on column procedures.version.lacks is 'What a draft of an entry still lacks, by name of its parts; written with the draft.';
comment on column procedures.version.body is 'Shape: Body in contract-body.ts for a whole one, Entry in contract-entry.ts for an entry, any part of it for a draft of an entry.';
create index version_draft on procedures.version (procedure) where status = 'draft' and kind = 'entry';

create or replace function procedures.keep_published() returns trigger language plpgsql as $$
begin
  if old.status <> 'published' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' and old.valid_to is null and new.valid_to is not null
     and (new.id, new.procedure, new.kind, new.number, new.status, new.valid_from, new.published_at, new.body, new.lacks)
       is not distinct from (old.id, old.procedure, old.kind, old.number, old.status, old.valid_from, old.published_at, old.body, old.lacks) then
    return new;
  end if;
  raise exception 'version % of procedure % is published and never changes', old.number, old.procedure using errcode = 'restrict_violation';
end $$;
