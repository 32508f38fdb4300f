create table dossiers.hand_over (
  id uuid primary key,
  agency text not null,
  year integer not null,
  number integer not null,
  at timestamptz not null,
  clerk uuid not null,
  clerk_name text not null,
  recipient text not null,
  relation text not null,
  authority text,
  dossiers uuid[] not null check (cardinality(dossiers) > 0),
  unique (agency, year, number)
);
comment on table dossiers.hand_over is 'Results that one person collected in one act with one signature.';

create table dossiers.hand_over_counter (
  agency text not null,
  year integer not null,
  last integer not null,
  primary key (agency, year)
);

create table dossiers.paper_list_reprint (
  list uuid not null references dossiers.paper_list,
  copy integer not null,
  at timestamptz not null,
  officer uuid not null,
  officer_name text not null,
  primary key (list, copy)
);
comment on table dossiers.paper_list_reprint is 'Prints of a list after the first one. Those of a dossier''s documents are acts of it.';

-- whatever one person handed in at a desk
create index dossier_number_desk on dossiers.dossier (number_index, receiving_agency, submitted_at desc, id) where number_index is not null;

alter table dossiers.visit add column committee text, add column area text;
comment on column dossiers.visit.committee is 'agencies.agency: the committee that the desk belonged to then; null before this was kept.';
comment on column dossiers.visit.area is 'areas.area: the unit that the desk served then; null before this was kept.';
create index visit_at on dossiers.visit (at, id);
