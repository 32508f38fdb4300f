create table dossiers.queue_move (
  id uuid primary key,
  agency text not null,
  from_officer uuid not null,
  from_name text not null,
  moved_by uuid not null,
  mover_name text not null,
  reason text not null,
  at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid
);
comment on table dossiers.queue_move is 'Everything that lay in an absent officer''s hands, given to colleagues in one act.';
comment on column dossiers.queue_move.from_officer is 'identity.officer.';
create index queue_move_agency on dossiers.queue_move (agency, at desc, id);

create table dossiers.queue_move_item (
  move uuid not null references dossiers.queue_move,
  dossier uuid not null references dossiers.dossier on delete cascade deferrable initially deferred,
  to_officer uuid not null,
  primary key (move, dossier)
);
create index queue_move_item_dossier on dossiers.queue_move_item (dossier);

-- what lies in a person's hands, also while it waits for a signature: it comes back to them
create index dossier_in_hand on dossiers.dossier (holder, competent_agency, due_at, id) where holder is not null and state in ('processing', 'office_waiting', 'awaiting_signature');

alter table dossiers.act add column capacity uuid;
comment on column dossiers.act.capacity is 'identity.capacity: in which capacity an officer did it. Null for everybody else, and before this was kept.';
