create table dossiers.dossier (
  id uuid primary key,
  code text not null unique,
  state text not null check (state in ('submitted', 'desk_waiting', 'accepted', 'processing', 'office_waiting', 'awaiting_signature', 'approved', 'handed_over', 'refused', 'withdrawn')),
  procedure text not null,
  procedure_version uuid not null,
  procedure_case text not null,
  channel text not null check (channel in ('online', 'counter')),
  receiving_agency text not null,
  collecting_agency text not null,
  competent_agency text not null,
  area text not null,
  receive text not null check (receive in ('electronic', 'counter')),
  citizen uuid,
  applicant jsonb not null,
  applicant_folded text not null,
  number_sealed bytea,
  number_index bytea,
  answers jsonb not null,
  submitted_at timestamptz not null,
  desk_due_at timestamptz not null,
  accepted_at timestamptz,
  first_due_at timestamptz,
  due_at timestamptz,
  supplement_asked_at timestamptz,
  supplied_at timestamptz,
  finished_at timestamptz,
  closed_at timestamptz,
  holder uuid,
  acts integer not null,
  simulated boolean not null default false,
  check ((accepted_at is null) = (due_at is null))
);
comment on table dossiers.dossier is 'Hồ sơ: where each one stands now. What happened to it is in dossiers.act.';
comment on column dossiers.dossier.code is 'Agency, local day and number of the day: given at the first storing and never changed.';
comment on column dossiers.dossier.procedure_version is 'procedures.version: the rules it was submitted under, for ever.';
comment on column dossiers.dossier.receiving_agency is 'agencies.agency: the desk that took it in.';
comment on column dossiers.dossier.competent_agency is 'agencies.agency: the authority that decides.';
comment on column dossiers.dossier.area is 'areas.area: the commune whose authority decides.';
comment on column dossiers.dossier.citizen is 'identity.citizen, when the applicant has an account.';
comment on column dossiers.dossier.applicant is 'Who applies, as it was then; the citizen number is not in it.';
comment on column dossiers.dossier.answers is 'The form; citizen numbers in it are sealed.';
comment on column dossiers.dossier.due_at is 'By when the result must be signed: counted from the acceptance, or afresh from the full dossier.';
comment on column dossiers.dossier.finished_at is 'When the result was signed. On time means finished_at <= due_at.';
comment on column dossiers.dossier.acts is 'How many acts it has: the number of the last one.';
create index dossier_desk on dossiers.dossier (receiving_agency, state, desk_due_at, id);
create index dossier_counter on dossiers.dossier (collecting_agency, state, finished_at, id);
create index dossier_office on dossiers.dossier (competent_agency, state, due_at, id);
create index dossier_holder on dossiers.dossier (holder, due_at, id) where holder is not null and state in ('processing', 'office_waiting');
create index dossier_citizen on dossiers.dossier (citizen, submitted_at desc, id) where citizen is not null;
create index dossier_number on dossiers.dossier (number_index) where number_index is not null;
create index dossier_submitted on dossiers.dossier (submitted_at, id);
create index dossier_finished on dossiers.dossier (finished_at, id) where finished_at is not null;
create index dossier_open on dossiers.dossier (due_at, id) where state in ('accepted', 'processing', 'office_waiting', 'awaiting_signature');
create index dossier_name on dossiers.dossier using gin (applicant_folded public.gin_trgm_ops);

create table dossiers.act (
  dossier uuid not null references dossiers.dossier on delete cascade deferrable initially deferred,
  number integer not null,
  action text not null,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor_kind text not null,
  actor uuid,
  actor_name text not null,
  actor_title text,
  agency text,
  note jsonb not null default '{}',
  primary key (dossier, number)
);
comment on table dossiers.act is 'Every administrative act, in order. Only ever added to.';
comment on column dossiers.act.at is 'Business time; recorded_at is the machine''s.';

create function dossiers.refuse_change() returns trigger language plpgsql as $$
begin
  -- goes with its dossier, never alone
  if tg_op = 'DELETE' and not exists (select 1 from dossiers.dossier where id = old.dossier) then
    return old;
  end if;
  raise exception 'acts are only ever added' using errcode = 'restrict_violation';
end $$;
create trigger act_is_kept before update or delete on dossiers.act for each row execute function dossiers.refuse_change();

create table dossiers.paper (
  dossier uuid not null references dossiers.dossier on delete cascade deferrable initially deferred,
  number integer not null,
  code text not null,
  file uuid,
  form text not null check (form in ('original', 'copy', 'electronic')),
  copies integer not null default 1,
  source text not null check (source in ('online', 'counter', 'supplement')),
  added_at timestamptz not null,
  verdict text check (verdict in ('good', 'bad')),
  remark text,
  checked_by uuid,
  checked_at timestamptz,
  primary key (dossier, number)
);
comment on table dossiers.paper is 'Thành phần hồ sơ: what was handed in. A paper seen at the counter and not scanned has no file.';
comment on column dossiers.paper.file is 'files.paper';

create table dossiers.pause (
  dossier uuid not null references dossiers.dossier on delete cascade deferrable initially deferred,
  number integer not null,
  from_at timestamptz not null,
  to_at timestamptz,
  primary key (dossier, number)
);
comment on table dossiers.pause is 'Waits for the citizen after the acceptance: what the clock leaves out.';

create table dossiers.document (
  id uuid primary key,
  dossier uuid not null references dossiers.dossier on delete cascade deferrable initially deferred,
  kind text not null check (kind in ('form01', 'form02', 'form03', 'result')),
  agency text not null,
  year integer not null,
  number integer not null,
  facts jsonb not null,
  at timestamptz not null,
  file text,
  size integer,
  unique (dossier, kind),
  unique (agency, kind, year, number)
);
comment on table dossiers.document is 'Papers this program writes. The facts are fixed with the act; the PDF is made from them when it is first wanted, or by a job.';
comment on column dossiers.document.file is 'sha256 of the PDF in the file store; null until it is made.';

create table dossiers.code_counter (
  agency text not null,
  day date not null,
  last integer not null,
  primary key (agency, day)
);
create table dossiers.document_counter (
  agency text not null,
  kind text not null,
  year integer not null,
  last integer not null,
  primary key (agency, kind, year)
);

create table dossiers.draft (
  id uuid primary key,
  citizen uuid not null,
  procedure text not null,
  procedure_version uuid not null,
  procedure_case text,
  answers jsonb not null default '{}',
  papers jsonb not null default '[]',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  dossier uuid
);
comment on table dossiers.draft is 'What a citizen has filled in and not sent. Sent ones name their dossier and are forgotten after a month.';
create index draft_citizen on dossiers.draft (citizen, updated_at desc) where dossier is null;
