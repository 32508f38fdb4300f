alter table dossiers.dossier add column immediate text check (immediate in ('certify', 'write'));
comment on column dossiers.dossier.immediate is 'Given at the counter while the person waits: signed as it comes from there, or written by an officer first. Null for every other dossier.';

create table dossiers.certification (
  dossier uuid primary key references dossiers.dossier on delete cascade deferrable initially deferred,
  agency text not null,
  year integer not null,
  number integer not null,
  at timestamptz not null,
  paper text not null,
  pages integer not null check (pages > 0),
  copies integer not null check (copies > 0),
  signer text not null,
  unique (agency, year, number)
);
comment on table dossiers.certification is 'Sổ chứng thực bản sao từ bản chính: one line for each dossier that was certified, numbered by committee and year. Only ever added to.';
comment on column dossiers.certification.agency is 'agencies.agency: the committee whose register it is.';
create index certification_day on dossiers.certification (agency, at);

create function dossiers.keep_register() returns trigger language plpgsql as $$
begin
  -- goes with its dossier, never alone
  if tg_op = 'DELETE' and not exists (select 1 from dossiers.dossier where id = old.dossier) then
    return old;
  end if;
  raise exception 'the register of certified copies is only ever added to' using errcode = 'restrict_violation';
end $$;
create trigger certification_is_kept before update or delete on dossiers.certification for each row execute function dossiers.keep_register();
