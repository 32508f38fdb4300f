alter table dossiers.dossier drop constraint dossier_state_check;
alter table dossiers.dossier add constraint dossier_state_check
  check (state in ('submitted', 'desk_waiting', 'accepted', 'processing', 'office_waiting', 'awaiting_signature', 'approved', 'archived', 'handed_over', 'refused', 'withdrawn'));

alter table dossiers.dossier
  add column ready_at timestamptz,
  add column shelf text,
  add column shelved_at timestamptz,
  add column reminders integer not null default 0;
comment on column dossiers.dossier.finished_at is 'When the result was signed first. On time means finished_at <= due_at; a misprint that is signed again changes nothing of it.';
comment on column dossiers.dossier.ready_at is 'When the result in force was signed; null before this was kept, and then finished_at says it.';
comment on column dossiers.dossier.shelf is 'Where the paper result lies at the counter.';
comment on column dossiers.dossier.reminders is 'How many reminders to collect the result have gone out.';
create index dossier_uncollected on dossiers.dossier ((coalesce(ready_at, finished_at)), id) where state = 'approved' and receive = 'counter';

alter table dossiers.document drop constraint document_dossier_kind_key;
alter table dossiers.document
  add column voided_at timestamptz,
  add column voided_by text,
  add column void_reason text,
  add column outside boolean not null default false,
  add column given_back_at timestamptz,
  add column given_back text check (given_back in ('returned', 'lost')),
  add constraint document_void check ((voided_at is null) = (void_reason is null) and (voided_at is null) = (voided_by is null)),
  add constraint document_given_back check ((given_back_at is null) = (given_back is null) and (given_back is null or outside));
create unique index document_in_force on dossiers.document (dossier, kind) where voided_at is null;
create index document_dossier on dossiers.document (dossier, at);
comment on column dossiers.document.outside is 'A voided paper that was already in the applicant''s hands: it must come back before the corrected one is handed over.';

create table dossiers.paper_list (
  id uuid primary key,
  kind text not null check (kind in ('to_office', 'to_desk', 'to_archive')),
  from_agency text not null,
  to_agency text not null,
  year integer not null,
  number integer not null,
  made_at timestamptz not null,
  made_by uuid not null,
  maker_name text not null,
  maker_title text,
  to_officer uuid not null,
  to_name text not null,
  to_title text,
  received_at timestamptz,
  received_by uuid,
  receiver_name text,
  cancelled_at timestamptz,
  unique (from_agency, year, number),
  check ((received_at is null) = (received_by is null)),
  check (received_at is null or cancelled_at is null)
);
comment on table dossiers.paper_list is 'Danh sách bàn giao hồ sơ giấy: which paper files go from where to whom. Never deleted.';
create index paper_list_from on dossiers.paper_list (from_agency, made_at desc, id);
create index paper_list_to on dossiers.paper_list (to_agency, made_at desc, id);

create table dossiers.paper_list_line (
  list uuid not null references dossiers.paper_list,
  number integer not null,
  dossier uuid not null references dossiers.dossier on delete cascade deferrable initially deferred,
  papers integer not null check (papers > 0),
  outcome text check (outcome in ('received', 'missing', 'cancelled')),
  remark text,
  primary key (list, number),
  unique (list, dossier),
  check (outcome is distinct from 'missing' or remark is not null)
);
create unique index paper_list_line_open on dossiers.paper_list_line (dossier) where outcome is null;
create index paper_list_line_dossier on dossiers.paper_list_line (dossier, list);

create table dossiers.paper_list_counter (
  agency text not null,
  year integer not null,
  last integer not null,
  primary key (agency, year)
);
