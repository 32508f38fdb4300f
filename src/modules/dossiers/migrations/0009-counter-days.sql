create table dossiers.visit (
  id uuid primary key,
  agency text not null,
  clerk uuid not null,
  kind text not null check (kind in ('advice', 'wrong_counter')),
  procedure text,
  at timestamptz not null
);
comment on table dossiers.visit is 'Somebody came to a desk and handed nothing in: asked only, or came to the wrong one. Who it was is not kept.';
create index visit_desk on dossiers.visit (agency, at);

create table dossiers.reserved_code (
  code text primary key,
  agency text not null,
  day date not null,
  reserved_at timestamptz not null,
  reserved_by text not null,
  reason text not null,
  dossier uuid
);
comment on table dossiers.reserved_code is 'Numbers of a day put aside for paper while power or network are away; each is used once, with the true time.';
create index reserved_code_open on dossiers.reserved_code (agency, day, code) where dossier is null;
