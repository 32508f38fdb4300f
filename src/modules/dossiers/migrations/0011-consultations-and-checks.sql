create table dossiers.consultation (
  id uuid primary key,
  dossier uuid not null references dossiers.dossier on delete cascade deferrable initially deferred,
  number integer not null,
  agency text not null,
  content text not null,
  papers integer[] not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  from_agency text not null,
  asker uuid not null,
  asker_name text not null,
  asker_title text,
  unique (dossier, number)
);
comment on table dossiers.consultation is 'Lấy ý kiến: another agency is asked for its opinion, with content and deadline (Nghị định 61/2018/NĐ-CP, Điều 19). Only ever added to.';
comment on column dossiers.consultation.papers is 'Numbers of the dossier''s papers that the agency may read while it is asked.';
create index consultation_agency on dossiers.consultation (agency, due_at, id);

create table dossiers.consultation_end (
  consultation uuid primary key references dossiers.consultation on delete cascade deferrable initially deferred,
  dossier uuid not null references dossiers.dossier on delete cascade deferrable initially deferred,
  kind text not null check (kind in ('answered', 'withdrawn', 'silent')),
  at timestamptz not null,
  opinion text check (opinion in ('agree', 'disagree', 'other')),
  reasons text,
  actor uuid,
  actor_name text not null,
  actor_title text,
  check ((kind = 'answered') = (opinion is not null))
);
comment on table dossiers.consultation_end is 'How a consultation ended, once: answered, withdrawn by whoever asked, or silent when its time was over.';

create table dossiers.field_check_step (
  dossier uuid not null references dossiers.dossier on delete cascade deferrable initially deferred,
  field_check integer not null,
  step integer not null,
  kind text not null check (kind in ('set', 'moved', 'done')),
  at timestamptz not null,
  starts_at timestamptz,
  goes text,
  preparation text,
  reason text,
  present text,
  findings text,
  conforms boolean,
  actor uuid not null,
  actor_name text not null,
  actor_title text,
  primary key (dossier, field_check, step),
  check ((kind = 'done') = (conforms is not null)),
  check ((kind = 'done') = (starts_at is null))
);
comment on table dossiers.field_check_step is 'Kiểm tra thực địa: each appointment, each time it was moved, and its record. Only ever added to.';
create unique index field_check_done on dossiers.field_check_step (dossier, field_check) where kind = 'done';

create table dossiers.record_file (
  dossier uuid not null references dossiers.dossier on delete cascade deferrable initially deferred,
  record text not null check (record in ('opinion', 'check')),
  record_number integer not null,
  number integer not null,
  file uuid not null,
  added_at timestamptz not null,
  primary key (dossier, record, record_number, number)
);
comment on table dossiers.record_file is 'Papers with an opinion, and photographs and papers with the record of a field check.';
comment on column dossiers.record_file.file is 'files.paper';

create trigger consultation_is_kept before update or delete on dossiers.consultation for each row execute function dossiers.refuse_change();
create trigger consultation_end_is_kept before update or delete on dossiers.consultation_end for each row execute function dossiers.refuse_change();
create trigger field_check_step_is_kept before update or delete on dossiers.field_check_step for each row execute function dossiers.refuse_change();
create trigger record_file_is_kept before update or delete on dossiers.record_file for each row execute function dossiers.refuse_change();
